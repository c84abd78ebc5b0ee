package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** A company that imports files, and waits for what becomes of them. */
abstract class Importing {

    final HainaServer server = HainaServer.get();
    final Exchange exchange = server.bean(Exchange.class);
    final TestCompany company = TestCompany.create();
    final Actor sales = company.sales().actor();

    @TempDir
    Path folder;

    static final ErrorWords WORDS = new ErrorWords() {
        @Override
        public String sheetName() {
            return "errors";
        }

        @Override
        public String reasonTitle() {
            return "错误原因";
        }

        @Override
        public String reason(RowProblem problem, @Nullable Field field) {
            return problem.reason() + (field == null ? "" : " " + field.label());
        }
    };

    Path file(SheetFormat format, List<String> header, List<List<String>> rows) {
        Path file = folder.resolve("import-" + System.nanoTime() + "." + format.extension());
        try (SheetWriter writer = Sheets.write(file, format, new SheetLook("s", "导入模板(*)为必填项", header, false))) {
            rows.forEach(writer::row);
            writer.finish();
        }
        return file;
    }

    Job started(Actor actor, RecordKind kind, Path file, Repeat repeat) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return exchange.startImport(actor, kind, new ImportOrder(repeat, null, 10_000), "导入.xls", content);
        }
    }

    Job finished(Actor actor, Job job) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> exchange.get(actor, job.id()).state().isFinal());
        return exchange.get(actor, job.id());
    }

    Job imported(RecordKind kind, Path file, Repeat repeat) throws IOException {
        return finished(sales, started(sales, kind, file, repeat));
    }

    List<List<String>> errors(Actor actor, long job) {
        List<List<String>> rows = new ArrayList<>();
        exchange.errors(
                actor,
                job,
                WORDS,
                output -> Sheets.read(output.file(), SheetLimits.ofRows(100_000), (number, cells) -> rows.add(cells)));
        return rows;
    }
}
