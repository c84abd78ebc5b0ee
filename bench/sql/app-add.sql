\set r random(1, 1000000000000)
select a.appid, a.name, a.rights, a.networks, a.rate_burst, a.rate_per_second, a.replay, a.created_at,
    a.updated_at, a.disabled_at as app_disabled_at, p.id, p.uuid, p.username, p.real_name,
    array(select s.sealed from app_secret s
        where s.tenant_id = a.tenant_id and s.appid = a.appid
            and (s.expires_at is null or s.expires_at > '2026-11-23 14:20:12.925102+00'::timestamptz)) as sealed,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from app_directory n
join app a on a.tenant_id = n.tenant_id and a.appid = n.appid
join staff p on p.tenant_id = a.tenant_id and p.id = a.staff_id
join tenant t on t.id = a.tenant_id
where n.appid = 100001 and a.disabled_at is null and a.deleted_at is null;
with quick as materialized (select set_config('synchronous_commit', 'off', true))
insert into app_nonce (tenant_id, appid, spent, expires_at)
select 1, 100001, decode((md5(random()::text) || md5(random()::text)), 'hex'), '2026-11-23 14:30:12+00'::timestamptz from quick on conflict do nothing;
BEGIN;
select exists (select from staff where tenant_id = 1 and id = 14 and disabled_at is null) as person,
    exists (select from pool where tenant_id = 1 and id = 14 and deleted_at is null) as pool;
select id, team_id from staff where tenant_id = 1 and id = 14 and disabled_at is null;
with reported as (
insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
    owner_id, team_id, protected_until, reported_by, reported_at, reported_on, updated_at)
values (1, gen_random_uuid(), ('亟娌俨咄埝' || :r::text || '物流有限公司'), ('亟娌俨咄埝' || :r::text || '物流有限公司'), NULL, NULL, '展会', NULL, 14, 3::bigint, '2026-12-23 14:20:12+00'::timestamptz, 203, '2026-11-23 14:20:12.92718+00'::timestamptz, '2026-11-23'::date, '2026-11-23 14:20:12.92718+00'::timestamptz)
on conflict (tenant_id, name_key) where deleted_at is null do nothing
returning id, uuid, name, industry, region, source),
searchable as (
insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
select 1, id, ('亟娌俨咄埝' || :r::text || '物流有限公司'), ('亟娌俨咄埝' || :r::text || '物流'), '{-1984237155,-1917923667,-1911629366,-1657109150,-1649862114,-1645886933,-1510426341,-1117559540,-839259658,-830897210,-514957767,-444775732,-403026792,-328878798,1172630564,1227106565,1237013950,1695417759,1745076705,1843192600,2019912433}'::integer[], '{-2128475423,-2026522034,-2000716129,-1990854681,-1838758484,-1258933440,-849043762,-652611346,-622854268,65199948,635572892,651017731,676850642,1079854169,1094674791,1121549789,1146878560,1148618630,1184890814,1206777666,1260384183,1331091864,1352565295,1409977349,1473638473,1729231935,1980376277,1999627362}'::integer[] from reported),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'report', '2026-11-23 14:20:12.92718+00'::timestamptz, '2026-12-23 14:20:12+00'::timestamptz, 14 from reported),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-23 14:20:12.92718+00'::timestamptz, 203::bigint, 'customer.report', 'customer', 'rr7abpejalra', id, null, to_jsonb(reported) from reported),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-23 14:20:12.92718+00'::timestamptz, 'customer.reported', id, jsonb_build_object('customer', uuid, 'name', name) from reported)
select id, uuid from reported;
select fields_version from tenant where id = 1 for key share;
update customer c set create_method = 'API', ways = '{"mobile":[{"value":"13887014677","memo":"李先生"}]}'::jsonb where tenant_id = 1 and id = 1010755;
select c.name, p.name as contact_name, concat_ws(E'\n', p.phone, c.telephone,
    (select string_agg(w ->> 'value', E'\n') from jsonb_each(c.ways) each_kind (kind, list),
        jsonb_array_elements(each_kind.list) w)) as phones
from customer c
left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
    and p.is_primary and p.deleted_at is null
where c.tenant_id = 1 and c.id = 1010755;
update customer_search set text = ('亟娌俨咄埝' || :r::text || '物流有限公司

13887014677'), core_name = ('亟娌俨咄埝' || :r::text || '物流'), grams = '{-1984237155,-1917923667,-1911629366,-1673977126,-1657109150,-1649862114,-1645886933,-1510426341,-1459407497,-1117559540,-1103699669,-839259658,-830897210,-609761466,-514957767,-456469343,-444775732,-403026792,-328878798,-120454676,-69438781,178604953,303298787,1005391272,1172630564,1227106565,1237013950,1282639031,1695417759,1745076705,1843192600,2019912433}'::integer[], near = '{-2128475423,-2026522034,-2000716129,-1990854681,-1838758484,-1258933440,-849043762,-652611346,-622854268,65199948,635572892,651017731,676850642,1079854169,1094674791,1121549789,1146878560,1148618630,1184890814,1206777666,1260384183,1331091864,1352565295,1409977349,1473638473,1729231935,1980376277,1999627362}'::integer[]
where tenant_id = 1 and customer_id = 1010755 and (text <> ('亟娌俨咄埝' || :r::text || '物流有限公司

13887014677') or core_name <> ('亟娌俨咄埝' || :r::text || '物流'));
select c.id, c.uuid, c.custom as custom, c.name as "name", c.mobile as "mobile", c.telephone as "telephone", c.website as "website", c.email as "email", c.remark as "remark", c.address as "address", c.detail_address as "detailAddress", c.location as "location", c.lng as "lng", c.lat as "lat", c.source as "source", c.industry as "industry", c.region as "region", c.demand as "demand", c.category as "category", c.status as "status", c.locked as "locked", c.won_at as "wonAt", (select p.from_at from protection p where p.tenant_id = c.tenant_id
    and p.customer_id = c.id and p.ended_at is null) as "heldSince", c.protected_until as "protectedUntil", c.pooled_at as "pooledAt", c.pool_id as "poolId", c.last_owner_id as "lastOwnerId", (select p.id from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactId", (select p.name from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactName", (select p.phone from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactPhone", (select p.address from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactAddress", (select count(*) from opportunity o where o.tenant_id = c.tenant_id
    and o.customer_id = c.id and o.deleted_at is null) as "opportunities", c.next_contact_at as "nextContactAt", c.last_activity_at as "lastActivityAt", c.last_content as "lastContent", c.owner_id as "ownerId", (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.owner_id) as "ownerName", c.reported_by as "createdBy", (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.reported_by) as "createdByName", c.reported_at as "createdAt", c.updated_at as "updatedAt", c.ways::text as "ways", c.visitor_id as "visitorId", c.create_method as "createMethod", coalesce(c.assigned_at, (select p.from_at from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.ended_at is null order by p.from_at, p.id limit 1)) as "assignedAt", (select p.holder_id from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and true order by p.from_at, p.id limit 1) as "firstOwnerId", (select p.from_at from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and true order by p.from_at, p.id limit 1) as "firstAssignedAt", (select case when s.service then 'app' else s.id::text end from staff s
where s.tenant_id = c.tenant_id and s.id = c.reported_by) as "creator", coalesce((select case when a.actor_id is null then 'system' when s.service then 'app' else s.id::text end
from audit a left join staff s on s.tenant_id = a.tenant_id and s.id = a.actor_id
where a.tenant_id = c.tenant_id and a.kind = 'customer' and a.record_id = c.id
order by a.id desc limit 1), (select case when s.service then 'app' else s.id::text end from staff s
where s.tenant_id = c.tenant_id and s.id = c.reported_by)) as "editor", c.id as "id", c.name_key as "nameKey", array(select x.staff_id from record_member x where x.tenant_id = c.tenant_id and x.kind = 'customer' and x.record_id = c.id and x.power = 'read' order by x.staff_id) as readers, array(select x.staff_id from record_member x where x.tenant_id = c.tenant_id and x.kind = 'customer' and x.record_id = c.id and x.power = 'write' order by x.staff_id) as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 203 and x.kind = 'customer' and x.record_id = c.id) as starred
from customer c where c.tenant_id = 1 and c.deleted_at is null and c.id = any('{1010755}'::integer[]) order by c.id;
COMMIT;
