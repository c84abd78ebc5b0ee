package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.database.Recurring;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import io.haina.staff.Deputies;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Runners that the test runs by hand; the server's own stand still. */
abstract class JobRunning {

    /** Of a runner that is not to stop. */
    static final BooleanSupplier ON = () -> false;

    final HainaServer server = HainaServer.get();
    final Exchange exchange = server.bean(Exchange.class);
    final TestCompany company = TestCompany.create();
    final Actor sales = company.sales().actor();
    private final ImportTarget leads = server.bean(Targets.class).of(RecordKind.LEAD);

    @TempDir
    Path folder;

    @BeforeEach
    void stand_still() {
        server.bean("jobRuns", Recurring.class).stop();
        server.bean("moreJobRuns", Recurring.class).stop();
        server.bean(JobRunner.class).runAll(ON);
    }

    @AfterEach
    void go_on() {
        server.clock().reset();
        server.bean("jobRuns", Recurring.class).start();
        server.bean("moreJobRuns", Recurring.class).start();
    }

    /** The leads of the server, with something that happens before the row of a number, from 1. */
    JobRunner runner(IntConsumer before) {
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

    Job started(int rows) throws IOException {
        return started(rows, false);
    }

    /** Every tenth row has no name. */
    Job started(int rows, boolean dryRun) throws IOException {
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
                    sales,
                    RecordKind.LEAD,
                    new ImportOrder(Repeat.SKIP, null, 10_000, dryRun, null),
                    "leads.xlsx",
                    content);
        }
    }

    long count(String sql) {
        Long count = server.jdbc().queryForObject(sql, Long.class, company.tenantId());
        return count == null ? -1 : count;
    }

    void holdsEachRowOnce(int rows) {
        assertThat(count("select count(*) from lead where tenant_id = ? and deleted_at is null"))
                .isEqualTo(rows - rows / 10);
        assertThat(count("select count(distinct name) from lead where tenant_id = ?"))
                .isEqualTo(rows - rows / 10);
        assertThat(count("select count(*) from job_row where tenant_id = ?")).isEqualTo(rows);
        assertThat(count("select count(*) from job_row where tenant_id = ? and outcome = 'refused'"))
                .isEqualTo(rows / 10);
    }

    void died(JobRunner runner) {
        assertThatThrownBy(() -> runner.runNext(ON)).isInstanceOf(Killed.class);
    }

    /** As if the power went. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1;

        static void at(int row, int last) {
            if (row == last) {
                throw new Killed();
            }
        }
    }
}
