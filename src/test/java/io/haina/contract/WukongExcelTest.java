package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import io.haina.testing.Answer;
import io.haina.testing.TestCompany;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Document 002's spreadsheets, as its clients use them. */
class WukongExcelTest {

    private static final List<String> HEADER = List.of("线索名称(*)", "手机", "线索来源");

    private final TestCompany company = TestCompany.create();
    private final Wukong sales = Wukong.signIn(company.sales().staff().username(), TestCompany.PASSWORD);

    @TempDir
    Path folder;

    private byte[] file(SheetFormat format, List<String> header, List<List<String>> rows) throws IOException {
        Path file = folder.resolve("sent." + format.extension());
        try (SheetWriter writer = Sheets.write(file, format, new SheetLook("s", "线索导入模板(*)为必填项", header, false))) {
            rows.forEach(writer::row);
            writer.finish();
        }
        return Files.readAllBytes(file);
    }

    private static Answer upload(Wukong client, String path, byte[] file, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"导入.xls\"\r\n"
                        + "Content-Type: application/vnd.ms-excel\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send("POST", path, body.toByteArray(), "multipart/form-data; boundary=b");
    }

    private static String finished(Wukong client, Answer upload) {
        assertThat(upload.at("/code").asInt()).as(upload::toString).isZero();
        String id = upload.at("/data").asString();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> client.form("/api/system/message/queryImportNum", "messageId", id)
                        .at("/data")
                        .isNull());
        return id;
    }

    private List<List<String>> rows(Answer answer) throws IOException {
        Path file = Files.write(folder.resolve("answered"), answer.bytes());
        List<List<String>> rows = new ArrayList<>();
        Sheets.read(file, SheetLimits.ofRows(200_000), (number, cells) -> rows.add(cells));
        return rows;
    }

    @Test
    void an_import_answers_at_once_and_is_asked_after_until_its_end() throws IOException {
        byte[] sent = file(
                SheetFormat.XLS,
                HEADER,
                List.of(List.of("导入线索一", "13800138000", "广告"), List.of("", "1", ""), List.of("导入线索三", "=1+1", "没有")));
        String id = finished(sales, upload(sales, "/api/CrmLeads/uploadExcel", sent, Map.of("repeatHandling", "1")));
        Answer info = sales.form("/api/system/message/queryImportInfo", "messageId", id);
        assertThat(info.at("/code").asInt()).isZero();
        assertThat(info.at("/totalSize").asInt()).isEqualTo(3);
        assertThat(info.at("/errSize").asInt()).isEqualTo(2);
        Answer errors = sales.get("/api/system/message/downImportError", "messageId", id);
        assertThat(errors.header("Content-Type")).isEqualTo(SheetFormat.XLSX.mediaType());
        assertThat(rows(errors))
                .containsExactly(
                        List.of("错误原因", "线索名称(*)", "手机", "线索来源"),
                        List.of("必填字段未填写", "", "1"),
                        List.of("线索来源不是允许的选项", "导入线索三", "=1+1", "没有"));
        Answer list = sales.json("/api/CrmLeads/queryPageList", Map.of("page", 1, "limit", 10));
        assertThat(list.at("/data/totalRow").asInt()).as(list::toString).isEqualTo(1);
    }

    @Test
    void a_template_that_is_filled_in_is_imported() throws IOException {
        Answer template = sales.get("/api/CrmCustomer/downloadExcel");
        assertThat(template.header("Content-Type")).isEqualTo("application/vnd.ms-excel");
        assertThat(template.header("Content-Disposition")).contains(".xls");
        List<List<String>> rows = rows(template);
        assertThat(rows.getFirst()).hasSize(1);
        List<String> header = rows.getLast();
        assertThat(header).contains("客户名称(*)");
        List<String> row = new ArrayList<>(Collections.nCopies(header.size(), ""));
        row.set(header.indexOf("客户名称(*)"), "模板客户");
        for (SheetFormat format : SheetFormat.values()) {
            row.set(header.indexOf("客户名称(*)"), "模板客户" + format);
            String id = finished(
                    sales, upload(sales, "/api/CrmCustomer/uploadExcel", file(format, header, List.of(row)), Map.of()));
            Answer info = sales.form("/api/system/message/queryImportInfo", "messageId", id);
            assertThat(info.at("/errSize").asInt()).isZero();
        }
        Answer checked = company.sales()
                .http()
                .get("/api/customers/check-duplicate?customer_name="
                        + java.net.URLEncoder.encode("模板客户XLS", StandardCharsets.UTF_8));
        assertThat(checked.text()).as("what was imported here is taken there").contains("模板客户XLS");
    }

    @Test
    void what_is_no_spreadsheet_is_refused_in_the_envelope() throws IOException {
        byte[] text = "a,b".getBytes(StandardCharsets.UTF_8);
        assertThat(upload(sales, "/api/CrmLeads/uploadExcel", text, Map.of())
                        .at("/msg")
                        .asString())
                .isEqualTo("文件不是Excel文件");
        assertThat(sales.form("/api/CrmLeads/uploadExcel").at("/code").asInt()).isEqualTo(500);
        assertThat(sales.get("/api/CrmLeads/uploadExcel").at("/code").asInt()).isEqualTo(500);
        byte[] fine = file(SheetFormat.XLSX, HEADER, List.of(List.of("a", "", "")));
        assertThat(upload(sales, "/api/CrmLeads/uploadExcel", fine, Map.of("repeatHandling", "3"))
                        .at("/code")
                        .asInt())
                .isEqualTo(500);
        assertThat(upload(new Wukong(null), "/api/CrmLeads/uploadExcel", fine, Map.of())
                        .at("/code")
                        .asInt())
                .isEqualTo(302);
        List<List<String>> many = IntStream.rangeClosed(0, 10_000)
                .mapToObj(n -> List.of("线索" + n, "", ""))
                .toList();
        assertThat(upload(sales, "/api/CrmLeads/uploadExcel", file(SheetFormat.XLSX, HEADER, many), Map.of())
                        .at("/msg")
                        .asString())
                .contains("行数过多");
    }

    @Test
    void nobody_asks_after_anothers_import() throws IOException {
        byte[] sent = file(SheetFormat.XLSX, HEADER, List.of(List.of("别人的", "", "")));
        String id = finished(sales, upload(sales, "/api/CrmLeads/uploadExcel", sent, Map.of()));
        Wukong other = Wukong.signIn(company.east().get(1).staff().username(), TestCompany.PASSWORD);
        for (String call : List.of("queryImportNum", "queryImportInfo", "stopImport", "downImportError")) {
            Answer answer = other.form("/api/system/message/" + call, "messageId", id);
            assertThat(answer.at("/code").asInt()).as(answer::toString).isEqualTo(500);
        }
        assertThat(sales.form("/api/system/message/queryImportNum", "messageId", "x")
                        .at("/code")
                        .asInt())
                .isEqualTo(500);
        assertThat(sales.form("/api/system/message/stopImport", "messageId", id)
                        .at("/code")
                        .asInt())
                .isZero();
    }

    @Test
    void exports_are_xls_files_of_what_one_sees() throws IOException {
        Wukong other = Wukong.signIn(company.south().getFirst().staff().username(), TestCompany.PASSWORD);
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            Answer made = sales.json(
                    "/api/CrmLeads/addOrUpdate", Map.of("entity", Map.of("leads_name", "导出线索" + n, "mobile", "=" + n)));
            ids.add(made.at("/data/id").asString());
            other.json("/api/CrmLeads/addOrUpdate", Map.of("entity", Map.of("leads_name", "别人的导出线索" + n)));
        }
        Answer all = sales.form("/api/CrmLeads/allExportExcel", "search", "");
        assertThat(all.header("Content-Type")).isEqualTo("application/vnd.ms-excel");
        assertThat(all.header("Content-Disposition")).isEqualTo("attachment;filename=leads.xls");
        List<List<String>> rows = rows(all);
        assertThat(rows).hasSize(7);
        assertThat(rows.get(1)).contains("线索名称", "手机", "负责人");
        int name = rows.get(1).indexOf("线索名称");
        assertThat(rows.stream().skip(2).map(row -> row.get(name)))
                .containsExactlyInAnyOrder("导出线索0", "导出线索1", "导出线索2", "导出线索3", "导出线索4");
        assertThat(rows.get(2)).contains(company.sales().name());
        assertThat(rows(sales.form("/api/CrmLeads/allExportExcel", "search", "线索3")))
                .hasSize(3);
        assertThat(rows(sales.form("/api/CrmLeads/batchExportExcel", "leadsIds", ids.get(0) + "," + ids.get(1))))
                .hasSize(4);
        assertThat(rows(sales.get("/api/CrmLeads/batchExportExcel", "ids", ids.get(2))))
                .hasSize(3);
        Answer refused = other.form("/api/CrmLeads/batchExportExcel", "leadsIds", ids.get(0));
        assertThat(refused.at("/code").asInt()).as(refused::toString).isEqualTo(500);
    }
}
