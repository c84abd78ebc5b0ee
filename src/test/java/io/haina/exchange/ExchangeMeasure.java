package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Measures imports and exports on a server of its own: rows a second, and the most heap that was in use meanwhile, beside the
 * bare library writing the same cells. Not a test: run it by its main method, with the rows of the import and of the export,
 * and anything more to see what the database was busy with.
 */
public final class ExchangeMeasure {

    private static final List<String> COLUMNS = List.of(
            "name",
            "mobile",
            "telephone",
            "email",
            "address",
            "remark",
            "nextContactAt",
            "ownerId",
            "createdAt",
            "updatedAt");

    private final HainaServer server = HainaServer.get();
    private final Exchange exchange = server.bean(Exchange.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Path folder;
    private final Map<String, Integer> samples = new ConcurrentHashMap<>();

    private ExchangeMeasure(Path folder) {
        this.folder = folder;
    }

    /** @param arguments rows to import, rows to export */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("haina-measure-");
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        ExchangeMeasure measure = new ExchangeMeasure(folder);
        if (arguments.length > 2) {
            measure.sample();
        }
        measure.measureImport(Integer.parseInt(arguments[0]));
        if (arguments.length > 2) {
            measure.showSamples();
        }
        measure.measureExport(Integer.parseInt(arguments[1]));
        System.exit(0);
    }

    /** Looks now and then what the database is busy with. */
    private void sample() {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                server.jdbc().queryForList("""
                                select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) || coalesce(' ~ ' || wait_event, '')
                                from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()""", String.class).forEach(query -> samples.merge(query, 1, Integer::sum));
                LockSupport.parkNanos(20_000_000);
            }
        });
    }

    private void showSamples() {
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(20)
                .forEach(System.out::println);
    }

    private void measureImport(int rows) throws Exception {
        for (SheetFormat format : List.of(SheetFormat.XLSX, SheetFormat.XLS)) {
            if (rows + 2 > format.maximumRows()) {
                continue;
            }
            Path file = folder.resolve("import." + format.extension());
            try (SheetWriter writer = Sheets.write(
                    file, format, new SheetLook("s", "t", List.of("线索名称(*)", "手机", "邮箱", "地址", "备注", "线索来源"), false))) {
                for (int i = 0; i < rows; i++) {
                    writer.row(List.of(
                            format + "线索有限公司" + i,
                            "138" + (10_000_000 + i),
                            "user" + i + "@example.com",
                            "北京市,朝阳区,某某路" + i % 500 + "号",
                            "备注 " + i,
                            "广告"));
                }
                writer.finish();
            }
            run("read " + format, rows, () -> {
                long[] count = {0};
                Sheets.read(file, SheetLimits.ofRows(rows + 2L), (number, cells) -> count[0]++);
                return count[0];
            });
            run("import " + format, rows, () -> {
                try (InputStream content = Files.newInputStream(file)) {
                    return finished(exchange.startImport(
                            sales,
                            RecordKind.LEAD,
                            new ImportOrder(Repeat.SKIP, null, rows),
                            file.getFileName().toString(),
                            content));
                }
            });
        }
    }

    private void measureExport(int rows) throws Exception {
        server.jdbc().update("""
                        insert into lead (tenant_id, uuid, name, mobile, telephone, email, address, remark, owner_id, team_id,
                            created_by, created_at, updated_at)
                        select ?, gen_random_uuid(), '导出线索有限公司' || i, '138' || (10000000 + i), '010-' || i,
                            'user' || i || '@example.com', '北京市,朝阳区,某某路' || i % 500 || '号', '备注 ' || i, ?, ?, ?,
                            now(), now()
                        from generate_series(1, ? - (select count(*) from lead)) i""", sales.tenantId(), sales.staffId(), sales.teamId(), sales.staffId(), rows);
        server.jdbc().execute("vacuum analyze lead");
        var order =
                new ExportOrder(false, Filter.EVERYTHING, List.of(), COLUMNS, SheetFormat.XLSX, "线索", "线索信息", false);
        List<Job> jobs = new ArrayList<>();
        run("export XLSX", rows, () -> {
            Job job = finished(exchange.startExport(sales, RecordKind.LEAD, order, "leads.xlsx"));
            jobs.add(job);
            return job;
        });
        Path exported = exchange.result(sales, jobs.getFirst().id()).file();
        long written = exchange.get(sales, jobs.getFirst().id()).done();
        run("read what was exported", written, () -> {
            Sheets.read(exported, SheetLimits.ofRows(2_000_000), (number, cells) -> {});
            return null;
        });
        run("the same, and the bare library writing it", written, () -> bare(exported));
    }

    /** The library by itself; reading the cells out of the exported file is in the time, and measured above by itself. */
    private Object bare(Path exported) throws IOException {
        Path file = folder.resolve("bare.xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Workbook workbook = new Workbook(out, "bare", "1.0");
            Worksheet sheet = workbook.newWorksheet("s");
            int[] next = {0};
            Sheets.read(exported, SheetLimits.ofRows(2_000_000), (number, cells) -> {
                for (int column = 0; column < cells.size(); column++) {
                    sheet.inlineString(next[0], column, cells.get(column));
                }
                if (++next[0] % 200 == 0) {
                    flush(sheet);
                }
            });
            workbook.finish();
        }
        return file;
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Job finished(Job job) throws InterruptedException {
        Job now = exchange.get(sales, job.id());
        while (!now.state().isFinal()) {
            Thread.sleep(50);
            now = exchange.get(sales, job.id());
        }
        if (now.state() != JobState.DONE || now.errors() > 0) {
            throw new IllegalStateException(now.toString());
        }
        return now;
    }

    private static void run(String what, long rows, Callable<?> work) throws Exception {
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        work.call();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf("| %s | %,d | %.1f s | %,.0f | %d MB |%n", what, rows, seconds, rows / seconds, peak >> 20);
    }
}
