package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Link;
import io.haina.api.SalesWire.Converted;
import io.haina.api.SalesWire.Ending;
import io.haina.api.SalesWire.Line;
import io.haina.api.SalesWire.Lines;
import io.haina.api.SalesWire.LinesDraft;
import io.haina.api.SalesWire.Move;
import io.haina.dialect.Edition;
import io.haina.field.RecordKind;
import io.haina.idempotency.Once;
import io.haina.kind.Versions;
import io.haina.lead.LeadFields;
import io.haina.lead.Leads;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.OpportunityFields;
import io.haina.opportunity.Outcome;
import io.haina.problem.Problem;
import io.haina.record.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a lead becomes a customer, what an opportunity would sell, and how far it is. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "sales", description = "Conversion, product lines, stages and pipelines")
class SalesApi {

    private final Leads leads;
    private final Opportunities opportunities;
    private final Versions versions;

    SalesApi(Leads leads, Opportunities opportunities, Versions versions) {
        this.leads = leads;
        this.opportunities = opportunities;
        this.versions = versions;
    }

    @PostMapping("/leads/{id}/convert")
    @Operation(summary = "Make a customer of a lead; its follow-ups and files go along")
    Converted convert(Actor actor, @PathVariable String id, Once once) {
        long lead = ApiNames.id(Problem.Kind.LEAD, id);
        once.done("", () -> leads.convert(actor, List.of(lead)));
        Row row = leads.get(actor, lead);
        long customer = Objects.requireNonNull(row.whole(LeadFields.CUSTOMER_ID), "a converted lead has a customer");
        return new Converted(new Link(customer, row.text(LeadFields.NAME)));
    }

    @GetMapping("/opportunities/{id}/lines")
    @Operation(summary = "What an opportunity would sell")
    ResponseEntity<Lines> lines(Actor actor, @PathVariable String id, Edition edition) {
        return edition.shown(lines(actor, id(id)));
    }

    private Lines lines(Actor actor, long id) {
        Row row = opportunities.get(actor, id);
        return new Lines(
                opportunities.products(actor, id).stream().map(Line::of).toList(),
                ValueNames.plain(number(row, OpportunityFields.DISCOUNT_RATE)),
                number(row, OpportunityFields.TOTAL_PRICE));
    }

    private static BigDecimal number(Row row, String field) {
        BigDecimal number = row.decimal(field);
        return number == null ? BigDecimal.ZERO : number;
    }

    @PutMapping("/opportunities/{id}/lines")
    @Operation(summary = "Replace what an opportunity would sell; subtotals and total are computed")
    ResponseEntity<Lines> replace(
            Actor actor, @PathVariable String id, @RequestBody LinesDraft draft, Edition edition) {
        long opportunity = id(id);
        Map<String, @Nullable Object> raw = new HashMap<>();
        if (draft.discountRate() != null) {
            raw.put(OpportunityFields.DISCOUNT_RATE, ValueNames.bounded("discountRate", draft.discountRate()));
        }
        return edition.change(
                () -> versions.hold(actor, RecordKind.OPPORTUNITY, opportunity),
                () -> lines(actor, opportunity),
                () -> opportunities.change(actor, opportunity, raw, SalesWire.raw(draft.items())));
    }

    @PutMapping("/opportunities/{id}/stage")
    @Operation(summary = "Move an opportunity to another stage of its pipeline; an ended one is open again")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> move(Actor actor, @PathVariable String id, @RequestBody Move move) {
        opportunities.advance(actor, id(id), ApiNames.required("stageId", move.stageId()), move.remark());
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/opportunities/{id}/outcome")
    @Operation(summary = "Say how an opportunity ended, once")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> end(Actor actor, @PathVariable String id, @RequestBody Ending ending) {
        Outcome outcome = ApiNames.choice("outcome", ending.outcome(), Outcome.values());
        opportunities.end(actor, id(id), outcome, ending.remark());
        return ResponseEntity.noContent().build();
    }

    private static long id(String id) {
        return ApiNames.id(Problem.Kind.OPPORTUNITY, id);
    }
}
