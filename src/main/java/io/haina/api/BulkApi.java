package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiFilters.Narrowing;
import io.haina.api.BulkWire.Done;
import io.haina.api.BulkWire.Order;
import io.haina.api.BulkWire.Started;
import io.haina.catalog.Catalogs;
import io.haina.exchange.BulkWish;
import io.haina.exchange.Exchange;
import io.haina.exchange.Job;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.idempotency.Once;
import io.haina.kind.Bulk;
import io.haina.kind.BulkOrder;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One order for many records. */
@RestController
@RequestMapping(ApiNames.RECORDS + "/bulk")
@Tag(name = "bulk", description = "Many records at once")
class BulkApi {

    private static final Codec<Done> DONE = JsonNames.answers(Done.class);

    private final Bulk bulk;
    private final Exchange exchange;
    private final Catalogs catalogs;
    private final ApiFilters filters;

    BulkApi(Bulk bulk, Exchange exchange, Catalogs catalogs, ApiFilters filters) {
        this.bulk = bulk;
        this.exchange = exchange;
        this.catalogs = catalogs;
        this.filters = filters;
    }

    @PostMapping
    @Operation(summary = "Do one thing to many records: by ids at once, all or none; by a filter as a job")
    @ApiResponse(
            responseCode = "200",
            description = "done to all",
            content = @Content(schema = @Schema(implementation = Done.class)))
    @ApiResponse(
            responseCode = "202",
            description = "a job was started",
            content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<? extends BulkWire> order(
            Actor actor, @PathVariable String kind, @RequestBody Order order, Once once) {
        RecordKind of = ApiNames.kind(kind);
        BulkOrder wanted = order.order(actor, catalogs.of(actor, of));
        if (!order.finds()) {
            return ResponseEntity.ok(once.of(
                    order, DONE, () -> new Done(bulk.apply(actor, of, wanted, ApiNames.someIds("ids", order.ids())))));
        }
        if (order.ids() != null) {
            throw Refused.invalid("ids", Rule.NOT_A_CHOICE);
        }
        Filter wish = wish(actor, of, order);
        long id = once.made(
                order,
                () -> exchange.startBulk(actor, of, new BulkWish(wanted, wish), ApiNames.word(wanted.action()))
                        .id());
        Job job = exchange.get(actor, id);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + id))
                .body(Started.of(job));
    }

    private Filter wish(Actor actor, RecordKind kind, Order order) {
        Long scene = order.scene();
        Filter said =
                filters.wish(actor, kind, new Narrowing(order.q(), scene == null ? null : Long.toString(scene), null));
        JsonNode filter = order.filter();
        return filter == null || filter.isNull() || (filter.isEmpty() && filter.isObject())
                ? said
                : Filter.all(said, filters.filter(actor, kind, filter));
    }
}
