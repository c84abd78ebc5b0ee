package io.haina.api;

import io.haina.access.Actor;
import io.haina.activity.TimeWindow;
import io.haina.api.ApiWire.Listed;
import io.haina.api.ContractsWire.PaymentWritten;
import io.haina.api.ContractsWire.Shown;
import io.haina.api.ContractsWire.Written;
import io.haina.contract.Contract;
import io.haina.contract.Contracts;
import io.haina.contract.Payment;
import io.haina.dialect.Edition;
import io.haina.filter.Slice;
import io.haina.idempotency.Once;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers signed, and what they paid. */
@RestController
@RequestMapping(ContractsApi.CONTRACTS)
@Tag(name = "contracts", description = "Contracts and payments")
class ContractsApi {

    static final String CONTRACTS = "/api/v1/contracts";

    /** Digits of money behind the point. */
    private static final int CENTS = 2;

    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999999");

    private final Contracts contracts;
    private final LinkNames names;

    ContractsApi(Contracts contracts, LinkNames names) {
        this.contracts = contracts;
        this.names = names;
    }

    @GetMapping
    @Operation(
            summary = "Contracts by the time of signing, the newest first; one that is not signed by when it was made")
    Listed<Shown> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "customers, with commas between them") @RequestParam(required = false) @Nullable
                    String customer,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        TimeWindow window = PaperNames.window(actor, from, to);
        Slice<Contract> found = contracts.list(
                actor, PaperNames.ids("customer", customer), window.from(), window.until(), ApiNames.page(page, size));
        LinkNames.Names named = names(actor, found.rows());
        return Listed.of(found.map(contract -> Shown.of(contract, named)));
    }

    private LinkNames.Names names(Actor actor, List<Contract> rows) {
        return names.of(
                actor,
                PaperNames.asked(
                        LinkKind.CUSTOMER,
                        PaperNames.ids(rows, Contract::customer),
                        LinkKind.STAFF,
                        PaperNames.people(rows, ContractsApi::people)));
    }

    private static Stream<Long> people(Contract contract) {
        return Stream.of(
                        Stream.of(contract.owner()),
                        contract.followers().stream(),
                        contract.payments().stream().map(Payment::recordedBy))
                .flatMap(each -> each);
    }

    private Shown shown(Actor actor, long id) {
        Contract contract = contracts.get(actor, id);
        return Shown.of(contract, names(actor, List.of(contract)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One contract")
    ResponseEntity<Shown> get(Actor actor, @PathVariable long id, Edition edition) {
        return edition.shown(shown(actor, id));
    }

    @PostMapping
    @Operation(summary = "Make a contract of one's own")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Shown> add(Actor actor, @RequestBody Written written, Once once) {
        long made = once.made(
                written,
                () -> contracts.add(
                        actor,
                        written.draft(),
                        Objects.requireNonNullElse(PaperNames.links("followers", written.followers()), List.of())));
        return ResponseEntity.created(URI.create(CONTRACTS + "/" + made)).body(shown(actor, made));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is given of a contract")
    ResponseEntity<Shown> change(Actor actor, @PathVariable long id, @RequestBody Written written, Edition edition) {
        return edition.change(
                () -> contracts.hold(actor, id),
                () -> shown(actor, id),
                () -> contracts.change(actor, id, written.draft(), PaperNames.links("followers", written.followers())));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a contract")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable long id, Edition edition) {
        return edition.delete(
                () -> contracts.hold(actor, id), () -> shown(actor, id), () -> contracts.delete(actor, id));
    }

    @PostMapping("/{id}/payments")
    @Operation(summary = "Record a payment on a contract, or a correction")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Shown> pay(Actor actor, @PathVariable long id, @RequestBody PaymentWritten written, Once once) {
        String path = CONTRACTS + "/" + id;
        once.made(written, () -> {
            contracts.pay(actor, id, money(written.amount()), ApiNames.instant(actor, "at", written.at()));
            return id;
        });
        return ResponseEntity.created(URI.create(path)).body(shown(actor, id));
    }

    private static BigDecimal money(@Nullable BigDecimal amount) {
        BigDecimal money = ApiNames.required("amount", ValueNames.bounded("amount", amount));
        if (money.stripTrailingZeros().scale() > CENTS || money.abs().compareTo(MOST_MONEY) > 0) {
            throw Refused.invalid("amount", Rule.OUT_OF_RANGE);
        }
        return money;
    }
}
