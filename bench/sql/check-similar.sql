select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 13 and s.ended_at is null and s.expires_at > '2026-11-22 03:25:58.571143+00'::timestamptz and p.disabled_at is null;
select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name from customer c
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key = '香港越万贸易总公司';
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = '越万贸易' limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-835743538,-21498852,1200951010,1388177856,1909910146}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1974683634,-1758932389,-835743538,-21498852,162327273,697070387,1200951010,1388177856,1909910146,1914405190}'::integer[])
select * from same
union all (select * from one limit 40)
union all (select * from two limit 40);
select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name from customer c
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.id = 10007 and c.name_key <> '香港越万贸易总公司';
