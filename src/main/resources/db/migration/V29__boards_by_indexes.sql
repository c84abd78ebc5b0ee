-- A board counts and adds up what stands at each stage, and shows the last changed of it: all from these indexes alone.
drop index opportunity_at_stage;
create index opportunity_at_stage on opportunity (tenant_id, stage_id, updated_at, id) include (money)
    where deleted_at is null and owner_id is not null and outcome is null;
drop index opportunity_team_stage;
create index opportunity_team_stage on opportunity (tenant_id, team_id, stage_id, updated_at, id) include (money)
    where deleted_at is null and owner_id is not null and outcome is null;
create index opportunity_own_stage on opportunity (tenant_id, owner_id, stage_id, updated_at, id) include (money)
    where deleted_at is null and owner_id is not null and outcome is null;
