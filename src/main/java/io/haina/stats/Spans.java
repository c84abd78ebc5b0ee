package io.haina.stats;

import io.haina.database.SqlText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tally rows add up to a range: the whole months in it, and single days only where it begins or ends within one.
 *
 * @param first the first day of all
 * @param last the last day of all
 */
record Spans(List<Part> parts, LocalDate first, LocalDate last) {

    /** Where the span {@code all} begins. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** Rows of one length that begin from one day to another, both inclusive. */
    record Part(String span, LocalDate first, LocalDate last) {}

    /** The fewest rows that add up to a range. */
    static Spans of(Range range) {
        return range.equals(Range.ALL)
                ? new Spans(List.of(new Part("all", BEGINNING, BEGINNING)), BEGINNING, END)
                : monthsAndDays(range);
    }

    /** The rows that add up to a range and tell its periods apart. */
    static Spans of(Range range, Period period) {
        if (period == Period.MONTH) {
            return monthsAndDays(range);
        }
        LocalDate first = first(range);
        LocalDate last = last(range);
        return new Spans(List.of(new Part("day", first, last)), first, last);
    }

    private static Spans monthsAndDays(Range range) {
        LocalDate first = first(range);
        LocalDate last = last(range);
        YearMonth from = YearMonth.from(first);
        YearMonth until = YearMonth.from(last);
        List<Part> parts = new ArrayList<>();
        if (first.isAfter(from.atDay(1))) {
            parts.add(new Part("day", first, min(last, from.atEndOfMonth())));
            from = from.plusMonths(1);
        }
        boolean whole = last.equals(until.atEndOfMonth());
        YearMonth lastWhole = whole ? until : until.minusMonths(1);
        if (!from.isAfter(lastWhole)) {
            parts.add(new Part("month", from.atDay(1), lastWhole.atDay(1)));
        }
        if (!whole && !from.isAfter(until)) {
            parts.add(new Part("day", until.atDay(1), last));
        }
        return new Spans(List.copyOf(parts), first, last);
    }

    /**
     * Selects from the tally: one branch for each part, so that each is one range of the index.
     *
     * @param columns of {@code tally t}
     * @param where a condition that holds for all parts
     */
    SqlText select(String columns, SqlText where) {
        SqlText sql = new SqlText();
        String union = "";
        for (Part part : parts) {
            sql.add(union + "select " + columns + " from tally t where ")
                    .add(where)
                    .add(" and t.span = ? and t.start between ? and ?", part.span(), part.first(), part.last());
            union = "\nunion all ";
        }
        return sql;
    }

    private static LocalDate first(Range range) {
        LocalDate from = range.from();
        return from == null || from.isBefore(BEGINNING) ? BEGINNING : min(from, END);
    }

    private static LocalDate last(Range range) {
        LocalDate to = range.to();
        if (to != null && to.isBefore(BEGINNING)) {
            return BEGINNING;
        }
        return to == null ? END : min(to, END);
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
