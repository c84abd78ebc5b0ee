select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:07.520616+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 3;
with pending as (
select * from tally_delta where tenant_id = 1 and measure in ('following', 'won', 'lost', 'followup')),
held as (
select t.span, t.measure, t.n from tally t where t.tenant_id = 1 and t.scope = 'staff' and t.scope_id = 12 and t.facet = '' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'won', 'lost')
union all select t.span, t.measure, t.n from tally t where t.tenant_id = 1 and t.scope = 'staff' and t.scope_id = 12 and t.facet = '' and t.span = 'month' and t.start = '2026-11-01'::date and t.measure in ('following', 'won', 'lost')
union all select s.span, d.measure, d.n from pending d cross join (values ('all'), ('month')) s(span) where d.tenant_id = 1 and d.staff_id = 12 and d.measure <> 'followup' and (s.span = 'all' or d.day between '2026-11-01'::date and '2026-11-30'::date)),
made as (
select t.n from tally t where t.tenant_id = 1 and t.scope = 'staff' and t.scope_id = any (array(select s.id from staff s where s.tenant_id = 1 and s.id = 12)) and t.facet = '' and t.span = 'day' and t.start >= '2026-11-23'::date and t.measure = 'followup'
union all select d.n from pending d where d.day >= '2026-11-23'::date and d.measure = 'followup' and d.staff_id in (select s.id from staff s where s.tenant_id = 1 and s.id = 12)),
expiring as (
select c.id, c.uuid, c.name, c.protected_until, c.industry, c.region from customer c where c.tenant_id = 1 and c.owner_id = 12 and c.deleted_at is null and c.owner_id is not null and c.status <> 'won' and not c.locked
    and c.protected_until > '2026-11-23 14:20:07.520661+00'::timestamptz and c.protected_until <= '2026-11-26 14:20:07.520661+00'::timestamptz
order by c.protected_until, c.id limit 21)
select f.*, (select coalesce(sum(n), 0) from made) as week_followups, e.*
from (select coalesce(sum(n) filter (where span = 'all' and measure = 'following'), 0) as following,
          coalesce(sum(n) filter (where span = 'all' and measure = 'won'), 0) as won,
          coalesce(sum(n) filter (where span = 'all' and measure = 'lost'), 0) as lost,
          coalesce(sum(n) filter (where span = 'month'), 0) as month_reports
      from held) f
left join expiring e on true
order by e.protected_until, e.id;
