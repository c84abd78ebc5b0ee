package io.haina.dialect.wukong;

import io.haina.dialect.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Saved filters on the wire. */
sealed interface SceneWire extends WukongWire {

    /** A scene as a client sends it: of a kind, or by its number. */
    record Kept(
            @Nullable Long type,
            @Nullable Long sceneId,
            @Nullable String name,
            @Nullable JsonNode data,
            @Nullable Integer isDefault)
            implements SceneWire {}

    /** A scene as it is shown. */
    record Shown(
            long sceneId,
            String name,
            int isSystem,
            int isDefault,
            int isHide,
            @Nullable String bydata,
            String data) implements SceneWire {}

    /** The scenes that are shown, and those that are hidden. */
    record Configuration(List<Shown> value, List<Shown> hideValue) implements SceneWire {}

    /** The order of scenes, and which are hidden. */
    record Arrangement(
            @Nullable Long type,
            @Nullable Numbers noHideIds,
            @Nullable Numbers hideIds) implements SceneWire {}

    /** Whose fields are wanted: the number of a kind, by either name. */
    record Asked(@Nullable Long label, @Nullable Long type) implements SceneWire {}

    /** A field by which a list can be narrowed. */
    record Offered(long fieldId, String fieldName, String name, String formType, List<?> setting)
            implements SceneWire {}

    /** What a field is compared with where that is a number: the number, and what people call it. */
    record Choice(String name, int value) implements SceneWire {}
}
