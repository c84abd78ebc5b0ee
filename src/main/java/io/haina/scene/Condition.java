package io.haina.scene;

import io.haina.filter.Operator;
import java.util.List;

/**
 * One condition of a saved filter, as it was written: whether it fits the field is asked whenever it is used.
 *
 * @param field by the core's name, or {@link #SHARED}
 * @param values texts, as {@link io.haina.field.Conditions} takes them
 */
public record Condition(String field, Operator operator, List<String> values) {

    /** Stands for a field where records are meant that the person is a member of. */
    public static final String SHARED = "shared";

    /** Finds what the person is a member of. */
    public static Condition shared() {
        return new Condition(SHARED, Operator.IS, List.of());
    }

    public Condition {
        values = List.copyOf(values);
    }
}
