select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:15.63649+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 1;
select c.id, c.uuid, '{}'::jsonb as custom, c.name as "name", c.updated_at as "updatedAt", null::bigint[] as readers, null::bigint[] as writers, exists (select 1 from star x where x.tenant_id = 1 and x.staff_id = 1 and x.kind = 'customer' and x.record_id = c.id) as starred
from (select * from customer c where (c.tenant_id = 1 and c.owner_id is not null) and c.deleted_at is null and (c.updated_at, c.id) < ('2026-11-23 02:07:57+00'::timestamptz, 257489) order by c.updated_at desc, c.id desc limit 100) c order by c.updated_at desc, c.id desc;
