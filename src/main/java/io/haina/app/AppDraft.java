package io.haina.app;

import io.haina.tenant.AppRight;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be written about an app. Null is the usual value of a new app, and leaves what an existing one has.
 *
 * @param networks empty for everywhere
 */
public record AppDraft(
        @Nullable String name,
        @Nullable Set<AppRight> rights,
        @Nullable List<Network> networks,
        @Nullable Integer burst,
        @Nullable Integer perSecond,
        @Nullable Replay replay,
        @Nullable Boolean disabled) {

    /** A new app of a name, and otherwise as apps usually are. */
    public static AppDraft named(String name) {
        return new AppDraft(name, null, null, null, null, null, null);
    }
}
