package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.ApiWire.Listed;
import io.haina.api.ApprovalsWire.Box;
import io.haina.api.ApprovalsWire.Decision;
import io.haina.api.ApprovalsWire.Filing;
import io.haina.api.ApprovalsWire.Kind;
import io.haina.api.ApprovalsWire.Request;
import io.haina.approval.Approval;
import io.haina.approval.ApprovalDraft;
import io.haina.approval.Approvals;
import io.haina.customer.Customers;
import io.haina.dialect.Inputs;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.idempotency.Once;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that a manager decides. */
@RestController
@RequestMapping("/api/v1/approvals")
@Tag(name = "approvals", description = "What is asked of managers, and what they decide")
class ApprovalsApi {

    private static final Codec<UUID> FILED = new Codec<>(UUID::toString, UUID::fromString);

    private final Approvals approvals;
    private final Customers customers;

    ApprovalsApi(Approvals approvals, Customers customers) {
        this.approvals = approvals;
        this.customers = customers;
    }

    @GetMapping
    @Operation(summary = "One's own requests (box=mine), or those that wait for one's decision (box=pending)")
    Listed<Request> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String box,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Page wanted = ApiNames.page(page, size);
        Slice<Approval> found = switch (box == null ? Box.MINE : ApiNames.choice("box", box, Box.values())) {
            case MINE -> approvals.mine(actor, wanted);
            case PENDING -> approvals.pending(actor, wanted);
        };
        return Listed.of(found.map(Request::of));
    }

    @GetMapping("/kinds")
    @Operation(summary = "What can be asked for")
    Items<Kind> kinds(Actor actor) {
        return new Items<>(approvals.kinds(actor).stream()
                .map(kind -> new Kind(kind.kind(), kind.maximumDays() != null, kind.maximumDays()))
                .toList());
    }

    @PostMapping
    @Operation(summary = "Ask for a longer protection (extension), or for a customer that another holds (transfer)")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Request> file(Actor actor, Once once, @RequestBody Filing filing) {
        ApprovalDraft draft = new ApprovalDraft(filing.kind(), customer(actor, filing), filing.reason(), filing.days());
        UUID filed = once.of(filing, FILED, () -> approvals.file(actor, draft));
        Approval approval = approvals.get(actor, filed);
        return ResponseEntity.created(URI.create("/api/v1/approvals/" + approval.id()))
                .body(Request.of(approval));
    }

    /** What one may not see is named by the id that the look for duplicates told, which nobody guesses. */
    private UUID customer(Actor actor, Filing filing) {
        if (filing.customerUuid() != null) {
            return Inputs.uuid("customerUuid", filing.customerUuid());
        }
        if (filing.customerId() == null) {
            throw Refused.invalid("customerId", Rule.REQUIRED);
        }
        return customers.known(actor, filing.customerId()).orElseThrow(() -> Refused.notFound(Problem.Kind.CUSTOMER));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request")
    Request get(Actor actor, @PathVariable String id) {
        return Request.of(approvals.get(actor, ApiNames.id(Problem.Kind.APPROVAL, id)));
    }

    @PostMapping("/{id}/decision")
    @Operation(summary = "Decide a request, once; an approved one is carried out with the decision, or stays pending")
    Request decide(Actor actor, @PathVariable String id, @RequestBody Decision decision, Once once) {
        long approval = ApiNames.id(Problem.Kind.APPROVAL, id);
        if (decision.approve() == null) {
            throw Refused.invalid("approve", Rule.REQUIRED);
        }
        boolean approve = decision.approve();
        once.done(decision, () -> approvals.decide(actor, approval, approve, decision.comment()));
        return Request.of(approvals.get(actor, approval));
    }
}
