package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Listed;
import io.haina.api.HandoversWire.Held;
import io.haina.api.HandoversWire.Made;
import io.haina.api.HandoversWire.Order;
import io.haina.handover.Handovers;
import io.haina.idempotency.Once;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handing over what somebody who leaves holds, in one order. */
@RestController
@Tag(name = "handovers", description = "What leavers held, handed over and given back")
class HandoversApi {

    private static final String PATH = "/api/v1/handovers";

    private final Handovers handovers;

    HandoversApi(Handovers handovers) {
        this.handovers = handovers;
    }

    @GetMapping("/api/v1/staff/{id}/belongings")
    @Operation(summary = "What a person holds now, by kind")
    Held belongings(Actor actor, @PathVariable long id) {
        return Held.of(handovers.preview(actor, id));
    }

    @GetMapping(PATH)
    @Operation(summary = "The handovers that were made, the newest first")
    Listed<Made> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return Listed.of(handovers.list(actor, ApiNames.page(page, size)).map(Made::of));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "One handover")
    Made get(Actor actor, @PathVariable long id) {
        return Made.of(handovers.get(actor, id));
    }

    @PostMapping(PATH)
    @Operation(summary = "Hand over all that a person holds, to a person, into a pool, or both")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Made> handOver(Actor actor, @RequestBody Order order, Once once) {
        long made =
                once.made(order, () -> handovers.handOver(actor, order.draft()).id());
        return ResponseEntity.created(URI.create(PATH + "/" + made)).body(get(actor, made));
    }

    @PostMapping(PATH + "/{id}/undo")
    @Operation(summary = "Give back what has had no other owner since")
    Made undo(Actor actor, @PathVariable long id, Once once) {
        once.done("", () -> handovers.undo(actor, id));
        return get(actor, id);
    }
}
