select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:09.064368+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 2;
with pending as (
select * from tally_delta d where d.tenant_id = 1
    and d.measure in ('following', 'won', 'lost') and d.day between '2026-10-01'::date and '2026-10-31'::date),
point as (
select date_trunc('day', x.start)::date as start, coalesce(sum(n) filter (where measure = 'following'), 0) as following,
coalesce(sum(n) filter (where measure = 'won'), 0) as won,
coalesce(sum(n) filter (where measure = 'lost'), 0) as lost
from (select t.start, t.measure, t.n from tally t where t.tenant_id = 1 and t.scope = 'team' and t.scope_id = 1 and t.facet = '' and t.measure in ('following', 'won', 'lost') and t.span = 'day' and t.start between '2026-10-01'::date and '2026-10-31'::date
union all select d.day, d.measure, d.n from pending d where d.tenant_id = 1 and d.team_id = 1) x group by 1),
person as (
select s.id, s.uuid, s.real_name, s.disabled_at is null as counts from staff s where s.tenant_id = 1 and s.team_id = 1),
held as (
select x.staff_id, sum(n) filter (where measure = 'active') as active_days, coalesce(sum(n) filter (where measure = 'following'), 0) as following,
coalesce(sum(n) filter (where measure = 'won'), 0) as won,
coalesce(sum(n) filter (where measure = 'lost'), 0) as lost
from (select t.scope_id as staff_id, t.measure, t.n from tally t where t.tenant_id = 1 and t.scope = 'staff' and t.scope_id = any (array(select id from person))
    and t.facet = '' and t.measure in ('following', 'won', 'lost') and t.span = 'month' and t.start between '2026-10-01'::date and '2026-10-01'::date
union all select d.staff_id, d.measure, d.n from pending d
union all select a.staff_id, 'active', bit_count((a.days
    & case when a.month = '2026-10-01'::date then 2147483647 else 2147483647 end
    & case when a.month = '2026-10-01'::date then 2147483647 else 2147483647 end)::bit(32))
from active_month a
where a.tenant_id = 1 and a.staff_id = any (array(select id from person))
    and a.month between '2026-10-01'::date and '2026-10-01'::date) x group by 1)
select null::uuid as uuid, null as real_name, start, following, won, lost, 0 as active_days,
    0 as place, 0 as id
from point where following + won + lost > 0
union all
select m.uuid, m.real_name, date '0001-01-01', coalesce(following, 0), coalesce(won, 0),
    coalesce(lost, 0), coalesce(active_days, 0)::integer, -(coalesce(following + won + lost, 0)), m.id
from person m
left join held on held.staff_id = m.id
where m.counts or following + won + lost > 0
order by place, start, real_name, id;
