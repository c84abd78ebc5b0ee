package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.sheet.SheetLimits;
import io.haina.sheet.Sheets;
import io.haina.testing.Answer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native API's file of outreach records. */
class V1OutreachExportTest {

    private static final String PATH = "/api/v1/outreach/exports";

    @TempDir
    private Path folder;

    @Test
    void the_header_is_in_the_language_asked_for() throws IOException {
        Http sales = TestCompany.create().sales().http();
        assertThat(header(sales.post(PATH, Map.of()))).contains("姓名");
        assertThat(header(sales.post(PATH + "?language=en", Map.of()))).contains("Name", "WeChat exchanged");
        byte[] all = "{}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> english = Map.of("Accept-Language", "en-GB", "Content-Type", "application/json");
        assertThat(header(sales.send("POST", PATH, all, english))).contains("Name");
        assertThat(header(sales.send("POST", PATH + "?language=zh-CN", all, english)))
                .contains("姓名");
        assertThat(sales.post(PATH + "?language=fr", Map.of()).status()).isEqualTo(400);
    }

    private List<String> header(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        Path file = Files.write(folder.resolve("outreach.xlsx"), answer.bytes());
        List<List<String>> rows = new ArrayList<>();
        Sheets.read(file, SheetLimits.ofRows(1000), (number, cells) -> rows.add(cells));
        return rows.getFirst();
    }
}
