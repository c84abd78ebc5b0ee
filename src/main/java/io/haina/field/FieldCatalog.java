package io.haina.field;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.Role;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one kind of record: the only way from a field's name to its column, and the check of what is written. */
public final class FieldCatalog {

    private static final String NAME = "name";

    private final Map<String, Field> fields;
    private final Map<String, Field> aside;

    public FieldCatalog(List<Field> fields) {
        this(fields, List.of());
    }

    /**
     * A catalogue.
     *
     * @param aside fields that few ask for: found by their names like the others, and read only as part of the whole
     */
    public FieldCatalog(List<Field> fields, List<Field> aside) {
        this.fields = byName(fields);
        this.aside = byName(aside);
    }

    private static Map<String, Field> byName(List<Field> fields) {
        return fields.stream()
                .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    /** The same catalogue, with what stands aside among its fields. */
    public FieldCatalog whole() {
        return new FieldCatalog(
                Stream.concat(fields.values().stream(), aside.values().stream()).toList());
    }

    /** The field of a name. @throws Refused if there is none */
    public Field field(String name) {
        return find(name).orElseThrow(() -> Refused.invalid(name, Rule.UNKNOWN));
    }

    /** The field of a name, if there is one. */
    public Optional<Field> find(String name) {
        Field field = fields.get(name);
        return Optional.ofNullable(field == null ? aside.get(name) : field);
    }

    /** The field that people call so, if there is one. */
    public Optional<Field> labelled(String label) {
        return fields.values().stream()
                .filter(field -> field.label().equals(label))
                .findFirst();
    }

    /** What is left of it for a role: without the fields that are hidden from it. */
    public FieldCatalog seenBy(Role role) {
        return new FieldCatalog(seen(fields.values(), role), seen(aside.values(), role));
    }

    private static List<Field> seen(Collection<Field> fields, Role role) {
        return fields.stream()
                .filter(field -> !field.rules().hiddenFrom().contains(role))
                .toList();
    }

    /**
     * What a draft names, read as what its fields hold.
     *
     * @param raw by field name: texts, numbers, booleans, lists of texts; empty texts are null
     * @param zone in which times without one are meant
     * @return with what the role only reads apart, for clients send back what they were shown
     * @throws Refused if a name is unknown or no draft can set it, or a value breaks a rule
     */
    public Values read(Map<String, ? extends @Nullable Object> raw, Role role, ZoneId zone) {
        Map<Field, @Nullable Object> values = new LinkedHashMap<>();
        Map<Field, @Nullable Object> kept = new LinkedHashMap<>();
        raw.forEach((name, value) -> {
            Field field = field(name);
            if (!field.isWritable()) {
                throw Refused.invalid(name, Rule.UNKNOWN);
            }
            if (field.rules().readOnlyFor().contains(role)) {
                kept.put(field, ValueReader.readOptional(field, value, zone));
            } else {
                Object read = ValueReader.read(field, value, zone);
                if (read instanceof String text) {
                    check(field, text);
                }
                values.put(field, read);
            }
        });
        return new Values(values, kept);
    }

    /**
     * A draft of a new record: as {@link #read}, and no required field is missing.
     *
     * @throws Refused also if one is, or if a field that the role only reads has another value than a form begins with
     */
    public Values readNew(Map<String, ? extends @Nullable Object> raw, Role role, ZoneId zone) {
        Values draft = read(raw, role, zone);
        Map<Field, @Nullable Object> begun = new LinkedHashMap<>(draft.byField());
        draft.kept().forEach((field, value) -> {
            if (value != null) {
                if (!value.equals(ValueReader.readOptional(field, field.rules().defaultValue(), zone))) {
                    throw new Refused(new Problem.FieldReadOnly(field.label()));
                }
                begun.put(field, value);
            }
        });
        Values values = new Values(begun);
        for (Field field : fields.values()) {
            if (field.isWritable() && field.required() && values.get(field.name()) == null) {
                throw Refused.invalid(field.name(), Rule.REQUIRED);
            }
        }
        return values;
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
        check(field, text);
        return Texts.checked(name, text, field.maximumLength());
    }

    /** What must be there must be seen; and what is called a name is one line. */
    private static void check(Field field, String text) {
        if (field.required() && !Texts.isVisible(text)) {
            throw Refused.invalid(field.name(), Rule.REQUIRED);
        }
        if (field.name().equals(NAME) && !Texts.isLine(text)) {
            throw Refused.invalid(field.name(), Rule.FORBIDDEN_CHARACTER);
        }
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
