select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:17.816253+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 3;
select r.id, r.uuid, '{}'::jsonb as custom, r.name as "name", r.mobile as "mobile", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'lead' and x.record_id = r.id) as starred
from (select * from lead r where (r.tenant_id = 1 and r.owner_id = 12) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100) r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'lead' and s.record_id = r.id and strpos(s.text, '科技') > 0 and s.grams @> '{-886383007}'::integer[])) order by r.updated_at desc, r.id desc limit 4;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select 0 as known, 0 as counted, array(select r.id from (select * from lead r where (r.tenant_id = 1 and r.owner_id = 12 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'lead' and s.record_id = r.id and strpos(s.text, '科技') > 0 and s.grams @> '{-886383007}'::integer[])) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 20) r order by r.updated_at desc, r.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select c.id, c.uuid, '{}'::jsonb as custom, (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.owner_id) as "ownerName", c.name as "name", c.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'customer' and x.record_id = c.id) as starred
from (select * from ((select * from customer c where (c.tenant_id = 1 and c.owner_id = 12) and c.deleted_at is null order by c.updated_at desc, c.id desc limit 100)
union all (select * from customer c where (c.tenant_id = 1 and (c.owner_id is not null and c.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'customer')))) and (c.owner_id = 12) is not true and c.deleted_at is null order by c.updated_at desc, c.id desc limit 100)) c order by c.updated_at desc, c.id desc limit 100) c where (c.tenant_id = 1 and exists (select 1 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id and strpos(s.text, '科技') > 0 and s.grams @> '{-282587746}'::integer[])) order by c.updated_at desc, c.id desc limit 4;
select r.id, r.uuid, '{}'::jsonb as custom, r.name as "name", (select c.name from customer c where c.tenant_id = r.tenant_id
    and c.id = r.customer_id) as "customerName", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'contact' and x.record_id = r.id) as starred
from (select * from contact r where (r.tenant_id = 1 and r.owner_id = 12) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100) r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'contact' and s.record_id = r.id and strpos(s.text, '科技') > 0 and s.grams @> '{479037209}'::integer[])) order by r.updated_at desc, r.id desc limit 4;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select 0 as known, 0 as counted, array(select r.id from (select * from contact r where (r.tenant_id = 1 and r.owner_id = 12 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'contact' and s.record_id = r.id and strpos(s.text, '科技') > 0 and s.grams @> '{479037209}'::integer[])) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 20) r order by r.updated_at desc, r.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select r.id, r.uuid, '{}'::jsonb as custom, r.name as "name", (select c.name from customer c where c.tenant_id = r.tenant_id
    and c.id = r.customer_id) as "customerName", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'opportunity' and x.record_id = r.id) as starred
from (select * from ((select * from opportunity r where (r.tenant_id = 1 and r.owner_id = 12) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100)
union all (select * from opportunity r where (r.tenant_id = 1 and (r.owner_id is not null and r.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'opportunity')))) and (r.owner_id = 12) is not true and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100)) r order by r.updated_at desc, r.id desc limit 100) r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'opportunity' and s.record_id = r.id and strpos(s.text, '科技') > 0 and s.grams @> '{-1980999999}'::integer[])) order by r.updated_at desc, r.id desc limit 4;
select r.id, r.uuid, '{}'::jsonb as custom, r.code as "code", r.name as "name", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'product' and x.record_id = r.id) as starred
from (select * from product r where r.tenant_id = 1 and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100) r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'product' and s.record_id = r.id and strpos(s.text, '科技') > 0 and s.grams @> '{-1829613743}'::integer[])) order by r.updated_at desc, r.id desc limit 4;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select 0 as known, 0 as counted, array(select r.id from (select * from product r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'product' and s.record_id = r.id and strpos(s.text, '科技') > 0 and s.grams @> '{-1829613743}'::integer[])) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 20) r order by r.updated_at desc, r.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
