select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:18.468904+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 1;
select r.id, r.uuid, '{}'::jsonb as custom, r.name as "name", r.mobile as "mobile", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'lead' and x.record_id = r.id) as starred
from (select * from lead r where (r.tenant_id = 1 and r.owner_id is not null) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100) r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'lead' and s.record_id = r.id and strpos(s.text, '万淼') > 0 and s.grams @> '{817363895}'::integer[])) order by r.updated_at desc, r.id desc limit 4;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select 0 as known, 0 as counted, array(select r.id from (select * from lead r where (r.tenant_id = 1 and r.owner_id is not null and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'lead' and s.record_id = r.id and strpos(s.text, '万淼') > 0 and s.grams @> '{817363895}'::integer[])) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 20) r order by r.updated_at desc, r.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select r.id, r.uuid, '{}'::jsonb as custom, r.name as "name", r.mobile as "mobile", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'lead' and x.record_id = r.id) as starred
from lead r where (r.tenant_id = 1 and r.owner_id is not null) and r.deleted_at is null and r.id = any('{180650,157811,102562,84967,64277,11018}'::integer[]);
select c.id, c.uuid, '{}'::jsonb as custom, (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.owner_id) as "ownerName", c.name as "name", c.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'customer' and x.record_id = c.id) as starred
from (select * from customer c where (c.tenant_id = 1 and c.owner_id is not null) and c.deleted_at is null order by c.updated_at desc, c.id desc limit 100) c where (c.tenant_id = 1 and exists (select 1 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id and strpos(s.text, '万淼') > 0 and s.grams @> '{890742012}'::integer[])) order by c.updated_at desc, c.id desc limit 4;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select 0 as known, 0 as counted, array(select c.id from (select * from customer c where (c.tenant_id = 1 and c.owner_id is not null and exists (select 1 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id and strpos(s.text, '万淼') > 0 and s.grams @> '{890742012}'::integer[])) and c.deleted_at is null order by c.updated_at desc, c.id desc limit 20) c order by c.updated_at desc, c.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select c.id, c.uuid, '{}'::jsonb as custom, (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.owner_id) as "ownerName", c.name as "name", c.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'customer' and x.record_id = c.id) as starred
from customer c where (c.tenant_id = 1 and c.owner_id is not null) and c.deleted_at is null and c.id = any('{964362,600944,936674,223117,197767,227474,758789,829813,931931,409897,463510,956779,129258,275811,54461,107126,850359,286481,191187,737759}'::integer[]);
select r.id, r.uuid, '{}'::jsonb as custom, r.name as "name", (select c.name from customer c where c.tenant_id = r.tenant_id
    and c.id = r.customer_id) as "customerName", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'contact' and x.record_id = r.id) as starred
from (select * from contact r where (r.tenant_id = 1 and r.owner_id is not null) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100) r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'contact' and s.record_id = r.id and strpos(s.text, '万淼') > 0 and s.grams @> '{-805311912}'::integer[])) order by r.updated_at desc, r.id desc limit 4;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select 0 as known, 0 as counted, array(select r.id from (select * from contact r where (r.tenant_id = 1 and r.owner_id is not null and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'contact' and s.record_id = r.id and strpos(s.text, '万淼') > 0 and s.grams @> '{-805311912}'::integer[])) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 20) r order by r.updated_at desc, r.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select r.id, r.uuid, '{}'::jsonb as custom, r.name as "name", (select c.name from customer c where c.tenant_id = r.tenant_id
    and c.id = r.customer_id) as "customerName", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'opportunity' and x.record_id = r.id) as starred
from (select * from opportunity r where (r.tenant_id = 1 and r.owner_id is not null) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100) r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'opportunity' and s.record_id = r.id and strpos(s.text, '万淼') > 0 and s.grams @> '{380883277}'::integer[])) order by r.updated_at desc, r.id desc limit 4;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select 0 as known, 0 as counted, array(select r.id from (select * from opportunity r where (r.tenant_id = 1 and r.owner_id is not null and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'opportunity' and s.record_id = r.id and strpos(s.text, '万淼') > 0 and s.grams @> '{380883277}'::integer[])) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 20) r order by r.updated_at desc, r.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select r.id, r.uuid, '{}'::jsonb as custom, r.name as "name", (select c.name from customer c where c.tenant_id = r.tenant_id
    and c.id = r.customer_id) as "customerName", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'opportunity' and x.record_id = r.id) as starred
from opportunity r where (r.tenant_id = 1 and r.owner_id is not null) and r.deleted_at is null and r.id = any('{295457,286877,285503,293130,32832,260533,225924,39887}'::integer[]);
select r.id, r.uuid, '{}'::jsonb as custom, r.code as "code", r.name as "name", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'product' and x.record_id = r.id) as starred
from (select * from product r where r.tenant_id = 1 and r.deleted_at is null order by r.updated_at desc, r.id desc limit 100) r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'product' and s.record_id = r.id and strpos(s.text, '万淼') > 0 and s.grams @> '{252217749}'::integer[])) order by r.updated_at desc, r.id desc limit 4;
set plan_cache_mode = force_custom_plan;
set statement_timeout = 10000;
select 0 as known, 0 as counted, array(select r.id from (select * from product r where (r.tenant_id = 1 and exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = 'product' and s.record_id = r.id and strpos(s.text, '万淼') > 0 and s.grams @> '{252217749}'::integer[])) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 20) r order by r.updated_at desc, r.id desc) as ids;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
