package io.haina.database;

import io.haina.filter.Filter;
import io.haina.filter.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the ids of a page of what a client makes up, and how many there are in all; the rows are read afterwards by these,
 * with a plan that is kept. Planning is dearer than looking where a statement has many tables, each with many indexes, so
 * what is planned anew names nothing but what decides.
 */
@Component
public class PageIds {

    /** So many times the rows that a page reaches to are looked through for words, before these are looked for everywhere. */
    private static final int WIDTH = 20;

    /** A reach of so many is looked through as a whole, and what is found in it is told exactly; of others, no more than these. */
    public static final int FEW = 2_000;

    /** The first of so many parts of these tells whether a word is worth looking for in the others. */
    private static final int PARTS = 5;

    /** Enough is found where so many pages beyond the one asked for are. */
    private static final int PAGES_AHEAD = 1;

    private final Sql sql;

    PageIds(Sql sql) {
        this.sql = sql;
    }

    /**
     * What was found.
     *
     * @param known what was known without counting
     * @param counted what was counted
     * @param ids in the order of the page
     */
    public record Found(long known, long counted, List<Long> ids) {}

    /**
     * What was found among the first of a reach.
     *
     * @param counted there, all that there are where {@code exact}
     */
    public record Nearest(long counted, boolean exact, List<Long> ids) {}

    /**
     * Looks for what a client made up, by a plan of its own.
     *
     * @param filter of which total and ids are made
     * @param ids as {@link PageSql#ids} has them
     * @throws io.haina.problem.Refused if it takes too long
     */
    public Found find(PageSql pages, Filter filter, PageSql.Total total, SqlText ids) {
        return sql.rowsPlannedAnew(pages.whole(filter, statement(total, ids)), PageIds::found)
                .getFirst();
    }

    private static SqlText statement(PageSql.Total total, SqlText ids) {
        return new SqlText()
                .add("select ")
                .add(total.known())
                .add(" as known, ")
                .add(total.counted())
                .add(" as counted, ")
                .add(ids)
                .add(" as ids");
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        return new Found(row.getLong("known"), row.getLong("counted"), ids(row));
    }

    private static List<Long> ids(ResultSet row) throws SQLException {
        return List.of((Long[]) row.getArray("ids").getArray());
    }

    /**
     * Looks for words among the first of a reach, by a plan that is kept: words that many have are met there soon, and a small
     * reach has nothing beyond.
     *
     * @param reach whose ways indexes give in the order, each
     * @param reached how many it has, counted to {@link #FEW} at least
     * @param words of a search box
     * @param column by which is ordered, before the id, of the table of the kind
     * @return empty where this is too few to answer the page, with what lies ahead of it
     */
    public Optional<Nearest> nearest(
            PageSql pages, Filter reach, PageSql.Total reached, String words, String column, String order, Page page) {
        if (isLookedThrough(reach)) {
            return Optional.empty();
        }
        long depth = (long) WIDTH * page.size() * Long.highestOneBit(2L * page.number() - 1);
        long first = depth > FEW ? 0 : depth / PARTS;
        String alias = pages.alias();
        String columns = alias + ".tenant_id, " + alias + ".id, " + alias + "." + column;
        int enough = page.offset() + (1 + PAGES_AHEAD) * page.size();
        SqlText within = pages.within(FilterSql.tenantOf(reach), words);
        // What is walked is met in its order, and read no further than its readers go: to what is enough, or through
        // all of a small reach. A word that none of the first has is none that many have.
        SqlText statement = new SqlText()
                .add("with reach as materialized (select ")
                .add(reached.known())
                .add(" + ")
                .add(reached.counted())
                .add(" <= " + FEW + " as few),\nwalked as materialized (")
                .add(pages.first(reach, columns, order, FEW))
                .add("),\nmet as materialized (select " + alias + ".id from (select * from walked limit " + first + ") "
                        + alias + " where ")
                .add(within)
                .add(
                        ")\nselect (select few from reach) as few, array(select id from met union all select " + alias
                                + ".id from (select * from walked offset " + first
                                + " limit (select case when few then null when exists (select from met) then ?::bigint"
                                + " else 0 end from reach)) " + alias + " where ",
                        depth - first)
                .add(within)
                .add(" limit (select case when few then null else ? end from reach)) as ids", enough);
        return sql.rows(statement, (row, n) -> nearest(row, page, enough)).getFirst();
    }

    private static Optional<Nearest> nearest(ResultSet row, Page page, int enough) throws SQLException {
        boolean exact = row.getBoolean("few");
        List<Long> found = ids(row);
        if (!exact && found.size() < enough) {
            return Optional.empty();
        }
        int end = Math.min(page.offset() + page.size(), found.size());
        return Optional.of(new Nearest(found.size(), exact, found.subList(Math.min(page.offset(), end), end)));
    }

    /** The rows of some ids in the order of these, without those that are there no more. */
    public static <T> List<T> inOrder(List<Long> ids, List<T> rows, Function<T, Long> id) {
        return inOrder(ids, rows.stream().collect(Collectors.toMap(id, Function.identity())));
    }

    /** As the other, of rows by their ids, which may be more. */
    public static <T> List<T> inOrder(List<Long> ids, Map<Long, T> rows) {
        return ids.stream()
                .flatMap(each -> Optional.ofNullable(rows.get(each)).stream())
                .toList();
    }

    /** Whether what people hold is met by looking through everybody's, which costs many times what is wanted. */
    private static boolean isLookedThrough(Filter reach) {
        return switch (reach) {
            case Filter.HeldByThoseUnder under -> true;
            case Filter.HeldInDepartment in -> true;
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(PageIds::isLookedThrough);
            case Filter.Any(List<Filter> parts) -> parts.stream().anyMatch(PageIds::isLookedThrough);
            default -> false;
        };
    }
}
