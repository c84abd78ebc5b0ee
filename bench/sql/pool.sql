select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:02.758674+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 3;
with found_once as materialized (select (select pools_open_to(1, 12))::bigint[] as whole)
select (0 + (select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where t.tenant_id = 1 and t.scope = 'pool' and t.scope_id = any ((select whole from found_once)::bigint[]) and t.facet = '' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('pooled') and t.value = '' union all select d.n from tally_delta d where d.tenant_id = 1 and d.pool_id = any ((select whole from found_once)::bigint[]) and d.measure in ('pooled')) tallied)) as known, 0 as counted, c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.protected_until,
c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count, c.release_reason, c.pooled_at,
coalesce(p.name, case when p.phone is null then c.ways #>> '{mobile,0,memo}' end) as contact_name,
coalesce(p.phone, c.mobile) as contact_phone,
(select o.real_name from staff o where o.tenant_id = c.tenant_id and o.id = c.owner_id) as owner_name,
(select t.name from team t where t.tenant_id = c.tenant_id and t.id = c.team_id) as team_name,
(select l.real_name from staff l where l.tenant_id = c.tenant_id and l.id = c.last_owner_id)
    as last_owner_name
from (select c.tenant_id, c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.team_id,
c.last_owner_id, c.protected_until, c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count,
c.release_reason, c.pooled_at, c.mobile, c.ways from (select c.* from unnest((select whole from found_once)::bigint[]) driven (id) cross join lateral (select c.tenant_id, c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.team_id,
c.last_owner_id, c.protected_until, c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count,
c.release_reason, c.pooled_at, c.mobile, c.ways from customer c where (c.tenant_id = 1 and c.owner_id is null) and c.deleted_at is null and c.pool_id = driven.id order by c.pooled_at desc, c.id desc limit 20) c order by c.pooled_at desc, c.id desc limit 20) c order by c.pooled_at desc, c.id desc limit 20) c
left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
    and p.is_primary and p.deleted_at is null
order by c.pooled_at desc, c.id desc;
