\set r random(1, 1000000000000)
select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.tenant_id = 1 and s.id = 3 and s.ended_at is null and s.expires_at > '2026-11-22 03:26:02.409295+00'::timestamptz and p.disabled_at is null;
with touched as (
update customer c set last_activity_at = '2026-11-22 03:26:02.411342+00'::timestamptz, updated_at = '2026-11-22 03:26:02.411342+00'::timestamptz where (c.tenant_id = 1 and c.owner_id = 12) and c.deleted_at is null and c.owner_id is not null and c.uuid = '019d431c-48c9-7964-9c58-8914565c2d0a'::uuid returning c.id, c.uuid),
added as (
insert into activity (tenant_id, uuid, customer_id, staff_id, team_id, kind, content, next_plan,
    happened_at, happened_on, created_at)
select 1, gen_random_uuid(), id, 12, 1::bigint, 'visit', '上门拜访,客户对产品功能很满意', '下周提交方案和报价', '2026-11-22 03:26:02.411342+00'::timestamptz, '2026-11-22'::date, '2026-11-22 03:26:02.411342+00'::timestamptz from touched
returning id, uuid, customer_id, kind),
active as (
insert into active_month as m (tenant_id, staff_id, month, days)
select 1, 12, '2026-11-01'::date, 2097152 from added
on conflict (tenant_id, staff_id, month) do update set days = m.days | excluded.days
where m.days <> m.days | excluded.days),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-22 03:26:02.411342+00'::timestamptz, 12::bigint, 'activity.add', 'activity', 'iu5jg939m4g6', id, null, jsonb_build_object('customer', customer_id, 'kind', kind) from added),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-22 03:26:02.411342+00'::timestamptz, 'activity.added', id, jsonb_build_object('activity', added.uuid, 'kind', kind) from added)
select uuid from added;
