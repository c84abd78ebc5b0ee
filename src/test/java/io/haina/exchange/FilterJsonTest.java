package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.field.Span;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilterJsonTest {

    private static Filter again(Filter filter) {
        return FilterJson.read(JobRows.JSON.readTree(JobRows.JSON.writeValueAsString(FilterJson.write(filter))));
    }

    @Test
    void a_filter_comes_back_as_it_was() {
        Instant at = Instant.parse("2026-01-31T00:00:00Z");
        List<Object> values = List.of(
                "a",
                1L,
                2,
                new BigDecimal("3.50"),
                true,
                LocalDate.of(2026, 1, 31),
                at,
                new Span(at, at.plusSeconds(1)),
                UUID.randomUUID());
        for (Filter filter : List.of(
                Filter.EVERYTHING,
                new Filter.Any(List.of(new Filter.Search("'; drop"), new Filter.Is("industry", Set.of("IT")))),
                new Filter.Match("f1", Operator.NOT_IN, values),
                new Filter.During("createdAt", at, null),
                new Filter.During("createdAt", null, at),
                new Filter.Held(),
                new Filter.HeldBy(1),
                new Filter.HeldByTeam(2),
                new Filter.HeldByThoseUnder(3),
                new Filter.HeldInDepartment(4),
                new Filter.SharedWith(5, false),
                new Filter.SharedWith(5, true),
                new Filter.Starred(6),
                new Filter.InPool(),
                new Filter.InOpenPool(7),
                new Filter.InPoolOf(8))) {
            assertThat(again(filter)).isEqualTo(filter);
        }
    }

    @Test
    void no_wish_names_a_tenant() {
        assertThatThrownBy(() -> FilterJson.write(new Filter.All(List.of(new Filter.InTenant(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
