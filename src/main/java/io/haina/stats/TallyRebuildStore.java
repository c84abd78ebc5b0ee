package io.haina.stats;

import io.haina.database.Sql;
import io.haina.database.SqlText;
import org.springframework.stereotype.Repository;

/** Recomputes tallies and days of activity from the records that they count, set by set. */
@Repository
class TallyRebuildStore {

    private static final String SPAN = """
            case when grouping(day) = 0 then 'day' when grouping(month) = 0 then 'month' else 'all' end as span,
            case when grouping(day) = 0 then day when grouping(month) = 0 then month
                else date '0001-01-01' end as start""";

    /** Deltas that this statement sees belong to records that it sees: it takes away the ones and counts the others. */
    private static final String COUNT = """
            with gone as (delete from tally_delta where tenant_id = ?),
            customer_fact as not materialized (
                select case when owner_id is null then 'pooled' else status end as measure, owner_id, team_id,
                    pool_id, reported_on, coalesce(industry, '') as industry, coalesce(region, '') as region,
                    coalesce(source, '') as source
                from customer where tenant_id = ? and deleted_at is null),
            deed as (
                select 'followup' as measure, staff_id, team_id, happened_on as day, count(*) as n
                from activity where tenant_id = ? and deleted_at is null group by 2, 3, 4
                union all
                select 'claim', staff_id, team_id, claimed_on, count(*)
                from claim where tenant_id = ? group by 2, 3, 4),
            by_team as (
                select c.measure, c.team_id, c.reported_on as day, date_trunc('month', c.reported_on)::date as month,
                    v.facet, v.value, count(*) as n
                from customer_fact c
                cross join lateral (values ('', ''), ('industry', c.industry), ('source', c.source)) as v (facet, value)
                group by 1, 2, 3, 5, 6
                union all
                select measure, team_id, day, date_trunc('month', day)::date, '', '', n from deed),
            by_person as (
                select measure, owner_id as staff_id, reported_on as day,
                    date_trunc('month', reported_on)::date as month, count(*) as n
                from customer_fact where owner_id is not null group by 1, 2, 3
                union all
                select measure, staff_id, day, date_trunc('month', day)::date, n from deed),
            counted as (
                select case when grouping(team_id) = 0 then 'team' else 'tenant' end as scope,
                    case when grouping(team_id) = 0 then team_id else ?::bigint end as scope_id, facet,
            """ + SPAN + """
            , measure, value, sum(n) as n
                from by_team
                group by measure, facet, value,
                    grouping sets ((team_id, day), (team_id, month), (team_id), (day), (month), ())
                having grouping(team_id) = 1 or team_id is not null
                union all
                select 'staff', staff_id, '',
            """ + SPAN + """
            , measure, '', sum(n)
                from by_person group by measure, staff_id, grouping sets ((day), (month), ())
                union all
                select 'staff', c.owner_id, v.facet, 'all', date '0001-01-01', c.measure, v.value, count(*)
                from customer_fact c
                cross join lateral (values ('industry', c.industry), ('region', c.region), ('source', c.source))
                    as v (facet, value)
                where c.owner_id is not null
                group by c.owner_id, v.facet, c.measure, v.value
                union all
                select 'pool', c.pool_id, v.facet, 'all', date '0001-01-01', c.measure, v.value, count(*)
                from customer_fact c
                cross join lateral (values ('', ''), ('industry', c.industry), ('region', c.region),
                    ('source', c.source)) as v (facet, value)
                where c.pool_id is not null
                group by c.pool_id, v.facet, c.measure, v.value
                union all
                select case when grouping(team_id) = 0 then 'team' else 'tenant' end,
                    case when grouping(team_id) = 0 then team_id else ?::bigint end, 'region', 'all',
                    date '0001-01-01', measure, region, count(*)
                from customer_fact
                group by measure, region, grouping sets ((team_id), ())
                having grouping(team_id) = 1 or team_id is not null
                union all
                select s.scope, s.scope_id, '', 'all', date '0001-01-01', h.measure, '', sum(h.n)
                from held_record h
                cross join lateral (values ('tenant', h.tenant_id), ('team', h.team_id), ('staff', h.staff_id))
                    as s (scope, scope_id)
                where h.tenant_id = ? and s.scope_id is not null group by 1, 2, 6)
            insert into tally (tenant_id, scope, scope_id, facet, span, start, measure, value, n)
            select ?, * from counted order by 2, 4, 5, 3, 6, 7, 8""";

    /** Touches only the bits that are wrong in what it sees, so that a day set at the same time stays set. */
    private static final String DAYS = """
            with wanted as (
                select staff_id, date_trunc('month', happened_on)::date as month,
                    bit_or(1 << (extract(day from happened_on)::integer - 1)) as days
                from activity where tenant_id = ? and deleted_at is null group by 1, 2),
            wrong as (
                select staff_id, month, coalesce(w.days, 0) as wanted, coalesce(a.days, 0) as had
                from wanted w
                full join (select * from active_month where tenant_id = ?) a using (staff_id, month)
                where w.days is distinct from a.days),
            corrected as (
                update active_month a set days = (a.days & ~w.had) | w.wanted
                from wrong w
                where w.had <> 0 and a.tenant_id = ? and a.staff_id = w.staff_id and a.month = w.month)
            insert into active_month as a (tenant_id, staff_id, month, days)
            select ?, staff_id, month, wanted from wrong where had = 0
            on conflict (tenant_id, staff_id, month) do update set days = a.days | excluded.days""";

    private final Sql sql;

    TallyRebuildStore(Sql sql) {
        this.sql = sql;
    }

    /** All of a tenant's, inside of a transaction that has {@link TallyStore#lock}. */
    void rebuild(long tenantId) {
        sql.row(
                new SqlText().add("select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)"),
                (row, n) -> true);
        sql.change(new SqlText().add("delete from tally where tenant_id = ?", tenantId));
        sql.change(new SqlText()
                .add(COUNT, tenantId, tenantId, tenantId, tenantId, tenantId, tenantId, tenantId, tenantId));
        sql.change(new SqlText().add(DAYS, tenantId, tenantId, tenantId, tenantId));
        sql.change(new SqlText().add("analyze tally"));
        sql.change(new SqlText().add("analyze active_month"));
    }
}
