package io.haina.dialect.wukong;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.tenant.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of fields: of forms, of the heads of lists, and of what can be filtered. */
sealed interface FieldWire extends WukongWire {

    /** A wish for the fields of a kind; with an id, for those of a record. */
    record Wish(
            @Nullable Integer label,
            @Nullable Integer types,
            @Nullable Long id,
            @Nullable String name,
            @Nullable String val,
            @Nullable String value,
            @Nullable Long fieldId)
            implements FieldWire {}

    /**
     * A field of a form.
     *
     * @param isNull 1 where it must not be empty
     * @param setting what is chosen from, as a list; {@code options} is the same as a text
     * @param authLevel 3 to write, 2 to read
     * @param fieldType 1 for a built-in field, 2 for one of the company's own
     */
    record FormField(
            long fieldId,
            String fieldName,
            String name,
            String formType,
            int type,
            int label,
            @JsonProperty("isNull") int isNull,
            @JsonProperty("isUnique") int isUnique,
            @Nullable String inputTips,
            String defaultValue,
            List<?> setting,
            String options,
            @Nullable Object value,
            int authLevel,
            int fieldType)
            implements FieldWire {

        static FormField of(RecordKind kind, Field field, Role role, List<?> setting, @Nullable Object value) {
            Form form = FieldNames.form(kind, field);
            String standard =
                    field.rules().defaultValue() == null ? "" : field.rules().defaultValue();
            return new FormField(
                    RecordNames.fieldId(kind, field),
                    FieldNames.formName(kind, field),
                    field.label(),
                    form.word(),
                    form.number(),
                    RecordNames.label(kind),
                    field.required() ? 1 : 0,
                    FieldNames.isUnique(kind, field) ? 1 : 0,
                    field.rules().hint(),
                    standard,
                    setting,
                    String.join(",", FieldNames.options(field)),
                    value == null ? standard : value,
                    field.rules().readOnlyFor().contains(role) ? 2 : 3,
                    RecordNames.isOwn(kind, field) ? 2 : 1);
        }
    }

    /**
     * A column of a list.
     *
     * @param width in pixels
     */
    record Column(
            String fieldName,
            String name,
            int type,
            String formType,
            @Nullable Long fieldId,
            int width) implements FieldWire {}

    /** A field with its value, of a record's page. */
    record Shown(
            String fieldName,
            String name,
            String formType,
            int type,
            @Nullable Object value,
            long fieldId) implements FieldWire {}

    /** How the document calls a type of field, in words and as a number. */
    record Form(String word, int number) implements FieldWire {}
}
