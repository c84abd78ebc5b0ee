package io.haina.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.FieldChange;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on the design of fields. */
sealed interface FieldDesignWire extends ApiWire {

    /**
     * What an admin says of a field; what is absent or null is as usual, or stays as it is.
     *
     * @param options texts, or objects with a value as the list of fields shows them
     * @param maxLength in characters, of texts
     * @param fillLevel how many levels of a cascade must be given at least
     * @param position the smaller the further to the front; a new field is the last
     * @param hiddenFrom some of sales, sales-manager
     * @param readOnlyFor some of sales, sales-manager
     */
    record FieldDraft(
            @Nullable String label,
            @Nullable String type,
            @Nullable Boolean required,
            @Nullable Boolean unique,
            @Nullable Boolean indexed,
            @Nullable List<@Nullable JsonNode> options,
            @Nullable Integer maxLength,
            @Nullable Integer fillLevel,

            @JsonProperty("default") @Schema(name = "default") @Nullable
            String defaultValue,

            @Nullable String help,
            @Nullable Integer position,
            @Nullable List<@Nullable String> hiddenFrom,
            @Nullable List<@Nullable String> readOnlyFor)
            implements FieldDesignWire {

        private static final int LAST = 1_000_000;

        CustomFieldDraft made(RecordKind kind, int last) {
            List<String> choices = texts();
            Set<Role> hidden = roles("hiddenFrom", hiddenFrom);
            Set<Role> readOnly = roles("readOnlyFor", readOnlyFor);
            return new CustomFieldDraft(
                    kind,
                    ApiNames.required("label", label),
                    ApiNames.choice("type", type, FieldType.values()),
                    length() == null ? 0 : Objects.requireNonNull(length()),
                    new FieldRules(
                            Boolean.TRUE.equals(required),
                            Boolean.TRUE.equals(unique),
                            Boolean.TRUE.equals(indexed),
                            choices == null ? List.of() : choices,
                            fillLevel == null ? 0 : fillLevel,
                            empty(defaultValue) ? null : defaultValue,
                            empty(help) ? null : help,
                            place() == null ? last : Objects.requireNonNull(place()),
                            hidden == null ? Set.of() : hidden,
                            readOnly == null ? Set.of() : readOnly));
        }

        private static boolean empty(@Nullable String text) {
            return text == null || text.isBlank();
        }

        FieldChange change() {
            return new FieldChange(
                    label,
                    type == null ? null : ApiNames.choice("type", type, FieldType.values()),
                    required,
                    unique,
                    indexed,
                    texts(),
                    length(),
                    fillLevel,
                    defaultValue,
                    help,
                    place(),
                    roles("hiddenFrom", hiddenFrom),
                    roles("readOnlyFor", readOnlyFor));
        }

        private @Nullable Integer place() {
            if (position != null && (position < 0 || position > LAST)) {
                throw new Refused(new Problem.Invalid("position", Rule.OUT_OF_RANGE, LAST));
            }
            return position;
        }

        private @Nullable Integer length() {
            if (maxLength != null && maxLength < 1) {
                throw new Refused(new Problem.Invalid("maxLength", Rule.OUT_OF_RANGE, 1));
            }
            return maxLength;
        }

        private @Nullable List<String> texts() {
            if (options == null) {
                return null;
            }
            List<String> texts = new ArrayList<>();
            for (JsonNode option : options) {
                JsonNode value = option != null && option.isObject() ? option.get("value") : option;
                if (value == null || !value.isString()) {
                    throw Refused.invalid("options", Rule.WRONG_TYPE);
                }
                texts.add(value.asString());
            }
            return texts;
        }

        /** Nothing is kept from an admin, who could not give it back. */
        private static @Nullable Set<Role> roles(String field, @Nullable List<@Nullable String> words) {
            if (words == null) {
                return null;
            }
            Set<Role> roles = EnumSet.noneOf(Role.class);
            Role[] choices = {Role.SALES, Role.SALES_MANAGER};
            words.forEach(word -> roles.add(ApiNames.choice(field, word, choices)));
            return roles;
        }
    }

    /** Names of fields in their order; those that are left out follow as they were. */
    record FieldOrder(@Nullable List<@Nullable String> names) implements FieldDesignWire {}
}
