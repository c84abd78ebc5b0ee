package io.haina.pool;

import org.jspecify.annotations.Nullable;

/**
 * How much more a person may take.
 *
 * @param claimsLeftToday claims that the person may still make in this day of the tenant's zone; a pool may allow fewer
 * @param held customers that the person holds now
 * @param maximumHeld how many the person may hold; null for no limit
 */
public record Quota(
        int claimsLeftToday,
        int claimsPerDay,
        long held,
        @Nullable Integer maximumHeld) {}
