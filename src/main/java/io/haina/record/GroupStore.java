package io.haina.record;

import io.haina.database.PageSql;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Counts records by the values of a field, and finds the first of each. */
@Repository
class GroupStore {

    private final Sql sql;

    GroupStore(Sql sql) {
        this.sql = sql;
    }

    /** @param ids the last changed, in their order */
    record Counted(long value, long count, BigDecimal sum, boolean exact, List<Long> ids) {}

    /**
     * Counts and sums by the values of a field, each read no further than a bound, by the index of each way to reach records.
     *
     * @param made whether a client made up what is counted, so that the best way depends on how much it is
     * @param size ids of each value
     */
    List<Counted> groups(
            RecordQuery query,
            String by,
            Collection<Long> values,
            @Nullable String sum,
            int bound,
            boolean made,
            int size) {
        int most = Filter.searches(query.scoped().wish()) ? RecordStore.COUNTED_SEARCHING : bound;
        String summed = sum == null ? "0" : query.catalog().field(sum).column();
        String order = Order.NEWEST.sql(query.type().kind(), query.catalog());
        Filter filter = query.scoped().filter();
        PageSql each = query.pagesOf(query.catalog().field(by).column() + " = g.value");
        SqlText statement = new SqlText()
                .add(
                        "select g.value, x.n, x.amount, x.ids from unnest(?::bigint[]) g (value) cross join lateral"
                                + " (select count(*) as n, coalesce(sum(k.amount), 0) as amount, ",
                        (Object) values.toArray(Long[]::new))
                .add(each.ids(each.rows(filter, order, true, new Page(1, size)), order))
                .add(" as ids from (")
                .add(each.some(filter, summed + " as amount", most + 1))
                .add(") k) x");
        RowMapper<Counted> mapper = (row, n) -> new Counted(
                row.getLong("value"),
                Math.min(row.getLong("n"), most),
                row.getBigDecimal("amount"),
                row.getLong("n") <= most,
                List.of((Long[]) row.getArray("ids").getArray()));
        return made ? sql.rowsPlannedAnew(statement, mapper) : sql.rows(statement, mapper);
    }
}
