package io.haina.catalog;

import io.haina.field.Field;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an admin changes about a field; null leaves a thing as it is, an empty text empties it.
 *
 * @param type of the tenant's own fields alone, as are indexed, maximumLength, fillLevel, defaultValue and hint
 */
public record FieldChange(
        @Nullable String label,
        @Nullable FieldType type,
        @Nullable Boolean required,
        @Nullable Boolean unique,
        @Nullable Boolean indexed,
        @Nullable List<String> options,
        @Nullable Integer maximumLength,
        @Nullable Integer fillLevel,
        @Nullable String defaultValue,
        @Nullable String hint,
        @Nullable Integer position,
        @Nullable Set<Role> hiddenFrom,
        @Nullable Set<Role> readOnlyFor) {

    /** The tenant's own field as it is to be. */
    CustomFieldDraft of(RecordKind kind, Field field) {
        FieldRules was = field.rules();
        return new CustomFieldDraft(
                kind,
                label == null ? field.label() : label,
                type == null ? field.type() : type,
                maximumLength == null ? field.maximumLength() : maximumLength,
                new FieldRules(
                        or(required, was.required()),
                        or(unique, was.unique()),
                        or(indexed, was.indexed()),
                        or(options, was.options()),
                        or(fillLevel, was.fillLevel()),
                        text(defaultValue, was.defaultValue()),
                        text(hint, was.hint()),
                        or(position, was.position()),
                        or(hiddenFrom, was.hiddenFrom()),
                        or(readOnlyFor, was.readOnlyFor())));
    }

    /**
     * What is said of a built-in field from then on.
     *
     * @param own as the program has it
     * @param field as the tenant has it
     * @throws Refused if that is nothing that may be said of one
     */
    FieldSetting on(Field own, Field field) {
        if (Stream.of(type, indexed, maximumLength, fillLevel, defaultValue, hint)
                .anyMatch(each -> each != null)) {
            throw Refused.invalid("field", Rule.NOT_A_CHOICE);
        }
        FieldRules was = field.rules();
        String wanted = label == null ? field.label() : label.strip();
        List<String> choices = or(options, was.options());
        return new FieldSetting(
                own.name(),
                wanted.isEmpty() || wanted.equals(own.label()) ? null : wanted,
                new FieldRules(
                        or(required, was.required()),
                        or(unique, was.unique()),
                        false,
                        choices.equals(own.rules().options()) ? List.of() : choices,
                        null,
                        null,
                        or(position, was.position()),
                        or(hiddenFrom, was.hiddenFrom()),
                        or(readOnlyFor, was.readOnlyFor())));
    }

    private static <T> T or(@Nullable T wanted, T was) {
        return wanted == null ? was : wanted;
    }

    private static @Nullable String text(@Nullable String wanted, @Nullable String was) {
        return wanted == null ? was : wanted.isBlank() ? null : wanted.strip();
    }
}
