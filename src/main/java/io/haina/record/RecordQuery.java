package io.haina.record;

import io.haina.access.Scoped;
import io.haina.catalog.RecordType;
import io.haina.database.FilterSql;
import io.haina.database.PageSql;
import io.haina.database.SqlText;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.sharing.Power;
import io.haina.sharing.Sharing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question about one kind of record, within what its actor may see and by the fields that the actor's role may.
 *
 * @param shown the fields that are read
 * @param isWhole whether members are read as well, and a tenant's own fields in one piece
 */
record RecordQuery(RecordType type, FieldCatalog catalog, Scoped scoped, Collection<Field> shown, boolean isWhole) {

    /** Own fields that are picked out of a record one by one; a call in the database takes no more than twice as many. */
    private static final int MOST_PICKED = 20;

    /** Fields in whose order an index has the customers of each pool. */
    private static final Set<String> POOLED_ORDERS = Set.of("name", "pooledAt");

    RecordQuery(RecordType type, FieldCatalog catalog, Scoped scoped) {
        this(type, catalog, scoped, catalog.fields(), true);
    }

    /** The same question, of which only some fields are answered. @throws Refused if the catalogue has not all of them */
    RecordQuery showing(Collection<String> names) {
        Set<Field> fields = names.stream().map(catalog::field).collect(Collectors.toCollection(LinkedHashSet::new));
        return new RecordQuery(type, catalog, scoped, fields, false);
    }

    /** The same question, whose answers also tell their place in an order. */
    RecordQuery placedBy(Order order) {
        Set<Field> fields = new LinkedHashSet<>(shown);
        type.fields().stream()
                .filter(field -> field.name().equals(Order.UPDATED)
                        && shown.stream().noneMatch(each -> each.name().equals(Order.UPDATED)))
                .forEach(fields::add);
        if (!order.field().equals(Order.UPDATED)) {
            fields.add(catalog.field(order.field()));
        }
        return new RecordQuery(type, catalog, scoped, fields, isWhole);
    }

    String alias() {
        return type.kind().alias();
    }

    /** The table under its alias. */
    String from() {
        return type.kind().key() + " " + alias();
    }

    /** The condition of a filter. */
    SqlText where(Filter filter) {
        return new FilterSql(type.layout(catalog)).where(filter);
    }

    /** The condition that a live record passes. */
    SqlText where() {
        return new FilterSql(type.layout(catalog)).where(scoped.filter()).add(" and " + always(Order.UPDATED));
    }

    /** The condition that a live record passes that the actor may see, whatever was asked for: one text for every wish. */
    SqlText whereReached() {
        return new FilterSql(type.layout(catalog)).where(scoped.reach()).add(" and " + alias() + ".deleted_at is null");
    }

    /**
     * What holds of every record, for a list in the order of a field. The index of a tenant's own field holds that tenant's rows alone, and only
     * a literal tells the planner that these are wanted.
     */
    private String always(String orderedBy) {
        String alive = alias() + ".deleted_at is null";
        return isIndexed(orderedBy) || comparesIndexed(scoped.wish())
                ? alive + " and " + alias() + ".tenant_id = " + scoped.actor().tenantId()
                : alive;
    }

    /** The words that are looked for in records themselves, if nothing else is asked for; else null. */
    @Nullable
    String soleWords() {
        boolean alone = !type.layout(catalog).search().hasNamesBeside();
        return switch (scoped.wish()) {
            case Filter.Search(String text) -> text;
            case Filter.SearchAround(String text) -> alone ? text : null;
            default -> null;
        };
    }

    /** Whether all that is found would have to be sorted for an order. */
    boolean sorts(Order order) {
        return !Order.isIndexed(type.kind(), catalog.field(order.field()), isPooled());
    }

    /** Whether indexes give an order of what each person holds, or of what lies in each pool. */
    boolean isMerged(Order order) {
        return order.field().equals(Order.UPDATED) || (isPooled() && POOLED_ORDERS.contains(order.field()));
    }

    private boolean isPooled() {
        return pools(scoped.reach());
    }

    private static boolean pools(Filter filter) {
        return filter instanceof Filter.InOpenPool
                || (filter instanceof Filter.All(List<Filter> parts)
                        && parts.stream().anyMatch(RecordQuery::pools));
    }

    /** Finds pages in the order of a field. */
    PageSql pages(String orderedBy) {
        return new PageSql(type.layout(catalog), always(orderedBy));
    }

    /** Finds pages of those records that a condition of this program's own making holds of. */
    PageSql pagesOf(String condition) {
        return new PageSql(type.layout(catalog), always(Order.UPDATED) + " and " + condition);
    }

    /** Finds pages of what comes behind a place; null for all. */
    PageSql pagesBehind(Order order, @Nullable Place place) {
        SqlText condition = new SqlText().add(always(order.field()));
        if (place != null) {
            condition.add(" and ").add(order.behind(type.kind(), catalog, place));
        }
        return new PageSql(type.layout(catalog), condition);
    }

    /** The order in which the index of a tenant's own field has the records of one value; empty where none is asked for. */
    String countedBy() {
        return wantsIndexed(scoped.wish()) ? alias() + ".updated_at desc, " + alias() + ".id desc" : "";
    }

    private boolean wantsIndexed(Filter filter) {
        return switch (filter) {
            case Filter.Match match -> match.operator() == Operator.IS && isIndexed(match.field());
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(this::wantsIndexed);
            default -> false;
        };
    }

    private boolean comparesIndexed(Filter filter) {
        return switch (filter) {
            case Filter.Match match -> isIndexed(match.field());
            case Filter.During during -> isIndexed(during.field());
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(this::comparesIndexed);
            default -> false;
        };
    }

    private boolean isIndexed(String name) {
        return catalog.find(name)
                .filter(field -> field.isCustom() && field.rules().indexed())
                .isPresent();
    }

    /** What a row is read from: its fields, the reader's star, and the members of what has members. */
    SqlText columns() {
        List<String> columns = new ArrayList<>();
        columns.add(alias() + ".id");
        columns.add(alias() + ".uuid");
        columns.add((isWhole ? alias() + ".custom" : ownFields()) + " as custom");
        for (Field field : shown) {
            if (!field.isCustom()) {
                columns.add(field.column() + " as \"" + field.name() + "\"");
            }
        }
        RecordKind kind = type.kind();
        boolean shared = isWhole && (kind == RecordKind.CUSTOMER || kind == RecordKind.OPPORTUNITY);
        columns.add((shared ? Sharing.members(kind, Power.READ) : "null::bigint[]") + " as readers");
        columns.add((shared ? Sharing.members(kind, Power.WRITE) : "null::bigint[]") + " as writers");
        return new SqlText()
                .add(String.join(", ", columns) + ", ")
                .add(Sharing.starred(scoped.actor(), kind))
                .add(" as starred");
    }

    /** Those of a tenant's own fields that are shown, as a jsonb; all of them where picking them out would be no less. */
    private String ownFields() {
        List<String> parts = shown.stream()
                .filter(Field::isCustom)
                .map(field -> "'" + field.customId() + "', " + alias() + ".custom -> '" + field.customId() + "'")
                .toList();
        if (parts.isEmpty()) {
            return "'{}'::jsonb";
        }
        return parts.size() > MOST_PICKED
                ? alias() + ".custom"
                : "jsonb_build_object(" + String.join(", ", parts) + ")";
    }
}
