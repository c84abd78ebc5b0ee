package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiFilters.Narrowing;
import io.haina.api.ApiWire.Items;
import io.haina.api.ApiWire.Listed;
import io.haina.api.RecordsWire.FieldShown;
import io.haina.api.RecordsWire.RecordDetail;
import io.haina.api.RecordsWire.RecordItem;
import io.haina.api.RecordsWire.Sum;
import io.haina.catalog.Catalogs;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.kind.Keepers;
import io.haina.kind.KindRecords;
import io.haina.kind.Standing;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Cursors;
import io.haina.record.LinkNames;
import io.haina.record.Listing;
import io.haina.record.Order;
import io.haina.record.Place;
import io.haina.record.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of every kind: lists and single ones, and what their fields are. */
@RestController
@RequestMapping(ApiNames.RECORDS)
@Tag(name = "records", description = "Leads, customers, contacts, opportunities and products")
class RecordsApi {

    private final KindRecords records;
    private final Keepers keepers;
    private final Catalogs catalogs;
    private final LinkNames names;
    private final Cursors cursors;
    private final ApiFilters filters;

    RecordsApi(
            KindRecords records,
            Keepers keepers,
            Catalogs catalogs,
            LinkNames names,
            Cursors cursors,
            ApiFilters filters) {
        this.records = records;
        this.keepers = keepers;
        this.catalogs = catalogs;
        this.names = names;
        this.cursors = cursors;
        this.filters = filters;
    }

    @GetMapping
    @Operation(summary = "A page of the records of a kind that one may list")
    Listed<RecordItem> list(
            Actor actor,
            @PathVariable String kind,
            @Parameter(description = "words to search for") @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "a saved filter") @RequestParam(required = false) @Nullable String scene,
            @Parameter(description = "a filter as JSON") @RequestParam(required = false) @Nullable String filter,
            @Parameter(description = "of customers: true for those in the pools, or the number of a pool")
                    @RequestParam(required = false)
                    @Nullable
                    String pool,
            @Parameter(description = "a field, with - before it for falling", example = "-updatedAt")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "the fields to be read; all where absent", example = "name,ownerId")
                    @RequestParam(required = false)
                    @Nullable
                    String fields,
            @Parameter(description = "from 1") @RequestParam(required = false) @Nullable String page,
            @Parameter(description = "from 1 to 100, 25 where absent") @RequestParam(required = false) @Nullable
                    String size,
            @Parameter(description = "instead of a page: next of the answer before; empty for the beginning")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor) {
        RecordKind of = ApiNames.kind(kind);
        Narrowing narrowing = new Narrowing(q, scene, filter, pool);
        Filter wish = filters.wish(actor, of, narrowing);
        Page part = ApiFilters.page(page, size);
        if (cursor != null && part.number() > 1) {
            throw Refused.invalid("page", Rule.NOT_A_CHOICE);
        }
        Order order = filters.order(actor, of, sort);
        String list = kind + " " + order + " " + narrowing;
        Set<String> wanted = filters.fields(actor, of, fields);
        List<Field> shown = RecordNames.shown(catalogs.of(actor, of)).stream()
                .filter(field -> wanted == null || wanted.contains(field.name()))
                .toList();
        Set<String> read = Set.copyOf(shown.stream().map(Field::name).toList());
        if (cursor != null) {
            Place place = cursor.isEmpty() ? null : cursors.read(actor, list, by(actor, of, order), cursor);
            List<Row> rows = narrowing.pooled()
                    ? records.pooledBehind(actor, wish, order, place, read, part.size())
                    : records.behind(actor, of, wish, order, place, read, part.size());
            return new Listed<>(
                    items(actor, of, shown, rows),
                    null,
                    part.size(),
                    null,
                    null,
                    rows.size() < part.size() ? null : cursors.write(actor, list, Place.of(rows.getLast(), order)));
        }
        Listing listing = new Listing(part, order, read);
        Slice<Row> slice =
                narrowing.pooled() ? records.pooled(actor, wish, listing) : records.page(actor, of, wish, listing);
        List<Row> rows = slice.rows();
        boolean last = rows.size() < part.size() || (slice.exact() && part.offset() + rows.size() >= slice.total());
        return new Listed<>(
                items(actor, of, shown, rows),
                part.number(),
                part.size(),
                slice.total(),
                slice.exact(),
                last ? null : cursors.write(actor, list, Place.of(rows.getLast(), order)));
    }

    private @Nullable Field by(Actor actor, RecordKind kind, Order order) {
        return order.field().equals(Order.UPDATED)
                ? null
                : catalogs.of(actor, kind).field(order.field());
    }

    private List<RecordItem> items(Actor actor, RecordKind kind, List<Field> shown, List<Row> rows) {
        LinkNames.Names named = names.of(actor, kind, shown, rows);
        return rows.stream().map(row -> RecordNames.item(row, shown, named)).toList();
    }

    @GetMapping("/sum")
    @Operation(summary = "The sum of a field over all that a list with the same narrowing has")
    Sum sum(
            Actor actor,
            @PathVariable String kind,
            @Parameter(description = "a field of numbers", example = "money") @RequestParam String field,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String scene,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String pool) {
        RecordKind of = ApiNames.kind(kind);
        Field summed = RecordNames.shown(catalogs.of(actor, of), field);
        if (!RecordNames.isNumber(summed)) {
            throw Refused.invalid("field", Rule.NOT_A_CHOICE);
        }
        Narrowing narrowing = new Narrowing(q, scene, filter, pool);
        Filter wish = filters.wish(actor, of, narrowing);
        return new Sum(
                narrowing.pooled()
                        ? records.pooledSum(actor, wish, summed.name())
                        : records.sum(actor, of, wish, summed.name()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One record, with its members and what one may do with it")
    ResponseEntity<RecordDetail> get(Actor actor, @PathVariable String kind, @PathVariable String id) {
        RecordKind of = ApiNames.kind(kind);
        return detail(actor, of, ApiNames.id(of, id));
    }

    /** The version is read before the record: what changes in between is a change that the reader has not seen. */
    ResponseEntity<RecordDetail> detail(Actor actor, RecordKind kind, long id) {
        Standing standing = records.standing(actor, kind, id);
        Row row = keepers.of(kind).get(actor, id);
        List<Field> shown = RecordNames.shown(catalogs.of(actor, kind));
        LinkNames.Names named = names.of(actor, kind, shown, List.of(row));
        return ResponseEntity.ok()
                .eTag('"' + standing.version() + '"')
                .body(RecordNames.detail(row, shown, named, standing));
    }

    @GetMapping("/fields")
    @Operation(summary = "The fields of a kind, in the order of forms")
    Items<FieldShown> fields(Actor actor, @PathVariable String kind) {
        RecordKind of = ApiNames.kind(kind);
        return new Items<>(RecordNames.shown(catalogs.of(actor, of)).stream()
                .map(field -> RecordNames.field(of, field, actor.role()))
                .toList());
    }
}
