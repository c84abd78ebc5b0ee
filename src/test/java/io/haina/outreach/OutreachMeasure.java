package io.haina.outreach;

import io.haina.database.Grams;
import io.haina.filter.Filter;
import io.haina.record.RecordSearch;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.SheetLook;
import io.haina.sheet.Sheets;
import io.haina.stats.Tallies;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures lists and exports of outreach records on a server of its own: milliseconds of a list, rows a second of an export and
 * the most heap that was in use meanwhile, beside the bare library writing as many cells of the same length. Not a test: run it
 * by its main method, with the number of records.
 */
public final class OutreachMeasure {

    private static final int TIMES = 50;

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();

    /** @param arguments how many records */
    public static void main(String[] arguments) throws Exception {
        new OutreachMeasure().run(Integer.parseInt(arguments[0]));
        System.exit(0);
    }

    private void run(int rows) throws Exception {
        fill(rows);
        for (String query : List.of(
                "",
                "page=50&page_size=20",
                "search=" + encoded("张三"),
                "search=" + encoded("产品经理"),
                "search=13800001",
                "reply_status=" + encoded("已回复"),
                "reply_status=" + encoded("拒绝"),
                "wechat_exchanged=true",
                "start_date=2024-03-01&end_date=2024-03-02",
                "reply_status=" + encoded("已回复") + "&wechat_exchanged=true&search=" + encoded("工程师"))) {
            list(company.sales(), "own", query);
            list(company.admin(), "all", query);
        }
        OutreachExport export = server.bean(OutreachExport.class);
        SheetLook look = new SheetLook("s", null, List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"), true);
        measure(
                "export",
                rows,
                () -> export.export(
                        company.sales().actor(),
                        Filter.EVERYTHING,
                        "measure",
                        look,
                        record -> Arrays.asList(
                                record.id(),
                                record.name(),
                                record.position(),
                                record.contact(),
                                record.replyStatus(),
                                "是",
                                record.workerId(),
                                record.notes(),
                                "2024-03-01 10:30:00",
                                "2024-03-01 10:30:00")));
        measure("bare library", rows, () -> bare(rows));
        Path exported = Files.list(server.home().resolve("exports")).findFirst().orElseThrow();
        System.out.println("file " + (Files.size(exported) >> 20) + " MB");
        measure("read again", rows, () -> {
            long[] seen = {0};
            Sheets.read(exported, SheetLimits.ofRows(SheetFormat.XLSX.maximumRows()), (number, cells) -> seen[0]++);
            return seen[0];
        });
        measure("export by HTTP", rows, () -> {
            Answer answer = company.sales().http().get("/api/contacts/export");
            System.out.println(answer);
            return answer;
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without triggers and indexes, which are then built at once; the tallies are rebuilt. */
    private void fill(int rows) throws Exception {
        long tenant = company.tenantId();
        JdbcTemplate jdbc = server.jdbc();
        List<String> indexes = jdbc.queryForList("""
                        select pg_get_indexdef(indexrelid) from pg_index
                        where indrelid in ('outreach'::regclass, 'record_search'::regclass)
                            and not exists (select from pg_constraint where conindid = indexrelid)""", String.class);
        jdbc.queryForList("""
                        select indexrelid::regclass::text from pg_index
                        where indrelid in ('outreach'::regclass, 'record_search'::regclass)
                            and not exists (select from pg_constraint where conindid = indexrelid)""", String.class).forEach(index -> jdbc.execute("drop index " + index));
        jdbc.execute("alter table outreach disable trigger user");
        jdbc.update(
                """
                        insert into outreach (tenant_id, uuid, name, position, contact, reply_status, wechat_exchanged,
                            account_id, worker_id, notes, contacted_at, owner_id, team_id, created_by, created_at, updated_at)
                        select ?, gen_random_uuid(), (array['张三', '李四', '王五', '赵六'])[1 + i % 4] || i % 1000,
                            (array['产品经理', '前端工程师', '测试工程师'])[1 + i % 3], '138' || (10000000 + i),
                            case when i % 10000 = 0 then '拒绝' when i % 3 = 0 then '已回复' else '未回复' end, i % 20 = 0, i % 5,
                            'worker-00' || i % 9, '沟通顺畅,有意向', timestamptz '2024-01-01' + i * interval '30 seconds',
                            ?, ?, ?, timestamptz '2024-01-01' + i * interval '30 seconds', now()
                        from generate_series(1, ?) i""",
                tenant,
                company.sales().actor().staffId(),
                company.sales().actor().teamId(),
                company.sales().actor().staffId(),
                rows);
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy record_search (tenant_id, kind, record_id, text, grams) from stdin");
            long first = Fresh.number("select min(id) from outreach where tenant_id = ?", tenant);
            for (int i = 1; i <= rows; i++) {
                String text = RecordSearch.words(
                        List.of("张三", "李四", "王五", "赵六").get(i % 4) + i % 1000,
                        List.of("产品经理", "前端工程师", "测试工程师").get(i % 3),
                        "138" + (10_000_000 + i));
                String grams = Arrays.toString(Grams.of(RecordSearch.seed(tenant, "outreach"), text))
                        .replace('[', '{')
                        .replace(']', '}');
                byte[] line = (tenant + "\toutreach\t" + (first + i - 1) + "\t" + text.replace("\n", "\\n") + "\t"
                                + grams + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(line, 0, line.length);
            }
            return copy.endCopy();
        });
        indexes.forEach(jdbc::execute);
        jdbc.execute("alter table outreach enable trigger user");
        server.bean(Tallies.class).rebuild(tenant);
        jdbc.execute("vacuum analyze outreach");
        jdbc.execute("vacuum analyze record_search");
        System.out.println("filled");
    }

    private void list(TestCompany.Person person, String who, String query) {
        Answer answer = person.http().get("/api/contacts?" + query);
        for (int n = 0; n < 10; n++) {
            person.http().get("/api/contacts?" + query);
        }
        long begin = System.nanoTime();
        for (int n = 0; n < TIMES; n++) {
            person.http().get("/api/contacts?" + query);
        }
        double ms = (System.nanoTime() - begin) / 1e6 / TIMES;
        System.out.printf(
                "| %s | %s | %s | %.2f ms |%n",
                java.net.URLDecoder.decode(query, StandardCharsets.UTF_8), who, answer.at("/data/total"), ms);
    }

    private Object bare(int rows) throws Exception {
        Path file = Files.createTempFile("bare", ".xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Workbook workbook = new Workbook(out, "bare", "1.0");
            Worksheet sheet = workbook.newWorksheet("s");
            for (int n = 0; n < rows; n++) {
                sheet.value(n, 0, n);
                for (String[] cell : new String[][] {
                    {"1", "张三" + n % 1000},
                    {"2", "前端工程师"},
                    {"3", "138" + (10_000_000 + n)},
                    {"4", "未回复"},
                    {"5", "是"},
                    {"6", "worker-001"},
                    {"7", "沟通顺畅,有意向"},
                    {"8", "2024-03-01 10:30:00"},
                    {"9", "2024-03-01 10:30:00"}
                }) {
                    sheet.inlineString(n, Integer.parseInt(cell[0]), cell[1]);
                }
                if (n % 200 == 199) {
                    sheet.flush();
                }
            }
            workbook.finish();
        }
        Files.delete(file);
        return file;
    }

    private static void measure(String what, long rows, Callable<?> work) throws Exception {
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
