package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.database.Recurring;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import io.haina.staff.Deputies;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Runners that die, stall or meet: the test runs them by hand, the server's own stand still. */
class JobRunnerTest {

    private static final int ROWS = 1000;

    private final HainaServer server = HainaServer.get();
    private final Exchange exchange = server.bean(Exchange.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final ImportTarget leads = server.bean(Targets.class).of(RecordKind.LEAD);

    @TempDir
    Path folder;

    @BeforeEach
    void stand_still() {
        server.bean("jobRuns", Recurring.class).stop();
        server.bean("moreJobRuns", Recurring.class).stop();
        server.bean(JobRunner.class).runAll();
    }

    @AfterEach
    void go_on() {
        server.clock().reset();
        server.bean("jobRuns", Recurring.class).start();
        server.bean("moreJobRuns", Recurring.class).start();
    }

    /** The leads of the server, with something that happens before the row of a number, from 1. */
    private JobRunner runner(IntConsumer before) {
        ImportTarget target = new ImportTarget() {
            private int row;

            @Override
            public RecordKind kind() {
                return RecordKind.LEAD;
            }

            @Override
            public UseCase addition() {
                return leads.addition();
            }

            @Override
            public List<Field> columns(Actor actor) {
                return leads.columns(actor);
            }

            @Override
            public RowOutcome write(Actor actor, ImportOrder order, Map<String, String> cells) {
                before.accept(++row);
                return leads.write(actor, order, cells);
            }

            @Override
            public List<String> keys(Actor actor, Map<String, String> cells) {
                return leads.keys(actor, cells);
            }

            @Override
            public boolean undo(Actor actor, RowOutcome outcome, Instant stamp) {
                before.accept(++row);
                return leads.undo(actor, outcome, stamp);
            }
        };
        return new JobRunner(
                server.bean(RunStore.class),
                server.bean(RowStore.class),
                server.bean(JobFiles.class),
                server.bean(Deputies.class),
                server.bean(Exporter.class),
                new Targets(List.of(target)),
                server.bean(BulkRuns.class),
                server.bean(TransactionTemplate.class),
                server.bean(Clock.class));
    }

    /** Every tenth row has no name. */
    private Job started(int rows) throws IOException {
        Path file = folder.resolve("import.xlsx");
        try (SheetWriter writer =
                Sheets.write(file, SheetFormat.XLSX, new SheetLook("s", null, List.of("线索名称(*)", "手机"), false))) {
            for (int i = 1; i <= rows; i++) {
                writer.row(List.of(i % 10 == 0 ? "" : "线索" + i, Integer.toString(i)));
            }
            writer.finish();
        }
        try (InputStream content = Files.newInputStream(file)) {
            return exchange.startImport(
                    sales, RecordKind.LEAD, new ImportOrder(Repeat.SKIP, null, 10_000), "leads.xlsx", content);
        }
    }

    private long count(String sql) {
        Long count = server.jdbc().queryForObject(sql, Long.class, company.tenantId());
        return count == null ? -1 : count;
    }

    private void holdsEachRowOnce(int rows) {
        assertThat(count("select count(*) from lead where tenant_id = ? and deleted_at is null"))
                .isEqualTo(rows - rows / 10);
        assertThat(count("select count(distinct name) from lead where tenant_id = ?"))
                .isEqualTo(rows - rows / 10);
        assertThat(count("select count(*) from job_row where tenant_id = ?")).isEqualTo(rows);
        assertThat(count("select count(*) from job_row where tenant_id = ? and outcome = 'refused'"))
                .isEqualTo(rows / 10);
    }

    private void died(JobRunner runner) {
        assertThatThrownBy(runner::runNext).isInstanceOf(Killed.class);
    }

    @Test
    void what_a_dead_runner_leaves_is_taken_up_behind_its_last_transaction() throws IOException {
        Job job = started(ROWS);
        died(runner(row -> Killed.at(row, 250)));
        assertThat(exchange.get(sales, job.id()).done()).isEqualTo(ImportRun.BATCH);
        assertThat(count("select count(*) from lead where tenant_id = ?")).isEqualTo(180);
        assertThat(runner(row -> {}).runNext())
                .as("while the lease lasts, the job is not to be had")
                .isFalse();
        server.clock().advance(Lease.LENGTH.plusSeconds(1));
        died(runner(row -> Killed.at(row, 399)));
        server.clock().advance(Lease.LENGTH.plusSeconds(1));
        assertThat(runner(row -> {}).runNext()).isTrue();
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
                            assertThat(other.runNext())
                                    .as("a transaction that is under way holds the job, however old its lease")
                                    .isFalse();
                            return null;
                        });
                    }
                    if (row == 400) {
                        server.clock().advance(Lease.LENGTH.plusSeconds(1));
                    }
                })
                .runNext();
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.DONE);
        holdsEachRowOnce(ROWS);
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
        Lease lost = new Lease(runs, server.clock(), first);
        assertThatThrownBy(() -> lost.advance(1)).isInstanceOf(Lease.Lost.class);
        assertThat(runs.finish(first, JobState.FAILED, null, now)).isFalse();
        assertThat(new Lease(runs, server.clock(), second).advance(0)).isFalse();
        assertThat(runs.finish(second, JobState.DONE, null, now)).isTrue();
    }

    @Test
    void of_many_runners_one_gets_a_job() throws IOException {
        for (int round = 0; round < 5; round++) {
            started(20);
        }
        var outcomes = Race.of(8, n -> () -> runner(row -> {}).runNext());
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
                .runNext();
        Job stopped = exchange.get(sales, job.id());
        assertThat(stopped.state()).isEqualTo(JobState.CANCELLED);
        assertThat(stopped.done()).isBetween(400L, 600L);
        assertThat(seen.getFirst())
                .as("progress is seen while the next rows are written")
                .isEqualTo(200);
        Job undo = exchange.undo(sales, job.id());
        died(runner(row -> Killed.at(row, 100)));
        server.clock().advance(Lease.LENGTH.plusSeconds(1));
        runner(row -> {}).runNext();
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
        assertThat(runner(row -> {}).runNext()).isFalse();
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
                .runNext();
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
        assertThat(runner(row -> {}).runNext()).isFalse();
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
        runner(row -> {}).runNext();
        assertThat(exchange.get(company.admin().actor(), job.id()).state()).isEqualTo(JobState.FAILED);
        assertThat(count("select count(*) from lead where tenant_id = ?")).isZero();
    }

    @Test
    void a_job_whose_file_lies_elsewhere_is_left_to_who_has_it() throws IOException {
        Job job = started(20);
        JobFiles files = server.bean(JobFiles.class);
        Path file = files.path(job.tenantId(), job.uuid());
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
        assertThat(runner(row -> {}).runNext()).isTrue();
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.WAITING);
        Files.move(elsewhere, file);
        server.clock().advance(java.time.Duration.ofSeconds(6));
        assertThat(runner(row -> {}).runNext()).isTrue();
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void old_files_go_after_days_and_old_jobs_after_a_month() throws IOException {
        Job job = started(20);
        runner(row -> {}).runNext();
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
        runner(row -> {}).runNext();
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.DONE);
        holdsEachRowOnce(10_000);
    }

    /** As if the power went. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;

        private static void at(int row, int last) {
            if (row == last) {
                throw new Killed();
            }
        }
    }
}
