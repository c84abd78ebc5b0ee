package io.haina.app;

import io.haina.tenant.AppRight;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that signs its requests.
 *
 * @param appid by which it names itself; unique on the whole server
 * @param networks from where it may ask; empty means from everywhere
 * @param burst requests that it may send at once after a pause
 * @param perSecond requests a second that it may go on with
 * @param disabledAt since when it is refused; null while it is not
 */
public record App(
        long appid,
        String name,
        Set<AppRight> rights,
        List<Network> networks,
        int burst,
        int perSecond,
        Replay replay,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant disabledAt) {}
