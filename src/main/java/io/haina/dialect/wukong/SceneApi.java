package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.SceneWire.Arrangement;
import io.haina.dialect.wukong.SceneWire.Configuration;
import io.haina.dialect.wukong.SceneWire.Kept;
import io.haina.dialect.wukong.SceneWire.Offered;
import io.haina.dialect.wukong.SceneWire.Shown;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.scene.Scene;
import io.haina.scene.SceneDraft;
import io.haina.scene.Scenes;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Saved filters (场景). */
@RestController
class SceneApi {

    private final Scenes scenes;
    private final Catalogs catalogs;
    private final ConditionFilters filters;

    SceneApi(Scenes scenes, Catalogs catalogs, ConditionFilters filters) {
        this.scenes = scenes;
        this.catalogs = catalogs;
        this.filters = filters;
    }

    private static RecordKind kind(@Nullable Long type) {
        return RecordNames.kind("type", WukongFilters.required("type", type));
    }

    /** Those that are not hidden, in the person's order. */
    @Operation(summary = "筛选场景(不含隐藏)")
    @RequestMapping("/api/scene/queryScene")
    Found<List<Shown>> list(Actor actor, @Sent Kept asked) {
        return new Found<>(shown(actor, kind(asked.type()), false));
    }

    private List<Shown> shown(Actor actor, RecordKind kind, boolean hidden) {
        return scenes.of(actor, kind).stream()
                .filter(scene -> scene.hidden() == hidden)
                .map(scene -> shown(actor, scene))
                .toList();
    }

    private static Shown shown(Actor actor, Scene scene) {
        return new Shown(
                scene.id(),
                SceneNames.name(scene),
                scene.system() == null ? 0 : 1,
                scene.isDefault() ? 1 : 0,
                scene.hidden() ? 1 : 0,
                SceneNames.byData(scene),
                SceneNames.data(actor, scene));
    }

    @Operation(summary = "添加筛选场景")
    @RequestMapping("/api/scene/addScene")
    Done add(Actor actor, @Sent Kept kept) {
        RecordKind kind = kind(kept.type());
        scenes.add(actor, kind, draft(actor, kind, kept));
        return new Done();
    }

    @Operation(summary = "修改筛选场景")
    @RequestMapping("/api/scene/updateScene")
    Done change(Actor actor, @Sent Kept kept) {
        long id = WukongFilters.required("sceneId", kept.sceneId());
        RecordKind kind = kept.type() == null ? kindOf(actor, id) : kind(kept.type());
        scenes.change(actor, id, draft(actor, kind, kept));
        return new Done();
    }

    private RecordKind kindOf(Actor actor, long id) {
        for (RecordKind kind : RecordKind.values()) {
            if (scenes.of(actor, kind).stream().anyMatch(scene -> scene.id() == id)) {
                return kind;
            }
        }
        return RecordKind.LEAD;
    }

    private SceneDraft draft(Actor actor, RecordKind kind, Kept kept) {
        JsonNode data = kept.data();
        String source = data == null || data.isNull() ? null : data.isString() ? data.asString() : data.toString();
        return new SceneDraft(
                kept.name(),
                filters.core(actor, kind, ConditionFilters.read(data).values()),
                source,
                Integer.valueOf(1).equals(kept.isDefault()));
    }

    @Operation(summary = "设为默认场景")
    @RequestMapping("/api/scene/setDefaultScene")
    Done setDefault(Actor actor, @Sent Kept kept) {
        scenes.setDefault(actor, WukongFilters.required("sceneId", kept.sceneId()));
        return new Done();
    }

    @Operation(summary = "删除筛选场景")
    @RequestMapping("/api/scene/deleteScene")
    Done delete(Actor actor, @Sent Kept kept) {
        scenes.delete(actor, WukongFilters.required("sceneId", kept.sceneId()));
        return new Done();
    }

    /** All scenes, those shown and those hidden. */
    @Operation(summary = "场景设置")
    @RequestMapping("/api/scene/querySceneConfig")
    Found<Configuration> configuration(Actor actor, @Sent Kept asked) {
        RecordKind kind = kind(asked.type());
        return new Found<>(new Configuration(shown(actor, kind, false), shown(actor, kind, true)));
    }

    /** Puts scenes into an order, and hides some. */
    @Operation(summary = "保存场景的顺序与隐藏")
    @RequestMapping("/api/scene/sceneConfig")
    Done arrange(Actor actor, @Sent Arrangement arrangement) {
        scenes.arrange(
                actor,
                kind(arrangement.type()),
                RecordFilters.optionalIds(arrangement.noHideIds()),
                RecordFilters.optionalIds(arrangement.hideIds()));
        return new Done();
    }

    /** The fields by which a list can be narrowed. */
    @Operation(summary = "可用于筛选的字段")
    @RequestMapping({"/api/scene/queryField", "/api/scene/queryFilterField"})
    Found<List<Offered>> fields(Actor actor, @Sent SceneWire.Asked asked) {
        RecordKind kind = kind(asked.label() == null ? asked.type() : asked.label());
        return new Found<>(catalogs.of(actor, kind).fields().stream()
                .filter(field -> !FieldNames.label(kind, field).isEmpty())
                .map(field -> offered(kind, field))
                .toList());
    }

    private static Offered offered(RecordKind kind, Field field) {
        return new Offered(
                RecordNames.fieldId(kind, field),
                RecordNames.key(kind, field),
                FieldNames.label(kind, field),
                FieldNames.form(kind, field).word(),
                FieldNames.choices(kind, field));
    }
}
