package io.haina.dialect.registration;

import io.haina.customer.CustomerFields;
import io.haina.dialect.Inputs;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.stats.Period;
import io.haina.stats.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of document 000 as filters, pages and ranges. An empty parameter means no filter. */
final class RegistrationFilters {

    private RegistrationFilters() {}

    static Filter customers(
            @Nullable String status,
            @Nullable String keyword,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String source) {
        List<Filter> parts = new ArrayList<>();
        String statusWord = Inputs.text("status", status);
        if (statusWord != null) {
            parts.add(new Filter.Is(
                    CustomerFields.STATUS,
                    Set.of(RegistrationNames.status(statusWord).key())));
        }
        String words = Inputs.text("keyword", keyword);
        if (words != null) {
            parts.add(new Filter.Search(words));
        }
        addIs(parts, CustomerFields.INDUSTRY, "industry", industry);
        addIs(parts, CustomerFields.REGION, "region", region);
        addIs(parts, CustomerFields.SOURCE, "source", source);
        return Filter.all(parts);
    }

    private static void addIs(List<Filter> parts, String field, String name, @Nullable String value) {
        String text = Inputs.text(name, value);
        if (text != null) {
            parts.add(new Filter.Is(field, Set.of(text)));
        }
    }

    /**
     * The page that is asked for.
     *
     * @param size the page size where none is asked for
     */
    static Page page(@Nullable String page, @Nullable String limit, int size) {
        return new Page(Inputs.integer("page", page, 1), Inputs.integer("limit", limit, size));
    }

    static Range range(@Nullable String startDate, @Nullable String endDate) {
        LocalDate from = Inputs.date("start_date", startDate);
        LocalDate to = Inputs.date("end_date", endDate);
        if (from != null && to != null && from.isAfter(to)) {
            throw Refused.invalid("start_date", Rule.OUT_OF_RANGE);
        }
        return new Range(from, to);
    }

    /** By day where nothing is said. */
    static Period period(@Nullable String period) {
        return RegistrationNames.period(Inputs.text("period", period));
    }

    /** A value that must be there; what else it must be, the core says. */
    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        return value;
    }
}
