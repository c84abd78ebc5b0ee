package io.haina.record;

import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.database.PageIds;
import io.haina.database.PageSql;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.Field;
import io.haina.field.FieldType.Shape;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Reads records of any kind. */
@Repository
class RecordStore {

    /** Up to here a total that no tally answers is counted; beyond, it is said to be at least so many. */
    private static final int COUNTED = 1000;

    /** The same where words are searched for, whose every match must be looked at. */
    static final int COUNTED_SEARCHING = 100;

    /** Orders of the contracts' own, which an index gives every reach: one plan serves all. */
    private static final Set<String> USUAL = Set.of(Order.UPDATED, Order.CREATED);

    private static final PageSql.Total NO_TOTAL =
            new PageSql.Total(new SqlText().add("0"), new SqlText().add("0"), true);

    private final Sql sql;
    private final PageIds ids;

    RecordStore(Sql sql, PageIds ids) {
        this.sql = sql;
        this.ids = ids;
    }

    private record Counted(
            long known, long counted, @Nullable Row row) {}

    private record Listed(long known, long counted, List<Row> rows) {}

    /**
     * The rows of a page and how many there are in all.
     *
     * @param most records that are sorted where no index gives the order
     * @throws Refused if they are more
     */
    Slice<Row> page(RecordQuery query, Page page, Order order, int most, Function<Filter, Optional<SqlText>> tally) {
        PageSql pages = query.pages(order.field());
        String by = order.sql(query.type().kind(), query.catalog());
        Optional<PageIds.Nearest> nearest =
                order.field().equals(Order.UPDATED) ? nearest(query, pages, by, page, tally) : Optional.empty();
        if (nearest.isPresent()) {
            PageIds.Nearest met = nearest.get();
            return new Slice<>(rows(query, met.ids()), page, met.counted(), met.exact());
        }
        Filter filter = query.scoped().filter();
        boolean sorting = query.sorts(order) && most < Integer.MAX_VALUE;
        long bound =
                sorting ? most : page.countedTo(Filter.searches(query.scoped().wish()) ? COUNTED_SEARCHING : COUNTED);
        PageSql.Total total = pages.total(filter, query.countedBy(), bound, tally);
        SqlText wanted =
                sorting ? pages.sorted(filter, by, most, page) : pages.rows(filter, by, query.isMerged(order), page);
        Listed listed = isOwnWish(query, order)
                ? byIds(query, ids.find(pages, filter, total, pages.ids(wanted, by)))
                : inOne(query, total, wanted, by);
        if (sorting && listed.known() + listed.counted() > most) {
            throw new Refused(new Problem.TooBroad(most));
        }
        return new Slice<>(
                listed.rows(),
                page,
                listed.known() + Math.min(listed.counted(), bound),
                total.exact() || listed.counted() <= bound);
    }

    private Optional<PageIds.Nearest> nearest(
            RecordQuery query, PageSql pages, String by, Page page, Function<Filter, Optional<SqlText>> tally) {
        String words = query.soleWords();
        Filter reach = query.scoped().reach();
        return words == null
                ? Optional.empty()
                : ids.nearest(pages, reach, pages.total(reach, PageIds.FEW, tally), words, "updated_at", by, page);
    }

    private Listed byIds(RecordQuery query, PageIds.Found found) {
        return new Listed(found.known(), found.counted(), rows(query, found.ids()));
    }

    /** What the contracts ask for is one statement, whose rows are found before anything is read beside them. */
    private Listed inOne(RecordQuery query, PageSql.Total total, SqlText wanted, String by) {
        SqlText statement = new SqlText()
                .add("select total.known, total.counted, ")
                .add(query.columns())
                .add("\nfrom (select ")
                .add(total.known())
                .add(" as known, ")
                .add(total.counted())
                .add(" as counted) total\nleft join (")
                .add(wanted)
                .add(") " + query.alias() + " on true order by " + by);
        List<Counted> all = sql.rows(statement, (row, n) -> counted(row, query));
        Counted first = all.getFirst();
        return new Listed(
                first.known(),
                first.counted(),
                all.stream()
                        .flatMap(each -> Optional.ofNullable(each.row()).stream())
                        .toList());
    }

    /** The records of some ids, in the order of the ids; those that are still within reach. */
    List<Row> rows(RecordQuery query, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return PageIds.inOrder(ids, sql.rows(of(query, query.whereReached(), ids), reader(query)), Row::id);
    }

    /**
     * The next rows in an order, which nobody counts.
     *
     * @param most as of {@link #page}
     * @throws Refused as {@link #page}
     */
    List<Row> behind(RecordQuery query, Order order, @Nullable Place place, int size, int most) {
        String by = order.sql(query.type().kind(), query.catalog());
        Filter filter = query.scoped().filter();
        Page page = new Page(1, size);
        PageSql pages = query.pagesBehind(order, place);
        if (query.sorts(order)) {
            // What comes behind a place is part of what is sorted, so all of it is counted.
            PageSql.Total total = query.pages(order.field()).total(filter, most, part -> Optional.empty());
            PageIds.Found found = ids.find(pages, filter, total, pages.ids(pages.sorted(filter, by, most, page), by));
            if (found.counted() > most) {
                throw new Refused(new Problem.TooBroad(most));
            }
            return rows(query, found.ids());
        }
        SqlText wanted = pages.rows(filter, by, query.isMerged(order), page);
        if (isOwnWish(query, order)) {
            return rows(
                    query,
                    ids.find(pages, filter, NO_TOTAL, pages.ids(wanted, by)).ids());
        }
        SqlText statement = new SqlText()
                .add("select ")
                .add(query.columns())
                .add("\nfrom (")
                .add(wanted)
                .add(") " + query.alias() + " order by " + by);
        return sql.rows(statement, reader(query));
    }

    /** Of the last changed records of the reach, {@value Page#MAXIMUM_SIZE} at most are looked through, those that fit the wish. */
    List<Row> nearest(RecordQuery query, int size) {
        String by = Order.NEWEST.sql(query.type().kind(), query.catalog());
        Scoped scoped = query.scoped();
        SqlText statement = new SqlText()
                .add("select ")
                .add(query.columns())
                .add("\nfrom (")
                .add(query.pages(Order.UPDATED).rows(scoped.reach(), by, true, new Page(1, Page.MAXIMUM_SIZE)))
                .add(") " + query.alias() + " where ")
                .add(query.where(Filter.all(new Filter.InTenant(scoped.actor().tenantId()), scoped.wish())))
                .add(" order by " + by + " limit " + size);
        return sql.rows(statement, reader(query));
    }

    /** A wish or an order of the client's own: how many records it finds decides the best way to them. */
    private static boolean isOwnWish(RecordQuery query, Order order) {
        Filter wish = query.scoped().wish();
        return !USUAL.contains(order.field())
                || !(wish.equals(Filter.EVERYTHING) || wish.equals(PageSql.EVERYBODYS_AND_NOBODYS));
    }

    private static Counted counted(ResultSet row, RecordQuery query) throws SQLException {
        return new Counted(
                row.getLong("known"),
                row.getLong("counted"),
                row.getObject("id") == null ? null : RowReader.row(row, query.shown()));
    }

    /** The records of some ids that the query reaches, in the order of the ids. */
    List<Row> find(RecordQuery query, Collection<Long> ids) {
        SqlText statement = of(query, query.where(), ids).add(" order by " + query.alias() + ".id");
        return sql.rows(statement, reader(query));
    }

    private static SqlText of(RecordQuery query, SqlText where, Collection<Long> ids) {
        return new SqlText()
                .add("select ")
                .add(query.columns())
                .add("\nfrom " + query.from() + " where ")
                .add(where)
                .add(" and " + query.alias() + ".id = any(?)", (Object) ids.toArray(Long[]::new));
    }

    private static RowMapper<Row> reader(RecordQuery query) {
        return (row, n) -> RowReader.row(row, query.shown());
    }

    /** The next records behind an id, in the order of ids: for reading any number of them in steps. */
    List<Row> after(RecordQuery query, long id, int limit) {
        SqlText statement = new SqlText()
                .add("select ")
                .add(query.columns())
                .add(" from " + query.from() + " where ")
                .add(query.where())
                .add(" and " + query.alias() + ".id > ? order by " + query.alias() + ".id limit " + limit, id);
        return sql.rows(statement, reader(query));
    }

    /** The sum of a field over all that the query finds, zero for none. */
    BigDecimal sum(RecordQuery query, String name) {
        Field field = query.catalog().field(name);
        if (field.type().shape() != Shape.DECIMAL && field.type().shape() != Shape.WHOLE) {
            throw Refused.invalid(name, Rule.WRONG_TYPE);
        }
        SqlText statement = new SqlText()
                .add("select coalesce(sum(" + field.column() + "), 0) as n from " + query.from() + " where ")
                .add(query.where());
        return sql.rowsPlannedAnew(statement, (row, n) -> row.getBigDecimal("n"))
                .getFirst();
    }

    /** Whether another record than one has a folded value in a field whose values occur once. */
    boolean isTaken(Permit permit, RecordKind kind, String field, String value, @Nullable Long except) {
        return sql.row(
                        new SqlText().add("""
                                        select 1 from unique_value
                                        where tenant_id = ? and kind = ? and field = ? and value = ?
                                            and record_id is distinct from ?::bigint""", permit.actor().tenantId(), kind.key(), field, value, except),
                        (row, n) -> true)
                .isPresent();
    }
}
