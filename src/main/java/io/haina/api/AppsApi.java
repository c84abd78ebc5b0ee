package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.AppsWire.Rotation;
import io.haina.api.AppsWire.Shown;
import io.haina.api.AppsWire.Written;
import io.haina.app.Apps;
import io.haina.dialect.Edition;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.idempotency.Once;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The apps of the actor's company, for its admins. */
@RestController
@RequestMapping("/api/v1/apps")
@Tag(name = "apps", description = "Programs that sign their requests")
class AppsApi {

    private static final Codec<Shown> ISSUED = JsonNames.answers(Shown.class);

    private final Apps apps;

    AppsApi(Apps apps) {
        this.apps = apps;
    }

    @GetMapping
    @Operation(summary = "All apps, the oldest first")
    Items<Shown> list(Actor actor) {
        return new Items<>(apps.list(actor).stream()
                .map(app -> Shown.of(actor.tenantId(), app))
                .toList());
    }

    @GetMapping("/{appid}")
    @Operation(summary = "One app")
    ResponseEntity<Shown> get(Actor actor, @PathVariable String appid, Edition edition) {
        return edition.shown(shown(actor, ApiNames.appid(appid)));
    }

    private Shown shown(Actor actor, long appid) {
        return Shown.of(actor.tenantId(), apps.get(actor, appid));
    }

    @PostMapping
    @Operation(summary = "Make an app; its secret is shown this once")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Shown> make(Actor actor, @RequestBody Written written, Once once) {
        Shown made = once.secret(written, ISSUED, () -> Shown.of(actor.tenantId(), apps.make(actor, written.draft())));
        return ResponseEntity.created(URI.create("/api/v1/apps/" + made.appid()))
                .body(made);
    }

    @PatchMapping("/{appid}")
    @Operation(summary = "Change what is given of an app")
    ResponseEntity<Shown> change(
            Actor actor, @PathVariable String appid, @RequestBody Written written, Edition edition) {
        long app = ApiNames.appid(appid);
        return edition.change(
                () -> apps.hold(actor, app), () -> shown(actor, app), () -> apps.change(actor, app, written.draft()));
    }

    @PostMapping("/{appid}/rotate")
    @Operation(summary = "Give an app a new secret, shown this once; the former one holds for a while too")
    Shown rotate(
            Actor actor,
            @PathVariable String appid,
            @RequestBody(required = false) @Nullable Rotation rotation,
            Once once) {
        Duration overlap = rotation == null || rotation.overlap() == null
                ? Apps.USUAL_OVERLAP
                : ApiNames.duration("overlap", rotation.overlap());
        return once.secret(
                overlap, ISSUED, () -> Shown.of(actor.tenantId(), apps.rotate(actor, ApiNames.appid(appid), overlap)));
    }

    @DeleteMapping("/{appid}")
    @Operation(summary = "Delete an app")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String appid, Edition edition) {
        long app = ApiNames.appid(appid);
        return edition.delete(() -> apps.hold(actor, app), () -> shown(actor, app), () -> apps.delete(actor, app));
    }
}
