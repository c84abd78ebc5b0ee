package io.haina.scene;

import io.haina.filter.Operator;
import java.util.List;

/**
 * One condition of a saved filter, as it was written: whether it fits the field is asked whenever it is used.
 *
 * @param field by the core's name
 * @param values texts, as {@link io.haina.field.Conditions} takes them
 */
public record Condition(String field, Operator operator, List<String> values) {

    public Condition {
        values = List.copyOf(values);
    }
}
