package io.haina.api;

import io.haina.access.Actor;
import io.haina.system.Servers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the server is. */
@RestController
@Tag(name = "system", description = "The server itself")
class SystemApi {

    private final Servers servers;

    SystemApi(Servers servers) {
        this.servers = servers;
    }

    @GetMapping("/api/v1/system")
    @Operation(summary = "Version, database, jobs and memory of the server that answers")
    SystemWire.Shown get(Actor actor) {
        return SystemWire.Shown.of(servers.here(actor));
    }
}
