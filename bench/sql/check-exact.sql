select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:05.392897+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 5;
select c.id, c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name from customer c
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key = '越万贸易集团有限公司';
