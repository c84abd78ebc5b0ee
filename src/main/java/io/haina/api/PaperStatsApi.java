package io.haina.api;

import io.haina.access.Actor;
import io.haina.activity.Journal;
import io.haina.activity.JournalCount;
import io.haina.activity.JournalKind;
import io.haina.activity.TimeWindow;
import io.haina.api.ApiWire.Items;
import io.haina.api.ApiWire.Listed;
import io.haina.api.ContractsWire.Signed;
import io.haina.api.JournalWire.Count;
import io.haina.contract.Contracts;
import io.haina.contract.Signings;
import io.haina.filter.Slice;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much was signed, and how often something was done or wanted, by customer. */
@RestController
@RequestMapping("/api/v1/stats")
@Tag(name = "paper statistics", description = "Contracts, visits and demands by customer")
class PaperStatsApi {

    private final Contracts contracts;
    private final Journal journal;
    private final LinkNames names;

    PaperStatsApi(Contracts contracts, Journal journal, LinkNames names) {
        this.contracts = contracts;
        this.journal = journal;
        this.names = names;
    }

    @GetMapping("/contracts")
    @Operation(summary = "What customers signed within a time; the contracts list with the same narrowing has its rows")
    Listed<Signed> contracts(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "customers, with commas between them") @RequestParam(required = false) @Nullable
                    String customer,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        TimeWindow window = PaperNames.window(actor, from, to);
        Slice<Signings> found = contracts.signings(
                actor, PaperNames.ids("customer", customer), window.from(), window.until(), ApiNames.page(page, size));
        LinkNames.Names named =
                names.of(actor, Map.of(LinkKind.CUSTOMER, PaperNames.ids(found.rows(), Signings::customer)));
        return Listed.of(found.map(each -> Signed.of(each, named)));
    }

    @GetMapping("/visits")
    @Operation(summary = "How often customers were followed up within a time, most first")
    Items<Count> visits(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "up to 1,000 customers, with commas between them") @RequestParam String customer) {
        return counts(actor, JournalKind.ACTIVITY, from, to, customer);
    }

    @GetMapping("/demands")
    @Operation(summary = "How often customers wanted something else within a time, most first")
    Items<Count> demands(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "up to 1,000 customers, with commas between them") @RequestParam String customer) {
        return counts(actor, JournalKind.DEMAND, from, to, customer);
    }

    private Items<Count> counts(
            Actor actor, JournalKind kind, @Nullable String from, @Nullable String to, String customer) {
        List<JournalCount> counts =
                journal.counts(actor, kind, PaperNames.ids("customer", customer), PaperNames.window(actor, from, to));
        LinkNames.Names named =
                names.of(actor, Map.of(LinkKind.CUSTOMER, PaperNames.ids(counts, JournalCount::customer)));
        return new Items<>(counts.stream().map(each -> Count.of(each, named)).toList());
    }
}
