package io.haina.dialect.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of fields. */
sealed interface FieldsWire extends OpenapiWire {

    /**
     * Which fields are wanted; null narrows nothing.
     *
     * @param name a part of what people call it
     */
    record FieldWish(
            @Nullable String name,
            @Nullable List<String> category,
            @Nullable List<String> type,
            @Nullable Boolean enabled,
            @Nullable Boolean editable)
            implements FieldsWire {}

    /** A field as the document describes it, with its category and whether it can be written. */
    record CustomerField(
            String accountId,
            String glFieldId,
            String field,
            String name,
            String param,
            String type,
            int status,
            boolean searchable,
            boolean oplog,
            @Nullable List<Choice> choices,
            @Nullable Options options,
            String createTime,
            String updateTime,
            String createAgent,
            String updateAgent,
            @Nullable List<String> scenes,
            int sort,
            @JsonProperty("isSystem") boolean isSystem,
            boolean required,
            String category,
            boolean editable)
            implements FieldsWire {}

    /** What can be chosen. Its key is what is written and read. */
    record Choice(
            String key,
            String value,
            @JsonProperty("isDefault") boolean isDefault) implements FieldsWire {}

    /**
     * What can be chosen in steps.
     *
     * @param level how many there are
     * @param fillLevel how many must be taken; 0 for none
     */
    record Options(int level, int fillLevel, List<Child> children) implements FieldsWire {}

    /** A step, and those that follow it. */
    record Child(String key, String value, List<Child> children) implements FieldsWire {}
}
