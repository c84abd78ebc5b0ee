select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 3 and s.ended_at is null and s.expires_at > '2026-11-22 03:25:56.805192+00'::timestamptz and p.disabled_at is null;
select total.n as total, c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.protected_until,
c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count, c.release_reason, c.pooled_at,
p.name as contact_name, p.phone as contact_phone, o.real_name as owner_name, t.name as team_name,
l.real_name as last_owner_name
from (select (select count(*) from (select 1 from customer c where (c.tenant_id = 1 and c.owner_id = 12 and exists (select 1 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id and strpos(s.text, '科技') > 0 and s.grams @> '{-282587746}'::integer[])) and c.deleted_at is null limit 101) counted) as n) total
left join (select * from customer c where (c.tenant_id = 1 and c.owner_id = 12 and exists (select 1 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id and strpos(s.text, '科技') > 0 and s.grams @> '{-282587746}'::integer[])) and c.deleted_at is null order by c.reported_at desc, c.id desc limit 10) c on true
left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
    and p.is_primary and p.deleted_at is null
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
left join staff l on l.tenant_id = c.tenant_id and l.id = c.last_owner_id
order by c.reported_at desc, c.id desc;
