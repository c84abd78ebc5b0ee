-- What was deleted, the last first, for each reach.
create index customer_bin on customer (tenant_id, deleted_at, id) where deleted_at is not null;
create index customer_bin_team on customer (tenant_id, team_id, deleted_at, id) where deleted_at is not null;
create index customer_bin_own on customer (tenant_id, owner_id, deleted_at, id) where deleted_at is not null;
create index lead_bin on lead (tenant_id, deleted_at, id) where deleted_at is not null;
create index lead_bin_team on lead (tenant_id, team_id, deleted_at, id) where deleted_at is not null;
create index lead_bin_own on lead (tenant_id, owner_id, deleted_at, id) where deleted_at is not null;
create index contact_bin on contact (tenant_id, deleted_at, id) where deleted_at is not null;
create index contact_bin_team on contact (tenant_id, team_id, deleted_at, id) where deleted_at is not null;
create index contact_bin_own on contact (tenant_id, owner_id, deleted_at, id) where deleted_at is not null;
create index opportunity_bin on opportunity (tenant_id, deleted_at, id) where deleted_at is not null;
create index opportunity_bin_team on opportunity (tenant_id, team_id, deleted_at, id) where deleted_at is not null;
create index opportunity_bin_own on opportunity (tenant_id, owner_id, deleted_at, id) where deleted_at is not null;
create index product_bin on product (tenant_id, deleted_at, id) where deleted_at is not null;

-- A restored customer is protected anew.
alter table protection drop constraint protection_rule_check;
alter table protection add constraint protection_rule_check
    check (rule in ('report', 'claim', 'transfer', 'reopening', 'distribution', 'restoration'));
