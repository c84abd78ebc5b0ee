select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:03.293336+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 1;
with reach as materialized (select (0 + (select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where t.tenant_id = 1 and t.scope = 'tenant' and t.scope_id = 1 and t.facet = '' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'lost', 'won') and t.value = '' union all select d.n from tally_delta d where d.tenant_id = 1 and d.measure in ('following', 'lost', 'won')) tallied)) + 0 <= 2000 as few),
walked as materialized (select c.tenant_id, c.id, c.reported_at from customer c where (c.tenant_id = 1 and c.owner_id is not null) and c.deleted_at is null order by c.reported_at desc, c.id desc limit 2000),
met as materialized (select c.id from (select * from walked limit 40) c where (select strpos(s.text, '科技') > 0 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id))
select (select few from reach) as few, array(select id from met union all select c.id from (select * from walked offset 40 limit (select case when few then null when exists (select from met) then 160::bigint else 0 end from reach)) c where (select strpos(s.text, '科技') > 0 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id) limit (select case when few then null else 20 end from reach)) as ids;
select c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.protected_until,
c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count, c.release_reason, c.pooled_at,
coalesce(p.name, case when p.phone is null then c.ways #>> '{mobile,0,memo}' end) as contact_name,
coalesce(p.phone, c.mobile) as contact_phone,
(select o.real_name from staff o where o.tenant_id = c.tenant_id and o.id = c.owner_id) as owner_name,
(select t.name from team t where t.tenant_id = c.tenant_id and t.id = c.team_id) as team_name,
(select l.real_name from staff l where l.tenant_id = c.tenant_id and l.id = c.last_owner_id)
    as last_owner_name
from customer c
left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
    and p.is_primary and p.deleted_at is null
where (c.tenant_id = 1 and c.owner_id is not null) and c.deleted_at is null and c.id = any('{1010733,1010724,1010720,1010717,1010715,1010711,1010710,1010694,1010695,1010697}'::integer[]);
