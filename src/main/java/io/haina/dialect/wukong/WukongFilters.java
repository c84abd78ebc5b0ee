package io.haina.dialect.wukong;

import io.haina.dialect.Inputs;
import io.haina.filter.Page;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What clients of document 002 send to narrow and page a list, as the core's filters and pages. */
final class WukongFilters {

    private static final int PAGE_SIZE = 10;

    private WukongFilters() {}

    /** The page that is asked for: the first, of ten rows, where nothing is said. */
    static Page page(@Nullable Integer page, @Nullable Integer limit) {
        return new Page(page == null ? 1 : page, limit == null ? PAGE_SIZE : limit);
    }

    /** The words of a search box, or null. @throws Refused if they are no such thing */
    static @Nullable String words(@Nullable String search) {
        return Inputs.text("search", search);
    }

    /** A value within JSON as text; null where there is none. @throws Refused if it is a list or an object */
    static @Nullable String scalar(String name, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw Refused.invalid(name, Rule.WRONG_TYPE);
        }
        return value.asString();
    }

    /** A value that must be there. @throws Refused if it is not */
    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        return value;
    }

    /** An id that must be there. @throws Refused if it is not */
    static long required(String name, @Nullable Long value) {
        if (value == null) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        return value;
    }

    /**
     * A number that stands for yes or no; null where none is sent.
     *
     * @throws Refused if it is another number
     */
    static @Nullable Boolean flag(String name, @Nullable Integer value, int no, int yes) {
        if (value == null) {
            return null;
        }
        if (value != no && value != yes) {
            throw Refused.invalid(name, Rule.NOT_A_CHOICE);
        }
        return value == yes;
    }
}
