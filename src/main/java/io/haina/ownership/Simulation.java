package io.haina.ownership;

import io.haina.filter.Slice;
import java.time.Instant;

/**
 * What would happen if nobody did anything.
 *
 * @param releases customers that would go into the pool, the first one first
 * @param days how far it looks ahead, in days of the tenant's zone
 */
public record Simulation(Slice<Release> releases, int days) {

    /**
     * A customer that would go into the pool.
     *
     * @param releasedAt when its protection ends
     * @param rule what gave the protection, as of a {@link Holding}
     * @param from since when its owner holds it
     * @param extensions how often the protection was extended
     * @param underWish when it would end had it been given under the wished settings, extensions included
     */
    public record Release(
            long customerId,
            String customerName,
            long ownerId,
            String ownerName,
            Instant releasedAt,
            String rule,
            Instant from,
            int extensions,
            Instant underWish) {}
}
