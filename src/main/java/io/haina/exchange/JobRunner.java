package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.audit.RequestId;
import io.haina.exchange.Job.Failure;
import io.haina.exchange.Job.FailureReason;
import io.haina.exchange.RunStore.Claimed;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.staff.Deputies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs jobs, one after the other, as whoever started them may act at each of their steps. Several may run, on any number of nodes: each job has
 * one at a time. A job whose file lies on another node is left to that node.
 */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final Duration FILE_AWAITED = Duration.ofDays(1);

    private final RunStore store;
    private final RowStore rows;
    private final JobFiles files;
    private final Deputies deputies;
    private final Exporter exporter;
    private final BulkRuns bulks;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Targets targets;

    JobRunner(
            RunStore store,
            RowStore rows,
            JobFiles files,
            Deputies deputies,
            Exporter exporter,
            Targets targets,
            BulkRuns bulks,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.files = files;
        this.deputies = deputies;
        this.exporter = exporter;
        this.bulks = bulks;
        this.transaction = transaction;
        this.clock = clock;
        this.targets = targets;
    }

    /** Runs what waits, until nothing does, or the runner is to stop. */
    void runAll(BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = runNext(stopping);
        }
    }

    /** Runs one job, to its end or until the runner is to stop. @return whether there was one */
    boolean runNext(BooleanSupplier stopping) {
        Instant now = clock.instant();
        store.giveUp(now);
        Claimed job =
                store.claim(UUID.randomUUID(), now, now.plus(Lease.LENGTH)).orElse(null);
        if (job == null) {
            return false;
        }
        if (needsFile(job.job()) && !files.has(job.tenantId(), job.job().uuid())) {
            leave(job, now);
            return true;
        }
        MDC.put(RequestId.KEY, "job-" + job.id());
        try {
            run(job, stopping);
        } finally {
            MDC.remove(RequestId.KEY);
        }
        return true;
    }

    private static boolean needsFile(Job job) {
        return job.kind() == JobKind.IMPORT;
    }

    private void leave(Claimed job, Instant now) {
        if (job.job().createdAt().plus(FILE_AWAITED).isBefore(now)) {
            store.finish(job, JobState.FAILED, new Failure(FailureReason.NO_FILE, null), now);
        } else {
            store.handBack(job, now.plus(LEFT_ALONE));
        }
    }

    private void run(Claimed job, BooleanSupplier stopping) {
        try {
            perform(job, new Lease(store, clock, job, deputies, stopping));
            store.finish(job, JobState.DONE, null, clock.instant());
        } catch (Lease.Lost e) {
            LOG.warn("Job {} has another runner by now", job.id());
        } catch (Lease.HandedBack e) {
            store.handBack(job, clock.instant());
        } catch (Lease.Stopped e) {
            store.finish(job, JobState.CANCELLED, null, clock.instant());
        } catch (Refused e) {
            store.finish(job, JobState.FAILED, failure(e.problem()), clock.instant());
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException
                | TransactionSystemException e) {
            LOG.warn("The database could not do job {} now; it will be tried again", job.id(), e);
            store.letGo(job, clock.instant().plus(LEFT_ALONE));
        } catch (RuntimeException e) {
            LOG.error("Job {} failed", job.id(), e);
            store.finish(job, JobState.FAILED, new Failure(FailureReason.SERVER, null), clock.instant());
        }
    }

    private void perform(Claimed job, Lease lease) {
        Actor actor = lease.actor();
        switch (job.job().kind()) {
            case IMPORT ->
                new ImportRun(
                                transaction,
                                store,
                                rows,
                                lease,
                                targets.of(job.job().recordKind()),
                                JobRows.JSON.readValue(job.options(), ImportOrder.class),
                                actor,
                                files.path(job.tenantId(), job.job().uuid()))
                        .run();
            case UNDO ->
                new UndoRun(
                                transaction,
                                rows,
                                lease,
                                targets.of(job.job().recordKind()),
                                actor,
                                Objects.requireNonNull(job.job().undoesId()))
                        .run();
            case BULK -> bulks.run(lease, actor, BulkJson.read(job.options()));
            case EXPORT -> exporter.run(lease, actor, ExportJson.read(job.options()));
        }
    }

    private static Failure failure(Problem problem) {
        return switch (problem) {
            case Problem.SheetRefused refused ->
                new Failure(FailureReason.SHEET, refused.fault().name());
            case Problem.Invalid invalid -> new Failure(FailureReason.INVALID, invalid.field());
            default -> new Failure(FailureReason.NO_RIGHT, null);
        };
    }
}
