select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 3 and s.ended_at is null and s.expires_at > '2026-11-22 03:25:59.152061+00'::timestamptz and p.disabled_at is null;
select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
    t.name as team_name from customer c
left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
where c.tenant_id = 1 and c.deleted_at is null and c.name_key = '仆埝婺侑傩贸易有限公司';
with same as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and core_name = '仆埝婺侑傩贸易' limit 2),
    one as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-1754820963,-1678941622,-1302058164,-982401892,785759948,1190243239,1548066173,1637556320}'::integer[]),
    two as materialized (select customer_id, core_name from customer_search
        where tenant_id = 1 and near && '{-2073024242,-1754820963,-1678941622,-1652858335,-1302058164,-1109103488,-982401892,-970687744,-719144440,-529880268,-460895568,-363285809,-266476680,376790923,785759948,830307570,876936851,896919300,1077303271,1190243239,1222121436,1322519182,1356276242,1394753321,1548066173,1637556320,1835016267,1886053141}'::integer[])
select * from same
union all (select * from one limit 40)
union all (select * from two limit 40);
