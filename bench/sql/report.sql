\set r random(1, 1000000000000)
select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 20 and s.ended_at is null and s.expires_at > '2026-11-22 03:26:01.798547+00'::timestamptz and p.disabled_at is null;
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = ('冥噫啻卮俟' || :r::text || '贸易') limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1522154108,-1485296591,-804904090,-425884273,433470103,1488757596,1583010009,1636213360}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1938550436,-1737799972,-1522154108,-1485296591,-1417144198,-920848791,-897445007,-804904090,-730239834,-627974303,-623741946,-425884273,-276610157,433470103,705083385,771599308,850727362,1164417358,1188954248,1265635131,1452510185,1488757596,1583010009,1598792395,1636213360,1721805811,1761906566,1933938766}'::integer[])
select * from same
union all (select * from one limit 40)
union all (select * from two limit 40);
with reported as (
insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
    owner_id, team_id, protected_until, reported_by, reported_at, reported_on, updated_at)
values (1, gen_random_uuid(), ('冥噫啻卮俟' || :r::text || '贸易有限公司'), ('冥噫啻卮俟' || :r::text || '贸易有限公司'), '互联网/软件', '杭州', '展会', '需要企业级CRM系统,预计预算50万元,决策周期2个月', 29, 8::bigint, '2026-12-22 03:26:01+00'::timestamptz, 29, '2026-11-22 03:26:01.808772+00'::timestamptz, '2026-11-22'::date, '2026-11-22 03:26:01.808772+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('冥噫啻卮俟' || :r::text || '贸易有限公司
李先生
13834802761'), ('冥噫啻卮俟' || :r::text || '贸易'), '{-2088358308,-2032195625,-1994622624,-1938615573,-1911629366,-1789536991,-1657109150,-1645886933,-1582823653,-1510426341,-1459407497,-1226529091,-1149929525,-1117559540,-1009825644,-998605866,-904818243,-885099133,-467039702,-442578553,-328878798,-318378928,-69438781,58105526,85477574,103767893,108814043,758213104,1199756158,1235298623,1244061200,1637149663,1677484508,1696705115,1774206766,1843192600,1907407290,1984125613}'::integer[], '{-1938550436,-1737799972,-1522154108,-1485296591,-1417144198,-920848791,-897445007,-804904090,-730239834,-627974303,-623741946,-425884273,-276610157,433470103,705083385,771599308,850727362,1164417358,1188954248,1265635131,1452510185,1488757596,1583010009,1598792395,1636213360,1721805811,1761906566,1933938766}'::integer[] from reported),
contacted as (
insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, created_at, updated_at)
select 1, gen_random_uuid(), id, '李先生', 13834802761, true, '2026-11-22 03:26:01.808772+00'::timestamptz, '2026-11-22 03:26:01.808772+00'::timestamptz from reported),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-22 03:26:01.808772+00'::timestamptz, '2026-12-22 03:26:01+00'::timestamptz, 29 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-22 03:26:01.808772+00'::timestamptz, 29::bigint, 'customer.report', 'customer', '1qmmdj7zbysr2', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-22 03:26:01.808772+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select uuid from reported;
