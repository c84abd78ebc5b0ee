package io.haina.field;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of one kind of record: the only way from a field's name to its column, and the check of what is written. */
public final class FieldCatalog {

    private final Map<String, Field> fields;

    public FieldCatalog(List<Field> fields) {
        this.fields = fields.stream()
                .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    /** The field of a name. @throws Refused if there is none */
    public Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw Refused.invalid(name, Rule.UNKNOWN);
        }
        return field;
    }

    /**
     * A text as it is stored: trimmed, and null where nothing is left.
     *
     * @throws Refused if it is required and missing, too long, or holds a control character that no text has
     */
    public @Nullable String text(String name, @Nullable String value) {
        Field field = field(name);
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            if (field.required()) {
                throw Refused.invalid(name, Rule.REQUIRED);
            }
            return null;
        }
        return Texts.checked(name, text, field.maximumLength());
    }

    /** A text that must be there. @throws Refused as {@link #text} and if it is empty */
    public String requiredText(String name, @Nullable String value) {
        String text = text(name, value);
        if (text == null) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        return text;
    }
}
