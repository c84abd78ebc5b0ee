\set r random(1, 1000000000000)
select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 12:52:33.957592+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 14;
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = ('妣仄哂噫埕' || :r::text || '贸易') limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1808010346,-963247851,-442948460,262542548,543393351,1789360398,1853629243,2026727272}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-2048067719,-1956910379,-1497598785,-733034127,-593582605,-437482879,-80110911,-71989471,95809021,111781915,631284149,710035183,760871890,1034343630,1158886868,1266205977,1273845794,1289282416,1421759413,1750373949}'::integer[]),
    nearer as materialized (select * from one where not exists (select from same) limit 16),
    nearest as materialized (select from nearer n
        cross join (select ('妣仄哂噫埕' || :r::text || '贸易')::text as core) wanted
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
values (1, gen_random_uuid(), ('妣仄哂噫埕' || :r::text || '贸易有限公司'), ('妣仄哂噫埕' || :r::text || '贸易有限公司'), '互联网/软件', '杭州', '展会', '需要企业级CRM系统,预计预算50万元,决策周期2个月', 23, 2::bigint, '2026-12-23 12:52:33+00'::timestamptz, 23, '2026-11-23 12:52:33.959828+00'::timestamptz, '2026-11-23'::date, '2026-11-23 12:52:33.959828+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('妣仄哂噫埕' || :r::text || '贸易有限公司
李先生
13821849151'), ('妣仄哂噫埕' || :r::text || '贸易'), '{-2141584089,-2017674700,-1994622624,-1938615573,-1911629366,-1705827593,-1705518645,-1667671082,-1657109150,-1645886933,-1510426341,-1461620555,-1459407497,-1328540704,-1149929525,-1117559540,-1009825644,-904818243,-896130097,-347740876,-328878798,-318378928,-69438781,-49890551,-17104871,85477574,108814043,273667096,414468319,676515572,1550481336,1637149663,1681443239,1696705115,1756948674,1774206766,1843192600,1907407290}'::integer[], '{-2048067719,-1956910379,-1808010346,-1497598785,-963247851,-733034127,-593582605,-442948460,-437482879,-80110911,-71989471,95809021,111781915,262542548,543393351,631284149,710035183,760871890,1034343630,1158886868,1266205977,1273845794,1289282416,1421759413,1750373949,1789360398,1853629243,2026727272}'::integer[] from reported),
contacted as (
insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, owner_id, team_id,
    created_by, created_at, updated_at)
select 1, gen_random_uuid(), id, '李先生', 13821849151, true, 23, 2::bigint, 23, '2026-11-23 12:52:33.959828+00'::timestamptz, '2026-11-23 12:52:33.959828+00'::timestamptz from reported
returning id),
contact_searchable as (
insert into record_search (tenant_id, kind, record_id, text, grams)
select 1, 'contact', id, '李先生
13821849151', '{-2145408399,-2054607331,-2046422429,-1059038858,-931632345,-880257978,-143369663,-41738847,596048428,622263185,1002843226,1305200779,1507022740,1579997636,1686140770}'::integer[] from contacted),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-23 12:52:33.959828+00'::timestamptz, '2026-12-23 12:52:33+00'::timestamptz, 23 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-23 12:52:33.959828+00'::timestamptz, 23::bigint, 'customer.report', 'customer', '1lod01569gccs', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-23 12:52:33.959828+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
