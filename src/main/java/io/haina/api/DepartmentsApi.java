package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.UnitsWire.Department;
import io.haina.api.UnitsWire.Shown;
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

/** The departments of the actor's company. */
@RestController
@RequestMapping(DepartmentsApi.PATH)
@Tag(name = "departments", description = "Departments, which may lie in each other")
class DepartmentsApi {

    static final String PATH = "/api/v1/departments";

    private final Units units;

    DepartmentsApi(Units units) {
        this.units = units;
    }

    @GetMapping
    @Operation(summary = "All departments, by name")
    Items<Shown> list(Actor actor) {
        return new Items<>(
                units.list(actor, UnitKind.DEPARTMENT).stream().map(Shown::of).toList());
    }

    @PostMapping
    @Operation(summary = "Make a department")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Shown> make(Actor actor, @RequestBody Department written, Once once) {
        long made = once.made(written, () -> units.make(actor, UnitKind.DEPARTMENT, written.draft()));
        return ResponseEntity.created(URI.create(PATH + "/" + made)).body(shown(actor, made));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is given of a department")
    Shown change(Actor actor, @PathVariable long id, @RequestBody Department written) {
        units.change(actor, UnitKind.DEPARTMENT, id, written.draft());
        return shown(actor, id);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a department that nobody belongs to")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> remove(Actor actor, @PathVariable long id) {
        units.remove(actor, UnitKind.DEPARTMENT, id);
        return ResponseEntity.noContent().build();
    }

    private Shown shown(Actor actor, long id) {
        return Shown.of(units.get(actor, UnitKind.DEPARTMENT, id));
    }
}
