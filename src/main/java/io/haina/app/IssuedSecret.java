package io.haina.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An app and its newest secret, which is shown this once.
 *
 * @param formerUntil until when the secret before it holds too; null where there was none
 */
public record IssuedSecret(App app, String secret, @Nullable Instant formerUntil) {

    /** A secret never stands in a log. */
    @Override
    public String toString() {
        return "IssuedSecret[" + app.appid() + "]";
    }
}
