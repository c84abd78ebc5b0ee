package io.haina.pool;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool of customers that nobody holds, with the rules by which they are claimed out of it. What is null follows the
 * tenant's own rule.
 *
 * @param isDefault where customers go whose protection ends; each tenant has one such pool, which stays
 * @param protection how long a claim out of it protects
 * @param claimsPerDay claims out of it that one person may make in a day, within those that the tenant allows in all; null
 *     for as many as those
 * @param coolDown how long a former owner may not claim a customer back out of it
 * @param departments whose people see it, with those of departments below; with no teams either, everybody sees it
 * @param teams whose people see it
 * @param position its place in lists of pools, smallest first
 */
public record PublicPool(
        long id,
        String name,
        boolean isDefault,
        @Nullable Period protection,
        @Nullable Integer claimsPerDay,
        @Nullable Period coolDown,
        List<Long> departments,
        List<Long> teams,
        int position) {}
