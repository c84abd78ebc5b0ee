package io.haina.database;

import io.haina.filter.Filter;
import io.haina.filter.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a page, and how many there are in all, of what a filter lets through. Where the reach is made of several
 * ways (held by me, or shared with me; held by any of forty people), each way is paged by its own index and the pages are
 * merged: one condition with "or" would walk all rows of the tenant, or sort all that forty people hold. What a page costs
 * grows with the people of the reach, or the records that are shared, and with how far it is paged, not with what people
 * hold.
 */
public final class PageSql {

    /** All records, whether somebody holds them or not: two ways, for each has an index of its own. */
    public static final Filter.Any EVERYBODYS_AND_NOBODYS =
            new Filter.Any(List.of(new Filter.Held(), new Filter.InPool()));

    private final Layout layout;
    private final FilterSql filters;
    private final String alias;
    private final String table;
    private final SqlText always;

    /** For the kind of record of a layout, whose table is named after it; those that are not deleted. */
    public PageSql(Layout layout) {
        this(layout, layout.column("deleted_at") + " is null");
    }

    /**
     * For the kind of record of a layout, whose table is named after it.
     *
     * @param always holds besides every filter
     */
    public PageSql(Layout layout, String always) {
        this(layout, new SqlText().add(always));
    }

    /** The same, with values in what holds besides. */
    public PageSql(Layout layout, SqlText always) {
        this.always = always;
        this.layout = layout;
        this.filters = new FilterSql(layout);
        this.alias = layout.column("").replace(".", "");
        this.table = layout.kindKey() + " " + alias;
    }

    /**
     * How many rows there are: {@code known} from elsewhere, {@code counted} by counting, each a scalar subquery.
     *
     * @param counted answers one more than the bound where there are more
     * @param exact nothing is counted
     */
    public record Total(SqlText known, SqlText counted, boolean exact) {}

    /** One way to reach records: a filter without alternatives, and the ways before it, whose records it leaves out. */
    private record Way(
            Filter filter, List<Filter> before, @Nullable Filter drivenBy) {}

    /**
     * Selects the rows of a page, whole, under the alias of the kind.
     *
     * @param order of columns under that alias, total, of this program's own making
     * @param indexed whether indexes give that order, of all that is held and of what each person holds
     */
    public SqlText rows(Filter filter, String order, boolean indexed, Page page) {
        return rows(filter, "*", order, indexed, page);
    }

    /**
     * As the other, with some columns instead of all: PostgreSQL looks up the type of each column of each part of a plan, each
     * time that it runs it.
     *
     * @param columns under the alias, those of the order among them, of this program's own making
     */
    public SqlText rows(Filter filter, String columns, String order, boolean indexed, Page page) {
        return rows(filter, columns, order, indexed, depth(page), SqlText.limit(page));
    }

    /** Selects some columns of the first rows, however many, in an order that indexes give. */
    SqlText first(Filter filter, String columns, String order, int most) {
        return rows(filter, columns, order, true, most, new SqlText().add("limit " + most));
    }

    private SqlText rows(Filter filter, String columns, String order, boolean indexed, long depth, SqlText limit) {
        List<Way> ways = ways(filter);
        if (ways.size() == 1) {
            Way only = ways.getFirst();
            return only.drivenBy() == null || !indexed
                    ? plain(only, columns).add(" order by " + order + " ").add(limit)
                    : new SqlText()
                            .add("select " + columns + " from (")
                            .add(way(only, columns, order, true, depth))
                            .add(") " + alias + " order by " + order + " ")
                            .add(limit);
        }
        SqlText sql = new SqlText().add("select * from (");
        String union = "";
        for (Way way : ways) {
            sql.add(union + "(").add(way(way, columns, order, indexed, depth)).add(")");
            union = "\nunion all ";
        }
        return sql.add(") " + alias + " order by " + order + " ").add(limit);
    }

    /**
     * Selects the rows of a page, whole, in an order that no index gives: all that the filter lets through are sorted, and
     * where they are more than a bound the rows are any.
     *
     * @param order of columns under that alias, total, of this program's own making
     */
    public SqlText sorted(Filter filter, String order, int bound, Page page) {
        SqlText sql = new SqlText().add("select * from (");
        String union = "";
        for (Way way : ways(filter)) {
            sql.add(union + "(").add(plain(way, "*")).add(" limit " + bound + ")");
            union = "\nunion all ";
        }
        return sql.add(") " + alias + " order by " + order + " ").add(SqlText.limit(page));
    }

    /** Selects some columns of rows in no order, of each way to reach them and in all no more than a bound. */
    public SqlText some(Filter filter, String columns, int bound) {
        SqlText sql = new SqlText().add("select * from (");
        String union = "(";
        for (Way way : ways(filter)) {
            sql.add(union).add(plain(way, columns)).add(" limit " + bound + ")");
            union = "\nunion all (";
        }
        return sql.add(") each_way limit " + bound);
    }

    /** The ids of what is selected under the alias of the kind, as an array in an order, which is to be a scalar subquery. */
    public SqlText ids(SqlText rows, String order) {
        return new SqlText()
                .add("array(select " + layout.column("id") + " from (")
                .add(rows)
                .add(") " + alias + " order by " + order + ")");
    }

    /**
     * Selects the rows that a page may have, whole, in no order: for a list that merges them with others of the same order.
     * What a page costs grows with how far it is paged.
     *
     * @param order as of {@link #rows}, which indexes give
     */
    public SqlText candidates(Filter filter, String order, Page page) {
        SqlText sql = new SqlText();
        String union = "";
        for (Way way : ways(filter)) {
            sql.add(union + "(").add(way(way, "*", order, true, depth(page))).add(")");
            union = "\nunion all ";
        }
        return sql;
    }

    /** So far each way is read, as one of few numbers, for each makes a statement of its own. */
    private static long depth(Page page) {
        long pages = Integer.highestOneBit(page.number());
        return page.size() * (pages == page.number() ? pages : 2 * pages);
    }

    private SqlText way(Way way, String columns, String order, boolean indexed, long depth) {
        Filter drivenBy = way.drivenBy();
        if (drivenBy == null || !indexed) {
            return plain(way, columns).add(" order by " + order + " limit " + depth);
        }
        long tenant = FilterSql.tenantOf(way.filter());
        Filter held = drivenBy instanceof Filter.InOpenPool ? new Filter.InPool() : new Filter.Held();
        List<Filter> rest = new ArrayList<>(parts(way.filter()));
        rest.remove(drivenBy);
        rest.add(held);
        Way undriven = new Way(Filter.all(rest), way.before(), null);
        DrivenSql sql =
                new DrivenSql(alias, ReachSql.driver(layout, drivenBy, tenant).orElseThrow(), order, depth);
        if (drivenBy instanceof Filter.InOpenPool) {
            return sql.each(plain(undriven, columns));
        }
        // What is looked through is filtered afterwards, by any column.
        Way everybodys = new Way(Filter.all(new Filter.InTenant(tenant), held), List.of(), null);
        SqlText whole = sql.nearestOrEach(plain(everybodys, "*"), condition(undriven), plain(undriven, "*"));
        return columns.equals("*")
                ? whole
                : new SqlText().add("select " + columns + " from (").add(whole).add(") " + alias);
    }

    /** The condition that words are found in rows that stand under the alias of the kind. */
    SqlText within(long tenantId, String text) {
        SqlText sql = new SqlText();
        layout.search().within(sql, tenantId, text);
        return sql;
    }

    String alias() {
        return alias;
    }

    private SqlText plain(Way way, String columns) {
        return new SqlText()
                .add("select " + columns + " from " + table + " where ")
                .add(condition(way))
                .add(" and ")
                .add(always);
    }

    private SqlText condition(Way way) {
        long tenant = FilterSql.tenantOf(way.filter());
        SqlText sql = filters.where(way.filter());
        for (Filter earlier : way.before()) {
            sql.add(" and (").add(filters.where(earlier, tenant)).add(") is not true");
        }
        return sql;
    }

    /**
     * How many rows a filter lets through.
     *
     * @param bound up to which is counted, for each way to reach records
     * @param known what is known of a filter without counting, as a scalar subquery
     */
    public Total total(Filter filter, long bound, Function<Filter, Optional<SqlText>> known) {
        return total(filter, "", bound, known);
    }

    /**
     * The same, counting in an order: where an index gives it, what most lists want is met soonest at its beginning.
     *
     * @param order of columns under the alias of the kind, of this program's own making; empty if it does not matter
     */
    public Total total(Filter filter, String order, long bound, Function<Filter, Optional<SqlText>> known) {
        String ordered = order.isEmpty() ? "" : " order by " + order;
        SqlText sum = new SqlText().add("0");
        SqlText counted = new SqlText();
        String union = "";
        for (Way way : ways(filter)) {
            Optional<SqlText> tally = way.before().isEmpty() ? known.apply(way.filter()) : Optional.empty();
            if (tally.isPresent()) {
                sum.add(" + ").add(tally.get());
            } else {
                counted.add(union + "(").add(plain(way, "1")).add(ordered + " limit " + (bound + 1) + ")");
                union = " union all ";
            }
        }
        boolean exact = union.isEmpty();
        return new Total(
                new SqlText().add("(").add(sum).add(")"),
                exact
                        ? new SqlText().add("0")
                        : new SqlText()
                                .add("(select count(*) from (select 1 from (")
                                .add(counted)
                                .add(") each_way limit " + (bound + 1) + ") counted)"),
                exact);
    }

    /**
     * A statement made of rows and totals of a filter, in which the people or pools that the filter reaches, or the records of
     * which a value is known, are looked for once and not in each of its parts.
     */
    public SqlText whole(Filter filter, SqlText statement) {
        long tenant = FilterSql.tenantOf(filter);
        for (Filter part : parts(filter)) {
            SqlText ids = ReachSql.driver(layout, part, tenant)
                    .map(ReachSql.Driver::ids)
                    .or(() -> WaySql.found(part, tenant))
                    .orElse(null);
            SqlText whole = ids == null ? statement : statement.once("found_once", ids);
            if (whole != statement) {
                return whole;
            }
        }
        return statement;
    }

    /**
     * A reach of several ways becomes as many; a search of words finds few rows by its own index, and what people hold stays
     * whole there, but that what a record is called and what it belongs to is called are two ways.
     */
    private List<Way> ways(Filter filter) {
        List<Filter> parts = parts(filter).stream().map(this::named).toList();
        boolean searching = parts.stream().anyMatch(PageSql::isSearch);
        Filter.Any several =
                searching ? Optional.ofNullable(searched(parts)).orElseGet(() -> shared(parts)) : several(parts);
        if (several == null) {
            Filter driver = drivenBy(parts);
            // Pools are few and hold much: words are looked for in each by itself, in its order.
            boolean drives = !searching || driver instanceof Filter.InOpenPool;
            return List.of(new Way(filter, List.of(), drives ? driver : null));
        }
        List<Way> ways = new ArrayList<>();
        for (Filter each : several.parts()) {
            List<Filter> own = new ArrayList<>(parts);
            own.set(own.indexOf(several), each);
            Filter whole = Filter.all(own);
            // What nobody holds is held by nobody: these two need not leave out each other's records.
            List<Filter> before = several.equals(EVERYBODYS_AND_NOBODYS)
                    ? List.of()
                    : List.copyOf(several.parts().subList(0, ways.size()));
            ways.add(new Way(whole, before, searching ? null : drivenBy(parts(whole))));
        }
        return ways;
    }

    private Filter named(Filter part) {
        return part instanceof Filter.SearchAround(String text)
                        && layout.search().hasNamesBeside()
                ? new Filter.Any(List.of(new Filter.Search(text), new Filter.SearchBeside(text)))
                : part;
    }

    private static boolean isSearch(Filter part) {
        return part instanceof Filter.Search
                || part instanceof Filter.SearchAround
                || (part instanceof Filter.Any(List<Filter> parts)
                        && parts.stream().anyMatch(Filter.SearchBeside.class::isInstance));
    }

    private static Filter.@Nullable Any searched(List<Filter> parts) {
        for (Filter part : parts) {
            if (part instanceof Filter.Any any && isSearch(part)) {
                return any;
            }
        }
        return null;
    }

    private static List<Filter> parts(Filter filter) {
        return filter instanceof Filter.All(List<Filter> parts) ? parts : List.of(filter);
    }

    private static Filter.@Nullable Any several(List<Filter> parts) {
        return parts.contains(EVERYBODYS_AND_NOBODYS) ? EVERYBODYS_AND_NOBODYS : shared(parts);
    }

    private static Filter.@Nullable Any shared(List<Filter> parts) {
        for (Filter part : parts) {
            if (part instanceof Filter.Any any && any.parts().stream().anyMatch(Filter.SharedWith.class::isInstance)) {
                return any;
            }
        }
        return null;
    }

    /** Only the first such part drives: a second one narrows each row. */
    private @Nullable Filter drivenBy(List<Filter> parts) {
        if (parts.stream().anyMatch(PageSql::namesFew)) {
            return null;
        }
        for (Filter part : parts) {
            if (ReachSql.driver(layout, part, 0).isPresent()) {
                return part;
            }
        }
        return null;
    }

    /** Whether a part lets so few rows through, found by ids, that nothing else need drive. */
    private static boolean namesFew(Filter part) {
        return part instanceof Filter.SharedWith || part instanceof Filter.Starred || part instanceof Filter.HeldBy;
    }
}
