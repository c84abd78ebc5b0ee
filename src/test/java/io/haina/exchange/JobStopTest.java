package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.haina.exchange.Job.Failure;
import io.haina.exchange.Job.FailureReason;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.sheet.SheetFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;

/** Jobs that a runner leaves before their end, and how often they are tried. */
class JobStopTest extends JobRunning {

    private static final int ATTEMPTS = 5;

    private long attempts() {
        return count("select sum(attempts) from job where tenant_id = ?");
    }

    @Test
    void a_runner_that_is_to_stop_hands_its_job_back_after_a_step_and_takes_no_other() throws IOException {
        Job first = started(1000);
        Job second = started(20);
        AtomicBoolean stopping = new AtomicBoolean();
        runner(row -> stopping.compareAndSet(false, row == 250)).runAll(stopping::get);
        assertThat(exchange.get(sales, first.id()).state()).isEqualTo(JobState.WAITING);
        assertThat(exchange.get(sales, first.id()).done()).isEqualTo(2 * ImportRun.BATCH);
        assertThat(exchange.get(sales, second.id()).startedAt()).isNull();
        assertThat(attempts()).as("being stopped is no fault of a job").isZero();
        runner(row -> {}).runAll(ON);
        assertThat(List.of(exchange.get(sales, first.id()), exchange.get(sales, second.id())))
                .extracting(Job::state, Job::done)
                .containsExactly(tuple(JobState.DONE, 1000L), tuple(JobState.DONE, 20L));
        assertThat(count("select count(*) from job_row where tenant_id = ?")).isEqualTo(1020);
        assertThat(count("select count(*) from lead where tenant_id = ?")).isEqualTo(900 + 18);
    }

    @Test
    void an_export_that_was_handed_back_begins_anew() throws IOException {
        started(20);
        runner(row -> {}).runNext(ON);
        ExportOrder order =
                new ExportOrder(false, Filter.EVERYTHING, List.of(), List.of(), SheetFormat.XLSX, "s", null, false);
        Job export = exchange.startExport(sales, RecordKind.LEAD, order, "leads.xlsx");
        assertThat(runner(row -> {}).runNext(() -> true)).isTrue();
        assertThat(exchange.get(sales, export.id()).state()).isEqualTo(JobState.WAITING);
        assertThat(runner(row -> {}).runNext(ON)).isTrue();
        assertThat(exchange.get(sales, export.id()).state()).isEqualTo(JobState.DONE);
        assertThat(exchange.get(sales, export.id()).done()).isEqualTo(18);
    }

    @Test
    void a_job_that_gets_ahead_is_not_given_up_however_often_its_runner_dies() throws IOException {
        Job job = started(1600);
        for (int i = 0; i <= ATTEMPTS; i++) {
            died(runner(row -> Killed.at(row, 250)));
            server.clock().advance(Lease.LENGTH.plusSeconds(1));
        }
        runner(row -> {}).runAll(ON);
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.DONE);
        holdsEachRowOnce(1600);
    }

    @Test
    void a_job_that_begins_anew_each_time_gets_never_ahead() throws IOException {
        Job job = started(1000, true);
        for (int i = 0; i < ATTEMPTS; i++) {
            died(runner(row -> Killed.at(row, 250)));
            server.clock().advance(Lease.LENGTH.plusSeconds(1));
        }
        assertThat(runner(row -> {}).runNext(ON)).isFalse();
        assertThat(exchange.get(sales, job.id()).failure()).isEqualTo(new Failure(FailureReason.GIVEN_UP, null));
    }

    /** An undoing that is to be run. */
    private Job undoing() throws IOException {
        Job job = started(20);
        runner(row -> {}).runNext(ON);
        return exchange.undo(sales, job.id());
    }

    private static IntConsumer failing(int from, RuntimeException failure) {
        return row -> {
            if (row >= from) {
                throw failure;
            }
        };
    }

    @Test
    void what_the_database_could_not_do_this_time_is_tried_again_a_little_later() throws IOException {
        Job undo = undoing();
        runner(failing(5, new PessimisticLockingFailureException("deadlock"))).runNext(ON);
        assertThat(exchange.get(sales, undo.id()).state().isFinal()).isFalse();
        assertThat(runner(row -> {}).runNext(ON)).isFalse();
        server.clock().advance(Duration.ofSeconds(6));
        assertThat(runner(row -> {}).runNext(ON)).isTrue();
        assertThat(exchange.get(sales, undo.id()).state()).isEqualTo(JobState.DONE);
        assertThat(count("select count(*) from lead where tenant_id = ? and deleted_at is null"))
                .isZero();
    }

    @Test
    void what_the_database_can_never_do_is_given_up() throws IOException {
        Job undo = undoing();
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(runner(failing(1, new PessimisticLockingFailureException("deadlock")))
                            .runNext(ON))
                    .isTrue();
            server.clock().advance(Duration.ofSeconds(6));
        }
        assertThat(runner(row -> {}).runNext(ON)).isFalse();
        assertThat(exchange.get(sales, undo.id()).failure()).isEqualTo(new Failure(FailureReason.GIVEN_UP, null));
    }

    @Test
    void a_fault_of_the_server_ends_a_job() throws IOException {
        Job undo = undoing();
        runner(failing(5, new IllegalStateException("on purpose"))).runNext(ON);
        assertThat(exchange.get(sales, undo.id()).failure()).isEqualTo(new Failure(FailureReason.SERVER, null));
    }
}
