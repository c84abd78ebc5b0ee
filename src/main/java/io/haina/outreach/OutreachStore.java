package io.haina.outreach;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.PageSql;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.record.RecordSearch;
import io.haina.stats.Tallies;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Reads outreach records: the newest first. */
@Repository
class OutreachStore {

    /** The table's name, and the word for its rows in search, tallies, audit and events. */
    static final String KIND = "outreach";

    static final Layout LAYOUT = Layout.of(KIND, "r", OutreachFields.CATALOG, RecordSearch.of(KIND));

    /** Up to here a total that no tally answers is counted; beyond, it is said to be at least so many. */
    private static final int COUNTED = 10_000;

    /** The same where words are searched for, whose every match must be looked at. */
    private static final int COUNTED_SEARCHING = 1000;

    private static final String ORDER = "r.created_at desc, r.id desc";

    private static final FilterSql FILTERS = new FilterSql(LAYOUT);
    private static final PageSql PAGES = new PageSql(LAYOUT);

    private final Sql sql;
    private final Tallies tallies;

    OutreachStore(Sql sql, Tallies tallies) {
        this.sql = sql;
        this.tallies = tallies;
    }

    private record Counted(
            long known, long counted, @Nullable OutreachRecord row) {}

    /** Rows and total in one statement. */
    Slice<OutreachRecord> page(Scoped scoped, Page page) {
        Filter filter = scoped.filter();
        long bound = page.countedTo(Filter.searches(scoped.wish()) ? COUNTED_SEARCHING : COUNTED);
        PageSql.Total total = PAGES.total(filter, bound, part -> tallies.totalSql(scoped, KIND, part));
        SqlText statement = new SqlText()
                .add("select total.known, total.counted, " + OutreachRows.COLUMNS + "\nfrom (select ")
                .add(total.known())
                .add(" as known, ")
                .add(total.counted())
                .add(" as counted) total\nleft join (")
                .add(PAGES.rows(filter, ORDER, true, page))
                .add(") r on true order by " + ORDER);
        RowMapper<Counted> mapper = (row, n) -> new Counted(
                row.getLong("known"),
                row.getLong("counted"),
                row.getObject("id") == null ? null : OutreachRows.read(row));
        List<Counted> found = rows(scoped, statement, mapper);
        Counted first = found.getFirst();
        boolean exact = total.exact() || first.counted() <= bound;
        List<OutreachRecord> rows =
                found.stream().flatMap(each -> Stream.ofNullable(each.row())).toList();
        return new Slice<>(rows, page, first.known() + Math.min(first.counted(), bound), exact);
    }

    /** The next records behind one, in the order of the list: for reading any number of them in steps. */
    List<OutreachRecord> after(Scoped scoped, @Nullable OutreachRecord last, int limit) {
        SqlText statement = new SqlText()
                .add("select " + OutreachRows.COLUMNS + " from outreach r where ")
                .add(FILTERS.where(scoped.filter()))
                .add(" and r.deleted_at is null");
        if (last != null) {
            statement.add(" and (r.created_at, r.id) < (?, ?)", at(last.createdAt()), last.id());
        }
        return rows(
                scoped, statement.add(" order by " + ORDER + " limit " + limit), (row, n) -> OutreachRows.read(row));
    }

    /** A wish of the client's own: how many records it finds decides the best way to them. */
    private <T> List<T> rows(Scoped scoped, SqlText statement, RowMapper<T> mapper) {
        return scoped.wish().equals(Filter.EVERYTHING)
                ? sql.rows(statement, mapper)
                : sql.rowsPlannedAnew(statement, mapper);
    }

    /** One record that the query reaches. */
    Optional<OutreachRecord> find(Scoped scoped, long id) {
        return find(scoped, List.of(id)).stream().findFirst();
    }

    /** Those of some ids that the query reaches, in the order of their ids. */
    List<OutreachRecord> find(Scoped scoped, Collection<Long> ids) {
        return sql.rows(
                new SqlText()
                        .add("select " + OutreachRows.COLUMNS + " from outreach r where ")
                        .add(FILTERS.where(scoped.filter()))
                        .add(" and r.deleted_at is null and r.id = any(?) order by r.id", (Object)
                                ids.toArray(Long[]::new)),
                (row, n) -> OutreachRows.read(row));
    }
}
