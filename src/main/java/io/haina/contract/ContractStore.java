package io.haina.contract;

import io.haina.access.Scoped;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Reads contracts, and adds up what was signed. */
@Repository
class ContractStore {

    /** Up to here a total is counted; beyond, it is said to be at least so many. */
    private static final int COUNTED = 1000;

    private static final String NEWEST_FIRST = " order by k.dated_at desc, k.id desc";

    private static final String WITH_PAYMENTS = """
            left join lateral (
                select coalesce(sum(p.amount), 0.00) as paid,
                    coalesce(array_agg(p.amount order by p.id), '{}') as amounts,
                    coalesce(array_agg(p.paid_at order by p.id), '{}') as times,
                    coalesce(array_agg(p.recorded_by order by p.id), '{}') as people
                from payment p where p.tenant_id = k.tenant_id and p.contract_id = k.id) paid on true""";

    private static final String COLUMNS = """
            k.*, paid.*, array(
                select f.staff_id from contract_follower f
                where f.tenant_id = k.tenant_id and f.contract_id = k.id order by f.position) as followers""";

    private final Sql sql;

    ContractStore(Sql sql) {
        this.sql = sql;
    }

    private record Counted(long total, @Nullable Contract contract) {}

    /** The contracts that one of both queries finds, the newest first. */
    Slice<Contract> page(Scoped scoped, Scoped followed, Page page) {
        long depth = (long) page.offset() + page.size();
        long bound = page.countedTo(COUNTED);
        SqlText statement = new SqlText()
                .add("select total.n as total, " + COLUMNS + "\nfrom (select count(*) as n from (select from (")
                .add(ContractReach.select("k.id", scoped, followed, new SqlText().add(" limit " + (bound + 1))))
                .add(") found limit " + (bound + 1) + ") counted) total\nleft join (select * from (")
                .add(ContractReach.select(
                        "k.tenant_id, k.id, k.dated_at",
                        scoped,
                        followed,
                        new SqlText().add(NEWEST_FIRST + " limit " + depth)))
                .add(") k" + NEWEST_FIRST + " ")
                .add(SqlText.limit(page))
                .add(") shown on true\nleft join contract k on k.tenant_id = shown.tenant_id and k.id = shown.id\n"
                        + WITH_PAYMENTS + NEWEST_FIRST);
        List<Counted> found = rows(
                scoped,
                statement,
                (row, n) -> new Counted(row.getLong("total"), row.getObject("id") == null ? null : contract(row)));
        List<Contract> contracts = found.stream()
                .flatMap(each -> Stream.ofNullable(each.contract()))
                .toList();
        long total = found.getFirst().total();
        return new Slice<>(contracts, page, Math.min(total, bound), total <= bound);
    }

    /** One contract that one of both queries finds. */
    Optional<Contract> find(Scoped scoped, Scoped followed, long id) {
        SqlText statement = new SqlText()
                .add("select " + COLUMNS + " from (")
                .add(ContractReach.select(
                        "k.tenant_id, k.id", scoped, followed, new SqlText().add(" and k.id = ?", id)))
                .add(") found join contract k on k.tenant_id = found.tenant_id and k.id = found.id\n" + WITH_PAYMENTS);
        return sql.row(statement, (row, n) -> contract(row));
    }

    private static Contract contract(ResultSet row) throws SQLException {
        Long[] people = array(row, "people", Long[].class);
        BigDecimal[] amounts = array(row, "amounts", BigDecimal[].class);
        Timestamp[] times = array(row, "times", Timestamp[].class);
        List<Payment> payments = new ArrayList<>();
        for (int n = 0; n < amounts.length; n++) {
            payments.add(new Payment(amounts[n], times[n].toInstant(), people[n]));
        }
        return new Contract(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getLong("customer_id"),
                Rows.optionalLong(row, "opportunity_id"),
                row.getString("name"),
                row.getString("code"),
                row.getBigDecimal("amount"),
                Rows.optionalInstant(row, "signed_at"),
                List.of(array(row, "followers", Long[].class)),
                row.getInt("status"),
                Rows.optionalInstant(row, "ages_from"),
                Rows.optionalInstant(row, "ages_until"),
                row.getBigDecimal("paid"),
                payments.isEmpty() ? null : payments.getLast().paidAt(),
                payments,
                row.getString("note"),
                row.getLong("owner_id"),
                row.getLong("created_by"),
                row.getLong("edited_by"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"));
    }

    private static <T> T array(ResultSet row, String column, Class<T> type) throws SQLException {
        Array array = row.getArray(column);
        return type.cast(array.getArray());
    }

    private record Summed(long total, @Nullable Signings signings) {}

    /** What the signed ones among the contracts that one of both queries finds come to, for each customer. */
    Slice<Signings> signings(Scoped scoped, Scoped followed, Page page) {
        SqlText statement = new SqlText()
                .add("with found as (")
                .add(ContractReach.select(
                        "k.id, k.customer_id, k.amount, k.signed_at",
                        scoped,
                        followed,
                        new SqlText().add(" and k.signed_at is not null")))
                .add("""
                        ),
                        per_customer as materialized (
                            select customer_id, coalesce(sum(amount), 0.00) as amount, count(*) as n,
                                min(signed_at) as first
                            from found group by customer_id)
                        select total.n as total, shown.*
                        from (select count(*) as n from per_customer) total
                        left join (select customer_id, amount, n as signed, first from per_customer
                            order by first desc, customer_id desc\s""")
                .add(SqlText.limit(page))
                .add(") shown on true order by shown.first desc, shown.customer_id desc");
        List<Summed> found = rows(
                scoped,
                statement,
                (row, n) -> new Summed(
                        row.getLong("total"),
                        row.getObject("customer_id") == null
                                ? null
                                : new Signings(
                                        row.getLong("customer_id"),
                                        row.getBigDecimal("amount"),
                                        row.getLong("signed"),
                                        Rows.instant(row, "first"))));
        List<Signings> signings = found.stream()
                .flatMap(each -> Stream.ofNullable(each.signings()))
                .toList();
        return new Slice<>(signings, page, found.getFirst().total(), true);
    }

    /** Which customers are named decides whether the way over them is the shortest. */
    private <T> List<T> rows(Scoped scoped, SqlText statement, RowMapper<T> mapper) {
        boolean named = scoped.wish() instanceof Filter.All(List<Filter> parts)
                && parts.stream().anyMatch(Filter.Is.class::isInstance);
        return named ? sql.rowsPlannedAnew(statement, mapper) : sql.rows(statement, mapper);
    }
}
