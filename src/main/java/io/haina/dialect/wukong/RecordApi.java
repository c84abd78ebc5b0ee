package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.dialect.wukong.RecordWire.Draft;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Listed;
import io.haina.dialect.wukong.RecordWire.One;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.haina.record.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the chapters on the five kinds of record do alike: lists, single records, and the reading of drafts. */
abstract class RecordApi {

    private final RecordKind kind;
    private final Catalogs catalogs;
    private final RecordFilters filters;
    private final Clock clock;

    RecordApi(RecordKind kind, Catalogs catalogs, RecordFilters filters, Clock clock) {
        this.kind = kind;
        this.catalogs = catalogs;
        this.filters = filters;
        this.clock = clock;
    }

    /** How a kind's use cases list. */
    @FunctionalInterface
    interface Lister {
        Slice<Row> list(Actor actor, Filter wish, Page page, Order order);
    }

    Listed listed(Actor actor, ListAsked asked, Lister lister) {
        Page page = WukongFilters.page(asked.page(), asked.limit());
        Filter wish = filters.wish(actor, kind, asked);
        Slice<Row> slice = lister.list(actor, wish, page, filters.order(actor, kind, asked));
        FieldCatalog catalog = catalogs.of(actor, kind);
        List<Map<String, @Nullable Object>> rows = slice.rows().stream()
                .map(row -> RowNames.listed(actor, kind, catalog, row, clock.instant()))
                .toList();
        return new Listed(
                slice.total(),
                page.number(),
                page.size(),
                slice.pages(),
                page.number() == 1,
                page.number() >= slice.pages(),
                rows,
                null);
    }

    Map<String, @Nullable Object> detailed(Actor actor, Row row) {
        return RowNames.detailed(actor, kind, catalogs.of(actor, kind), row, clock.instant());
    }

    /** The record that is meant. @throws Refused if none is named */
    long id(One one) {
        Long id = named(one.leadsId(), one.customerId(), one.contactsId(), one.businessId(), one.productId());
        return WukongFilters.required(RecordNames.id(kind), id == null ? one.id() : id);
    }

    /** The record that a draft changes, inside of its entity or beside it; null for a new one. */
    @Nullable
    Long id(Draft draft) {
        JsonNode entity = draft.entity();
        String name = RecordNames.id(kind);
        String inside = entity == null ? null : WukongFilters.scalar(name, entity.get(name));
        if (inside == null || inside.isBlank()) {
            return named(
                    draft.leadsId(), draft.customerId(), draft.contactsId(), draft.businessId(), draft.productId());
        }
        if (!inside.matches("[0-9]{1,16}")) {
            throw Refused.invalid(name, Rule.WRONG_TYPE);
        }
        return Long.valueOf(inside);
    }

    private @Nullable Long named(
            @Nullable Long lead,
            @Nullable Long customer,
            @Nullable Long contact,
            @Nullable Long opportunity,
            @Nullable Long product) {
        return switch (kind) {
            case LEAD -> lead;
            case CUSTOMER -> customer;
            case CONTACT -> contact;
            case OPPORTUNITY -> opportunity;
            case PRODUCT -> product;
        };
    }

    /**
     * What a draft says, by the core's names. Keys that clients send back because they were shown them are passed over, for
     * who owns and who made a record comes from elsewhere.
     *
     * @throws Refused if a value is no value, or one of the company's own fields is unknown
     */
    Map<String, @Nullable Object> raw(Actor actor, Draft draft) {
        FieldCatalog catalog = catalogs.of(actor, kind);
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        JsonNode entity = draft.entity();
        if (entity != null && !entity.isObject()) {
            throw Refused.invalid("entity", Rule.WRONG_TYPE);
        }
        if (entity != null) {
            entity.properties()
                    .forEach(entry -> RecordNames.field(kind, catalog, entry.getKey())
                            .filter(Field::isWritable)
                            .ifPresent(field -> raw.put(field.name(), value(field, entry.getValue()))));
        }
        own(actor, catalog, draft.field(), raw);
        return raw;
    }

    /** The company's own fields come as a whole: what the role writes and is not among them is emptied. */
    private void own(Actor actor, FieldCatalog catalog, @Nullable JsonNode fields, Map<String, @Nullable Object> raw) {
        if (fields == null || fields.isNull()) {
            return;
        }
        if (!fields.isArray()) {
            throw Refused.invalid("field", Rule.WRONG_TYPE);
        }
        Map<Long, Field> byId = RecordNames.byId(kind, catalog);
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        for (JsonNode each : fields) {
            Field field = field(catalog, byId, each);
            if (field.isWritable()) {
                given.put(field.name(), value(field, each.get("value")));
            }
        }
        catalog.fields().stream()
                .filter(field -> field.isWritable() && RecordNames.isOwn(kind, field))
                .filter(field -> given.containsKey(field.name())
                        || (field.isCustom() && !field.rules().readOnlyFor().contains(actor.role())))
                .forEach(field -> raw.put(field.name(), given.get(field.name())));
        given.forEach(raw::putIfAbsent);
    }

    private Field field(FieldCatalog catalog, Map<Long, Field> byId, JsonNode sent) {
        String id = WukongFilters.scalar("fieldId", sent.get("fieldId"));
        String name = WukongFilters.scalar("field", sent.get("name"));
        if (id != null && id.matches("[0-9]{1,16}")) {
            Field field = byId.get(Long.valueOf(id));
            if (field == null) {
                throw Refused.invalid("fieldId", Rule.UNKNOWN);
            }
            return field;
        }
        if (name == null) {
            throw Refused.invalid("fieldId", Rule.REQUIRED);
        }
        return RecordNames.field(kind, catalog, name).orElseThrow(() -> Refused.invalid("name", Rule.UNKNOWN));
    }

    private static @Nullable Object value(Field field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            List<String> many = new ArrayList<>();
            value.forEach(each -> many.add(scalar(field, each)));
            return many.size() == 1 && !field.isCustom() ? many.getFirst() : many;
        }
        return scalar(field, value);
    }

    private static String scalar(Field field, JsonNode value) {
        String scalar = WukongFilters.scalar(field.name(), value);
        return scalar == null ? "" : scalar;
    }
}
