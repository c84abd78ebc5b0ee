-- A board shows the open opportunities of each stage, the last changed first.
create index opportunity_at_stage on opportunity (tenant_id, stage_id, updated_at, id)
    where deleted_at is null and owner_id is not null and outcome is null;
