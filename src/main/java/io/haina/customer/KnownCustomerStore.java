package io.haina.customer;

import io.haina.access.Scoped;
import io.haina.database.Layout;
import io.haina.database.PageSql;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.stats.Tallies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Lists companies, deleted ones among them. The living and the deleted are read by their own indexes, and merged. */
@Repository
class KnownCustomerStore {

    /** Up to here a total that no tally answers is counted; beyond, it is said to be at least so many. */
    private static final int COUNTED = 1000;

    private static final String ORDER = "c.updated_at desc, c.id desc";

    private static final PageSql LIVING = new PageSql(CustomerLayout.LAYOUT);

    /** The words of deleted customers are forgotten: their names alone are compared, which is a condition of its own. */
    private static final PageSql DELETED = new PageSql(
            Layout.of(RecordKind.CUSTOMER, CustomerFields.CATALOG, (sql, tenantId, text) -> sql.add("true")),
            "c.deleted_at is not null");

    private final Sql sql;
    private final Tallies tallies;

    KnownCustomerStore(Sql sql, Tallies tallies) {
        this.sql = sql;
        this.tallies = tallies;
    }

    private record Counted(
            long known, long counted, @Nullable KnownCustomer customer) {}

    Slice<KnownCustomer> page(Scoped scoped, @Nullable Boolean deleted, Page page, boolean remarks) {
        Filter filter = scoped.filter();
        long bound = page.countedTo(COUNTED);
        SqlText known = new SqlText().add("0");
        SqlText counted = new SqlText().add("0");
        SqlText rows = new SqlText();
        boolean exact = true;
        if (!Boolean.TRUE.equals(deleted)) {
            PageSql.Total total = LIVING.total(filter, bound, part -> tallies.totalSql(scoped, part));
            known.add(" + ").add(total.known());
            counted.add(" + ").add(total.counted());
            exact = total.exact();
            rows.add(LIVING.candidates(filter, ORDER, page));
        }
        if (!Boolean.FALSE.equals(deleted)) {
            PageSql.Total total = DELETED.total(filter, bound, part -> Optional.empty());
            counted.add(" + ").add(total.counted());
            exact = false;
            rows.add(rows.text().isEmpty() ? "" : "\nunion all ").add(DELETED.candidates(filter, ORDER, page));
        }
        SqlText statement = new SqlText()
                .add("select total.known, total.counted, c.id, c.name, c.remark, c.category, c.reported_at,"
                        + " c.updated_at, c.deleted_at\nfrom (select ")
                .add(known)
                .add(" as known, ")
                .add(counted)
                .add(" as counted) total\nleft join (select * from (")
                .add(rows)
                .add(") c order by " + ORDER + " ")
                .add(SqlText.limit(page))
                .add(") c on true order by " + ORDER);
        RowMapper<Counted> mapper = (row, n) -> counted(row, remarks);
        boolean anew = !scoped.wish().equals(Filter.EVERYTHING);
        List<Counted> found = anew ? sql.rowsPlannedAnew(statement, mapper) : sql.rows(statement, mapper);
        Counted first = found.getFirst();
        List<KnownCustomer> customers = found.stream()
                .flatMap(each -> Optional.ofNullable(each.customer()).stream())
                .toList();
        return new Slice<>(
                customers, page, first.known() + Math.min(first.counted(), bound), exact || first.counted() <= bound);
    }

    private static Counted counted(ResultSet row, boolean remarks) throws SQLException {
        KnownCustomer customer = row.getObject("id") == null
                ? null
                : new KnownCustomer(
                        row.getLong("id"),
                        row.getString("name"),
                        remarks ? row.getString("remark") : null,
                        Rows.optionalLong(row, "category"),
                        Rows.instant(row, "reported_at"),
                        Rows.instant(row, "updated_at"),
                        row.getTimestamp("deleted_at") != null);
        return new Counted(row.getLong("known"), row.getLong("counted"), customer);
    }
}
