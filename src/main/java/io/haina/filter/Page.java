package io.haina.filter;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;

/**
 * Which part of a list is wanted.
 *
 * @param number from 1
 * @param size rows, from 1 to {@value #MAXIMUM_SIZE}; more is cut to it
 */
public record Page(int number, int size) {

    /** The largest page that any list serves. */
    public static final int MAXIMUM_SIZE = 100;

    private static final int PAGES_AHEAD = 10;

    public Page {
        if (number < 1) {
            throw Refused.invalid("page", Rule.OUT_OF_RANGE);
        }
        if (size < 1) {
            throw Refused.invalid("limit", Rule.OUT_OF_RANGE);
        }
        size = Math.min(size, MAXIMUM_SIZE);
        if ((long) number * size > Integer.MAX_VALUE) {
            throw new Refused(new Problem.Invalid("page", Rule.OUT_OF_RANGE, Integer.MAX_VALUE / size));
        }
    }

    public int offset() {
        return (number - 1) * size;
    }

    /**
     * How far the total of a list is counted where nobody keeps it; beyond, there are at least so many.
     *
     * @param usual of whoever does not page on far; however far a client does, some pages beyond are counted
     */
    public long countedTo(long usual) {
        return Math.max(usual, offset() + (long) PAGES_AHEAD * size);
    }
}
