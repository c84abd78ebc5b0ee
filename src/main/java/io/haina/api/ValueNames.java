package io.haina.api;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Single values as the native API reads and writes them. */
final class ValueNames {

    /** Digits before or behind the point that no value of a record needs. */
    private static final int LARGEST_SCALE = 64;

    private ValueNames() {}

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
