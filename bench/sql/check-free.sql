select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 3 and s.ended_at is null and s.expires_at > '2026-11-22 02:54:42.659051+00'::timestamptz and p.disabled_at is null;
select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name from customer c
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key = '娌寰伉堞孱实业有限公司';
select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name, s.core_name from (
(select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and core_name = '娌寰伉堞孱实业' limit 2)
union all (select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and near && '{-878347818,-807128746,-695933398,-135154752,891964060,1455408927,1458521657,1730665821}'::integer[] limit 40)
union all (select tenant_id, customer_id, core_name from customer_search
    where tenant_id = 1 and near && '{-2120678437,-2049367629,-1850324660,-1615086055,-1317314156,-1228949230,-1116776308,-878347818,-807128746,-695933398,-660071272,-578282575,-135154752,120281840,332683989,353821640,457964212,664156051,750922578,762226754,891964060,1174323806,1194153429,1455408927,1458521657,1730665821,2005208829,2088847289}'::integer[] limit 40)) s
join customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key <> '娌寰伉堞孱实业有限公司';
