package io.haina.ownership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose a customer is now, and until when.
 *
 * @param ownerId null in a pool, as are {@code ownerName}, {@code from}, {@code until} and {@code rule}
 * @param until the protection's end, which may have passed a moment ago
 * @param ends whether the customer goes into the pool then: not so for won and locked ones
 * @param rule what gave the protection: report, claim, transfer, reopening, distribution or restoration
 * @param poolId null while somebody holds it, as are {@code poolName} and {@code pooledAt}
 */
public record Standing(
        @Nullable Long ownerId,
        @Nullable String ownerName,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean locked,
        boolean ends,
        @Nullable String rule,
        @Nullable Long poolId,
        @Nullable String poolName,
        @Nullable Instant pooledAt) {}
