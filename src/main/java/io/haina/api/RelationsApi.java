package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.ApiWire.Listed;
import io.haina.api.RecordsWire.RecordItem;
import io.haina.catalog.Catalogs;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Slice;
import io.haina.kind.KindRecords;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.OpportunityFields;
import io.haina.record.LinkNames;
import io.haina.record.Listing;
import io.haina.record.Order;
import io.haina.record.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records around a customer, and the contacts that an opportunity is about. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "relations", description = "Records around a record")
class RelationsApi {

    private final Contacts contacts;
    private final CustomerRecords customers;
    private final Opportunities opportunities;
    private final ContractsApi contracts;
    private final KindRecords records;
    private final Catalogs catalogs;
    private final LinkNames names;

    RelationsApi(
            Contacts contacts,
            CustomerRecords customers,
            Opportunities opportunities,
            ContractsApi contracts,
            KindRecords records,
            Catalogs catalogs,
            LinkNames names) {
        this.contacts = contacts;
        this.customers = customers;
        this.opportunities = opportunities;
        this.contracts = contracts;
        this.records = records;
        this.catalogs = catalogs;
        this.names = names;
    }

    @GetMapping("/customers/{id}/contacts")
    @Operation(summary = "The contacts of a customer, whoever keeps them, the last changed first")
    Listed<RecordItem> contacts(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return listed(
                actor,
                RecordKind.CONTACT,
                contacts.of(actor, ApiNames.id(RecordKind.CUSTOMER, id), ApiFilters.page(page, size), Order.NEWEST));
    }

    @GetMapping("/customers/{id}/opportunities")
    @Operation(summary = "The opportunities with a customer that one may list, the last changed first")
    Listed<RecordItem> opportunities(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        long customer = ApiNames.id(RecordKind.CUSTOMER, id);
        customers.get(actor, customer);
        Filter its = new Filter.Is(OpportunityFields.CUSTOMER_ID, Set.of(customer));
        Listing listing = new Listing(ApiFilters.page(page, size), Order.NEWEST, null);
        return listed(actor, RecordKind.OPPORTUNITY, records.page(actor, RecordKind.OPPORTUNITY, its, listing));
    }

    private Listed<RecordItem> listed(Actor actor, RecordKind kind, Slice<Row> slice) {
        List<Field> shown = RecordNames.shown(catalogs.of(actor, kind));
        LinkNames.Names named = names.of(actor, kind, shown, slice.rows());
        return Listed.of(slice.map(row -> RecordNames.item(row, shown, named)));
    }

    @GetMapping("/customers/{id}/contracts")
    @Operation(summary = "The contracts of a customer that one may list, the newest first")
    Listed<ContractsWire.Shown> contracts(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        long customer = ApiNames.id(RecordKind.CUSTOMER, id);
        customers.get(actor, customer);
        return contracts.list(actor, null, null, Long.toString(customer), page, size);
    }

    @GetMapping("/opportunities/{id}/contacts")
    @Operation(summary = "The contacts that an opportunity is about, whoever keeps them")
    Items<RecordItem> contacts(Actor actor, @PathVariable String id) {
        List<Row> rows = opportunities.contacts(actor, ApiNames.id(RecordKind.OPPORTUNITY, id));
        List<Field> shown = RecordNames.shown(catalogs.of(actor, RecordKind.CONTACT));
        LinkNames.Names named = names.of(actor, RecordKind.CONTACT, shown, rows);
        return new Items<>(
                rows.stream().map(row -> RecordNames.item(row, shown, named)).toList());
    }

    @PutMapping("/opportunities/{id}/contacts/{contactId}")
    @Operation(summary = "Link a contact with an opportunity")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> link(Actor actor, @PathVariable String id, @PathVariable String contactId) {
        opportunities.link(
                actor, ApiNames.id(RecordKind.OPPORTUNITY, id), List.of(ApiNames.id(RecordKind.CONTACT, contactId)));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/opportunities/{id}/contacts/{contactId}")
    @Operation(summary = "End the link of a contact with an opportunity")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> unlink(Actor actor, @PathVariable String id, @PathVariable String contactId) {
        opportunities.unlink(
                actor, ApiNames.id(RecordKind.OPPORTUNITY, id), List.of(ApiNames.id(RecordKind.CONTACT, contactId)));
        return ResponseEntity.noContent().build();
    }
}
