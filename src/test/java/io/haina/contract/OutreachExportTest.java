package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.download.ExportFiles;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.Sheets;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import io.haina.testing.TestCompany.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported file cell by cell, and the link to it. */
class OutreachExportTest {

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Person sales = company.sales();

    @TempDir
    Path folder;

    private void add(Person person, String body) {
        Answer made = person.http().post("/api/contacts", body);
        assertThat(made.status()).as(made::toString).isEqualTo(200);
    }

    private void fill() {
        add(sales, """
                {"name": "张三", "position": "产品经理", "contact": "13800138000", "reply_status": "已回复",
                 "wechat_exchanged": true, "worker_id": "worker-001", "notes": "沟通顺畅,有意向",
                 "contacted_at": "2024-03-01T10:30:00"}""");
        add(sales, """
                {"name": "=1+1", "position": "+86", "contact": "@SUM(A1)", "notes": "-3 <b>&\\t😀\\n换行",
                 "worker_id": "=HYPERLINK(\\"http://x\\")", "reply_status": "\\t=1"}""");
        add(company.south().getFirst(), "{\"name\": \"别人的\"}");
        server.jdbc()
                .update(
                        "update outreach set created_at = '2024-03-01T02:00:00Z' where tenant_id = ?",
                        company.tenantId());
    }

    private Answer export(Person person, String query) {
        Answer answer = person.http().get("/api/contacts/export" + query);
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        return answer;
    }

    private String link(Answer exported) {
        String url = exported.at("/data/download_url").asString();
        assertThat(url)
                .startsWith(server.address() + "/media/exports/"
                        + exported.at("/data/filename").asString() + "?");
        URI uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private Path fetched(Answer exported) throws IOException {
        Answer file = server.http().get(link(exported));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\""
                        + exported.at("/data/filename").asString() + "\"");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Cache-Control")).contains("no-store");
        return Files.write(folder.resolve("fetched.xlsx"), file.bytes());
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        Sheets.read(file, SheetLimits.ofRows(10_000), (number, cells) -> rows.add(cells));
        return rows;
    }

    private static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_file_has_the_documents_ten_columns_and_what_the_person_sees() throws IOException {
        fill();
        Answer exported = export(sales, "");
        assertThat(exported.at("/data/total_records").asInt()).isEqualTo(2);
        assertThat(exported.at("/data/generated_at").asString())
                .matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}");
        Path file = fetched(exported);
        List<List<String>> rows = rows(file);
        List<String> header = List.of("ID", "姓名", "岗位", "联系方式", "回复状态", "是否交换微信", "Worker ID", "备注", "联系时间", "创建时间");
        assertThat(rows).hasSize(3).first().isEqualTo(header);
        assertThat(rows.get(1).subList(1, 10))
                .containsExactly(
                        "=1+1",
                        "+86",
                        "@SUM(A1)",
                        "\t=1".strip(),
                        "否",
                        "=HYPERLINK(\"http://x\")",
                        "-3 <b>&\t😀\n换行",
                        "",
                        "2024-03-01 10:00:00");
        assertThat(rows.get(2).subList(1, 10))
                .containsExactly(
                        "张三",
                        "产品经理",
                        "13800138000",
                        "已回复",
                        "是",
                        "worker-001",
                        "沟通顺畅,有意向",
                        "2024-03-01 10:30:00",
                        "2024-03-01 10:00:00");
        String sheet = part(file, "xl/worksheets/sheet1.xml");
        assertThat(sheet).doesNotContain("<f>", "<f ");
        String styles = part(file, "xl/styles.xml");
        assertThat(styles).contains("quotePrefix=\"1\"", "FFFFFF", "4472C4", "<b/>");
        // ID alone is a number: the cell has no type, so its value is one.
        assertThat(sheet).containsPattern("<c r=\"A2\"[^>]*><v>" + rows.get(1).getFirst() + "</v>");
    }

    @Test
    void the_filters_of_the_list_are_those_of_the_file() throws IOException {
        fill();
        assertThat(rows(fetched(export(sales, "?reply_status=%E5%B7%B2%E5%9B%9E%E5%A4%8D&wechat_exchanged=true"))))
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row.get(1)).isEqualTo("张三"));
        assertThat(rows(fetched(export(sales, "?search=%E5%88%AB%E4%BA%BA")))).hasSize(1);
        assertThat(rows(fetched(export(sales, "?start_date=2024-03-02")))).hasSize(1);
        assertThat(rows(fetched(export(company.admin(), "")))).hasSize(4);
        assertThat(rows(fetched(export(TestCompany.create().admin(), "")))).hasSize(1);
    }

    @Test
    void more_rows_than_are_read_at_once_come_all_and_in_their_order() throws IOException {
        server.jdbc()
                .update(
                        """
                        insert into outreach (tenant_id, uuid, name, reply_status, wechat_exchanged, owner_id, team_id, created_by,
                            created_at, updated_at)
                        select ?, gen_random_uuid(), '人' || i, '未回复', false, ?, ?, ?, now() - i % 7 * interval '1 hour', now()
                        from generate_series(1, 4001) i""",
                        company.tenantId(),
                        sales.actor().staffId(),
                        sales.actor().teamId(),
                        sales.actor().staffId());
        Answer exported = export(sales, "");
        assertThat(exported.at("/data/total_records").asInt()).isEqualTo(4001);
        List<List<String>> rows = rows(fetched(exported));
        assertThat(rows).hasSize(4002);
        assertThat(rows.stream().skip(1).map(List::getFirst).distinct()).hasSize(4001);
        assertThat(rows.stream().skip(1).map(row -> row.get(9)).toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        String counted = sales.http().get("/api/contacts").at("/data/total").asString();
        assertThat(counted).isEqualTo("4001");
    }

    @Test
    void a_link_that_was_guessed_or_changed_does_not_open() {
        String link = link(export(sales, ""));
        String path = link.substring(0, link.indexOf('?'));
        String query = link.substring(link.indexOf('?') + 1);
        String expires = query.substring("expires=".length(), query.indexOf('&'));
        String signature = query.substring(query.indexOf("signature=") + "signature=".length());
        char last = signature.charAt(signature.length() - 1);
        String forged = signature.substring(0, signature.length() - 1) + (last == '0' ? '1' : '0');
        String later = Long.toString(Long.parseLong(expires) + 1);
        for (String changed : List.of(
                path,
                path + "?expires=" + expires,
                path + "?signature=" + signature,
                path + "?expires=" + expires + "&signature=" + forged,
                path + "?expires=" + later + "&signature=" + signature,
                path + "?expires=" + expires + "&expires=" + later + "&signature=" + signature,
                path + "?expires=" + expires + "&signature=" + signature + "&signature=" + signature,
                link + "&more=1",
                link + "&more=",
                path + "?expires=x&signature=" + signature,
                path + "?expires=" + "9".repeat(400) + "&signature=" + signature,
                path + "?expires=" + expires + "&signature=zz",
                path + "?expires=" + expires + "&signature=" + "0".repeat(5_000),
                path.replace("a", "%61") + "?" + query,
                "/media/exports/contacts_export_20240304_153045_a1b2c3d4.xlsx?" + query)) {
            OutreachBadInputTest.assertRefusal(server.http().get(changed), 403);
        }
        for (String changed : List.of("/" + link, link.replace("/exports/", "//exports/"))) {
            assertThat(RawHttp.send("GET " + changed + " HTTP/1.1", "Host: x")).startsWith("HTTP/1.1 403 ");
        }
        assertThat(server.http().get(link).status()).isEqualTo(200);
        assertThat(server.http()
                        .get(path + "?signature=" + signature + "&expires=" + expires)
                        .status())
                .isEqualTo(200);
        assertThat(sales.http().send("HEAD", link, null, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void no_path_leads_out_of_the_folder() {
        for (String name : List.of(
                "..%2Fsecrets%2Fjwt-key",
                "%2e%2e/secrets/jwt-key", "../secrets/jwt-key", "..%5csecrets", ".", "..", "")) {
            String answer = RawHttp.send("GET /media/exports/" + name + " HTTP/1.1", "Host: x");
            assertThat(answer)
                    .as(name)
                    .containsPattern("^HTTP/1.1 (400|403|404) ")
                    .contains("\"code\":4");
        }
        for (String name : List.of("../secrets/jwt-key", "/etc/passwd", "x", "", "draft1.part")) {
            assertThat(io.haina.testing.Refusal.of(
                            () -> server.bean(ExportFiles.class).find(name)))
                    .isInstanceOf(io.haina.problem.Problem.NotFound.class);
        }
    }

    @Test
    void after_a_day_the_link_is_closed_and_the_file_gone() throws IOException {
        String link = link(export(sales, ""));
        Path file =
                server.home().resolve("exports").resolve(link.substring(link.lastIndexOf('/') + 1, link.indexOf('?')));
        try {
            server.clock().advance(Duration.ofHours(23));
            server.bean(ExportFiles.class).sweep();
            assertThat(server.http().get(link).status()).isEqualTo(200);
            server.clock().advance(Duration.ofHours(1));
            Answer expired = server.http().get(link);
            OutreachBadInputTest.assertRefusal(expired, 403);
            assertThat(expired.at("/msg").asString()).isEqualTo("下载链接已过期");
            server.clock().advance(Duration.ofMinutes(1));
            server.bean(ExportFiles.class).sweep();
            assertThat(file).doesNotExist();
        } finally {
            server.clock().reset();
        }
        Files.deleteIfExists(file);
        OutreachBadInputTest.assertRefusal(
                server.http().get(link(export(sales, "")).replace("?", "x?")), 403);
    }

    @Test
    void a_good_link_to_a_file_that_is_gone_is_not_found() throws IOException {
        Answer exported = export(sales, "");
        Files.delete(server.home()
                .resolve("exports")
                .resolve(exported.at("/data/filename").asString()));
        OutreachBadInputTest.assertRefusal(server.http().get(link(exported)), 404);
    }

    @Test
    void an_export_that_fails_leaves_nothing() throws IOException {
        Path exports = server.home().resolve("exports");
        export(sales, "");
        long before = count(exports);
        sales.http().get("/api/contacts/export?start_date=x");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> server.bean(ExportFiles.class)
                        .make("x", "xlsx", server.clock().instant(), java.time.ZoneOffset.UTC, file -> {
                            throw new IllegalStateException("breaks off");
                        }))
                .hasMessage("breaks off");
        assertThat(count(exports)).isEqualTo(before);
        assertThat(names(exports)).noneMatch(name -> name.contains(".part"));
    }

    private static long count(Path folder) throws IOException {
        return names(folder).size();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Test
    void the_address_is_that_of_the_request_and_proxies_are_not_believed_unasked() {
        String url = sales.http()
                .send(
                        "GET",
                        "/api/contacts/export",
                        null,
                        Map.of(
                                "Forwarded",
                                "proto=https;host=evil.example",
                                "X-Forwarded-Host",
                                "evil.example",
                                "X-Forwarded-Proto",
                                "https"))
                .at("/data/download_url")
                .asString();
        assertThat(url).startsWith(server.address() + "/media/exports/");
        String byName = RawHttp.send(
                "GET /api/contacts/export HTTP/1.1",
                "Host: crm.example.com:8000",
                "Authorization: Bearer " + sales.token());
        assertThat(byName).contains("\"download_url\":\"http://crm.example.com:8000/media/exports/contacts_export_");
    }
}
