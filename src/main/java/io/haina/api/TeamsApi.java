package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.UnitsWire.Shown;
import io.haina.api.UnitsWire.Team;
import io.haina.idempotency.Once;
import io.haina.staff.UnitKind;
import io.haina.staff.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The teams of the actor's company. */
@RestController
@RequestMapping(TeamsApi.PATH)
@Tag(name = "teams", description = "Teams: people with one manager")
class TeamsApi {

    static final String PATH = "/api/v1/teams";

    private final Units units;

    TeamsApi(Units units) {
        this.units = units;
    }

    @GetMapping
    @Operation(summary = "All teams, by name")
    Items<Shown> list(Actor actor) {
        return new Items<>(
                units.list(actor, UnitKind.TEAM).stream().map(Shown::of).toList());
    }

    @PostMapping
    @Operation(summary = "Make a team")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Shown> make(Actor actor, @RequestBody Team written, Once once) {
        long made = once.made(written, () -> units.make(actor, UnitKind.TEAM, written.draft()));
        return ResponseEntity.created(URI.create(PATH + "/" + made)).body(shown(actor, made));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is given of a team")
    Shown change(Actor actor, @PathVariable long id, @RequestBody Team written) {
        units.change(actor, UnitKind.TEAM, id, written.draft());
        return shown(actor, id);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a team that nobody belongs to")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> remove(Actor actor, @PathVariable long id) {
        units.remove(actor, UnitKind.TEAM, id);
        return ResponseEntity.noContent().build();
    }

    private Shown shown(Actor actor, long id) {
        return Shown.of(units.get(actor, UnitKind.TEAM, id));
    }
}
