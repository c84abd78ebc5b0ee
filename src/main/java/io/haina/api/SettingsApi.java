package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.SettingsWire.Settings;
import io.haina.api.SettingsWire.SimulationView;
import io.haina.api.SettingsWire.WrittenSettings;
import io.haina.dialect.Edition;
import io.haina.ownership.Simulations;
import io.haina.staff.TenantRegister;
import io.haina.tenant.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules that a company sets for itself. */
@RestController
@RequestMapping("/api/v1/settings")
@Tag(name = "settings", description = "The company's rules of ownership and reach")
class SettingsApi {

    private final TenantRegister tenants;
    private final Simulations simulations;

    SettingsApi(TenantRegister tenants, Simulations simulations) {
        this.tenants = tenants;
        this.simulations = simulations;
    }

    @GetMapping
    @Operation(summary = "The rules that hold")
    ResponseEntity<Settings> get(Actor actor, Edition edition) {
        return edition.shown(shown(actor));
    }

    private Settings shown(Actor actor) {
        return Settings.of(tenants.settings(actor));
    }

    @PutMapping
    @Operation(summary = "Set all rules anew; they hold from the next request on, and protections that were given stay")
    ResponseEntity<Settings> set(Actor actor, @RequestBody WrittenSettings written, Edition edition) {
        return edition.change(
                () -> tenants.hold(actor),
                () -> shown(actor),
                () -> tenants.change(actor, written.settings(actor.tenant())));
    }

    @PostMapping("/simulation")
    @Operation(summary = "Who would go into the pool within the next 7 days, and by which protection; changes nothing")
    SimulationView simulate(
            Actor actor,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            @RequestBody(required = false) @Nullable WrittenSettings wished) {
        Tenant settings = wished == null ? actor.tenant() : tenants.checked(actor, wished.settings(actor.tenant()));
        return SimulationView.of(simulations.of(actor, settings, ApiNames.page(page, size)));
    }
}
