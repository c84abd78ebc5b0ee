package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.dialect.openapi.CrmWire.Draft;
import io.haina.dialect.openapi.CrmWire.Listed;
import io.haina.dialect.openapi.CrmWire.One;
import io.haina.dialect.openapi.CrmWire.Wish;
import io.haina.dialect.openapi.OpenapiWire.Envelope;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Slice;
import io.haina.integration.ExternalCustomers;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.StringNode;

/** The document's chapters 1 to 5: customers. */
@RestController
@Tag(name = "crm", description = "客户")
class CrmApi {

    private final ExternalCustomers customers;
    private final Catalogs catalogs;
    private final DraftFilters drafts;
    private final CrmFilters filters;

    CrmApi(ExternalCustomers customers, Catalogs catalogs, DraftFilters drafts, CrmFilters filters) {
        this.customers = customers;
        this.catalogs = catalogs;
        this.drafts = drafts;
        this.filters = filters;
    }

    @PostMapping("/openapi/crm/add")
    @Operation(summary = "添加客户")
    Envelope<Map<String, @Nullable Object>> add(Actor actor, @RequestBody Draft draft) {
        return shown(actor, customers.add(actor, drafts.added(actor, draft)));
    }

    @PostMapping("/openapi/crm/update")
    @Operation(summary = "修改客户")
    Envelope<Map<String, @Nullable Object>> update(Actor actor, @RequestBody Draft draft) {
        long id = DraftFilters.id(CrmNames.ID, draft.fields().get(CrmNames.ID));
        return shown(actor, customers.change(actor, id, drafts.changed(actor, draft)));
    }

    @PostMapping("/openapi/crm/list")
    @Operation(summary = "查询客户列表")
    Envelope<Listed> list(Actor actor, @RequestBody(required = false) @Nullable Wish sent) {
        Wish wish = sent == null ? new Wish(null, null, null) : sent;
        Slice<Row> slice = customers.list(actor, filters.filter(actor, wish), CrmFilters.page(wish));
        FieldCatalog catalog = catalogs.of(actor, RecordKind.CUSTOMER);
        return Envelope.of(new Listed(
                slice.rows().stream()
                        .map(row -> CrmNames.row(actor, catalog, row))
                        .toList(),
                slice.total(),
                slice.exact()));
    }

    @GetMapping("/openapi/crm/{id}")
    @Operation(summary = "根据id查询客户")
    Envelope<Map<String, @Nullable Object>> get(Actor actor, @PathVariable String id) {
        return shown(actor, customers.get(actor, DraftFilters.id("id", StringNode.valueOf(id))));
    }

    @GetMapping("/openapi/crm/findById/{id}")
    @Operation(summary = "根据id查询客户")
    Envelope<Map<String, @Nullable Object>> find(Actor actor, @PathVariable String id) {
        return get(actor, id);
    }

    /** The document's own line has a body, so its client posts; what stands in it says nothing. */
    @PostMapping("/openapi/crm/findById/{id}")
    @Operation(summary = "根据id查询客户(带请求体)")
    Envelope<Map<String, @Nullable Object>> findByPost(Actor actor, @PathVariable String id) {
        return get(actor, id);
    }

    @PostMapping("/openapi/crm/delete")
    @Operation(summary = "根据id删除客户")
    Envelope<Object> delete(Actor actor, @RequestBody One one) {
        boolean own = one.id() == null || one.id().isNull();
        long id = own && one.own() != null ? DraftFilters.id(CrmNames.ID, one.own()) : DraftFilters.id("id", one.id());
        if (!own && one.own() != null && DraftFilters.id(CrmNames.ID, one.own()) != id) {
            throw Refused.sent(CrmNames.ID, Rule.MALFORMED);
        }
        customers.delete(actor, id);
        return Envelope.of(null);
    }

    private Envelope<Map<String, @Nullable Object>> shown(Actor actor, Row row) {
        return Envelope.of(CrmNames.row(actor, catalogs.of(actor, RecordKind.CUSTOMER), row));
    }
}
