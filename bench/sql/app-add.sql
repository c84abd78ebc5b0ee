\set r random(1, 1000000000000)
select a.appid, a.name, a.rights, a.networks, a.rate_burst, a.rate_per_second, a.replay, a.created_at,
    a.updated_at, a.disabled_at as app_disabled_at, p.id, p.uuid, p.username, p.real_name,
    array(select s.sealed from app_secret s
        where s.tenant_id = a.tenant_id and s.appid = a.appid
            and (s.expires_at is null or s.expires_at > '2026-11-22 22:05:54.936354+00'::timestamptz)) as sealed,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from app_directory n
join app a on a.tenant_id = n.tenant_id and a.appid = n.appid
join staff p on p.tenant_id = a.tenant_id and p.id = a.staff_id
join tenant t on t.id = a.tenant_id
where n.appid = 100001 and a.disabled_at is null and a.deleted_at is null;
with quick as materialized (select set_config('synchronous_commit', 'off', true))
insert into app_nonce (tenant_id, appid, spent, expires_at)
select 1, 100001, decode((md5(random()::text) || md5(random()::text)), 'hex'), '2026-11-22 22:15:54+00'::timestamptz from quick on conflict do nothing;
BEGIN;
select exists (select from staff where tenant_id = 1 and id = 24 and disabled_at is null) as person,
    exists (select from pool where tenant_id = 1 and id = 24 and deleted_at is null) as pool;
select id, team_id from staff where tenant_id = 1 and id = 24 and disabled_at is null;
with reported as (
insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
    owner_id, team_id, protected_until, reported_by, reported_at, reported_on, updated_at)
values (1, gen_random_uuid(), ('刈佘刍佟寰' || :r::text || '科技有限公司'), ('刈佘刍佟寰' || :r::text || '科技有限公司'), NULL, NULL, '展会', NULL, 24, 3::bigint, '2026-12-22 22:05:54+00'::timestamptz, 203, '2026-11-22 22:05:54.938417+00'::timestamptz, '2026-11-23'::date, '2026-11-22 22:05:54.938417+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('刈佘刍佟寰' || :r::text || '科技有限公司'), ('刈佘刍佟寰' || :r::text || '科技'), '{-1911629366,-1891311504,-1657109150,-1645886933,-1630293018,-1510426341,-1122635873,-1117559540,-686873401,-328878798,-282587746,-186938420,-92736646,32791090,161194528,529949431,794142159,1584982084,1689368933,1843192600,2001187435}'::integer[], '{-2004796985,-1940399295,-1906843491,-1745360598,-1738704795,-1691186174,-1373704650,-1252687628,-1207648360,-1104620934,-1012607803,-548519390,-542037928,-417769534,-363955227,-290786202,-278534156,-198067927,-19905677,101354844,156058456,330837324,804531197,1054574805,1110570357,1368370743,1488306620,2134779162}'::integer[] from reported),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-22 22:05:54.938417+00'::timestamptz, '2026-12-22 22:05:54+00'::timestamptz, 24 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-22 22:05:54.938417+00'::timestamptz, 203::bigint, 'customer.report', 'customer', '1qcz6bp95i46m', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-22 22:05:54.938417+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
select fields_version from tenant where id = 1 for key share;
update customer c set create_method = 'API', ways = '{"mobile":[{"value":"13802529837","memo":"李先生"}]}'::jsonb where tenant_id = 1 and id = 1007231;
select c.name, p.name as contact_name, concat_ws(E'\n', p.phone, c.telephone,
    (select string_agg(w ->> 'value', E'\n') from jsonb_each(c.ways) each_kind (kind, list),
        jsonb_array_elements(each_kind.list) w)) as phones
from customer c
left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
    and p.is_primary and p.deleted_at is null
where c.tenant_id = 1 and c.id = 1007231;
update customer_search set text = ('刈佘刍佟寰' || :r::text || '科技有限公司

13802529837'), core_name = ('刈佘刍佟寰' || :r::text || '科技'), grams = '{-2073470268,-1911629366,-1891311504,-1657109150,-1645886933,-1630293018,-1510426341,-1459407497,-1122635873,-1117559540,-1103699669,-686873401,-537286210,-387642677,-328878798,-282587746,-186938420,-92736646,-69438781,32791090,147362374,161194528,320526281,529949431,763857692,794142159,807956247,841194443,1584982084,1689368933,1843192600,2001187435}'::integer[], near = '{-2004796985,-1940399295,-1906843491,-1745360598,-1738704795,-1691186174,-1373704650,-1252687628,-1207648360,-1104620934,-1012607803,-548519390,-542037928,-417769534,-363955227,-290786202,-278534156,-198067927,-19905677,101354844,156058456,330837324,804531197,1054574805,1110570357,1368370743,1488306620,2134779162}'::integer[]
where tenant_id = 1 and customer_id = 1007231 and (text <> ('刈佘刍佟寰' || :r::text || '科技有限公司

13802529837') or core_name <> ('刈佘刍佟寰' || :r::text || '科技'));
select c.id, c.uuid, c.custom as custom, c.name as "name", c.mobile as "mobile", c.telephone as "telephone", c.website as "website", c.email as "email", c.remark as "remark", c.address as "address", c.detail_address as "detailAddress", c.location as "location", c.lng as "lng", c.lat as "lat", c.source as "source", c.industry as "industry", c.region as "region", c.demand as "demand", c.category as "category", c.status as "status", c.locked as "locked", c.won_at as "wonAt", (select p.from_at from protection p where p.tenant_id = c.tenant_id
    and p.customer_id = c.id and p.ended_at is null) as "heldSince", c.protected_until as "protectedUntil", c.pooled_at as "pooledAt", c.pool_id as "poolId", c.last_owner_id as "lastOwnerId", (select p.id from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactId", (select p.name from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactName", (select p.phone from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactPhone", (select p.address from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactAddress", (select count(*) from opportunity o where o.tenant_id = c.tenant_id
    and o.customer_id = c.id and o.deleted_at is null) as "opportunities", c.next_contact_at as "nextContactAt", c.last_activity_at as "lastActivityAt", c.last_content as "lastContent", c.owner_id as "ownerId", (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.owner_id) as "ownerName", c.reported_by as "createdBy", (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.reported_by) as "createdByName", c.reported_at as "createdAt", c.updated_at as "updatedAt", c.ways::text as "ways", c.visitor_id as "visitorId", c.create_method as "createMethod", coalesce(c.assigned_at, (select p.from_at from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.ended_at is null order by p.from_at, p.id limit 1)) as "assignedAt", (select p.holder_id from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and true order by p.from_at, p.id limit 1) as "firstOwnerId", (select p.from_at from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and true order by p.from_at, p.id limit 1) as "firstAssignedAt", (select case when s.service then 'app' else s.id::text end from staff s
where s.tenant_id = c.tenant_id and s.id = c.reported_by) as "creator", coalesce((select case when a.actor_id is null then 'system' when s.service then 'app' else s.id::text end
from audit a left join staff s on s.tenant_id = a.tenant_id and s.id = a.actor_id
where a.tenant_id = c.tenant_id and a.kind = 'customer' and a.record_id = c.id
order by a.id desc limit 1), (select case when s.service then 'app' else s.id::text end from staff s
where s.tenant_id = c.tenant_id and s.id = c.reported_by)) as "editor", c.id as "id", c.name_key as "nameKey", array(select x.staff_id from record_member x where x.tenant_id = c.tenant_id and x.kind = 'customer' and x.record_id = c.id and x.power = 'read' order by x.staff_id) as readers, array(select x.staff_id from record_member x where x.tenant_id = c.tenant_id and x.kind = 'customer' and x.record_id = c.id and x.power = 'write' order by x.staff_id) as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 203 and x.kind = 'customer' and x.record_id = c.id) as starred
from customer c where c.tenant_id = 1 and c.deleted_at is null and c.id = any('{1007231}'::integer[]) order by c.id;
COMMIT;
