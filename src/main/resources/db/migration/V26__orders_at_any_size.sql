-- Orders that people choose in lists of everything, which would sort all records otherwise. Records without a value are the
-- smallest, as the lists have it.
create index customer_name_order on customer (tenant_id, name, updated_at, id)
    where deleted_at is null and owner_id is not null;
create index lead_name_order on lead (tenant_id, name, updated_at, id) where deleted_at is null and owner_id is not null;
create index contact_name_order on contact (tenant_id, name nulls first, updated_at, id)
    where deleted_at is null and owner_id is not null;
create index opportunity_name_order on opportunity (tenant_id, name, updated_at, id)
    where deleted_at is null and owner_id is not null;
create index lead_created on lead (tenant_id, created_at, id) where deleted_at is null and owner_id is not null;
create index contact_created on contact (tenant_id, created_at, id) where deleted_at is null and owner_id is not null;
create index opportunity_created on opportunity (tenant_id, created_at, id) where deleted_at is null and owner_id is not null;
create index opportunity_money on opportunity (tenant_id, money nulls first, updated_at, id)
    where deleted_at is null and owner_id is not null;

-- The customers of a pool in the orders of their list; what is held is in none of these.
create index customer_pool_updated on customer (tenant_id, pool_id, updated_at, id)
    where deleted_at is null and owner_id is null;
create index customer_pool_left on customer (tenant_id, pool_id, pooled_at nulls first, updated_at, id)
    where deleted_at is null and owner_id is null;
create index customer_pool_name on customer (tenant_id, pool_id, name, updated_at, id)
    where deleted_at is null and owner_id is null;

-- A team's board.
create index opportunity_team_stage on opportunity (tenant_id, team_id, stage_id, updated_at, id)
    where deleted_at is null and owner_id is not null and outcome is null;

-- What a person said to do next, and what nobody has begun with: few of all that a person holds.
create index lead_next on lead (tenant_id, owner_id, next_contact_at)
    where deleted_at is null and owner_id is not null and next_contact_at is not null;
create index customer_next on customer (tenant_id, owner_id, next_contact_at)
    where deleted_at is null and owner_id is not null and next_contact_at is not null;
create index contact_next on contact (tenant_id, owner_id, next_contact_at)
    where deleted_at is null and owner_id is not null and next_contact_at is not null;
create index opportunity_next on opportunity (tenant_id, owner_id, next_contact_at)
    where deleted_at is null and owner_id is not null and next_contact_at is not null;
create index lead_untouched on lead (tenant_id, owner_id)
    where deleted_at is null and owner_id is not null and last_activity_at is null and converted_at is null;
create index customer_untouched on customer (tenant_id, owner_id)
    where deleted_at is null and owner_id is not null and last_activity_at is null and status = 'following';
