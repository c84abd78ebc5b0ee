-- A job may do one thing to many records.
alter table job drop constraint job_kind_check;
alter table job add constraint job_kind_check check (kind in ('import', 'export', 'undo', 'bulk'));
