package io.haina.api;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single values as the native API reads and writes them. */
final class ValueNames {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /** Digits before or behind the point that no value of a record needs. */
    private static final int LARGEST_SCALE = 64;

    private ValueNames() {}

    /** The number of a record in an address; what is no number is no record's. */
    static long id(Problem.Kind kind, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Refused.notFound(kind);
        }
        return Long.parseLong(text);
    }

    /** Numbers of records, of which each must be there. @throws Refused if there are none */
    static List<Long> ids(String field, @Nullable List<@Nullable Long> ids) {
        if (ids == null || ids.isEmpty()) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        List<Long> numbers = new ArrayList<>(ids.size());
        for (Long id : ids) {
            numbers.add(required(field, id));
        }
        return numbers;
    }

    /** A value that must be there. @throws Refused if it is not */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        return value;
    }

    /** A number that is written out in little space; a double's range is not. @throws Refused if it is none */
    static @Nullable BigDecimal bounded(String field, @Nullable BigDecimal number) {
        if (number != null && (Math.abs((long) number.scale()) > LARGEST_SCALE || number.precision() > LARGEST_SCALE)) {
            throw Refused.invalid(field, Rule.OUT_OF_RANGE);
        }
        return number;
    }

    /** A number without zeros at the end of its fraction. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
