package io.haina.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.field.FieldCatalog;
import io.haina.filter.Operator;
import io.haina.scene.Condition;
import io.haina.scene.Scene;
import io.haina.scene.SceneDraft;
import io.haina.scene.SystemScene;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on scenes: saved filters. */
sealed interface ScenesWire extends ApiWire {

    /** A condition of a saved filter; its values are texts, whatever they were written as. */
    record SceneCondition(String field, String operator, List<String> values) implements ScenesWire {}

    /**
     * A saved filter.
     *
     * @param system which of the program's it is; null for an own one
     * @param name empty for one of the program's
     * @param conditions of an own one; all of them hold
     * @param isDefault the list begins with it
     * @param broken a condition no longer fits the fields that one sees, so it finds nothing
     */
    @Schema(name = "Scene")
    record SceneShown(
            long id,
            String name,
            @Nullable String system,
            List<SceneCondition> conditions,
            boolean hidden,

            @JsonProperty("default") @Schema(name = "default")
            boolean isDefault,

            boolean broken)
            implements ScenesWire {

        static SceneShown of(Scene scene) {
            SystemScene system = scene.system();
            return new SceneShown(
                    scene.id(),
                    scene.name(),
                    system == null ? null : ApiNames.word(system),
                    scene.conditions().stream()
                            .map(each ->
                                    new SceneCondition(each.field(), ApiNames.word(each.operator()), each.values()))
                            .toList(),
                    scene.hidden(),
                    scene.isDefault(),
                    scene.broken());
        }
    }

    /** A condition as it is written, like those of a filter. */
    @Schema(name = "SceneConditionDraft")
    record ConditionWritten(
            @Nullable String field,
            @Nullable String operator,
            @Schema(type = "array") @Nullable JsonNode values) implements ScenesWire {

        Condition condition(FieldCatalog catalog) {
            String name = RecordNames.known(catalog, ApiNames.required("field", field))
                    .name();
            return new Condition(
                    name, ApiNames.choice("operator", operator, Operator.values()), JsonNames.values(name, values));
        }
    }

    /** A saved filter as it is written, whole. */
    @Schema(name = "SceneDraft")
    record SceneWritten(
            @Nullable String name,
            @Nullable List<@Nullable ConditionWritten> conditions,

            @JsonProperty("default") @Schema(name = "default") @Nullable
            Boolean isDefault)
            implements ScenesWire {

        SceneDraft draft(FieldCatalog catalog) {
            return new SceneDraft(
                    name,
                    ApiNames.required("conditions", conditions).stream()
                            .map(each -> ApiNames.required("conditions", each).condition(catalog))
                            .toList(),
                    null,
                    Boolean.TRUE.equals(isDefault));
        }
    }

    /** The order of all scenes of a kind: those that are shown, and those that are not. */
    @Schema(name = "SceneArrangement")
    record Arrangement(
            @Nullable List<@Nullable Long> shown, @Nullable List<@Nullable Long> hidden) implements ScenesWire {}
}
