\set r random(1, 1000000000000)
select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-22 22:05:52.828304+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 22;
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = ('偃刈侉俚佘' || :r::text || '物流') limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1375872477,-1306262401,-1180923685,-554551835,117713028,165070391,223831541,235423393}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1837811294,-1484697153,-1340684816,-1053479959,-975156598,-883129241,-765757523,-417553015,-24877893,270374645,337070738,511240448,1057194037,1442702528,1452392502,1472013599,1948076627,1951572287,2053692241,2064427328}'::integer[]),
    nearer as materialized (select * from one where not exists (select from same) limit 16),
    nearest as materialized (select from nearer n
        cross join (select ('偃刈侉俚佘' || :r::text || '物流')::text as core) wanted
        cross join lateral generate_series(1, least(length(n.core_name), length(core)) + 1) i
        where greatest(length(n.core_name), length(core)) > 2
            and left(n.core_name, i - 1) = left(core, i - 1)
            and (substr(n.core_name, i + 1) = substr(core, i + 1)
                or substr(n.core_name, i + 1) = substr(core, i)
                or substr(n.core_name, i) = substr(core, i + 1)) limit 1)
select * from same
union all select * from nearer
union all (select * from two where not exists (select from same) and not exists (select from nearest)
    and (select count(*) from nearer) < 16 limit 24);
with reported as (
insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
    owner_id, team_id, protected_until, reported_by, reported_at, reported_on, updated_at)
values (1, gen_random_uuid(), ('偃刈侉俚佘' || :r::text || '物流有限公司'), ('偃刈侉俚佘' || :r::text || '物流有限公司'), '互联网/软件', '杭州', '展会', '需要企业级CRM系统,预计预算50万元,决策周期2个月', 31, 10::bigint, '2026-12-22 22:05:52+00'::timestamptz, 31, '2026-11-22 22:05:52.830182+00'::timestamptz, '2026-11-23'::date, '2026-11-22 22:05:52.830182+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('偃刈侉俚佘' || :r::text || '物流有限公司
李先生
13895633273'), ('偃刈侉俚佘' || :r::text || '物流'), '{-1984237155,-1938615573,-1911629366,-1657109150,-1645886933,-1630293018,-1608295887,-1510426341,-1459407497,-1353065587,-1278428523,-1149929525,-1117559540,-1046322406,-1033930791,-1009825644,-904818243,-509609252,-403026792,-328878798,-276481933,-231055955,-228697214,-186938420,-69438781,293556964,324870378,441558981,964090607,1113213267,1131302280,1637149663,1696705115,1745076705,1774206766,1843192600,1989199524,2019912433}'::integer[], '{-1837811294,-1484697153,-1375872477,-1340684816,-1306262401,-1180923685,-1053479959,-975156598,-883129241,-765757523,-554551835,-417553015,-24877893,117713028,165070391,223831541,235423393,270374645,337070738,511240448,1057194037,1442702528,1452392502,1472013599,1948076627,1951572287,2053692241,2064427328}'::integer[] from reported),
contacted as (
insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, owner_id, team_id,
    created_by, created_at, updated_at)
select 1, gen_random_uuid(), id, '李先生', 13895633273, true, 31, 10::bigint, 31, '2026-11-22 22:05:52.830182+00'::timestamptz, '2026-11-22 22:05:52.830182+00'::timestamptz from reported
returning id),
contact_searchable as (
insert into record_search (tenant_id, kind, record_id, text, grams)
select 1, 'contact', id, '李先生
13895633273', '{-2145408399,-2054607331,-2046422429,-1834262828,-1347234506,-931632345,-795014326,-146169649,-143369663,383329480,622263185,955393069,1579997636,1828092802,1967418193}'::integer[] from contacted),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-22 22:05:52.830182+00'::timestamptz, '2026-12-22 22:05:52+00'::timestamptz, 31 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-22 22:05:52.830182+00'::timestamptz, 31::bigint, 'customer.report', 'customer', 'y7svos8u520m', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-22 22:05:52.830182+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
