package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.AuditWire.Trailing;
import io.haina.dialect.Inputs;
import io.haina.filter.Page;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.trail.Trail;
import io.haina.trail.TrailQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, for admins. */
@RestController
@Tag(name = "audit", description = "Who changed what, from what to what")
class AuditApi {

    private final Trail trail;

    AuditApi(Trail trail) {
        this.trail = trail;
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
        Page page = ApiNames.page(null, size);
        return Trailing.of(trail.list(actor, query, ApiNames.line(cursor), page.size()));
    }
}
