package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.staff.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the roles may do. */
@RestController
@Tag(name = "roles", description = "Roles, how far they see, and what is open to them")
class RolesApi {

    private final Roles roles;

    RolesApi(Roles roles) {
        this.roles = roles;
    }

    @GetMapping("/api/v1/roles")
    @Operation(summary = "All roles with their data scope and use cases")
    Items<RolesWire.Shown> list(Actor actor) {
        return new Items<>(roles.list(actor).stream().map(RolesWire.Shown::of).toList());
    }
}
