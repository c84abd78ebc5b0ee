package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.OwnershipWire.Claimed;
import io.haina.api.OwnershipWire.Match;
import io.haina.api.OwnershipWire.Owner;
import io.haina.api.OwnershipWire.Protection;
import io.haina.api.OwnershipWire.ReleaseOrder;
import io.haina.api.OwnershipWire.StatusOrder;
import io.haina.api.OwnershipWire.TransferOrder;
import io.haina.approval.Approvals;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.idempotency.Once;
import io.haina.ownership.Ownership;
import io.haina.ownership.Transfers;
import io.haina.pool.Pool;
import io.haina.pool.PoolBatches;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The right to a customer: whose it is and was, and how it goes from hand to hand. */
@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "ownership", description = "Whose customers are, and until when")
class OwnershipApi {

    private static final Codec<Claimed> CLAIMED = JsonNames.answers(Claimed.class);

    private final Customers customers;
    private final Ownership ownership;
    private final Transfers transfers;
    private final Pool pool;
    private final PoolBatches batches;
    private final Approvals approvals;

    OwnershipApi(
            Customers customers,
            Ownership ownership,
            Transfers transfers,
            Pool pool,
            PoolBatches batches,
            Approvals approvals) {
        this.customers = customers;
        this.ownership = ownership;
        this.transfers = transfers;
        this.pool = pool;
        this.batches = batches;
        this.approvals = approvals;
    }

    @GetMapping("/duplicates")
    @Operation(summary = "Whether a name is taken, or near one that is; cheap enough to be asked while somebody types")
    Match duplicates(Actor actor, @RequestParam(required = false) @Nullable String name) {
        return customers
                .check(actor, name)
                .map(duplicate -> Match.of(
                        duplicate, customers.known(actor, duplicate.id()).isPresent()))
                .orElse(Match.NONE);
    }

    @GetMapping("/{id}/owners")
    @Operation(summary = "Who held a customer, from when to when and why no longer; the first owner first")
    Items<Owner> owners(Actor actor, @PathVariable String id) {
        return new Items<>(ownership.history(actor, customer(actor, id)).stream()
                .map(Owner::of)
                .toList());
    }

    @GetMapping("/{id}/protection")
    @Operation(summary = "Whose a customer is now and until when, and what is asked about it")
    Protection protection(Actor actor, @PathVariable String id) {
        UUID customer = customer(actor, id);
        return Protection.of(
                ownership.standing(actor, customer),
                approvals.pendingAbout(actor, customer).orElse(null));
    }

    @PutMapping("/{id}/status")
    @Operation(summary = "Say how the business goes: following, won, lost")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> status(Actor actor, @PathVariable String id, @RequestBody StatusOrder order) {
        CustomerStatus status = ApiNames.choice("status", order.status(), CustomerStatus.values());
        customers.changeStatus(actor, customer(actor, id), status);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Give a customer back to the pool; a reason is required")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> release(Actor actor, @PathVariable String id, @RequestBody ReleaseOrder order, Once once) {
        once.done(order, () -> pool.release(actor, customer(actor, id), order.reason()));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Claim a customer out of a pool")
    Claimed claim(Actor actor, @PathVariable String id, Once once) {
        return once.of("", CLAIMED, () -> {
            Instant until = batches.receive(actor, number(id)).getFirst().protectedUntil();
            return new Claimed(until, pool.quota(actor).claimsLeftToday());
        });
    }

    @PostMapping("/{id}/transfer")
    @Operation(summary = "Hand a customer over to a colleague, with a new protection")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> transfer(Actor actor, @PathVariable String id, @RequestBody TransferOrder order, Once once) {
        long to = ApiNames.required("to", order.to());
        once.done(order, () -> transfers.transfer(actor, number(id), to, order.handover()));
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/{id}/lock")
    @Operation(summary = "Keep a customer from being released")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> lock(Actor actor, @PathVariable String id) {
        transfers.lock(actor, number(id));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}/lock")
    @Operation(summary = "Let a customer be released again")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> unlock(Actor actor, @PathVariable String id) {
        transfers.unlock(actor, number(id));
        return ResponseEntity.noContent().build();
    }

    private static List<Long> number(String id) {
        return List.of(ApiNames.id(Problem.Kind.CUSTOMER, id));
    }

    private UUID customer(Actor actor, String id) {
        return customers
                .known(actor, ApiNames.id(Problem.Kind.CUSTOMER, id))
                .orElseThrow(() -> Refused.notFound(Problem.Kind.CUSTOMER));
    }
}
