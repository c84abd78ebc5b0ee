package io.haina.exchange;

import static io.haina.database.Rows.at;

import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.exchange.Job.Failure;
import io.haina.exchange.Job.FailureReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Jobs as their runners see them. What a runner writes, it writes only while the job is still its own. */
@Repository
class RunStore {

    /** How often a job may bring its runner down before nobody tries again. */
    private static final int ATTEMPTS = 5;

    private final Sql sql;

    RunStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A job in the hands of a runner.
     *
     * @param options a JSON object
     */
    record Claimed(Job job, String options, UUID runner) {

        long tenantId() {
            return job.tenantId();
        }

        long id() {
            return job.id();
        }
    }

    /**
     * Takes the oldest job that nobody works on: a waiting one, or one whose runner went silent. Looked for once and by
     * itself: a plan that looked again for each row of the table would take another one each time.
     */
    Optional<Claimed> claim(UUID runner, Instant now, Instant leaseUntil) {
        return sql.row(
                new SqlText().add("""
                                with next as materialized (
                                    select tenant_id, id from job
                                    where state in ('waiting', 'running') and (lease_until is null or lease_until <= ?)
                                        and attempts < ?
                                    order by created_at limit 1 for update skip locked)
                                update job j set state = 'running', runner = ?, lease_until = ?, attempts = attempts + 1,
                                    started_at = coalesce(started_at, ?)
                                from next where j.tenant_id = next.tenant_id and j.id = next.id
                                returning j.*""", at(now), ATTEMPTS, runner, at(leaseUntil), at(now)),
                (row, n) -> new Claimed(JobRows.job(row), row.getString("options"), runner));
    }

    /** Lets go of every job that somebody works on, for whoever comes next. */
    void abandonAll(Instant now) {
        sql.change(new SqlText().add("update job set lease_until = ? where state = 'running'", at(now)));
    }

    /** Gives up jobs that bring down whoever runs them. */
    void giveUp(Instant now) {
        sql.change(new SqlText()
                .add(
                        """
                        update job set state = 'failed', finished_at = ?, failure = ?::jsonb
                        where state = 'running' and lease_until <= ? and attempts >= ?""",
                        at(now),
                        JobRows.JSON.writeValueAsString(new Failure(FailureReason.GIVEN_UP, null)),
                        at(now),
                        ATTEMPTS));
    }

    /** Puts a job back for another runner, as if this one had never had it. */
    void handBack(Claimed job, Instant until) {
        sql.change(new SqlText().add("""
                        update job set state = 'waiting', runner = null, lease_until = ?, attempts = attempts - 1
                        where tenant_id = ? and id = ? and runner = ? and state = 'running'""", at(until), job.tenantId(), job.id(), job.runner()));
    }

    /** Lets go of a job for a while, for whoever comes then. What it took counts: a job is not tried without end. */
    void letGo(Claimed job, Instant until) {
        sql.change(new SqlText().add("""
                        update job set runner = null, lease_until = ?
                        where tenant_id = ? and id = ? and runner = ? and state = 'running'""", at(until), job.tenantId(), job.id(), job.runner()));
    }

    /**
     * Notes rows as dealt with, and holds the job for the rest of the transaction, so that nobody else takes it meanwhile.
     *
     * @param done before these rows
     * @param forGood whether they stay so when the job breaks off: then earlier attempts no longer count against it
     * @return whether the owner wants it to stop; empty if the job is no longer this runner's
     */
    Optional<Boolean> advance(Claimed job, long done, long rows, boolean forGood, Instant leaseUntil) {
        return sql.row(
                new SqlText()
                        .add("""
                                update job set done = ?, lease_until = ?,
                                    attempts = case when ? then 1 else attempts end
                                where tenant_id = ? and id = ? and runner = ? and state = 'running' and done = ?
                                returning exists (select 1 from job_cancel c
                                    where c.tenant_id = job.tenant_id and c.job_id = job.id) as cancel""", done + rows, at(leaseUntil), forGood, job.tenantId(), job.id(), job.runner(), done),
                (row, n) -> row.getBoolean("cancel"));
    }

    /** Begins an output anew: what an earlier runner had done of it is lost with that runner. */
    boolean restart(Claimed job) {
        return sql.change(new SqlText().add("""
                        update job set done = 0, errors = 0, created = 0, changed = 0, skipped = 0
                        where tenant_id = ? and id = ? and runner = ? and state = 'running'""", job.tenantId(), job.id(), job.runner())) == 1;
    }

    /** Notes what the file of an import holds. */
    void counted(Claimed job, long total, List<String> header) {
        sql.change(new SqlText()
                .add(
                        "update job set total = ?, header = ?::text[] where tenant_id = ? and id = ? and runner = ?",
                        total,
                        header.toArray(String[]::new),
                        job.tenantId(),
                        job.id(),
                        job.runner()));
    }

    /** Notes how many rows the file of an export has. */
    void counted(Claimed job, long total) {
        sql.change(new SqlText()
                .add(
                        "update job set total = ? where tenant_id = ? and id = ? and runner = ?",
                        total,
                        job.tenantId(),
                        job.id(),
                        job.runner()));
    }

    /** Ends a job. @return whether it was still this runner's */
    boolean finish(Claimed job, JobState state, @Nullable Failure failure, Instant now) {
        SqlText write = new Write()
                .with(
                        "finished",
                        """
                        update job set state = ?, failure = ?::jsonb, finished_at = ?, runner = null, lease_until = null
                        where tenant_id = ? and id = ? and runner = ? and state = 'running' returning *""",
                        state.key(),
                        failure == null ? null : JobRows.JSON.writeValueAsString(failure),
                        at(now),
                        job.tenantId(),
                        job.id(),
                        job.runner())
                .with(
                        "told",
                        Event.of(
                                job.tenantId(),
                                now,
                                "job.finished",
                                "finished",
                                "id",
                                "jsonb_build_object('job', uuid, 'kind', kind, 'state', state, 'done', done, 'errors', errors)"))
                .select("select id from finished");
        return sql.row(write, (row, n) -> row.getLong("id")).isPresent();
    }

    /** Jobs that ended before an instant and whose files are still there. */
    List<Job> withOldFiles(Instant before, int limit) {
        return sql.rows(new SqlText().add("""
                                select * from job where finished_at < ? and files_gone_at is null
                                order by finished_at limit ?""", at(before), limit), (row, n) -> JobRows.job(row));
    }

    void filesGone(Job job, Instant now) {
        sql.change(new SqlText()
                .add(
                        "update job set files_gone_at = ? where tenant_id = ? and id = ?",
                        at(now),
                        job.tenantId(),
                        job.id()));
    }

    /** Forgets jobs that ended before an instant, undoings before what they undo. @return how many */
    int forget(Instant before, int limit) {
        SqlText write = new Write()
                .with("old", """
                        select tenant_id, id from job j where finished_at < ?
                            and not exists (select 1 from job u where u.tenant_id = j.tenant_id and u.undoes_id = j.id)
                        order by finished_at limit ? for update skip locked""", at(before), limit)
                .with(
                        "asked",
                        "delete from job_cancel c using old where c.tenant_id = old.tenant_id and c.job_id = old.id")
                .with("rows", "delete from job_row r using old where r.tenant_id = old.tenant_id and r.job_id = old.id")
                .with(
                        "gone",
                        "delete from job j using old where j.tenant_id = old.tenant_id and j.id = old.id returning 1")
                .select("select count(*) as n from gone");
        return sql.row(write, (row, n) -> row.getInt("n")).orElse(0);
    }

    /** Whether a file of that name belongs to a job. */
    boolean knows(long tenantId, UUID uuid) {
        return sql.row(
                        new SqlText().add("select id from job where tenant_id = ? and uuid = ?", tenantId, uuid),
                        (row, n) -> row.getLong("id"))
                .isPresent();
    }
}
