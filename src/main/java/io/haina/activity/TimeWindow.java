package io.haina.activity;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Instant;

/**
 * A time in which something happened; one that ends before it begins is refused.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record TimeWindow(Instant from, Instant until) {

    public TimeWindow {
        if (until.isBefore(from)) {
            throw Refused.invalid("until", Rule.OUT_OF_RANGE);
        }
    }
}
