-- What all said lately is listed by time.
create index satisfaction_by_time on satisfaction (tenant_id, recorded_at desc, id desc) where deleted_at is null;
