package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.customer.CustomerRecords;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.Sheets;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The native API's exports. */
class ExportsApiTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static final TestCompany.Person OWNER = COMPANY.sales();
    private static final Http HTTP = OWNER.http();

    @TempDir
    private Path folder;

    private static Answer done(Answer answer, int status) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        return answer;
    }

    @Test
    void an_export_has_what_the_list_shows_and_nothing_more() throws IOException {
        long mine = HainaServer.get().bean(CustomerRecords.class).add(OWNER.actor(), Map.of("name", "北方文书客户"));
        long other = HainaServer.get()
                .bean(CustomerRecords.class)
                .add(COMPANY.south().getFirst().actor(), Map.of("name", "南方文书客户"));
        JsonNode filter = HTTP.get("/api/v1/customers/" + mine).at("/values/name");
        Map<String, Object> wanted = Map.of(
                "filter",
                Map.of("field", "name", "operator", "is", "values", List.of(filter.asString())),
                "fields",
                List.of("ownerId", "name", "status", "locked", "pooledAt"));
        Answer job = exported(done(HTTP.post("/api/v1/customers/exports", wanted), 202));
        assertThat(job.at("/state").asString()).isEqualTo("done");
        Answer file = done(HTTP.get("/api/v1/jobs/" + job.at("/id").asLong() + "/result"), 200);
        assertThat(file.header("Content-Disposition")).contains("customers.xlsx");
        List<List<String>> rows = new ArrayList<>();
        Sheets.read(
                Files.write(folder.resolve("export.xlsx"), file.bytes()),
                SheetLimits.ofRows(100),
                (number, cells) -> rows.add(cells));
        assertThat(rows)
                .containsExactly(
                        List.of("负责人", "客户名称", "状态", "锁定", "入公海时间"),
                        List.of(OWNER.name(), filter.asString(), "跟进中", "否"));
        Answer foreign =
                exported(done(HTTP.post("/api/v1/customers/exports", Map.of("ids", List.of(mine, other))), 202));
        assertThat(foreign.at("/state").asString()).isEqualTo("failed");
        for (String bad : List.of(
                "{\"fields\":[\"nothing\"]}",
                "{\"fields\":[null]}",
                "{\"format\":\"pdf\"}",
                "{\"filter\":{\"field\":\"nothing\",\"operator\":\"is\",\"values\":[\"x\"]}}",
                "{\"filter\":7}",
                "{\"ids\":[\"x\"]}",
                "{\"q\":\"a\\u0000\"}",
                "[]")) {
            done(HTTP.post("/api/v1/customers/exports", bad), 400);
        }
        done(HTTP.post("/api/v1/leads/exports", Map.of("pool", true)), 400);
        done(HTTP.post("/api/v1/customers/exports", Map.of("scene", 999_999_999)), 404);
    }

    private static Answer exported(Answer begun) {
        String job = begun.header("Location");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !HTTP.get(job).at("/endedAt").isNull());
        return HTTP.get(job);
    }
}
