package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The native API's imports and the jobs that they are. */
class ImportsApiTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static final Http HTTP = COMPANY.sales().http();
    private static final String CUSTOMERS = "/api/v1/customers/imports";

    /** What a dry run may leave: the job, its refused rows, and that it was begun. */
    private static final Set<String> OF_JOBS = Set.of("job", "job_row", "audit");

    @TempDir
    static Path folder;

    private static byte[] file(@Nullable String title, List<String> header, List<List<String>> rows)
            throws IOException {
        Path file = Files.createTempFile(folder, "sent", ".xlsx");
        try (SheetWriter writer = Sheets.write(file, SheetFormat.XLSX, new SheetLook("s", title, header, false))) {
            rows.forEach(writer::row);
            writer.finish();
        }
        return Files.readAllBytes(file);
    }

    private static Answer upload(Http client, String path, byte[] file, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"客户.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send("POST", path, body.toByteArray(), Map.of("Content-Type", "multipart/form-data; boundary=b"));
    }

    private static Answer ended(Answer begun) {
        assertThat(begun.status()).as(begun::toString).isEqualTo(202);
        String job = begun.header("Location");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !HTTP.get(job).at("/endedAt").isNull());
        return HTTP.get(job);
    }

    private static List<Long> counts(Answer job) {
        return Stream.of("created", "changed", "skipped", "refused")
                .map(name -> job.at("/" + name).asLong())
                .toList();
    }

    private static List<String> refusals(Answer job) {
        return HTTP.get("/api/v1/jobs/" + job.at("/id").asLong() + "/refused")
                .at("/items")
                .valueStream()
                .map(row -> row.path("row").asInt() + " " + row.path("reason").asString() + " "
                        + row.path("field").asString("-"))
                .toList();
    }

    private static Map<String, String> contents() {
        Map<String, String> contents = Contents.of(COMPANY.tenantId());
        contents.keySet().removeAll(OF_JOBS);
        return contents;
    }

    private static long customers(String prefix) {
        return HainaServer.get()
                .jdbc()
                .queryForObject(
                        "select count(*) from customer where tenant_id = ? and name like ? and deleted_at is null",
                        Long.class,
                        COMPANY.tenantId(),
                        prefix + "%");
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() throws IOException {
        byte[] sent = file(null, List.of("name", "industry"), List.of(List.of("页面客户", ""), List.of("", "电子")));
        Answer job = ended(upload(HTTP, CUSTOMERS, sent, Map.of()));
        return V1Calls.of(
                "jobs",
                Map.of(
                        "$TOKEN",
                        COMPANY.sales().token(),
                        "$KIND",
                        "customers",
                        "$JOB",
                        job.at("/id").asString()));
    }

    @Test
    void a_preview_finds_the_header_and_what_its_titles_mean_and_keeps_nothing() throws IOException {
        byte[] foreign = file(
                null,
                List.of("Company", "Sector", "Phone", "industry"),
                List.of(List.of("甲", "机械", "1", "电子"), List.of("乙", "", "2"), List.of("丙", "化工"), List.of("丁", "纺织")));
        Map<String, String> before = contents();
        Answer preview = upload(HTTP, CUSTOMERS + "/preview", foreign, Map.of());
        assertThat(preview.status()).as(preview::toString).isEqualTo(200);
        assertThat(preview.at("/headerRow").asInt()).isEqualTo(1);
        assertThat(preview.at("/rows").asInt()).isEqualTo(4);
        assertThat(preview.at("/columns")).hasSize(4);
        assertThat(preview.at("/columns/0/header").asString()).isEqualTo("Company");
        assertThat(preview.at("/columns/0/field").isNull()).isTrue();
        assertThat(preview.at("/columns/1/sample").valueStream().map(JsonNode::asString))
                .containsExactly("机械", "化工", "纺织");
        assertThat(preview.at("/columns/3/field").asString()).isEqualTo("industry");
        byte[] titled = file("客户导入", List.of("客户名称(*)", "所属行业"), List.of(List.of("甲", "机械")));
        Answer own = upload(HTTP, CUSTOMERS + "/preview", titled, Map.of());
        assertThat(own.at("/headerRow").asInt()).isEqualTo(2);
        assertThat(own.at("/columns/0/field").asString()).as(own::toString).isEqualTo("name");
        Answer third = upload(HTTP, CUSTOMERS + "/preview", foreign, Map.of("headerRow", "3"));
        assertThat(third.at("/columns/0/header").asString()).isEqualTo("乙");
        assertThat(third.at("/rows").asInt()).isEqualTo(2);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void columns_go_where_the_mapping_says() throws IOException {
        byte[] foreign = file(
                null,
                List.of("Region", "Company", "Sector"),
                List.of(List.of("华东", "映射客户一", "电子"), List.of("华南", "映射客户二", "化工")));
        Answer job = ended(upload(
                HTTP, CUSTOMERS, foreign, Map.of("mapping", "{\"1\": \"name\", \"2\": \"industry\", \"0\": null}")));
        assertThat(job.at("/state").asString()).isEqualTo("done");
        assertThat(job.at("/fileName").asString()).isEqualTo("客户.xlsx");
        assertThat(job.at("/by/name").asString()).isEqualTo(COMPANY.sales().name());
        assertThat(counts(job)).containsExactly(2L, 0L, 0L, 0L);
        assertThat(HainaServer.get()
                        .jdbc()
                        .queryForList(
                                "select industry || coalesce(region, '') from customer where tenant_id = ? and name like '映射客户%' order by id",
                                String.class, COMPANY.tenantId()))
                .containsExactly("电子", "化工");
    }

    @Test
    void a_dry_run_tells_what_the_import_would_do_and_writes_nothing() throws IOException {
        ended(upload(HTTP, CUSTOMERS, file(null, List.of("name"), List.of(List.of("演习老客户"))), Map.of()));
        byte[] sent = file(
                null,
                List.of("name", "industry"),
                List.of(
                        List.of("演习客户一", "电子"),
                        List.of("演习老客户", "电子"),
                        List.of("", "电子"),
                        List.of("演习客户一", "化工"),
                        List.of("演习客户二", "长".repeat(300))));
        for (String repeat : List.of("skip", "overwrite", "refuse")) {
            Map<String, String> before = contents();
            Answer dry = ended(upload(HTTP, CUSTOMERS, sent, Map.of("dryRun", "true", "repeat", repeat)));
            assertThat(dry.at("/dryRun").asBoolean()).isTrue();
            assertThat(dry.at("/state").asString()).isEqualTo("done");
            assertThat(dry.at("/done").asLong()).isEqualTo(5);
            assertThat(dry.at("/undoable").asBoolean()).isFalse();
            assertThat(HTTP.post("/api/v1/jobs/" + dry.at("/id").asLong() + "/undo", null)
                            .status())
                    .isEqualTo(400);
            assertThat(contents()).isEqualTo(before);
            Answer real = ended(upload(HTTP, CUSTOMERS, sent, Map.of("repeat", repeat)));
            assertThat(counts(real)).as(repeat).isEqualTo(counts(dry));
            assertThat(refusals(real)).as(repeat).isEqualTo(refusals(dry));
            assertThat(real.at("/undoable").asBoolean()).isTrue();
            ended(HTTP.post("/api/v1/jobs/" + real.at("/id").asLong() + "/undo", null));
            Answer undone = HTTP.get("/api/v1/jobs/" + real.at("/id").asLong());
            assertThat(undone.at("/state").asString()).isEqualTo("undone");
            assertThat(undone.at("/undoable").asBoolean()).isFalse();
            assertThat(customers("演习客户")).isZero();
        }
    }

    @Test
    void a_dry_run_of_many_batches_remembers_what_came_before() throws IOException {
        List<List<String>> rows = new ArrayList<>(IntStream.rangeClosed(1, 450)
                .mapToObj(n -> List.of("批量演习" + n + "厂"))
                .toList());
        rows.add(List.of("批量演习3厂"));
        Answer dry = ended(upload(
                HTTP, CUSTOMERS, file(null, List.of("name"), rows), Map.of("dryRun", "true", "repeat", "refuse")));
        assertThat(counts(dry)).containsExactly(450L, 0L, 0L, 1L);
        assertThat(refusals(dry)).containsExactly("452 taken -");
        assertThat(customers("批量演习")).isZero();
    }

    @Test
    void refused_rows_come_as_a_file_in_the_readers_language() throws IOException {
        byte[] sent = file(null, List.of("name", "industry"), List.of(List.of("", "电子"), List.of("文件客户", "化工")));
        Answer job = ended(upload(HTTP, CUSTOMERS, sent, Map.of("dryRun", "true")));
        String path = "/api/v1/jobs/" + job.at("/id").asLong() + "/errors";
        assertThat(rows(HTTP.send("GET", path, null, Map.of("Accept-Language", "zh-CN,en"))))
                .containsExactly(List.of("原因", "name", "industry"), List.of("客户名称:必填项为空", "", "电子"));
        Answer english = HTTP.get(path);
        assertThat(rows(english).getLast().getFirst()).endsWith(": required, but empty");
        assertThat(rows(HTTP.get(path + "?language=zh-CN")).getFirst().getFirst())
                .isEqualTo("原因");
        assertThat(rows(HTTP.send("GET", path + "?language=en", null, Map.of("Accept-Language", "zh")))
                        .getFirst()
                        .getFirst())
                .isEqualTo("Reason");
        assertThat(HTTP.get(path + "?language=fr").status()).isEqualTo(400);
        assertThat(english.header("Content-Type")).isEqualTo(SheetFormat.XLSX.mediaType());
        assertThat(english.header("Content-Disposition")).startsWith("attachment;");
        assertThat(rows(HTTP.get(CUSTOMERS + "/template")).getFirst()).contains("客户名称(*)");
    }

    private static List<List<String>> rows(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        Path file = Files.write(Files.createTempFile(folder, "answered", ".xlsx"), answer.bytes());
        List<List<String>> rows = new ArrayList<>();
        Sheets.read(file, SheetLimits.ofRows(200_000), (number, cells) -> rows.add(cells));
        return rows;
    }

    @Test
    void jobs_are_ones_own_and_an_admins() throws IOException {
        Answer job = ended(upload(
                HTTP, CUSTOMERS, file(null, List.of("name"), List.of(List.of("自己的客户"))), Map.of("dryRun", "true")));
        String path = "/api/v1/jobs/" + job.at("/id").asLong();
        Http colleague = COMPANY.east().get(1).http();
        Http stranger = TestCompany.create().admin().http();
        for (Http other : List.of(colleague, stranger)) {
            for (String part : List.of("", "/refused", "/errors", "/result")) {
                assertThat(other.get(path + part).status()).isEqualTo(404);
            }
            assertThat(other.post(path + "/cancel", null).status()).isEqualTo(404);
            assertThat(other.post(path + "/undo", null).status()).isEqualTo(404);
            assertThat(other.get("/api/v1/jobs").at("/total").asInt()).isZero();
        }
        assertThat(COMPANY.admin().http().get(path).status()).isEqualTo(200);
        Answer exports = HTTP.get("/api/v1/jobs?kind=export");
        assertThat(exports.at("/items")
                        .valueStream()
                        .map(each -> each.path("kind").asString()))
                .doesNotContain("import");
        Answer one = HTTP.get("/api/v1/jobs?kind=import&size=1");
        assertThat(one.at("/items")).hasSize(1);
        assertThat(one.at("/total").asInt()).isPositive();
        assertThat(HTTP.get("/api/v1/jobs?page=900").at("/total").asInt()).isPositive();
        for (String bad : List.of("?kind=IMPORT", "?page=0", "?size=x", "/x", "/99999999999999999999")) {
            assertThat(HTTP.get("/api/v1/jobs" + bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(HTTP.get("/api/v1/jobs/0").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repeat    | twice",
                "ownerId   | me",
                "ownerId   | -1",
                "ownerId   | 99999999999999999999",
                "dryRun    | perhaps",
                "headerRow | -1",
                "headerRow | 999999",
                "headerRow | x",
                "mapping   | name",
                "mapping   | []",
                "mapping   | {}",
                "mapping   | {\"0\": 7}",
                "mapping   | {\"x\": \"name\"}",
                "mapping   | {\"-1\": \"name\"}",
                "mapping   | {\"500\": \"name\"}",
                "mapping   | {\"0\": \"name\", \"0\": \"name\"}",
                "mapping   | {\"0\": \"name\", \"1\": \"name\"}",
                "mapping   | {\"0\": \"nothing\"}",
                "mapping   | {\"0\": \"ownerId; drop table job\"}",
                "mapping   | {\"1\": \"industry\"}",
            })
    void what_cannot_be_meant_is_refused_before_a_job_begins(String field, String value) throws IOException {
        byte[] sent = file(null, List.of("name", "industry"), List.of(List.of("坏请求客户", "电子")));
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        Answer answer = upload(HTTP, CUSTOMERS, sent, Map.of(field, value));
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void no_file_a_bad_file_and_a_kind_that_is_none_are_refused() throws IOException {
        byte[] sent = file(null, List.of("name"), List.of(List.of("无门客户")));
        assertThat(HTTP.post(CUSTOMERS, Map.of("file", "x")).status()).isEqualTo(415);
        assertThat(HTTP.post(CUSTOMERS, null).status()).isEqualTo(415);
        assertThat(HTTP.post(CUSTOMERS + "/preview", null).status()).isEqualTo(415);
        assertThat(upload(HTTP, CUSTOMERS, new byte[0], Map.of()).status()).isEqualTo(400);
        assertThat(upload(HTTP, "/api/v1/people/imports", sent, Map.of()).status())
                .isEqualTo(404);
        assertThat(upload(HTTP, "/api/v1/products/imports", sent, Map.of()).status())
                .isEqualTo(403);
        assertThat(upload(HTTP, "/api/v1/products/imports/preview", sent, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(upload(HainaServer.get().http(), CUSTOMERS, sent, Map.of()).status())
                .isEqualTo(401);
        assertThat(upload(HTTP, CUSTOMERS, file(null, List.of("Company"), List.of(List.of("甲"))), Map.of())
                        .status())
                .isEqualTo(400);
    }
}
