package io.haina.catalog;

import io.haina.field.Field;
import io.haina.field.FieldRules;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant says of a built-in field.
 *
 * @param label null keeps the program's
 * @param rules its position counts only where it is not 0; whether an index serves the field is the program's affair
 */
public record FieldSetting(String name, @Nullable String label, FieldRules rules) {

    /** The field under the tenant's rules. What the program requires stays required. */
    Field on(Field field) {
        FieldRules own = field.rules();
        Field ruled = field.with(new FieldRules(
                own.required() || rules.required(),
                rules.unique(),
                own.indexed(),
                rules.options().isEmpty() ? own.options() : rules.options(),
                own.fillLevel(),
                rules.defaultValue(),
                rules.hint(),
                rules.position() == 0 ? own.position() : rules.position(),
                own.required() ? own.hiddenFrom() : rules.hiddenFrom(),
                rules.readOnlyFor()));
        return label == null ? ruled : ruled.labelled(label);
    }
}
