package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.field.RecordKind;
import io.haina.scene.Scene;
import io.haina.scene.SystemScene;
import org.jspecify.annotations.Nullable;

/** The document's names of the scenes that everybody has, and what they say they look for. */
final class SceneNames {

    static final String TRANSFORMED = "is_transform";

    private static final String OWNER = "owner_user_id";
    private static final String MEMBERS = "ro_user_id";

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
            case ALL -> scene.kind() == RecordKind.LEAD ? condition(TRANSFORMED, "is", 0) : "{}";
            case MINE -> condition(OWNER, "is", actor.staffId());
            case SUBORDINATES -> condition(OWNER, "isNot", actor.staffId());
            case CONVERTED -> condition(TRANSFORMED, "is", 1);
            case SHARED -> condition(MEMBERS, "takePart", actor.staffId());
        };
    }

    /** The key of what one of everybody's scenes looks for; null where that is everything. */
    static @Nullable String key(RecordKind kind, SystemScene scene) {
        return switch (scene) {
            case ALL -> kind == RecordKind.LEAD ? TRANSFORMED : null;
            case CONVERTED -> TRANSFORMED;
            case MINE, SUBORDINATES -> OWNER;
            case SHARED -> MEMBERS;
        };
    }

    private static String condition(String name, String condition, long value) {
        return "{\"%1$s\":{\"condition\":\"%2$s\",\"name\":\"%1$s\",\"value\":%3$d}}".formatted(name, condition, value);
    }
}
