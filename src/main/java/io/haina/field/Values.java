package io.haina.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a draft sets, checked and typed: a field that it does not name keeps its value, one that it names as null loses it. */
public final class Values {

    private final Map<Field, @Nullable Object> values;
    private final Map<Field, @Nullable Object> kept;

    Values(Map<Field, @Nullable Object> values) {
        this(values, Map.of());
    }

    Values(Map<Field, @Nullable Object> values, Map<Field, @Nullable Object> kept) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
    }

    /** By field, in the order of the draft; each as its type's {@link FieldType.Shape} says, or null. */
    public Map<Field, @Nullable Object> byField() {
        return values;
    }

    /** What it names of fields that its author only reads: a record must have these values already. */
    public Map<Field, @Nullable Object> kept() {
        return kept;
    }

    /** The value of a field, null where it is not named or named as nothing. */
    public @Nullable Object get(String name) {
        for (Map.Entry<Field, @Nullable Object> entry : values.entrySet()) {
            if (entry.getKey().name().equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Whether a field is named, even as nothing. */
    public boolean names(String name) {
        return values.keySet().stream().anyMatch(field -> field.name().equals(name));
    }

    /** The same without a field, for what is set in another way. */
    public Values without(String... names) {
        Map<Field, @Nullable Object> left = new LinkedHashMap<>(values);
        left.keySet().removeIf(field -> java.util.List.of(names).contains(field.name()));
        return new Values(left, kept);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
