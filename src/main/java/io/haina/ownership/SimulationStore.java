package io.haina.ownership;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.ownership.Simulation.Release;
import io.haina.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads which releases are due by an instant: what ends until then, in the order of an index, and no more. */
@Repository
class SimulationStore {

    /** Up to here they are counted; beyond, there are said to be at least so many. */
    static final int COUNTED = 10_000;

    private final Sql sql;

    SimulationStore(Sql sql) {
        this.sql = sql;
    }

    private record Counted(long total, @Nullable Release release) {}

    Slice<Release> releases(Scoped scoped, Instant until, Tenant wished, Page page) {
        SqlText due = new SqlText()
                .add(
                        "c.tenant_id = ? and " + ReleaseStore.DUE + " <= ?",
                        scoped.actor().tenantId(),
                        at(until));
        SqlText statement = new SqlText()
                .add("select total.n as total, c.*, s.real_name, p.rule, p.from_at, x.times, x.days from"
                        + " (select count(*) as n from (select 1 from customer c where ")
                .add(due)
                .add(" limit " + (COUNTED + 1) + ") counted) total left join (select c.tenant_id, c.id, c.name,"
                        + " c.owner_id, c.protected_until from customer c where ")
                .add(due)
                .add(" order by c.protected_until, c.id ")
                .add(SqlText.limit(page))
                .add("""
                        ) c on true
                        left join staff s on s.tenant_id = c.tenant_id and s.id = c.owner_id
                        left join protection p on p.tenant_id = c.tenant_id and p.customer_id = c.id
                            and p.ended_at is null
                        left join lateral (select count(*) as times, coalesce(sum(e.days), 0) as days
                            from protection_extension e
                            where e.tenant_id = p.tenant_id and e.protection_id = p.id) x on true
                        order by c.protected_until, c.id""");
        List<Counted> rows = sql.rows(
                statement,
                (row, n) ->
                        new Counted(row.getLong("total"), row.getObject("id") == null ? null : release(row, wished)));
        long total = rows.getFirst().total();
        List<Release> releases = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.release()).stream())
                .toList();
        return new Slice<>(releases, page, Math.min(total, COUNTED), total <= COUNTED);
    }

    private static Release release(ResultSet row, Tenant wished) throws SQLException {
        Instant from = Rows.instant(row, "from_at");
        return new Release(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("owner_id"),
                row.getString("real_name"),
                Rows.instant(row, "protected_until"),
                row.getString("rule"),
                from,
                row.getInt("times"),
                wished.protectedUntil(from)
                        .atZone(wished.zone())
                        .plusDays(row.getInt("days"))
                        .toInstant());
    }
}
