select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:16.141111+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 3;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
with found_once as materialized (select (select pools_open_to(1, 12))::bigint[] as whole)
select (0 + (select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where t.tenant_id = 1 and t.scope = 'pool' and t.scope_id = any ((select whole from found_once)::bigint[]) and t.facet = '' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('pooled') and t.value = '' union all select d.n from tally_delta d where d.tenant_id = 1 and d.pool_id = any ((select whole from found_once)::bigint[]) and d.measure in ('pooled')) tallied)) as known, 0 as counted, array(select c.id from (select * from (select c.* from unnest((select whole from found_once)::bigint[]) driven (id) cross join lateral (select * from customer c where (c.tenant_id = 1 and c.owner_id is null) and c.deleted_at is null and c.pool_id = driven.id order by c.pooled_at desc nulls last, c.updated_at desc, c.id desc limit 25) c order by c.pooled_at desc nulls last, c.updated_at desc, c.id desc limit 25) c order by c.pooled_at desc nulls last, c.updated_at desc, c.id desc limit 25) c order by c.pooled_at desc nulls last, c.updated_at desc, c.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select c.id, c.uuid, '{}'::jsonb as custom, c.name as "name", c.region as "region", c.industry as "industry", c.pooled_at as "pooledAt", c.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'customer' and x.record_id = c.id) as starred
from customer c where (c.tenant_id = 1 and (c.owner_id is null and c.pool_id = any ((select pools_open_to(1, 12))::bigint[]))) and c.deleted_at is null and c.id = any('{571305,587220,248325,49604,17729,231900,637685,69714,86825,370680,4573,517153,113995,215668,442420,101102,687662,647379,566643,151508,561242,685529,573129,17499,116498}'::integer[]);
