package io.haina.ownership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One span in which a person held a customer.
 *
 * @param rule what gave it: report, claim, transfer, reopening, distribution or restoration
 * @param until the protection's end, extensions included
 * @param extensions how often it was extended
 * @param daysExtended by how many days in all
 * @param endedAt null while it lasts
 * @param endReason expired, released, transferred, reopened or deleted; null while it lasts
 * @param releaseReason what was said at a release; null otherwise
 */
public record Holding(
        long holderId,
        String holderName,
        String rule,
        Instant from,
        Instant until,
        int extensions,
        int daysExtended,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable String releaseReason) {}
