package io.haina.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.testing.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);

    @Test
    void theRowsOfAnyRangeCoverEachOfItsDaysOnce() {
        Random random = new Random(7);
        for (int n = 0; n < 3_000; n++) {
            LocalDate from = FIRST.plusDays(random.nextInt(200));
            LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 5 : 120));
            Range range = new Range(from, to);
            List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
            assertThat(daysOf(Spans.of(range))).as("%s", range).containsExactlyElementsOf(days);
            for (Period period : Period.values()) {
                assertThat(daysOf(Spans.of(range, period))).as("%s", range).containsExactlyElementsOf(days);
            }
        }
    }

    @Test
    void singleDaysAreReadOnlyAtTheEdges() {
        assertThat(Spans.of(range("2024-01-01", "2024-03-31")).parts())
                .containsExactly(months("2024-01-01", "2024-03-01"));
        assertThat(Spans.of(range("2024-01-31", "2024-03-01")).parts())
                .containsExactly(
                        days("2024-01-31", "2024-01-31"),
                        months("2024-02-01", "2024-02-01"),
                        days("2024-03-01", "2024-03-01"));
        assertThat(Spans.of(range("2024-02-01", "2024-02-28")).parts())
                .containsExactly(days("2024-02-01", "2024-02-28"));
        assertThat(Spans.of(range("2024-02-01", "2024-02-29")).parts())
                .containsExactly(months("2024-02-01", "2024-02-01"));
        assertThat(Spans.of(range("2023-02-01", "2023-02-28")).parts())
                .containsExactly(months("2023-02-01", "2023-02-01"));
    }

    @Test
    void allTimeIsOneRow() {
        assertThat(Spans.of(Range.ALL).parts())
                .containsExactly(new Spans.Part("all", Spans.BEGINNING, Spans.BEGINNING));
    }

    @Test
    void anOpenRangeReadsMonthsToTheEndOfTime() {
        assertThat(Spans.of(new Range(LocalDate.of(2024, 2, 29), null)).parts())
                .containsExactly(days("2024-02-29", "2024-02-29"), months("2024-03-01", "9999-12-01"));
        assertThat(Spans.of(new Range(null, LocalDate.of(2024, 2, 1))).parts())
                .containsExactly(months("0001-01-01", "2024-01-01"), days("2024-02-01", "2024-02-01"));
    }

    @Test
    void daysThatNoDatabaseKnowsAreCut() {
        Spans spans = Spans.of(new Range(LocalDate.MIN, LocalDate.MAX));
        assertThat(spans.first()).isEqualTo(Spans.BEGINNING);
        assertThat(spans.last()).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThat(Refusal.of(() -> range("2024-02-02", "2024-02-01")))
                .isEqualTo(new Problem.Invalid("to", Rule.OUT_OF_RANGE));
    }

    private static List<LocalDate> daysOf(Spans spans) {
        List<LocalDate> days = new ArrayList<>();
        for (Spans.Part part : spans.parts()) {
            LocalDate end = part.span().equals("month")
                    ? part.last().plus(1, ChronoUnit.MONTHS)
                    : part.last().plusDays(1);
            part.first().datesUntil(end).forEach(days::add);
        }
        return days;
    }

    private static Range range(String from, String to) {
        return new Range(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Spans.Part days(String first, String last) {
        return new Spans.Part("day", LocalDate.parse(first), LocalDate.parse(last));
    }

    private static Spans.Part months(String first, String last) {
        return new Spans.Part("month", LocalDate.parse(first), LocalDate.parse(last));
    }
}
