\set r random(1, 1000000000000)
select a.appid, a.name, a.rights, a.networks, a.rate_burst, a.rate_per_second, a.replay, a.created_at,
    a.updated_at, a.disabled_at as app_disabled_at, p.id, p.uuid, p.username, p.real_name,
    array(select s.sealed from app_secret s
        where s.tenant_id = a.tenant_id and s.appid = a.appid
            and (s.expires_at is null or s.expires_at > '2026-11-23 04:12:36.244388+00'::timestamptz)) as sealed,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from app_directory n
join app a on a.tenant_id = n.tenant_id and a.appid = n.appid
join staff p on p.tenant_id = a.tenant_id and p.id = a.staff_id
join tenant t on t.id = a.tenant_id
where n.appid = 100001 and a.disabled_at is null and a.deleted_at is null;
with quick as materialized (select set_config('synchronous_commit', 'off', true))
insert into app_nonce (tenant_id, appid, spent, expires_at)
select 1, 100001, decode((md5(random()::text) || md5(random()::text)), 'hex'), '2026-11-23 04:22:36+00'::timestamptz from quick on conflict do nothing;
BEGIN;
select exists (select from staff where tenant_id = 1 and id = 23 and disabled_at is null) as person,
    exists (select from pool where tenant_id = 1 and id = 23 and deleted_at is null) as pool;
select id, team_id from staff where tenant_id = 1 and id = 23 and disabled_at is null;
with reported as (
insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
    owner_id, team_id, protected_until, reported_by, reported_at, reported_on, updated_at)
values (1, gen_random_uuid(), ('仞垓伉僖啻' || :r::text || '实业有限公司'), ('仞垓伉僖啻' || :r::text || '实业有限公司'), NULL, NULL, '展会', NULL, 23, 2::bigint, '2026-12-23 04:12:36+00'::timestamptz, 203, '2026-11-23 04:12:36.246167+00'::timestamptz, '2026-11-23'::date, '2026-11-23 04:12:36.246167+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('仞垓伉僖啻' || :r::text || '实业有限公司'), ('仞垓伉僖啻' || :r::text || '实业'), '{-1911629366,-1891122068,-1699272163,-1657109150,-1645886933,-1510426341,-1309933305,-1117559540,-442578553,-328878798,91088248,267932227,288219851,293822770,751163841,818319571,1006275790,1123681221,1471431532,1843192600,1881540169}'::integer[], '{-1841782470,-1453192970,-1423234190,-938435160,-905213198,-842364687,-750644840,-608680621,-579013743,-377688605,-213898494,-196888055,14720490,82160963,172310884,308412963,383180124,455677571,536882525,1060281899,1278233753,1370006431,1409343654,1447116426,1542371211,1548312424,1712677707,1752853231}'::integer[] from reported),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-23 04:12:36.246167+00'::timestamptz, '2026-12-23 04:12:36+00'::timestamptz, 23 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-23 04:12:36.246167+00'::timestamptz, 203::bigint, 'customer.report', 'customer', '1cma8fwi16u4k', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-23 04:12:36.246167+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
select fields_version from tenant where id = 1 for key share;
update customer c set create_method = 'API', ways = '{"mobile":[{"value":"13802267906","memo":"李先生"}]}'::jsonb where tenant_id = 1 and id = 1015148;
select c.name, p.name as contact_name, concat_ws(E'\n', p.phone, c.telephone,
    (select string_agg(w ->> 'value', E'\n') from jsonb_each(c.ways) each_kind (kind, list),
        jsonb_array_elements(each_kind.list) w)) as phones
from customer c
left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
    and p.is_primary and p.deleted_at is null
where c.tenant_id = 1 and c.id = 1015148;
update customer_search set text = ('仞垓伉僖啻' || :r::text || '实业有限公司

13802267906'), core_name = ('仞垓伉僖啻' || :r::text || '实业'), grams = '{-1911629366,-1891122068,-1699272163,-1657109150,-1645886933,-1510426341,-1459407497,-1309933305,-1117559540,-1103699669,-840517890,-714203565,-537286210,-525869870,-442578553,-328878798,-69438781,91088248,231842845,267932227,288219851,293822770,695794382,751163841,818319571,841194443,1006275790,1123681221,1471431532,1622044776,1843192600,1881540169}'::integer[], near = '{-1841782470,-1453192970,-1423234190,-938435160,-905213198,-842364687,-750644840,-608680621,-579013743,-377688605,-213898494,-196888055,14720490,82160963,172310884,308412963,383180124,455677571,536882525,1060281899,1278233753,1370006431,1409343654,1447116426,1542371211,1548312424,1712677707,1752853231}'::integer[]
where tenant_id = 1 and customer_id = 1015148 and (text <> ('仞垓伉僖啻' || :r::text || '实业有限公司

13802267906') or core_name <> ('仞垓伉僖啻' || :r::text || '实业'));
select c.id, c.uuid, c.custom as custom, c.name as "name", c.mobile as "mobile", c.telephone as "telephone", c.website as "website", c.email as "email", c.remark as "remark", c.address as "address", c.detail_address as "detailAddress", c.location as "location", c.lng as "lng", c.lat as "lat", c.source as "source", c.industry as "industry", c.region as "region", c.demand as "demand", c.category as "category", c.status as "status", c.locked as "locked", c.won_at as "wonAt", (select p.from_at from protection p where p.tenant_id = c.tenant_id
    and p.customer_id = c.id and p.ended_at is null) as "heldSince", c.protected_until as "protectedUntil", c.pooled_at as "pooledAt", c.pool_id as "poolId", c.last_owner_id as "lastOwnerId", (select p.id from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactId", (select p.name from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactName", (select p.phone from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactPhone", (select p.address from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactAddress", (select count(*) from opportunity o where o.tenant_id = c.tenant_id
    and o.customer_id = c.id and o.deleted_at is null) as "opportunities", c.next_contact_at as "nextContactAt", c.last_activity_at as "lastActivityAt", c.last_content as "lastContent", c.owner_id as "ownerId", (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.owner_id) as "ownerName", c.reported_by as "createdBy", (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.reported_by) as "createdByName", c.reported_at as "createdAt", c.updated_at as "updatedAt", c.ways::text as "ways", c.visitor_id as "visitorId", c.create_method as "createMethod", coalesce(c.assigned_at, (select p.from_at from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.ended_at is null order by p.from_at, p.id limit 1)) as "assignedAt", (select p.holder_id from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and true order by p.from_at, p.id limit 1) as "firstOwnerId", (select p.from_at from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and true order by p.from_at, p.id limit 1) as "firstAssignedAt", (select case when s.service then 'app' else s.id::text end from staff s
where s.tenant_id = c.tenant_id and s.id = c.reported_by) as "creator", coalesce((select case when a.actor_id is null then 'system' when s.service then 'app' else s.id::text end
from audit a left join staff s on s.tenant_id = a.tenant_id and s.id = a.actor_id
where a.tenant_id = c.tenant_id and a.kind = 'customer' and a.record_id = c.id
order by a.id desc limit 1), (select case when s.service then 'app' else s.id::text end from staff s
where s.tenant_id = c.tenant_id and s.id = c.reported_by)) as "editor", c.id as "id", c.name_key as "nameKey", array(select x.staff_id from record_member x where x.tenant_id = c.tenant_id and x.kind = 'customer' and x.record_id = c.id and x.power = 'read' order by x.staff_id) as readers, array(select x.staff_id from record_member x where x.tenant_id = c.tenant_id and x.kind = 'customer' and x.record_id = c.id and x.power = 'write' order by x.staff_id) as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 203 and x.kind = 'customer' and x.record_id = c.id) as starred
from customer c where c.tenant_id = 1 and c.deleted_at is null and c.id = any('{1015148}'::integer[]) order by c.id;
COMMIT;
