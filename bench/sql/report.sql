\set r random(1, 1000000000000)
select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:10.672349+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 3;
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = ('厝妣垓匏孳' || :r::text || '贸易') limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1858645915,245019322,442399903,512815308,889853592,960145023,1026671583,1205586472}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-2117639589,-2084956153,-1912240934,-1505893827,-1434147060,-1072629580,-937890816,-873981772,-450641960,19944544,67789811,330277292,968927634,1173366538,1205520104,1229169035,1297979606,1544643412,1920531662,2126723768}'::integer[]),
    nearer as materialized (select * from one where not exists (select from same) limit 16),
    nearest as materialized (select from nearer n
        cross join (select ('厝妣垓匏孳' || :r::text || '贸易')::text as core) wanted
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
values (1, gen_random_uuid(), ('厝妣垓匏孳' || :r::text || '贸易有限公司'), ('厝妣垓匏孳' || :r::text || '贸易有限公司'), '互联网/软件', '杭州', '展会', '需要企业级CRM系统,预计预算50万元,决策周期2个月', 12, 1::bigint, '2026-12-23 14:20:10+00'::timestamptz, 12, '2026-11-23 14:20:10.674697+00'::timestamptz, '2026-11-23'::date, '2026-11-23 14:20:10.674697+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('厝妣垓匏孳' || :r::text || '贸易有限公司
李先生
13891598977'), ('厝妣垓匏孳' || :r::text || '贸易'), '{-2009045600,-1994622624,-1938615573,-1911629366,-1711374317,-1705518645,-1657109150,-1645886933,-1510426341,-1459407497,-1233647110,-1149929525,-1117559540,-1009825644,-904818243,-890554800,-793100641,-720067189,-328878798,-318378928,-69438781,-50424635,77783634,108814043,223641957,459209332,521136497,736791563,867075936,964090607,1471431532,1637149663,1696705115,1738645590,1774206766,1804028242,1843192600,1907407290}'::integer[], '{-2117639589,-2084956153,-1912240934,-1858645915,-1505893827,-1434147060,-1072629580,-937890816,-873981772,-450641960,19944544,67789811,245019322,330277292,442399903,512815308,889853592,960145023,968927634,1026671583,1173366538,1205520104,1205586472,1229169035,1297979606,1544643412,1920531662,2126723768}'::integer[] from reported),
contacted as (
insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, owner_id, team_id,
    created_by, created_at, updated_at)
select 1, gen_random_uuid(), id, '李先生', 13891598977, true, 12, 1::bigint, 12, '2026-11-23 14:20:10.674697+00'::timestamptz, '2026-11-23 14:20:10.674697+00'::timestamptz from reported
returning id),
contact_searchable as (
insert into record_search (tenant_id, kind, record_id, text, grams)
select 1, 'contact', id, '李先生
13891598977', '{-2145408399,-2098180365,-2054607331,-2046422429,-1987128303,-1300365463,-931632345,-795014326,-527151393,-143369663,622263185,975883427,1579997636,1582529001,1646185748}'::integer[] from contacted),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-23 14:20:10.674697+00'::timestamptz, '2026-12-23 14:20:10+00'::timestamptz, 12 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-23 14:20:10.674697+00'::timestamptz, 12::bigint, 'customer.report', 'customer', 'ge5gvipkjo34', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-23 14:20:10.674697+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
