package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.field.RecordKind;
import io.haina.scene.Scene;
import io.haina.scene.SystemScene;
import org.jspecify.annotations.Nullable;

/** The document's names of the scenes that everybody has, and what they say they look for. */
final class SceneNames {

    private SceneNames() {}

    static String name(Scene scene) {
        SystemScene system = scene.system();
        if (system == null) {
            return scene.name();
        }
        String word = word(scene.kind());
        return switch (system) {
            case ALL -> "全部" + word;
            case MINE -> "我负责的" + word;
            case SUBORDINATES -> "下属负责的" + word;
            case CONVERTED -> "已转化的" + word;
            case SHARED -> "我参与的" + word;
        };
    }

    private static String word(RecordKind kind) {
        return switch (kind) {
            case LEAD -> "线索";
            case CUSTOMER -> "客户";
            case CONTACT -> "联系人";
            case OPPORTUNITY -> "商机";
            case PRODUCT -> "产品";
        };
    }

    /** How clients know the scene of converted leads. */
    static @Nullable String byData(Scene scene) {
        return scene.system() == SystemScene.CONVERTED ? "transform" : null;
    }

    /** The conditions as JSON in a text: of an own scene as they came. */
    static String data(Actor actor, Scene scene) {
        SystemScene system = scene.system();
        if (system == null) {
            return scene.source() == null ? "{}" : scene.source();
        }
        return switch (system) {
            case ALL -> scene.kind() == RecordKind.LEAD ? condition("is_transform", "is", 0) : "{}";
            case MINE -> condition("owner_user_id", "is", actor.staffId());
            case SUBORDINATES -> condition("owner_user_id", "isNot", actor.staffId());
            case CONVERTED -> condition("is_transform", "is", 1);
            case SHARED -> condition("ro_user_id", "takePart", actor.staffId());
        };
    }

    private static String condition(String name, String condition, long value) {
        return "{\"%1$s\":{\"condition\":\"%2$s\",\"name\":\"%1$s\",\"value\":%3$d}}".formatted(name, condition, value);
    }
}
