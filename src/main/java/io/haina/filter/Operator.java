package io.haina.filter;

import java.util.Optional;

/** How a condition compares a field with its values. The negative ones also find records without a value. */
public enum Operator {
    IS,
    IS_NOT,
    CONTAINS,
    NOT_CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    IS_NULL,
    IS_NOT_NULL,
    GREATER,
    AT_LEAST,
    LESS,
    AT_MOST,
    IN,
    NOT_IN,
    /** From the first value to the second, both inclusive; either may be empty. */
    BETWEEN;

    /** The operator of a name, as saved filters keep it. */
    public static Optional<Operator> of(String name) {
        for (Operator operator : values()) {
            if (operator.name().equals(name)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
