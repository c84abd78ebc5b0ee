\set r random(1, 1000000000000)
select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-22 19:22:36.767475+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 613;
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = ('孛佘亘叻冥' || :r::text || '科技') limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-2113700728,-1962330311,-863550490,-424984545,-183582754,408816051,1654429922,1734308539}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-2060542954,-1764838748,-1570464883,-939638747,-930644092,-795956857,-762723677,-350471321,-91293964,74629214,109275888,170678249,230894162,361128709,512783926,582295747,1611621101,1640130407,1775485113,2031293103}'::integer[]),
    nearer as materialized (select * from one where not exists (select from same) limit 16),
    nearest as materialized (select from nearer n
        cross join (select ('孛佘亘叻冥' || :r::text || '科技')::text as core) wanted
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
values (1, gen_random_uuid(), ('孛佘亘叻冥' || :r::text || '科技有限公司'), ('孛佘亘叻冥' || :r::text || '科技有限公司'), '互联网/软件', '杭州', '展会', '需要企业级CRM系统,预计预算50万元,决策周期2个月', 23, 2::bigint, '2026-12-22 19:22:36+00'::timestamptz, 23, '2026-11-22 19:22:36.771218+00'::timestamptz, '2026-11-23'::date, '2026-11-22 19:22:36.771218+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('孛佘亘叻冥' || :r::text || '科技有限公司
李先生
13862895493'), ('孛佘亘叻冥' || :r::text || '科技'), '{-2139596523,-2088358308,-1938615573,-1911629366,-1905526968,-1846747795,-1764633166,-1753190733,-1657109150,-1645886933,-1630293018,-1510426341,-1459407497,-1149929525,-1117559540,-1076756799,-1009825644,-904818243,-686873401,-618442454,-328878798,-282587746,-72402694,-69438781,132084640,161194528,451649552,1175211843,1259682310,1637149663,1689368933,1696705115,1765056669,1774206766,1814351232,1843192600,2009729799,2129470435}'::integer[], '{-2113700728,-2060542954,-1962330311,-1764838748,-1570464883,-939638747,-930644092,-863550490,-795956857,-762723677,-424984545,-350471321,-183582754,-91293964,74629214,109275888,170678249,230894162,361128709,408816051,512783926,582295747,1611621101,1640130407,1654429922,1734308539,1775485113,2031293103}'::integer[] from reported),
contacted as (
insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, owner_id, team_id,
    created_by, created_at, updated_at)
select 1, gen_random_uuid(), id, '李先生', 13862895493, true, 23, 2::bigint, 23, '2026-11-22 19:22:36.771218+00'::timestamptz, '2026-11-22 19:22:36.771218+00'::timestamptz from reported
returning id),
contact_searchable as (
insert into record_search (tenant_id, kind, record_id, text, grams)
select 1, 'contact', id, '李先生
13862895493', '{-2145408399,-2054607331,-2046422429,-1737958987,-1394976312,-1342846399,-1289638148,-931632345,-384172930,-143369663,520423734,622263185,832593105,1329579957,1579997636}'::integer[] from contacted),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-22 19:22:36.771218+00'::timestamptz, '2026-12-22 19:22:36+00'::timestamptz, 23 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-22 19:22:36.771218+00'::timestamptz, 23::bigint, 'customer.report', 'customer', 'rofig8bhnujq', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-22 19:22:36.771218+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
