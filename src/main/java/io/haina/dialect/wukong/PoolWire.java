package io.haina.dialect.wukong;

import io.haina.dialect.Numbers;
import org.jspecify.annotations.Nullable;

/** Pools on the wire. */
sealed interface PoolWire extends WukongWire {

    /** A pool that somebody sees. */
    record Named(long poolId, String poolName, int isDefault) implements PoolWire {}

    /**
     * An order to take customers out of a pool, for oneself or for a person.
     */
    record Given(
            @Nullable Numbers ids,
            @Nullable Long poolId,
            @Nullable Long userId) implements PoolWire {}

    /**
     * The rules for holding and claiming customers.
     *
     * @param type whether customers are released when their protection ends: always 1
     * @param protection how long a report or a claim protects, in calendar units as ISO 8601 writes them
     * @param receiveLimit claims of one person a day
     * @param holdLimit customers that one person may hold; null for no limit
     */
    record Rules(
            int type,
            String protection,
            int receiveLimit,
            @Nullable Integer holdLimit,
            String coolDown,
            String remindBefore)
            implements PoolWire {}
}
