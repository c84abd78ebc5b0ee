package io.haina.field;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Period;

/** Which spans of time make sense as a rule of ownership. */
public final class Periods {

    private static final int MONTHS_OF_A_CENTURY = 1200;
    private static final int DAYS_OF_THE_SHORTEST_MONTH = 28;

    private Periods() {}

    /**
     * The period itself, which may be none at all.
     *
     * @throws Refused if it is negative in any unit, or longer than a century: every end of a protection is a date that
     *     everybody can write
     */
    public static Period checked(String field, Period period) {
        if (period.getYears() < 0
                || period.getMonths() < 0
                || period.getDays() < 0
                || period.toTotalMonths() + period.getDays() / DAYS_OF_THE_SHORTEST_MONTH > MONTHS_OF_A_CENTURY) {
            throw Refused.invalid(field, Rule.OUT_OF_RANGE);
        }
        return period;
    }

    /** As {@link #checked}, and not none at all. */
    public static Period checkedSome(String field, Period period) {
        if (period.isZero()) {
            throw Refused.invalid(field, Rule.OUT_OF_RANGE);
        }
        return checked(field, period);
    }
}
