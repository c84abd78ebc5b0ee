package io.haina.stats;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in the tenant's zone; asking for a range that ends before it begins is refused.
 *
 * @param from the first day, null for open
 * @param to the last day, null for open
 */
public record Range(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** All time. */
    public static final Range ALL = new Range(null, null);

    public Range {
        if (from != null && to != null && from.isAfter(to)) {
            throw Refused.invalid("to", Rule.OUT_OF_RANGE);
        }
    }
}
