package io.haina.pool;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.database.SqlText;
import java.time.Instant;

/** What the rules of a {@code pool p} make of an instant, in SQL: where the pool has none of its own, the tenant's hold. */
final class PoolRules {

    private PoolRules() {}

    /** When a protection that begins now ends: calendar arithmetic in the tenant's zone, to the second. */
    static SqlText protectedUntil(Actor actor, Instant now) {
        String zone = actor.tenant().zone().getId();
        return new SqlText().add("""
                        case when p.protection is null then ?::timestamptz
                            else (date_trunc('second', ?::timestamptz at time zone ?) + p.protection::interval)
                                at time zone ? end""", at(actor.tenant().protectedUntil(now)), at(now), zone, zone);
    }

    /** Since when a {@code customer c} must lie in the pool for its former owner to claim it back now. */
    static SqlText cooledDownSince(Actor actor, Instant now) {
        String zone = actor.tenant().zone().getId();
        return new SqlText()
                .add(
                        """
                        case when p.cool_down is null then ?::timestamptz
                            else ((?::timestamptz at time zone ?) - p.cool_down::interval) at time zone ? end""",
                        at(now.atZone(actor.tenant().zone())
                                .minus(actor.tenant().coolDown())
                                .toInstant()),
                        at(now),
                        zone,
                        zone);
    }
}
