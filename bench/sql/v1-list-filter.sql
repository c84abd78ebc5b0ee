select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-22 22:05:57.024691+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 2;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select (0) as known, (select count(*) from (select 1 from ((select 1 from customer c where (c.tenant_id = 1 and c.team_id = 1 and c.owner_id is not null and c.status = 'following') and c.deleted_at is null limit 1001) union all (select 1 from customer c where (c.tenant_id = 1 and (c.owner_id is not null and c.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 2 and m.kind = 'customer'))) and c.status = 'following') and (c.team_id = 1 and c.owner_id is not null) is not true and c.deleted_at is null limit 1001)) each_way limit 1001) counted) as counted, array(select c.id from (select * from ((select * from customer c where (c.tenant_id = 1 and c.team_id = 1 and c.owner_id is not null and c.status = 'following') and c.deleted_at is null order by c.updated_at desc, c.id desc limit 25)
union all (select * from customer c where (c.tenant_id = 1 and (c.owner_id is not null and c.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 2 and m.kind = 'customer'))) and c.status = 'following') and (c.team_id = 1 and c.owner_id is not null) is not true and c.deleted_at is null order by c.updated_at desc, c.id desc limit 25)) c order by c.updated_at desc, c.id desc limit 25) c order by c.updated_at desc, c.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select c.id, c.uuid, '{}'::jsonb as custom, c.name as "name", c.region as "region", c.updated_at as "updatedAt", c.status as "status", c.next_contact_at as "nextContactAt", c.protected_until as "protectedUntil", c.owner_id as "ownerId", c.industry as "industry", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 2 and x.kind = 'customer' and x.record_id = c.id) as starred
from customer c where (c.tenant_id = 1 and (c.team_id = 1 and c.owner_id is not null or (c.owner_id is not null and c.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 2 and m.kind = 'customer'))))) and c.deleted_at is null and c.id = any('{1007229,1007220,1007211,1007206,1007196,1007190,1007188,1007150,1007146,1007145,1007135,1007129,1007117,1007107,1007097,1007096,1007094,1007092,1007087,1007085,1007083,1007062,1007061,1007058,1007056}'::integer[]);
select 'STAFF' as link, id, real_name as name from staff where tenant_id = 1 and id = any ('{12,22}'::integer[]);
