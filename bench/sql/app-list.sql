\set r random(1, 1000000000000)
select a.appid, a.name, a.rights, a.networks, a.rate_burst, a.rate_per_second, a.replay, a.created_at,
    a.updated_at, a.disabled_at as app_disabled_at, p.id, p.uuid, p.username, p.real_name,
    array(select s.sealed from app_secret s
        where s.tenant_id = a.tenant_id and s.appid = a.appid
            and (s.expires_at is null or s.expires_at > '2026-11-22 15:46:14.168296+00'::timestamptz)) as sealed,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from app_directory n
join app a on a.tenant_id = n.tenant_id and a.appid = n.appid
join staff p on p.tenant_id = a.tenant_id and p.id = a.staff_id
join tenant t on t.id = a.tenant_id
where n.appid = 100001 and a.disabled_at is null and a.deleted_at is null;
with quick as materialized (select set_config('synchronous_commit', 'off', true))
insert into app_nonce (tenant_id, appid, spent, expires_at)
select 1, 100001, decode((md5(random()::text) || md5(random()::text)), 'hex'), '2026-11-22 15:56:14+00'::timestamptz from quick on conflict do nothing;
set plan_cache_mode = force_custom_plan;
set statement_timeout = '10s';
select total.known, total.counted, c.id, c.uuid, c.custom as custom, c.name as "name", c.mobile as "mobile", c.telephone as "telephone", c.website as "website", c.email as "email", c.remark as "remark", c.address as "address", c.detail_address as "detailAddress", c.location as "location", c.lng as "lng", c.lat as "lat", c.source as "source", c.industry as "industry", c.region as "region", c.demand as "demand", c.category as "category", c.status as "status", c.locked as "locked", c.won_at as "wonAt", (select p.from_at from protection p where p.tenant_id = c.tenant_id
    and p.customer_id = c.id and p.ended_at is null) as "heldSince", c.protected_until as "protectedUntil", c.pooled_at as "pooledAt", c.pool_id as "poolId", c.last_owner_id as "lastOwnerId", (select p.id from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactId", (select p.name from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactName", (select p.phone from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactPhone", (select p.address from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.is_primary and p.deleted_at is null) as "contactAddress", (select count(*) from opportunity o where o.tenant_id = c.tenant_id
    and o.customer_id = c.id and o.deleted_at is null) as "opportunities", c.next_contact_at as "nextContactAt", c.last_activity_at as "lastActivityAt", c.last_content as "lastContent", c.owner_id as "ownerId", (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.owner_id) as "ownerName", c.reported_by as "createdBy", (select s.real_name from staff s where s.tenant_id = c.tenant_id and s.id = c.reported_by) as "createdByName", c.reported_at as "createdAt", c.updated_at as "updatedAt", c.ways::text as "ways", c.visitor_id as "visitorId", c.create_method as "createMethod", coalesce(c.assigned_at, (select p.from_at from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and p.ended_at is null order by p.from_at, p.id limit 1)) as "assignedAt", (select p.holder_id from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and true order by p.from_at, p.id limit 1) as "firstOwnerId", (select p.from_at from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and true order by p.from_at, p.id limit 1) as "firstAssignedAt", (select case when s.service then 'app' else s.id::text end from staff s
where s.tenant_id = c.tenant_id and s.id = c.reported_by) as "creator", coalesce((select case when a.actor_id is null then 'system' when s.service then 'app' else s.id::text end
from audit a left join staff s on s.tenant_id = a.tenant_id and s.id = a.actor_id
where a.tenant_id = c.tenant_id and a.kind = 'customer' and a.record_id = c.id
order by a.id desc limit 1), (select case when s.service then 'app' else s.id::text end from staff s
where s.tenant_id = c.tenant_id and s.id = c.reported_by)) as "editor", c.id as "id", c.name_key as "nameKey", array(select x.staff_id from record_member x where x.tenant_id = c.tenant_id and x.kind = 'customer' and x.record_id = c.id and x.power = 'read' order by x.staff_id) as readers, array(select x.staff_id from record_member x where x.tenant_id = c.tenant_id and x.kind = 'customer' and x.record_id = c.id and x.power = 'write' order by x.staff_id) as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 203 and x.kind = 'customer' and x.record_id = c.id) as starred
from (select (0 + (select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where t.tenant_id = 1 and t.scope = 'tenant' and t.scope_id = 1 and t.facet = '' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'lost', 'won') and t.value = '' union all select d.n from tally_delta d where d.tenant_id = 1 and d.measure in ('following', 'lost', 'won')) tallied) + (select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where t.tenant_id = 1 and t.scope = 'tenant' and t.scope_id = 1 and t.facet = '' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('pooled') and t.value = '' union all select d.n from tally_delta d where d.tenant_id = 1 and d.measure in ('pooled')) tallied)) as known, 0 as counted) total
left join (select * from ((select * from customer c where (c.tenant_id = 1 and c.owner_id is not null) and c.deleted_at is null order by c.reported_at desc, c.id desc limit 10)
union all (select * from customer c where (c.tenant_id = 1 and c.owner_id is null) and c.deleted_at is null order by c.reported_at desc, c.id desc limit 10)) c order by c.reported_at desc, c.id desc limit 10) c on true order by c.reported_at desc, c.id desc;
set plan_cache_mode = force_generic_plan;
reset statement_timeout;
