select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:14.623268+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 1;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select (0 + (select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where t.tenant_id = 1 and t.scope = 'tenant' and t.scope_id = 1 and t.facet = '' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'lost', 'won') and t.value = '' union all select d.n from tally_delta d where d.tenant_id = 1 and d.measure in ('following', 'lost', 'won')) tallied)) as known, 0 as counted, array(select c.id from (select * from customer c where (c.tenant_id = 1 and c.owner_id is not null) and c.deleted_at is null order by c.name asc, c.updated_at asc, c.id asc limit 25) c order by c.name asc, c.updated_at asc, c.id asc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select c.id, c.uuid, '{}'::jsonb as custom, c.name as "name", c.industry as "industry", c.owner_id as "ownerId", c.protected_until as "protectedUntil", c.next_contact_at as "nextContactAt", c.status as "status", c.updated_at as "updatedAt", c.region as "region", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'customer' and x.record_id = c.id) as starred
from customer c where (c.tenant_id = 1 and c.owner_id is not null) and c.deleted_at is null and c.id = any('{408033,497326,491257,321822,388631,681924,612144,742529,923844,463870,852581,707426,946943,288149,33014,936890,230498,373866,18434,413221,190312,499270,633920,975688,11671}'::integer[]);
select 'STAFF' as link, id, real_name as name from staff where tenant_id = 1 and id = any ('{1,27,31,35,44,45,70,91,93,95,106,108,131,133,136,152,161,166,180,182,201}'::integer[]);
