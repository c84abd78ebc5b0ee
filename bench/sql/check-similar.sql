select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 7 and s.ended_at is null and s.expires_at > '2026-11-22 02:54:42.120765+00'::timestamptz and p.disabled_at is null;
select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name from customer c
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key = '香港森新物业管理总公司';
select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name, s.core_name from (
(select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and core_name = '森新物业管理' limit 2)
union all (select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and near && '{-1345361457,-915798776,-800395598,153012155,659902380,702280637,1283255361}'::integer[] limit 40)
union all (select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and near && '{-2106332337,-2078165093,-1943731059,-1722170975,-1345361457,-1300592810,-1185616811,-1086212306,-915798776,-800395598,-302089021,-253275291,73845787,153012155,289051521,362885947,447894834,659902380,702280637,839336322,1283255361}'::integer[] limit 40)) s
join customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key <> '香港森新物业管理总公司';
