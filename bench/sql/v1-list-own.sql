select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:13.574728+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 3;
select total.known, total.counted, c.id, c.uuid, '{}'::jsonb as custom, c.name as "name", c.industry as "industry", c.owner_id as "ownerId", c.protected_until as "protectedUntil", c.next_contact_at as "nextContactAt", c.status as "status", c.updated_at as "updatedAt", c.region as "region", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 12 and x.kind = 'customer' and x.record_id = c.id) as starred
from (select (0 + (select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where t.tenant_id = 1 and t.scope = 'staff' and t.scope_id = 12 and t.facet = '' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'lost', 'won') and t.value = '' union all select d.n from tally_delta d where d.tenant_id = 1 and d.staff_id = 12 and d.measure in ('following', 'lost', 'won')) tallied)) as known, (select count(*) from (select 1 from ((select 1 from customer c where (c.tenant_id = 1 and (c.owner_id is not null and c.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'customer')))) and (c.owner_id = 12) is not true and c.deleted_at is null limit 1001)) each_way limit 1001) counted) as counted) total
left join (select * from ((select * from customer c where (c.tenant_id = 1 and c.owner_id = 12) and c.deleted_at is null order by c.updated_at desc, c.id desc limit 25)
union all (select * from customer c where (c.tenant_id = 1 and (c.owner_id is not null and c.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 12 and m.kind = 'customer')))) and (c.owner_id = 12) is not true and c.deleted_at is null order by c.updated_at desc, c.id desc limit 25)) c order by c.updated_at desc, c.id desc limit 25) c on true order by c.updated_at desc, c.id desc;
select 'STAFF' as link, id, real_name as name from staff where tenant_id = 1 and id = any ('{12}'::integer[]);
