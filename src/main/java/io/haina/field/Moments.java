package io.haina.field;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days and instants as people and programs write them. */
public final class Moments {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}");
    private static final DateTimeFormatter DATE = strict("uuuu-M-d");
    private static final DateTimeFormatter TIME = strict("uuuu-M-d H:m[:s]");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Moments() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Whether a text names a day and no time of it. */
    public static boolean isDay(String text) {
        return DAY.matcher(text.strip()).matches();
    }

    /** Whether a text names its offset, as programs write an instant that they know to the fraction of a second. */
    static boolean isExact(String text) {
        String plain = text.strip();
        return plain.indexOf('T') > 0 && (plain.endsWith("Z") || plain.indexOf('+') > 0);
    }

    /**
     * A day: {@code 2026-01-31}, with {@code /} or {@code .} as well, or the day of a date with a time.
     *
     * @throws Refused if it is none from 1900 to 2999
     */
    public static LocalDate date(String name, String text) {
        String plain = text.strip();
        int end = plain.indexOf(' ') > 0 ? plain.indexOf(' ') : plain.indexOf('T');
        String day = end > 0 ? plain.substring(0, end) : plain;
        try {
            LocalDate date = LocalDate.parse(day.replace('/', '-').replace('.', '-'), DATE);
            if (date.isBefore(FIRST) || date.isAfter(LAST)) {
                throw Refused.invalid(name, Rule.OUT_OF_RANGE);
            }
            return date;
        } catch (DateTimeException e) {
            throw Refused.invalid(name, Rule.MALFORMED);
        }
    }

    /**
     * An instant: a day (its first moment), a day with a time, or ISO 8601 with an offset.
     *
     * @param zone of what names none
     * @throws Refused if it is none from 1900 to 2999
     */
    public static Instant instant(String name, String text, ZoneId zone) {
        String plain = text.strip();
        if (isDay(plain)) {
            return date(name, plain).atStartOfDay(zone).toInstant();
        }
        date(name, plain);
        try {
            if (isExact(plain)) {
                return OffsetDateTime.parse(plain).toInstant();
            }
            String spaced = plain.replace('T', ' ').replace('/', '-');
            int fraction = spaced.indexOf('.');
            return LocalDateTime.parse(fraction > 0 ? spaced.substring(0, fraction) : spaced, TIME)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw Refused.invalid(name, Rule.MALFORMED);
        }
    }
}
