\set r random(1, 1000000000000)
select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
    p.department_id,
t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version
from session s
join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
join tenant t on t.id = s.tenant_id
where s.ended_at is null and s.expires_at > '2026-11-23 14:20:11.273044+00'::timestamptz and p.disabled_at is null and s.tenant_id = 1 and s.id = 18;
with touched as (
update customer c set last_activity_at = '2026-11-23 14:20:11.273747+00'::timestamptz, last_content = '上门拜访,客户对产品功能很满意' where (c.tenant_id = 1 and c.owner_id = 27) and c.deleted_at is null and c.owner_id is not null and c.uuid = '019cbcde-5a4f-706d-9d97-f655295bd091'::uuid returning c.id, c.uuid),
added as (
insert into activity (tenant_id, uuid, customer_id, staff_id, team_id, kind, content, next_plan,
    happened_at, happened_on, created_at)
select 1, gen_random_uuid(), id, 27, 6::bigint, 'visit', '上门拜访,客户对产品功能很满意', '下周提交方案和报价', '2026-11-23 14:20:11.273747+00'::timestamptz, '2026-11-23'::date, '2026-11-23 14:20:11.273747+00'::timestamptz from touched
returning id, uuid, customer_id, kind),
active as (
insert into active_month as m (tenant_id, staff_id, month, days)
select 1, 27, '2026-11-01'::date, 4194304 from added
on conflict (tenant_id, staff_id, month) do update set days = m.days | excluded.days
where m.days <> m.days | excluded.days),
audited as (
insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)
select 1, '2026-11-23 14:20:11.273747+00'::timestamptz, 27::bigint, 'activity.add', 'activity', '14dng1j5r7bsz', id, null, jsonb_build_object('customer', customer_id, 'kind', kind) from added),
told as (
insert into outbox (tenant_id, at, type, record_id, payload)
select 1, '2026-11-23 14:20:11.273747+00'::timestamptz, 'activity.added', id, jsonb_build_object('activity', added.uuid, 'kind', kind) from added)
select uuid from added;
