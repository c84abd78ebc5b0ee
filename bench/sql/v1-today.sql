select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-22 15:46:21.17916+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 3;
select distinct on (facet) facet, value from (select t.facet, t.value, t.n from tally t where t.tenant_id = 1 and t.scope = 'staff' and t.scope_id = 12 and t.facet = 'industry' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'won', 'lost')
union all select 'industry', d.industry, d.n from tally_delta d where d.tenant_id = 1 and d.staff_id = 12 and d.measure in ('following', 'won', 'lost')
union all select t.facet, t.value, t.n from tally t where t.tenant_id = 1 and t.scope = 'staff' and t.scope_id = 12 and t.facet = 'region' and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'won', 'lost')
union all select 'region', d.region, d.n from tally_delta d where d.tenant_id = 1 and d.staff_id = 12 and d.measure in ('following', 'won', 'lost')) x where value <> '' group by facet, value having sum(n) > 0 order by facet, sum(n) desc, value;
select x.*, x.next_contact_at < '2026-11-21 16:00:00+00'::timestamptz as overdue from (select 'LEAD' as kind, r.id, coalesce(r.name, '') as name, r.next_contact_at from lead r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.next_contact_at < '2026-11-22 16:00:00+00'::timestamptz and (r.last_activity_at is null or r.last_activity_at < r.next_contact_at) and r.converted_at is null
union all select 'CUSTOMER' as kind, r.id, coalesce(r.name, '') as name, r.next_contact_at from customer r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.next_contact_at < '2026-11-22 16:00:00+00'::timestamptz and (r.last_activity_at is null or r.last_activity_at < r.next_contact_at)
union all select 'CONTACT' as kind, r.id, coalesce(r.name, '') as name, r.next_contact_at from contact r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.next_contact_at < '2026-11-22 16:00:00+00'::timestamptz and (r.last_activity_at is null or r.last_activity_at < r.next_contact_at)
union all select 'OPPORTUNITY' as kind, r.id, coalesce(r.name, '') as name, r.next_contact_at from opportunity r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.next_contact_at < '2026-11-22 16:00:00+00'::timestamptz and (r.last_activity_at is null or r.last_activity_at < r.next_contact_at) and r.outcome is null) x order by overdue, abs(extract(epoch from x.next_contact_at - '2026-11-21 16:00:00+00'::timestamptz)), x.kind, x.id limit 20;
select c.id, c.uuid, c.name, c.protected_until, c.industry, c.region from customer c where c.tenant_id = 1 and c.owner_id = 12 and c.deleted_at is null and c.owner_id is not null and c.status <> 'won'
    and not c.locked and c.protected_until > '2026-11-22 15:46:21.181514+00'::timestamptz and c.protected_until <= '2026-11-25 15:46:21.181514+00'::timestamptz
order by c.protected_until, c.id limit 20;
select x.*, coalesce(x.industry = '互联网/软件', false) as same_industry, coalesce(x.region = '北京', false) as same_region from (select c.* from unnest((select pools_open_to(1, 12))::bigint[]) as pool (id)
cross join lateral (
    select c.id, c.name, c.industry, c.region, c.pooled_at, c.last_owner_id from customer c
    where c.tenant_id = 1 and c.pool_id = pool.id and c.industry = '互联网/软件' and c.deleted_at is null
        and c.owner_id is null
    order by c.pooled_at desc, c.id desc limit 30) c
union select c.* from unnest((select pools_open_to(1, 12))::bigint[]) as pool (id)
cross join lateral (
    select c.id, c.name, c.industry, c.region, c.pooled_at, c.last_owner_id from customer c
    where c.tenant_id = 1 and c.pool_id = pool.id and c.region = '北京' and c.deleted_at is null
        and c.owner_id is null
    order by c.pooled_at desc, c.id desc limit 30) c) x where x.last_owner_id is distinct from 12 order by coalesce(x.industry = '互联网/软件' and x.region = '北京', false) desc, x.pooled_at desc, x.id desc limit 10;
select (select count(*) from lead r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.next_contact_at >= '2026-11-21 16:00:00+00'::timestamptz and r.next_contact_at < '2026-11-22 16:00:00+00'::timestamptz and r.converted_at is null) as leads,
(select count(*) from customer r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.next_contact_at >= '2026-11-21 16:00:00+00'::timestamptz and r.next_contact_at < '2026-11-22 16:00:00+00'::timestamptz) as customers,
(select count(*) from contact r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.next_contact_at >= '2026-11-21 16:00:00+00'::timestamptz and r.next_contact_at < '2026-11-22 16:00:00+00'::timestamptz) as contacts,
(select count(*) from opportunity r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.next_contact_at >= '2026-11-21 16:00:00+00'::timestamptz and r.next_contact_at < '2026-11-22 16:00:00+00'::timestamptz and r.outcome is null) as opportunities,
(select count(*) from lead r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.last_activity_at is null and r.converted_at is null) as leads_untouched,
(select count(*) from customer r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.last_activity_at is null and r.status = 'following') as customers_untouched,
(select count(*) from customer r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.status <> 'won' and not r.locked and r.protected_until > '2026-11-22 15:46:21.184929+00'::timestamptz and r.protected_until <= '2026-11-25 15:46:21.184929+00'::timestamptz) as expiring,
(select count(*) from contract r where r.tenant_id = 1 and r.owner_id = 12 and r.owner_id is not null and r.deleted_at is null and r.ages_until >= '2026-11-22 15:46:21.184929+00'::timestamptz and r.ages_until < '2026-12-22 16:00:00+00'::timestamptz) as contracts_ending;
