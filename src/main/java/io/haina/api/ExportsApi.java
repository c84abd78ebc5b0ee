package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiFilters.Narrowing;
import io.haina.api.ExportsWire.Wanted;
import io.haina.api.JobsWire.Shown;
import io.haina.catalog.Catalogs;
import io.haina.exchange.Exchange;
import io.haina.exchange.ExportOrder;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.idempotency.Once;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records into spreadsheets. */
@RestController
@RequestMapping(ApiNames.RECORDS + "/exports")
@Tag(name = "exports", description = "Records into spreadsheets")
class ExportsApi {

    private final Exchange exchange;
    private final ApiFilters filters;
    private final Catalogs catalogs;

    ExportsApi(Exchange exchange, ApiFilters filters, Catalogs catalogs) {
        this.exchange = exchange;
        this.filters = filters;
        this.catalogs = catalogs;
    }

    @PostMapping
    @Operation(summary = "Export the records that a list with the same narrowing shows")
    @ApiResponse(responseCode = "202")
    ResponseEntity<Shown> begin(Actor actor, @PathVariable String kind, @RequestBody Wanted wanted, Once once) {
        RecordKind of = ApiNames.kind(kind);
        boolean pooled = Boolean.TRUE.equals(wanted.pool());
        if (pooled && of != RecordKind.CUSTOMER) {
            throw Refused.invalid("pool", Rule.UNKNOWN);
        }
        ExportOrder order = new ExportOrder(
                pooled,
                wish(actor, of, wanted),
                ApiNames.ids("ids", wanted.ids()),
                fields(catalogs.of(actor, of), wanted.fields()),
                wanted.sheetFormat(),
                kind,
                null,
                true);
        long job = once.made(
                wanted, () -> exchange.startExport(actor, of, order, kind).id());
        return JobsApi.begun(exchange, actor, job);
    }

    private Filter wish(Actor actor, RecordKind kind, Wanted wanted) {
        String scene = wanted.scene() == null ? null : wanted.scene().toString();
        Filter narrowed = filters.wish(actor, kind, new Narrowing(wanted.q(), scene, null));
        return wanted.filter() == null || wanted.filter().isNull()
                ? narrowed
                : Filter.all(narrowed, filters.filter(actor, kind, wanted.filter()));
    }

    private static List<String> fields(FieldCatalog catalog, @Nullable List<@Nullable String> names) {
        return names == null
                ? List.of()
                : names.stream()
                        .map(name -> RecordNames.shown(catalog, ApiNames.text("fields", name))
                                .name())
                        .distinct()
                        .toList();
    }
}
