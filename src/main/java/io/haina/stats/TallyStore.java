package io.haina.stats;

import io.haina.database.Sql;
import io.haina.database.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Folds deltas into tallies and recomputes tallies. Both change tally rows and so run one at a time on all nodes, under
 * {@link #lockIfPending} or {@link #lock}; readers and writers wait for neither.
 */
@Repository
class TallyStore {

    /** The database's advisory lock for whoever changes tally rows: "tally" in ASCII. */
    private static final long LOCK = 0x74616c6c79L;

    /** What each fact, a row of {@code facts}, adds to which tally rows. */
    private static final String SPREAD = """
            spread as (
                select f.tenant_id, s.scope, s.scope_id, v.facet, p.span, p.start, f.measure, v.value, sum(f.n) as n
                from facts f
                cross join lateral (values ('tenant', f.tenant_id), ('team', f.team_id), ('staff', f.staff_id),
                    ('pool', f.pool_id)) as s (scope, scope_id)
                cross join lateral (values ('', ''), ('industry', coalesce(f.industry, '')),
                    ('region', coalesce(f.region, '')), ('source', coalesce(f.source, ''))) as v (facet, value)
                cross join lateral (values ('all', date '0001-01-01'),
                    ('month', date_trunc('month', f.day)::date), ('day', f.day)) as p (span, start)
                where s.scope_id is not null and (p.span = 'all' or s.scope <> 'pool' and f.day > date '0001-01-01')
                  and (v.facet = '' or f.measure in ('following', 'won', 'lost', 'pooled')
                      and (p.span = 'all' or s.scope <> 'staff' and v.facet <> 'region'))
                group by 1, 2, 3, 4, 5, 6, 7, 8
                having sum(f.n) <> 0)
            """;

    private static final String INSERT = """
            insert into tally as t (tenant_id, scope, scope_id, facet, span, start, measure, value, n)
            select * from spread order by 1, 2, 4, 5, 3, 6, 7, 8
            """;

    /**
     * Deltas are taken by where they lie, which nobody changes but whoever folds: a plan that was made when there were few
     * would join the table with itself row by row when there are a million.
     */
    private static final String FOLD = """
            with taken as (
                delete from tally_delta
                where ctid = any (array(select ctid from tally_delta order by tenant_id, id limit %d))
                returning tenant_id, measure, staff_id, team_id, pool_id, day, industry, region, source, n),
            facts as (
                select tenant_id, measure, staff_id, team_id, pool_id, day, industry, region, source, sum(n) as n
                from taken group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0),
            """ + SPREAD + """
            , put as (
            """ + INSERT + """
                on conflict (tenant_id, scope, facet, span, scope_id, start, measure, value)
                do update set n = t.n + excluded.n
                returning ctid, n)
            select (select count(*) from taken) as taken, (select array_agg(ctid)::text from put where n = 0) as zero
            """;

    private final Sql sql;

    TallyStore(Sql sql) {
        this.sql = sql;
    }

    /** What a scalar subquery of totals comes to now. */
    long total(SqlText total) {
        return sql.row(new SqlText().add("select ").add(total).add(" as total"), (row, n) -> row.getLong("total"))
                .orElseThrow();
    }

    /** Whether there is something to fold and nobody else is at it; if so, nobody is until the transaction ends. */
    boolean lockIfPending() {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select case when exists (select from tally_delta)"
                                                + " then pg_try_advisory_xact_lock(?) else false end as locked",
                                        LOCK),
                        (row, n) -> row.getBoolean("locked"))
                .orElseThrow();
    }

    /** Waits until nobody changes tally rows, and keeps it so until the transaction ends. */
    void lock() {
        sql.row(new SqlText().add("select pg_advisory_xact_lock(?)", LOCK), (row, n) -> true);
    }

    private record Folded(int taken, @Nullable String zero) {}

    /** Moves deltas into tallies in one statement. @return how many, up to a limit */
    int fold(int limit) {
        Folded folded = sql.row(
                        new SqlText().add(FOLD.formatted(limit)),
                        (row, n) -> new Folded(row.getInt("taken"), row.getString("zero")))
                .orElseThrow();
        if (folded.zero() != null) {
            // Under the lock nobody else moves these rows, so where they were put is where they are.
            sql.change(new SqlText().add("delete from tally where ctid = any (?::tid[]) and n = 0", folded.zero()));
        }
        return folded.taken();
    }
}
