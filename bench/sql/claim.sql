\set r random(1, 1000000000000)
select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 22 and s.ended_at is null and s.expires_at > '2026-11-22 03:26:02.957143+00'::timestamptz and p.disabled_at is null;
with target as (
select c.id from customer c where (c.tenant_id = 1 and c.owner_id is null) and c.uuid = (select uuid from bench.pool where n = (select nextval('bench.turn'))) and c.deleted_at is null and (c.last_owner_id is distinct from 31 or c.pooled_at <= '2026-11-22 03:26:02.959536+00'::timestamptz) for update),
quota as (
insert into claim_day as d (tenant_id, staff_id, day, made)
select 1, 31, '2026-11-22'::date, 1 from target where 1000000 > 0
on conflict (tenant_id, staff_id, day) do update set made = d.made + 1 where d.made < 1000000
returning made),
claimed as (
update customer c set owner_id = 31, team_id = 10::bigint, protected_until = '2026-12-22 03:26:02+00'::timestamptz, pooled_at = null,
    release_reason = null, status = 'following', claim_count = c.claim_count + 1, updated_at = '2026-11-22 03:26:02.959536+00'::timestamptz
from target, quota where c.tenant_id = 1 and c.id = target.id and c.owner_id is null
returning c.id, c.uuid, c.last_owner_id),
recorded as (
insert into claim (tenant_id, customer_id, staff_id, team_id, claimed_at, claimed_on)
select 1, id, 31, 10::bigint, '2026-11-22 03:26:02.959536+00'::timestamptz, '2026-11-22'::date from claimed),
protected as (
insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)
select 1, id, 'claim', '2026-11-22 03:26:02.959536+00'::timestamptz, '2026-12-22 03:26:02+00'::timestamptz, 31 from claimed),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-22 03:26:02.959536+00'::timestamptz, 31::bigint, 'customer.claim', 'customer', 'h4cbcrf1z1ln', id, jsonb_build_object('lastOwner', last_owner_id), null from claimed),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-22 03:26:02.959536+00'::timestamptz, 'customer.claimed', id, jsonb_build_object('customer', uuid) from claimed)
select id from claimed;
