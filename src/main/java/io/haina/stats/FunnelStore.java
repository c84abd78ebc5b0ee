package io.haina.stats;

import io.haina.access.Scoped;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.util.List;
import org.springframework.stereotype.Repository;

/**
 * How many opportunities stand at each stage. A tenant's are kept by deltas; what a team or some people hold is counted, by
 * the index of what they hold.
 */
@Repository
class FunnelStore {

    /** The database's advisory lock for whoever changes funnel rows: "funnl" in ASCII. */
    private static final long LOCK = 0x66756e6e6cL;

    private static final String FOLD = """
            with taken as (
                delete from funnel_delta
                where ctid = any (array(select ctid from funnel_delta order by tenant_id, id limit ?))
                returning tenant_id, pipeline_id, stage_id, outcome, n, money),
            put as (
                insert into funnel as f (tenant_id, pipeline_id, stage_id, outcome, n, money)
                select tenant_id, pipeline_id, stage_id, outcome, sum(n), sum(money) from taken
                group by 1, 2, 3, 4 order by 1, 2, 3, 4
                on conflict (tenant_id, pipeline_id, stage_id, outcome)
                do update set n = f.n + excluded.n, money = f.money + excluded.money)
            select count(*) as taken from taken""";

    private static final String REBUILD = """
            with gone as (delete from funnel_delta where tenant_id = ?)
            insert into funnel (tenant_id, pipeline_id, stage_id, outcome, n, money)
            select tenant_id, pipeline_id, stage_id, coalesce(outcome, ''), count(*), coalesce(sum(money), 0)
            from opportunity where tenant_id = ? and deleted_at is null and owner_id is not null group by 1, 2, 3, 4""";

    private final Sql sql;

    FunnelStore(Sql sql) {
        this.sql = sql;
    }

    List<FunnelStep> steps(Scoped scoped, long pipeline) {
        Scope scope = Scope.of(scoped);
        SqlText rows = scope.kind() == Scope.Kind.TENANT ? kept(scope, pipeline) : counted(scope, pipeline);
        SqlText statement = new SqlText()
                .add("select stage_id, outcome, sum(n) as n, sum(money) as money from (")
                .add(rows)
                .add(") x group by 1, 2 having sum(n) > 0 order by 1, 2");
        return sql.rows(
                statement,
                (row, n) -> new FunnelStep(
                        row.getLong("stage_id"),
                        row.getString("outcome"),
                        row.getLong("n"),
                        row.getBigDecimal("money")));
    }

    private static SqlText kept(Scope scope, long pipeline) {
        return new SqlText().add("""
                        select stage_id, outcome, n, money from funnel where tenant_id = ? and pipeline_id = ?
                        union all
                        select stage_id, outcome, n, money from funnel_delta where tenant_id = ? and pipeline_id = ?""", scope.tenantId(), pipeline, scope.tenantId(), pipeline);
    }

    private static SqlText counted(Scope scope, long pipeline) {
        return new SqlText()
                .add(
                        "select o.stage_id, coalesce(o.outcome, '') collate \"C\" as outcome, 1 as n, coalesce(o.money, 0) as money"
                                + " from opportunity o where ")
                .add(scope.holds("o", "owner_id"))
                .add(" and o.deleted_at is null and o.owner_id is not null and o.pipeline_id = ?", pipeline);
    }

    /** Whether there is something to fold and nobody else is at it; if so, nobody is until the transaction ends. */
    boolean lockIfPending() {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select case when exists (select from funnel_delta)"
                                                + " then pg_try_advisory_xact_lock(?) else false end as locked",
                                        LOCK),
                        (row, n) -> row.getBoolean("locked"))
                .orElseThrow();
    }

    /** Moves deltas into the funnel in one statement. @return how many, up to a limit */
    int fold(int limit) {
        return sql.row(new SqlText().add(FOLD, limit), (row, n) -> row.getInt("taken"))
                .orElseThrow();
    }

    /** Counts a tenant's anew, inside of a transaction, in which nobody folds from here on. */
    void rebuild(long tenantId) {
        sql.row(new SqlText().add("select pg_advisory_xact_lock(?)", LOCK), (row, n) -> true);
        sql.change(new SqlText().add("delete from funnel where tenant_id = ?", tenantId));
        sql.change(new SqlText().add(REBUILD, tenantId, tenantId));
        sql.change(new SqlText().add("analyze funnel"));
    }
}
