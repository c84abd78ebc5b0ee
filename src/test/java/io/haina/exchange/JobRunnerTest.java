package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.filter.Page;
import io.haina.staff.Deputies;
import io.haina.testing.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runners that die, stall or meet. */
class JobRunnerTest extends JobRunning {

    private static final int ROWS = 1000;

    @Test
    void what_a_dead_runner_leaves_is_taken_up_behind_its_last_transaction() throws IOException {
        Job job = started(ROWS);
        died(runner(row -> Killed.at(row, 250)));
        assertThat(exchange.get(sales, job.id()).done()).isEqualTo(ImportRun.BATCH);
        assertThat(count("select count(*) from lead where tenant_id = ?")).isEqualTo(180);
        assertThat(runner(row -> {}).runNext(ON))
                .as("while the lease lasts, the job is not to be had")
                .isFalse();
        server.clock().advance(Lease.LENGTH.plusSeconds(1));
        died(runner(row -> Killed.at(row, 399)));
        server.clock().advance(Lease.LENGTH.plusSeconds(1));
        assertThat(runner(row -> {}).runNext(ON)).isTrue();
        Job done = exchange.get(sales, job.id());
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(List.of(done.total(), done.done(), done.errors())).containsExactly(1000L, 1000L, 100L);
        holdsEachRowOnce(ROWS);
    }

    @Test
    void a_runner_that_stalled_beyond_its_lease_writes_nothing_more() throws IOException {
        Job job = started(ROWS);
        JobRunner other = runner(row -> {});
        boolean[] taken = {false};
        runner(row -> {
                    if (row == 350 && !taken[0]) {
                        taken[0] = true;
                        server.clock().advance(Lease.LENGTH.plusSeconds(1));
                        Race.of(1, n -> () -> {
                            assertThat(other.runNext(ON))
                                    .as("a transaction that is under way holds the job, however old its lease")
                                    .isFalse();
                            return null;
                        });
                    }
                    if (row == 400) {
                        server.clock().advance(Lease.LENGTH.plusSeconds(1));
                    }
                })
                .runNext(ON);
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.DONE);
        holdsEachRowOnce(ROWS);
    }

    private Lease lease(RunStore.Claimed job) {
        return new Lease(server.bean(RunStore.class), server.clock(), job, server.bean(Deputies.class), ON);
    }

    @Test
    void a_runner_whose_job_another_has_taken_leaves_it_alone() throws IOException {
        started(ROWS);
        RunStore runs = server.bean(RunStore.class);
        var now = server.clock().instant();
        var first = runs.claim(java.util.UUID.randomUUID(), now, now.plus(Lease.LENGTH))
                .orElseThrow();
        server.clock().advance(Lease.LENGTH.plusSeconds(1));
        now = server.clock().instant();
        var second = runs.claim(java.util.UUID.randomUUID(), now, now.plus(Lease.LENGTH))
                .orElseThrow();
        Lease lost = lease(first);
        assertThatThrownBy(() -> lost.advance(1)).isInstanceOf(Lease.Lost.class);
        assertThat(runs.finish(first, JobState.FAILED, null, now)).isFalse();
        assertThat(lease(second).advance(0)).isFalse();
        assertThat(runs.finish(second, JobState.DONE, null, now)).isTrue();
    }

    @Test
    void of_many_runners_one_gets_a_job() throws IOException {
        for (int round = 0; round < 5; round++) {
            started(20);
        }
        var outcomes = Race.of(8, n -> () -> runner(row -> {}).runNext(ON));
        assertThat(Race.winners(outcomes)).hasSize(8).filteredOn(ran -> ran).hasSize(5);
        assertThat(count("select count(*) from lead where tenant_id = ?")).isEqualTo(5 * 18);
        assertThat(count("select count(*) from job where tenant_id = ? and state = 'done'"))
                .isEqualTo(5);
    }

    @Test
    void a_job_is_stopped_between_two_transactions_and_can_be_undone() throws IOException {
        Job job = started(ROWS);
        List<Long> seen = new ArrayList<>();
        runner(row -> {
                    if (row == 300) {
                        seen.addAll(Race.winners(Race.of(
                                1, n -> () -> exchange.get(sales, job.id()).done())));
                        Thread.ofVirtual().start(() -> exchange.cancel(sales, job.id()));
                    }
                    pause(row);
                })
                .runNext(ON);
        Job stopped = exchange.get(sales, job.id());
        assertThat(stopped.state()).isEqualTo(JobState.CANCELLED);
        assertThat(stopped.done()).isBetween(400L, 600L);
        assertThat(seen.getFirst())
                .as("progress is seen while the next rows are written")
                .isEqualTo(200);
        Job undo = exchange.undo(sales, job.id());
        died(runner(row -> Killed.at(row, 100)));
        server.clock().advance(Lease.LENGTH.plusSeconds(1));
        runner(row -> {}).runNext(ON);
        assertThat(exchange.get(sales, undo.id()).state()).isEqualTo(JobState.DONE);
        assertThat(exchange.get(sales, undo.id()).done())
                .isEqualTo(exchange.get(sales, undo.id()).total());
        assertThat(count("select count(*) from lead where tenant_id = ? and deleted_at is null"))
                .isZero();
    }

    private static void pause(int row) {
        if (row % 100 == 0) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void a_waiting_job_is_cancelled_at_once() throws IOException {
        Job job = started(20);
        exchange.cancel(sales, job.id());
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(runner(row -> {}).runNext(ON)).isFalse();
        assertThat(count("select count(*) from lead where tenant_id = ?")).isZero();
    }

    @Test
    void a_row_that_the_database_refuses_spoils_no_other() throws IOException {
        Job job = started(300);
        runner(row -> {
                    if (row % 7 == 0) {
                        server.bean(io.haina.database.Sql.class)
                                .change(new io.haina.database.SqlText()
                                        .add("insert into lead (tenant_id) values (-1)"));
                    }
                })
                .runNext(ON);
        Job done = exchange.get(sales, job.id());
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.done()).isEqualTo(300);
        assertThat(done.errors()).isGreaterThan(30).isLessThan(100);
        assertThat(count("select count(*) from lead where tenant_id = ?")).isEqualTo(300 - done.errors());
        assertThat(count("select count(*) from job_row where tenant_id = ?")).isEqualTo(300);
    }

    @Test
    void a_job_that_brings_every_runner_down_is_given_up() throws IOException {
        Job job = started(20);
        for (int i = 0; i < 5; i++) {
            died(runner(row -> Killed.at(row, 5)));
            server.clock().advance(Lease.LENGTH.plusSeconds(1));
        }
        assertThat(runner(row -> {}).runNext(ON)).isFalse();
        Job failed = exchange.get(sales, job.id());
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.failure()).isEqualTo(new Job.Failure(Job.FailureReason.GIVEN_UP, null));
    }

    @Test
    void who_may_no_longer_sign_in_imports_nothing() throws IOException {
        Job job = started(20);
        server.jdbc()
                .update(
                        "update staff set disabled_at = now() where tenant_id = ? and id = ?",
                        sales.tenantId(),
                        sales.staffId());
        runner(row -> {}).runNext(ON);
        assertThat(exchange.get(company.admin().actor(), job.id()).state()).isEqualTo(JobState.FAILED);
        assertThat(count("select count(*) from lead where tenant_id = ?")).isZero();
    }

    @Test
    void a_job_whose_file_lies_elsewhere_is_left_to_who_has_it() throws IOException {
        Job job = started(20);
        JobFiles files = server.bean(JobFiles.class);
        Path file = files.path(job.tenantId(), job.uuid());
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
        assertThat(runner(row -> {}).runNext(ON)).isTrue();
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.WAITING);
        Files.move(elsewhere, file);
        server.clock().advance(java.time.Duration.ofSeconds(6));
        assertThat(runner(row -> {}).runNext(ON)).isTrue();
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void old_files_go_after_days_and_old_jobs_after_a_month() throws IOException {
        Job job = started(20);
        runner(row -> {}).runNext(ON);
        Path file = server.bean(JobFiles.class).path(job.tenantId(), job.uuid());
        server.bean(JobUpkeep.class).sweep();
        assertThat(file).exists();
        server.clock().advance(java.time.Duration.ofDays(8));
        server.bean(JobUpkeep.class).sweep();
        assertThat(file).doesNotExist();
        assertThat(exchange.get(sales, job.id()).errors()).isEqualTo(2);
        server.clock().advance(java.time.Duration.ofDays(31));
        server.bean(JobUpkeep.class).sweep();
        assertThat(exchange.list(sales, null, new Page(1, 100)).rows()).isEmpty();
        assertThat(count("select count(*) from job_row where tenant_id = ?")).isZero();
    }

    @Test
    void ten_thousand_rows_are_imported() throws IOException {
        Job job = started(10_000);
        runner(row -> {}).runNext(ON);
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.DONE);
        holdsEachRowOnce(10_000);
    }
}
