select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-22 15:46:18.928953+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 3;
select p.id, p.name, p.position, s.id as stage_id, s.name as stage_name, s.rate,
    s.position as stage_position
from pipeline p join stage s on s.tenant_id = p.tenant_id and s.pipeline_id = p.id
where p.tenant_id = 1 and p.deleted_at is null
order by p.position, p.id, s.position;
set plan_cache_mode = force_custom_plan;
set statement_timeout = '10s';
select g.value, x.n, x.amount from unnest('{1,2,3}'::integer[]::bigint[]) g (value) cross join lateral (select count(*) as n, coalesce(sum(k.amount), 0) as amount from (select r.money as amount from opportunity r where (r.tenant_id = 1 and (r.owner_id = 12 or (r.owner_id is not null and r.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'opportunity')))) and r.outcome is null) and r.deleted_at is null and r.stage_id = g.value limit 1001) k) x;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
set plan_cache_mode = force_custom_plan;
set statement_timeout = '10s';
select total.known, total.counted, r.id, r.uuid, '{}'::jsonb as custom, r.money as "money", r.name as "name", r.customer_id as "customerId", r.owner_id as "ownerId", r.deal_at as "dealAt", r.next_contact_at as "nextContactAt", r.stage_id as "stageId", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'opportunity' and x.record_id = r.id) as starred
from (select (0 + 0) as known, (select count(*) from (select 1 from ((select 1 from opportunity r where (r.tenant_id = 1 and (r.owner_id is not null and r.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'opportunity'))) and r.outcome is null and r.stage_id = 1) and (r.owner_id = 12) is not true and r.deleted_at is null limit 1001)) each_way limit 1001) counted) as counted) total
left join (select * from ((select * from opportunity r where (r.tenant_id = 1 and r.owner_id = 12 and r.outcome is null and r.stage_id = 1) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 25)
union all (select * from opportunity r where (r.tenant_id = 1 and (r.owner_id is not null and r.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'opportunity'))) and r.outcome is null and r.stage_id = 1) and (r.owner_id = 12) is not true and r.deleted_at is null order by r.updated_at desc, r.id desc limit 25)) r order by r.updated_at desc, r.id desc limit 25) r on true order by r.updated_at desc, r.id desc;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
set plan_cache_mode = force_custom_plan;
set statement_timeout = '10s';
select total.known, total.counted, r.id, r.uuid, '{}'::jsonb as custom, r.money as "money", r.name as "name", r.customer_id as "customerId", r.owner_id as "ownerId", r.deal_at as "dealAt", r.next_contact_at as "nextContactAt", r.stage_id as "stageId", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'opportunity' and x.record_id = r.id) as starred
from (select (0 + 0) as known, (select count(*) from (select 1 from ((select 1 from opportunity r where (r.tenant_id = 1 and (r.owner_id is not null and r.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'opportunity'))) and r.outcome is null and r.stage_id = 2) and (r.owner_id = 12) is not true and r.deleted_at is null limit 1001)) each_way limit 1001) counted) as counted) total
left join (select * from ((select * from opportunity r where (r.tenant_id = 1 and r.owner_id = 12 and r.outcome is null and r.stage_id = 2) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 25)
union all (select * from opportunity r where (r.tenant_id = 1 and (r.owner_id is not null and r.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'opportunity'))) and r.outcome is null and r.stage_id = 2) and (r.owner_id = 12) is not true and r.deleted_at is null order by r.updated_at desc, r.id desc limit 25)) r order by r.updated_at desc, r.id desc limit 25) r on true order by r.updated_at desc, r.id desc;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
set plan_cache_mode = force_custom_plan;
set statement_timeout = '10s';
select total.known, total.counted, r.id, r.uuid, '{}'::jsonb as custom, r.money as "money", r.name as "name", r.customer_id as "customerId", r.owner_id as "ownerId", r.deal_at as "dealAt", r.next_contact_at as "nextContactAt", r.stage_id as "stageId", r.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'opportunity' and x.record_id = r.id) as starred
from (select (0 + 0) as known, (select count(*) from (select 1 from ((select 1 from opportunity r where (r.tenant_id = 1 and (r.owner_id is not null and r.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'opportunity'))) and r.outcome is null and r.stage_id = 3) and (r.owner_id = 12) is not true and r.deleted_at is null limit 1001)) each_way limit 1001) counted) as counted) total
left join (select * from ((select * from opportunity r where (r.tenant_id = 1 and r.owner_id = 12 and r.outcome is null and r.stage_id = 3) and r.deleted_at is null order by r.updated_at desc, r.id desc limit 25)
union all (select * from opportunity r where (r.tenant_id = 1 and (r.owner_id is not null and r.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'opportunity'))) and r.outcome is null and r.stage_id = 3) and (r.owner_id = 12) is not true and r.deleted_at is null order by r.updated_at desc, r.id desc limit 25)) r order by r.updated_at desc, r.id desc limit 25) r on true order by r.updated_at desc, r.id desc;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
select 'STAFF' as link, id, real_name as name from staff where tenant_id = 1 and id = any ('{12}'::integer[]) union all select 'CUSTOMER' as link, id, name as name from customer where tenant_id = 1 and id = any ('{387,12249,14482,18202,19809,24666,30089,75812,128254,142580,201611,203399,221425,225266,226750,253758,257822,262735,262760,288375,294524,304705,320417,406626,420053,427135,430050,474160,493312,562407,590543,595759,670913,682168,702002,707091,707475,727480,743010,743090,755905,780354,792147,800088,810244,818123,854157,865568,879524,881467,887956,898594,937607,943350,947797,949175,950044,951746,961499,969253,975456,976845,979720,985867,988678,989261,989846,993068,994183,994622,995646,995770,996703,997949,998704}'::integer[]) union all select 'STAGE' as link, id, name as name from stage where tenant_id = 1 and id = any ('{1,2,3}'::integer[]);
