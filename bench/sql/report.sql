\set r random(1, 1000000000000)
select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 17 and s.ended_at is null and s.expires_at > '2026-11-22 02:54:44.053401+00'::timestamptz and p.disabled_at is null;
select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name, s.core_name from (
(select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and core_name = ('佘圻佟妤孳' || :r::text || '实业') limit 2)
union all (select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and near && '{-1975203556,-1961926011,-1490237538,-1245881742,-1025793077,-442396286,198706668,2085839782}'::integer[] limit 40)
union all (select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and near && '{-2133999281,-2083045322,-1975203556,-1961926011,-1490237538,-1400349970,-1399539649,-1246012599,-1245881742,-1140794087,-1100096510,-1073501661,-1025793077,-1015769854,-986182657,-801144102,-654924896,-452376069,-442396286,-182962184,64903433,198706668,459112575,501319657,1385288234,1488816376,1971878678,2085839782}'::integer[] limit 40)) s
join customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key <> ('佘圻佟妤孳' || :r::text || '实业有限公司');
with reported as (
insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
    owner_id, team_id, protected_until, reported_by, reported_at, reported_on, updated_at)
values (1, gen_random_uuid(), ('佘圻佟妤孳' || :r::text || '实业有限公司'), ('佘圻佟妤孳' || :r::text || '实业有限公司'), '互联网/软件', '杭州', '展会', '需要企业级CRM系统,预计预算50万元,决策周期2个月', 26, 5::bigint, '2026-12-22 02:54:44+00'::timestamptz, 26, '2026-11-22 02:54:44.05563+00'::timestamptz, '2026-11-22'::date, '2026-11-22 02:54:44.05563+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('佘圻佟妤孳' || :r::text || '实业有限公司
李先生
13897177781'), ('佘圻佟妤孳' || :r::text || '实业'), '{-1938615573,-1911629366,-1894104578,-1699272163,-1657109150,-1645886933,-1630293018,-1528882275,-1510426341,-1475220945,-1459407497,-1355027431,-1149929525,-1117559540,-1112659522,-1072236398,-1009825644,-904818243,-812122899,-761493555,-328878798,-273384624,-153807323,-69438781,223641957,267932227,293822770,305858011,964090607,1026279858,1123681221,1468903542,1584982084,1637149663,1696705115,1774206766,1821793170,1843192600}'::integer[], '{-2133999281,-2083045322,-1975203556,-1961926011,-1490237538,-1400349970,-1399539649,-1246012599,-1245881742,-1140794087,-1100096510,-1073501661,-1025793077,-1015769854,-986182657,-801144102,-654924896,-452376069,-442396286,-182962184,64903433,198706668,459112575,501319657,1385288234,1488816376,1971878678,2085839782}'::integer[] from reported),
contacted as (
insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, created_at, updated_at)
select 1, gen_random_uuid(), id, '李先生', 13897177781, true, '2026-11-22 02:54:44.05563+00'::timestamptz, '2026-11-22 02:54:44.05563+00'::timestamptz from reported),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-22 02:54:44.05563+00'::timestamptz, '2026-12-22 02:54:44+00'::timestamptz, 26 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-22 02:54:44.05563+00'::timestamptz, 26::bigint, 'customer.report', 'customer', 'mx6vjo2i2mxa', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-22 02:54:44.05563+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select uuid from reported;
