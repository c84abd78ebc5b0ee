select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 3 and s.ended_at is null and s.expires_at > '2026-11-22 03:25:57.460569+00'::timestamptz and p.disabled_at is null;
select c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.protected_until,
c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count, c.release_reason, c.pooled_at,
p.name as contact_name, p.phone as contact_phone, o.real_name as owner_name, t.name as team_name,
l.real_name as last_owner_name
from customer c
left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
    and p.is_primary and p.deleted_at is null
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
left join staff l on l.tenant_id = c.tenant_id and l.id = c.last_owner_id
where (c.tenant_id = 1 and (c.owner_id = 12 or c.owner_id is null)) and c.deleted_at is null and c.uuid = '019d431c-48c9-7964-9c58-8914565c2d0a'::uuid;
select a.id, a.uuid, a.kind, a.content, a.next_plan, a.staff_id, s.real_name, a.happened_at
from customer c
join activity a on a.tenant_id = c.tenant_id and a.customer_id = c.id and a.deleted_at is null
join staff s on s.tenant_id = a.tenant_id and s.id = a.staff_id
where (c.tenant_id = 1 and (c.owner_id = 12 or c.owner_id is null)) and c.deleted_at is null and c.uuid = '019d431c-48c9-7964-9c58-8914565c2d0a'::uuid order by a.happened_at desc, a.id desc limit 200;
select a.id, a.uuid, a.file_name, a.media_type, a.bytes, a.created_at, p.real_name
from customer c
left join attachment a on a.tenant_id = c.tenant_id and a.customer_id = c.id
    and a.deleted_at is null
left join staff p on p.tenant_id = a.tenant_id and p.id = a.uploaded_by
where (c.tenant_id = 1 and (c.owner_id = 12 or c.owner_id is null)) and c.uuid = '019d431c-48c9-7964-9c58-8914565c2d0a'::uuid and c.deleted_at is null order by a.created_at desc, a.id desc limit 1000;
