-- What became of the rows of a job, counted with them: a list of jobs must not count the rows of each. An import that is
-- tried out first (a dry run) counts the same and leaves nothing else.
alter table job
    add column dry_run boolean not null
        generated always as (coalesce((options ->> 'dryRun')::boolean, false)) stored,
    add column created bigint not null default 0,
    add column changed bigint not null default 0,
    add column skipped bigint not null default 0;

update job j set created = r.created, changed = r.changed, skipped = r.skipped
from (select tenant_id, job_id, count(*) filter (where outcome = 'created') as created,
          count(*) filter (where outcome = 'changed') as changed, count(*) filter (where outcome = 'skipped') as skipped
      from job_row group by tenant_id, job_id) r
where r.tenant_id = j.tenant_id and r.job_id = j.id;
