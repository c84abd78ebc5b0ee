select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:04.851442+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 18;
select c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.protected_until,
c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count, c.release_reason, c.pooled_at,
coalesce(p.name, case when p.phone is null then c.ways #>> '{mobile,0,memo}' end) as contact_name,
coalesce(p.phone, c.mobile) as contact_phone,
(select o.real_name from staff o where o.tenant_id = c.tenant_id and o.id = c.owner_id) as owner_name,
(select t.name from team t where t.tenant_id = c.tenant_id and t.id = c.team_id) as team_name,
(select l.real_name from staff l where l.tenant_id = c.tenant_id and l.id = c.last_owner_id)
    as last_owner_name
from customer c
left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
    and p.is_primary and p.deleted_at is null
where (c.tenant_id = 1 and (c.owner_id = 27 or (c.owner_id is null and c.pool_id = any ((select pools_open_to(1, 27))::bigint[])))) and c.deleted_at is null and c.uuid = '019cbcde-5a4f-706d-9d97-f655295bd091'::uuid;
select coalesce(nullif(a.content, ''), a.note, '') as content, a.id, a.uuid, a.kind, a.next_plan, a.staff_id, s.real_name, a.happened_at
from customer c
join activity a on a.tenant_id = c.tenant_id and a.customer_id = c.id and a.deleted_at is null
join staff s on s.tenant_id = a.tenant_id and s.id = a.staff_id
where (c.tenant_id = 1 and (c.owner_id = 27 or (c.owner_id is null and c.pool_id = any ((select pools_open_to(1, 27))::bigint[])))) and c.deleted_at is null and c.uuid = '019cbcde-5a4f-706d-9d97-f655295bd091'::uuid order by a.happened_at desc, a.id desc limit 200;
select a.id, a.uuid, a.file_name, a.media_type, a.bytes, a.created_at, a.uploaded_by, p.real_name,
    c.uuid as record
from customer c
left join attachment a on a.tenant_id = c.tenant_id and a.customer_id = c.id and a.deleted_at is null
left join staff p on p.tenant_id = a.tenant_id and p.id = a.uploaded_by
where (c.tenant_id = 1 and (c.owner_id = 27 or (c.owner_id is not null and c.id = any (array(select m.record_id from record_member m where m.tenant_id = 1 and m.staff_id = 27 and m.kind = 'customer'))) or (c.owner_id is null and c.pool_id = any ((select pools_open_to(1, 27))::bigint[])))) and c.uuid = '019cbcde-5a4f-706d-9d97-f655295bd091'::uuid and c.deleted_at is null order by a.created_at desc, a.id desc limit 1000;
