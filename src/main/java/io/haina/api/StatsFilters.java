package io.haina.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters by which a list shows the rows that a figure counts. */
final class StatsFilters {

    /** What those hold whom the reader's data scope names: records that are only shared with the reader are not counted. */
    static final Map<String, Object> HELD = Map.of("held", true);

    private StatsFilters() {}

    /** All of some filters; null ones say nothing. */
    @SafeVarargs
    static Map<String, Object> all(@Nullable Map<String, Object>... parts) {
        List<Map<String, Object>> said = new ArrayList<>();
        for (Map<String, Object> part : parts) {
            if (part != null) {
                said.add(part);
            }
        }
        return said.size() == 1 ? said.getFirst() : Map.of("all", said);
    }

    static Map<String, Object> condition(String field, String operator, Object... values) {
        return Map.of("field", field, "operator", operator, "values", List.of(values));
    }

    static Map<String, Object> status(String status) {
        return condition("status", "is", status);
    }

    /** A field that has a value, or where that is empty, none. */
    static Map<String, Object> value(String field, String value) {
        return value.isEmpty() ? condition(field, "is-null") : condition(field, "is", value);
    }

    /** Made on days of the company's zone, both inclusive; null for open. @return null if both are */
    static @Nullable Map<String, Object> made(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return null;
        }
        return all(
                from == null ? null : condition("createdAt", "at-least", from.toString()),
                to == null ? null : condition("createdAt", "at-most", to.toString()));
    }
}
