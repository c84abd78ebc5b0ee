\set r random(1, 1000000000000)
select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-22 15:46:13.057791+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 8;
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = ('仄剡妣兕孱' || :r::text || '科技') limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1117632345,-756060930,-224407408,-32095816,389935109,405871047,499965212,1189842259}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1782320669,-1762545947,-1073125650,-1056791806,-1020992067,-750128469,-644930403,-323987125,-270637112,-11983905,218091091,627801887,781913564,836818876,1023995901,1397946842,1788068132,1834167216,2045074637,2127393266}'::integer[]),
    nearer as materialized (select * from one where not exists (select from same) limit 16)
select * from same
union all select * from nearer
union all (select * from two where not exists (select from same)
    and (select count(*) from nearer) < 16 limit 24);
with reported as (
insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
    owner_id, team_id, protected_until, reported_by, reported_at, reported_on, updated_at)
values (1, gen_random_uuid(), ('仄剡妣兕孱' || :r::text || '科技有限公司'), ('仄剡妣兕孱' || :r::text || '科技有限公司'), '互联网/软件', '杭州', '展会', '需要企业级CRM系统,预计预算50万元,决策周期2个月', 17, 6::bigint, '2026-12-22 15:46:13+00'::timestamptz, 17, '2026-11-22 15:46:13.060709+00'::timestamptz, '2026-11-22'::date, '2026-11-22 15:46:13.060709+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('仄剡妣兕孱' || :r::text || '科技有限公司
李先生
13891735437'), ('仄剡妣兕孱' || :r::text || '科技'), '{-2100815181,-1938615573,-1911629366,-1705518645,-1705238543,-1657109150,-1645886933,-1510426341,-1459407497,-1149929525,-1117559540,-1009825644,-922520012,-904818243,-686873401,-542915626,-517780793,-328878798,-282587746,-69438781,-51101223,161194528,500161088,924487633,925690259,929289528,964090607,978056842,1281894144,1364633093,1550481336,1637149663,1689368933,1696705115,1774206766,1804028242,1843192600,1963363443}'::integer[], '{-1782320669,-1762545947,-1117632345,-1073125650,-1056791806,-1020992067,-756060930,-750128469,-644930403,-323987125,-270637112,-224407408,-32095816,-11983905,218091091,389935109,405871047,499965212,627801887,781913564,836818876,1023995901,1189842259,1397946842,1788068132,1834167216,2045074637,2127393266}'::integer[] from reported),
contacted as (
insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, owner_id, team_id,
    created_by, created_at, updated_at)
select 1, gen_random_uuid(), id, '李先生', 13891735437, true, 17, 6::bigint, 17, '2026-11-22 15:46:13.060709+00'::timestamptz, '2026-11-22 15:46:13.060709+00'::timestamptz from reported
returning id),
contact_searchable as (
insert into record_search (tenant_id, kind, record_id, text, grams)
select 1, 'contact', id, '李先生
13891735437', '{-2145408399,-2054607331,-2046422429,-1987128303,-1936911757,-1677005419,-1180231644,-953035600,-931632345,-795014326,-345175321,-143369663,622263185,1553574945,1579997636}'::integer[] from contacted),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-22 15:46:13.060709+00'::timestamptz, '2026-12-22 15:46:13+00'::timestamptz, 17 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-22 15:46:13.060709+00'::timestamptz, 17::bigint, 'customer.report', 'customer', 'a82o8lp1emm0', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-22 15:46:13.060709+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
