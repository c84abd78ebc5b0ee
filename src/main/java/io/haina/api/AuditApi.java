package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.AuditWire.Trailing;
import io.haina.api.HistoryWire.BroughtBack;
import io.haina.dialect.Inputs;
import io.haina.idempotency.Once;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.trail.Trail;
import io.haina.trail.TrailQuery;
import io.haina.trail.Undoing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, for admins. */
@RestController
@Tag(name = "audit", description = "Who changed what, from what to what")
class AuditApi {

    private final Trail trail;
    private final Undoing undoing;
    private final RecycleBinApi bin;

    AuditApi(Trail trail, Undoing undoing, RecycleBinApi bin) {
        this.trail = trail;
        this.undoing = undoing;
        this.bin = bin;
    }

    @GetMapping("/api/v1/audit")
    @Operation(summary = "Who changed what, the newest first")
    Trailing list(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "such as customer, staff, pool") @Nullable
                    String kind,
            @RequestParam(required = false) @Parameter(description = "the id of a record of the kind") @Nullable
                    Long record,
            @RequestParam(name = "actor", required = false) @Parameter(description = "the id of a person") @Nullable
                    Long by,
            @RequestParam(required = false) @Parameter(description = "such as customer.change") @Nullable String action,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Parameter(description = "the first moment no more") @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String size) {
        if (record != null && kind == null) {
            throw Refused.invalid("kind", Rule.REQUIRED);
        }
        TrailQuery query = new TrailQuery(
                Inputs.text("kind", kind),
                record,
                by,
                Inputs.text("action", action),
                ApiNames.instant(actor, "from", Inputs.text("from", from)),
                ApiNames.instant(actor, "to", Inputs.text("to", to)));
        return Trailing.of(
                trail.list(actor, query, ApiNames.line(cursor), ApiNames.size(size)),
                line -> undoing.isRestorable(actor, line));
    }

    @PostMapping("/api/v1/audit/{id}/restore")
    @Operation(summary = "Undo a change of a record's fields, or its deletion")
    @ApiResponse(responseCode = "200")
    @ApiResponse(
            responseCode = "409",
            description = "some of it has changed again since, or nothing can be written back")
    BroughtBack restore(Actor actor, @PathVariable String id, Once once) {
        long line = ApiNames.id(Problem.Kind.CHANGE, id);
        return once.of("", RecycleBinApi.BROUGHT_BACK, () -> {
            Undoing.Undone undone = undoing.undo(actor, line);
            return bin.broughtBack(actor, undone.kind(), undone.restored());
        });
    }
}
