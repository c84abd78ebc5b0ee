package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.ScenesWire.Arrangement;
import io.haina.api.ScenesWire.SceneShown;
import io.haina.api.ScenesWire.SceneWritten;
import io.haina.catalog.Catalogs;
import io.haina.field.RecordKind;
import io.haina.idempotency.Once;
import io.haina.problem.Problem;
import io.haina.scene.Scenes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saved filters: the program's, and each person's own. */
@RestController
@RequestMapping(ApiNames.RECORDS + "/scenes")
@Tag(name = "scenes", description = "Saved filters")
class ScenesApi {

    private final Scenes scenes;
    private final Catalogs catalogs;

    ScenesApi(Scenes scenes, Catalogs catalogs) {
        this.scenes = scenes;
        this.catalogs = catalogs;
    }

    @GetMapping
    @Operation(summary = "One's saved filters of a kind in one's own order, hidden ones as well")
    Items<SceneShown> list(Actor actor, @PathVariable String kind) {
        return new Items<>(scenes.of(actor, ApiNames.kind(kind)).stream()
                .map(SceneShown::of)
                .toList());
    }

    @PostMapping
    @Operation(summary = "Save a filter")
    @ApiResponse(responseCode = "201")
    ResponseEntity<SceneShown> add(
            Actor actor, @PathVariable String kind, @RequestBody SceneWritten written, Once once) {
        RecordKind of = ApiNames.kind(kind);
        String path = "/api/v1/" + kind + "/scenes";
        long made = once.made(written, () -> scenes.add(actor, of, written.draft(catalogs.of(actor, of))));
        return ResponseEntity.created(URI.create(path + "/" + made)).body(SceneShown.of(scenes.get(actor, of, made)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Write an own saved filter anew")
    SceneShown change(
            Actor actor, @PathVariable String kind, @PathVariable String id, @RequestBody SceneWritten written) {
        RecordKind of = ApiNames.kind(kind);
        long scene = mine(actor, of, id);
        scenes.change(actor, scene, written.draft(catalogs.of(actor, of)));
        return SceneShown.of(scenes.get(actor, of, scene));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete an own saved filter")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String kind, @PathVariable String id) {
        scenes.delete(actor, mine(actor, ApiNames.kind(kind), id));
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/{id}/default")
    @Operation(summary = "Let one's list begin with a saved filter")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> setDefault(Actor actor, @PathVariable String kind, @PathVariable String id) {
        scenes.setDefault(actor, ApiNames.kind(kind), ApiNames.id(Problem.Kind.SCENE, id));
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/order")
    @Operation(summary = "Put one's saved filters into an order, and hide some")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> arrange(Actor actor, @PathVariable String kind, @RequestBody Arrangement arrangement) {
        scenes.arrange(
                actor,
                ApiNames.kind(kind),
                ApiNames.ids("shown", arrangement.shown()),
                ApiNames.ids("hidden", arrangement.hidden()));
        return ResponseEntity.noContent().build();
    }

    /** A scene of this kind: one of another kind is not found at this address. */
    private long mine(Actor actor, RecordKind kind, String id) {
        return scenes.get(actor, kind, ApiNames.id(Problem.Kind.SCENE, id)).id();
    }
}
