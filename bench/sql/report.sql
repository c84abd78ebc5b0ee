\set r random(1, 1000000000000)
select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 04:12:34.171309+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 12;
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = ('仞孱啻佝垓' || :r::text || '贸易') limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1340791667,-1126851813,-961555634,-754948407,-211282104,-208861086,598619594,1734921585}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-2098539196,-2077293873,-1860322054,-1761767958,-1060911258,-793829264,-682338943,-588799028,-564257031,-374058644,696979322,1040886755,1155753736,1302339926,1512777445,1595814085,1623238634,1659023335,1929809841,1934530187}'::integer[]),
    nearer as materialized (select * from one where not exists (select from same) limit 16),
    nearest as materialized (select from nearer n
        cross join (select ('仞孱啻佝垓' || :r::text || '贸易')::text as core) wanted
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
values (1, gen_random_uuid(), ('仞孱啻佝垓' || :r::text || '贸易有限公司'), ('仞孱啻佝垓' || :r::text || '贸易有限公司'), '互联网/软件', '杭州', '展会', '需要企业级CRM系统,预计预算50万元,决策周期2个月', 21, 10::bigint, '2026-12-23 04:12:34+00'::timestamptz, 21, '2026-11-23 04:12:34.17282+00'::timestamptz, '2026-11-23'::date, '2026-11-23 04:12:34.17282+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('仞孱啻佝垓' || :r::text || '贸易有限公司
李先生
13813241065'), ('仞孱啻佝垓' || :r::text || '贸易'), '{-2143785049,-2100815181,-2069928813,-1994622624,-1938615573,-1911629366,-1889617118,-1844988694,-1824182055,-1657109150,-1645886933,-1589266229,-1510426341,-1459407497,-1281366954,-1255388016,-1149929525,-1117559540,-1009825644,-904818243,-811947833,-442578553,-333246212,-328878798,-318378928,-69438781,108814043,241713201,365458357,751163841,917879383,1471431532,1637149663,1696705115,1715793939,1774206766,1843192600,1907407290}'::integer[], '{-2098539196,-2077293873,-1860322054,-1761767958,-1340791667,-1126851813,-1060911258,-961555634,-793829264,-754948407,-682338943,-588799028,-564257031,-374058644,-211282104,-208861086,598619594,696979322,1040886755,1155753736,1302339926,1512777445,1595814085,1623238634,1659023335,1734921585,1929809841,1934530187}'::integer[] from reported),
contacted as (
insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, owner_id, team_id,
    created_by, created_at, updated_at)
select 1, gen_random_uuid(), id, '李先生', 13813241065, true, 21, 10::bigint, 21, '2026-11-23 04:12:34.17282+00'::timestamptz, '2026-11-23 04:12:34.17282+00'::timestamptz from reported
returning id),
contact_searchable as (
insert into record_search (tenant_id, kind, record_id, text, grams)
select 1, 'contact', id, '李先生
13813241065', '{-2145408399,-2110780250,-2054607331,-2046422429,-1100762646,-1077495099,-931632345,-865823550,-303851813,-200663467,-143369663,-122856493,415479384,622263185,1579997636}'::integer[] from contacted),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-23 04:12:34.17282+00'::timestamptz, '2026-12-23 04:12:34+00'::timestamptz, 21 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-23 04:12:34.17282+00'::timestamptz, 21::bigint, 'customer.report', 'customer', 'bqz00oiyqxxe', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-23 04:12:34.17282+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
