package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.activity.TimeWindow;
import io.haina.dialect.Inputs;
import io.haina.field.Moments;
import io.haina.filter.Page;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What clients of document 001 send to narrow and page a list, as the core's filters and pages. */
final class EartipFilters {

    /** How far back the lists of records, of satisfaction and the statistics reach where nothing is said. */
    static final Period WEEK = Period.ofWeeks(1);

    /** How far back the list of contracts reaches. */
    static final Period YEAR = Period.ofYears(1);

    private static final int PAGE_SIZE = 20;

    /** After every time that can be written down. */
    private static final Instant NEVER = Instant.parse("3000-01-01T00:00:00Z");

    private EartipFilters() {}

    /** A span of time, both ends within. */
    record Window(Instant from, Instant to) {}

    /** The page that is asked for: the first, of twenty rows, where nothing is said. */
    static Page page(@Nullable Integer page, @Nullable Integer count) {
        return new Page(page == null ? 1 : page, count == null ? PAGE_SIZE : count);
    }

    /** The words that a list's {@code name} is searched for; null for none. @throws Refused if they are no such thing */
    static @Nullable String words(@Nullable String name) {
        return Inputs.text("keyword", name);
    }

    /** A value that must be there. @throws Refused if it is not */
    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        return value;
    }

    /** A number that must be there. @throws Refused if it is not */
    static long required(String name, @Nullable Long value) {
        if (value == null) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        return value;
    }

    /**
     * A number that stands for yes (1) or no (0); null where none is sent.
     *
     * @throws Refused if it is another number
     */
    static @Nullable Boolean flag(String name, @Nullable Integer value) {
        if (value == null) {
            return null;
        }
        if (value != 0 && value != 1) {
            throw Refused.invalid(name, Rule.NOT_A_CHOICE);
        }
        return value == 1;
    }

    /**
     * An instant in the company's zone; null where nothing is sent.
     *
     * @throws Refused if it is none
     */
    static @Nullable Instant time(Actor actor, String name, @Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : Moments.instant(name, value, actor.tenant().zone());
    }

    /**
     * The span between {@code start_time} and {@code end_time}. Without an end it goes until now, or is open where it begins
     * later: what is planned lies there. Without a beginning it is as long as the document says. An end holds its whole second, and a day without a time of it its whole day.
     *
     * @param usual how long it is without a beginning
     * @throws Refused if one of them is no time, or the end comes before the beginning
     */
    static Window window(Actor actor, Instant now, @Nullable String start, @Nullable String end, Period usual) {
        ZoneId zone = actor.tenant().zone();
        Instant from = time(actor, "start_time", start);
        Instant to = time(actor, "end_time", end);
        if (to != null && end != null) {
            to = (Moments.isDay(end)
                            ? to.atZone(zone).plusDays(1).toInstant()
                            : to.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                    .minus(1, ChronoUnit.MICROS);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw Refused.invalid("start_time", Rule.OUT_OF_RANGE);
        }
        Instant open = from != null && from.isAfter(now) ? NEVER : now;
        Instant until = to == null ? open : to;
        Instant since =
                (until.isBefore(now) ? until : now).atZone(zone).minus(usual).toInstant();
        return new Window(from == null ? since : from, until);
    }

    /** The same as the core takes it: a week long without a beginning. */
    static TimeWindow timeWindow(Actor actor, Instant now, @Nullable String start, @Nullable String end) {
        Window window = window(actor, now, start, end, WEEK);
        return new TimeWindow(window.from(), window.to().plus(1, ChronoUnit.MICROS));
    }
}
