\set r random(1, 1000000000000)
select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:19.622257+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 11;
with target as (
select c.id, c.pool_id, p.claims_per_day, case when p.protection is null then '2026-12-23 14:20:19+00'::timestamptz::timestamptz
    else (date_trunc('second', '2026-11-23 14:20:19.623149+00'::timestamptz::timestamptz at time zone 'Asia/Shanghai') + p.protection::interval)
        at time zone 'Asia/Shanghai' end as until
from customer c join pool p on p.tenant_id = c.tenant_id and p.id = c.pool_id
where (c.tenant_id = 1 and (c.owner_id is null and c.pool_id = any ((select pools_open_to(1, 20))::bigint[]))) and c.deleted_at is null and c.uuid = (select uuid from bench.pool where n = (select nextval('bench.turn'))) and (c.last_owner_id is distinct from 20 or c.pooled_at <= case when p.cool_down is null then '2026-11-23 14:20:19.623149+00'::timestamptz::timestamptz
    else (('2026-11-23 14:20:19.623149+00'::timestamptz::timestamptz at time zone 'Asia/Shanghai') - p.cool_down::interval) at time zone 'Asia/Shanghai' end) order by c.id for update of c),
taken as (
select coalesce(sum(n), 0)::integer as n, jsonb_object_agg(pool_id, n) as by_pool,
    coalesce(jsonb_object_agg(pool_id, claims_per_day) filter (where claims_per_day is not null),
        '{}') as limits
from (select pool_id, claims_per_day, count(*) as n from target group by 1, 2) each_pool),
quota as (
insert into claim_day as d (tenant_id, staff_id, day, made, by_pool)
select 1, 20, '2026-11-23'::date, n, by_pool from taken
where n = 1 and n <= 1000000 and counts_within(by_pool, limits)
on conflict (tenant_id, staff_id, day) do update
    set made = d.made + excluded.made, by_pool = counts_sum(d.by_pool, excluded.by_pool)
    where d.made + excluded.made <= 1000000
        and counts_within(counts_sum(d.by_pool, excluded.by_pool), (select limits from taken))
returning made),
claimed as (
update customer c set owner_id = 20, team_id = 9::bigint, protected_until = target.until,
    pooled_at = null, pool_id = null, release_reason = null,
    status = 'following', won_at = null, claim_count = c.claim_count + 1, updated_at = '2026-11-23 14:20:19.623149+00'::timestamptz
from target, quota where c.tenant_id = 1 and c.id = target.id and c.owner_id is null
returning c.tenant_id, c.id, c.uuid, c.owner_id, c.team_id, c.last_owner_id, c.protected_until),
recorded as (
insert into claim (tenant_id, customer_id, staff_id, team_id, claimed_at, claimed_on)
select 1, id, 20, 9::bigint, '2026-11-23 14:20:19.623149+00'::timestamptz, '2026-11-23'::date from claimed),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'claim', '2026-11-23 14:20:19.623149+00'::timestamptz, protected_until, owner_id from claimed),
contacts as (
update contact k set owner_id = x.owner_id, team_id = x.team_id from claimed x where k.tenant_id = x.tenant_id and k.customer_id = x.id and k.deleted_at is null),
members as (
delete from record_member m using claimed x
where m.tenant_id = x.tenant_id and m.kind = 'customer' and m.record_id = x.id),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-23 14:20:19.623149+00'::timestamptz, 20::bigint, 'customer.claim', 'customer', 'jx3qln2d25qq', id, jsonb_build_object('lastOwner', last_owner_id), jsonb_build_object('owner', owner_id) from claimed),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-23 14:20:19.623149+00'::timestamptz, 'customer.claimed', id, jsonb_build_object('customer', uuid) from claimed)
select uuid, protected_until from claimed;
