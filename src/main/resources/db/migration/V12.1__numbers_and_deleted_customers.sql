-- Numbers that clients agree on may be as large as any other.
alter table customer alter column category type bigint;
alter table contact alter column category type bigint;

-- The list of deleted customers, and of all, last changed first.
create index customer_deleted on customer (tenant_id, updated_at, id) where deleted_at is not null;
create index customer_team_deleted on customer (tenant_id, team_id, updated_at, id) where deleted_at is not null;
create index customer_own_deleted on customer (tenant_id, owner_id, updated_at, id) where deleted_at is not null;
