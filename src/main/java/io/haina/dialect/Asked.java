package io.haina.dialect;

import io.haina.access.Actor;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an answer may need to know of the request it answers.
 *
 * @param path the path that was asked for, because a document calls one thing by different names
 * @param actor who asked; null where nobody was admitted
 */
public record Asked(String path, @Nullable Actor actor) {

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    /** The zone in which times are shown: the tenant's, or the default where no tenant is known. */
    public ZoneId zone() {
        return actor == null ? DEFAULT_ZONE : actor.tenant().zone();
    }
}
