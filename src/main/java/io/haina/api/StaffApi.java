package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Listed;
import io.haina.api.StaffWire.Change;
import io.haina.api.StaffWire.Disabling;
import io.haina.api.StaffWire.Person;
import io.haina.api.StaffWire.Registration;
import io.haina.api.StaffWire.Reset;
import io.haina.dialect.Edition;
import io.haina.dialect.Inputs;
import io.haina.idempotency.Once;
import io.haina.staff.Profiles;
import io.haina.staff.StaffDesk;
import io.haina.staff.StaffRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people of the actor's company. */
@RestController
@RequestMapping(StaffApi.PATH)
@Tag(name = "staff", description = "People, whether they may sign in, and where they belong")
class StaffApi {

    static final String PATH = "/api/v1/staff";

    private final Profiles profiles;
    private final StaffDesk desk;
    private final StaffRegister register;

    StaffApi(Profiles profiles, StaffDesk desk, StaffRegister register) {
        this.profiles = profiles;
        this.desk = desk;
        this.register = register;
    }

    @GetMapping
    @Operation(summary = "Everybody, by name, those who may no longer sign in last")
    Listed<Person> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Boolean disabled,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return Listed.of(profiles.list(actor, Inputs.text("q", q), disabled, ApiNames.page(page, size))
                .map(Person::of));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One person")
    ResponseEntity<Person> get(Actor actor, @PathVariable long id, Edition edition) {
        return edition.shown(shown(actor, id));
    }

    private Person shown(Actor actor, long id) {
        return Person.of(desk.get(actor, id));
    }

    @PostMapping
    @Operation(summary = "Register a person, who can sign in by user name and phone number")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Person> register(Actor actor, @RequestBody Registration wish, Once once) {
        long made = once.made(wish + " " + wish.password(), () -> desk.register(actor, wish.draft(), wish.more()));
        return ResponseEntity.created(URI.create(PATH + "/" + made)).body(shown(actor, made));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is given of a person; null empties")
    ResponseEntity<Person> change(Actor actor, @PathVariable long id, @RequestBody Change wish, Edition edition) {
        Map<String, @Nullable Object> values = wish.values();
        ResponseEntity<Person> changed = edition.change(
                () -> desk.hold(actor, id), () -> shown(actor, id), () -> desk.change(actor, id, values));
        desk.catchUp(actor, id, values);
        return changed;
    }

    @PutMapping("/{id}/disabled")
    @Operation(summary = "Let a person sign in no more, which ends the sessions, or let the person in again")
    Person disable(Actor actor, @PathVariable long id, @RequestBody Disabling wish) {
        boolean disabled = ApiNames.required("disabled", wish.disabled());
        UUID person = desk.get(actor, id).uuid();
        if (disabled) {
            register.disable(actor, person);
        } else {
            register.enable(actor, person);
        }
        return shown(actor, id);
    }

    @PutMapping("/{id}/password")
    @Operation(summary = "Give somebody else a new password, which ends the sessions")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> resetPassword(Actor actor, @PathVariable long id, @RequestBody Reset wish) {
        register.resetPassword(actor, desk.get(actor, id).uuid(), wish.required());
        return ResponseEntity.noContent().build();
    }
}
