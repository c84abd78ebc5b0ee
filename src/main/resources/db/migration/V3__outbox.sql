-- What a subscriber failed to take is offered again later, by whichever node comes first.
alter table outbox add column attempts integer not null default 0;
alter table outbox add column due_at timestamptz;
-- Rows live for a second here: what they leave behind is to be swept often, or the oldest are hard to find.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
