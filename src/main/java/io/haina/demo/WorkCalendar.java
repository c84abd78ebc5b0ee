package io.haina.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The year that ends now, in days of a zone, and where in it work happens: on working days, in working hours. All times
 * are epoch seconds, since five million of them are made.
 */
final class WorkCalendar {

    static final int DAYS = 365;
    static final long DAY = 86_400;

    private static final long OPENING = 9 * 3600;
    private static final long HOURS = 9 * 3600 + 1800;
    private static final double WEEKEND = 0.06;

    private final long now;
    private final LocalDate first;
    private final long[] starts = new long[DAYS + 2];
    private final boolean[] weekend = new boolean[DAYS + 2];
    private final double[] weightBefore = new double[DAYS + 2];

    /** @param customers among whom the reports of the year are spread; some always fall on today */
    WorkCalendar(Instant now, ZoneId zone, int customers) {
        this.now = now.getEpochSecond();
        LocalDate today = now.atZone(zone).toLocalDate();
        first = today.minusDays(DAYS);
        for (int day = 0; day < starts.length; day++) {
            LocalDate date = first.plusDays(day);
            starts[day] = date.atStartOfDay(zone).toEpochSecond();
            weekend[day] = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        }
        weigh(customers);
    }

    /** Reports grow over the year to three times of what they were. */
    private void weigh(int customers) {
        double sum = 0;
        for (int day = 0; day < DAYS; day++) {
            weightBefore[day] = sum;
            sum += (weekend[day] ? WEEKEND : 1) * (0.5 + (double) day / DAYS);
        }
        double gone = Math.clamp((double) (now - starts[DAYS] - OPENING) / HOURS, 0, 1);
        weightBefore[DAYS] = sum;
        weightBefore[DAYS + 1] =
                sum + Math.max((weekend[DAYS] ? WEEKEND : 1.5) * gone, 3 * sum / Math.max(6, customers));
    }

    long now() {
        return now;
    }

    /** When the customer at a place between 0 and 1 in the order of reports was reported: later for a higher place. */
    long reported(double place) {
        double weight = place * weightBefore[DAYS + 1];
        int low = 0;
        int high = DAYS;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (weightBefore[middle] <= weight) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double inDay = (weight - weightBefore[low]) / (weightBefore[low + 1] - weightBefore[low]);
        long opening = starts[low] + OPENING;
        long closing = opening + HOURS;
        if (low == DAYS) {
            closing = Math.min(closing, now);
            opening = Math.min(opening, starts[low] + (now - starts[low]) / 2);
        }
        return opening + (long) ((closing - opening) * inDay);
    }

    /** A time of work near a wish, never outside of the bounds, which are in the year. */
    long atWork(Dice dice, long wish, long earliest, long latest) {
        int day = day(wish);
        if (weekend[day] && !dice.chance(WEEKEND)) {
            day -= 1 + dice.below(4);
        }
        long time = starts[Math.max(0, day)] + OPENING + dice.below((int) HOURS);
        return time >= earliest && time <= latest ? time : Math.clamp(wish, earliest, Math.max(earliest, latest));
    }

    /** The number of the day in the year of an instant in it. */
    int day(long second) {
        int day = Math.clamp((second - starts[0]) / DAY, 0, DAYS);
        while (day < DAYS && starts[day + 1] <= second) {
            day++;
        }
        while (day > 0 && starts[day] > second) {
            day--;
        }
        return day;
    }

    /** The date of an instant in the year, in days since 1970. */
    int date(long second) {
        return (int) first.toEpochDay() + day(second);
    }

    LocalDate dateOf(int day) {
        return first.plusDays(day);
    }
}
