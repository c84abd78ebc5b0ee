select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:05.915653+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 13;
select c.id, c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name from customer c
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key = '香港越万贸易总公司';
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = '越万贸易' limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-835743538,-21498852,1200951010,1388177856,1909910146}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1974683634,-1758932389,162327273,697070387,1914405190}'::integer[]),
    nearer as materialized (select * from one where not exists (select from same) limit 16),
    nearest as materialized (select from nearer n
        cross join (select '越万贸易'::text as core) wanted
        cross join lateral generate_series(1, least(length(n.core_name), length(core)) + 1) i
        where greatest(length(n.core_name), length(core)) > 2
            and left(n.core_name, i - 1) = left(core, i - 1)
            and (substr(n.core_name, i + 1) = substr(core, i + 1)
                or substr(n.core_name, i + 1) = substr(core, i)
                or substr(n.core_name, i) = substr(core, i + 1)) limit 1)
select * from same
union all select * from nearer
union all (select * from two where not exists (select from same) and not exists (select from nearest)
    and (select count(*) from nearer) < 16 limit 24);
select c.id, c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name from customer c
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.id = 10007 and c.name_key <> '香港越万贸易总公司';
