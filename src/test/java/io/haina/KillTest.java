package io.haina;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import io.haina.testing.Answer;
import io.haina.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole server, killed in the middle of its work, keeps every promise it made. */
class KillTest {

    private static final int WRITERS = 6;
    private static final int ANSWERS_BEFORE_THE_KILL = 300;
    private static final int ROWS = 3_000;
    private static final int NAMELESS = 500;
    private static final int ROWS_BEFORE_THE_KILL = 300;

    @TempDir
    Path home;

    private ServerProcess server;

    @BeforeEach
    void start() {
        server = new ServerProcess(home);
    }

    @AfterEach
    void end() throws InterruptedException {
        server.stop();
    }

    @Test
    void kill9_under_a_write_load_loses_no_answered_write_and_doubles_none() throws Exception {
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        Queue<String> unanswered = new ConcurrentLinkedQueue<>();
        AtomicInteger number = new AtomicInteger();
        String token = server.token();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(token, number, answered, unanswered));
            }
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> answered.size() >= ANSWERS_BEFORE_THE_KILL);
            server.kill();
        }
        assertThat(unanswered).as("every writer was cut off at work").hasSize(WRITERS);

        server.start();
        String again = server.token();
        Map<String, Integer> stored = stored(again);
        assertThat(stored.keySet()).containsAll(answered);
        assertThat(stored.values()).allMatch(times -> times == 1);
        assertThat(stored.size()).isBetween(answered.size(), answered.size() + unanswered.size());
        for (String name : unanswered) {
            int status = report(again, name);
            assertThat(status).as("sent once more").isEqualTo(stored.containsKey(name) ? 409 : 200);
        }
        int all = answered.size() + unanswered.size();
        assertThat(stored(again)).hasSize(all);
        assertThat(server.http(again)
                        .get("/api/stats/dashboard")
                        .at("/data/summary/total")
                        .intValue())
                .isEqualTo(all);
    }

    private void write(String token, AtomicInteger number, Queue<String> answered, Queue<String> unanswered) {
        while (true) {
            String name = "第" + number.incrementAndGet() + "号客户";
            try {
                assertThat(report(token, name)).isEqualTo(200);
                answered.add(name);
            } catch (UncheckedIOException cutOff) {
                unanswered.add(name);
                return;
            }
        }
    }

    private int report(String token, String name) {
        return server.http(token)
                .post("/api/customers", Map.of("customer_name", name, "contact_person", "某人"))
                .status();
    }

    private Map<String, Integer> stored(String token) {
        Map<String, Integer> stored = new HashMap<>();
        long total;
        int page = 0;
        do {
            page++;
            JsonNode data = server.http(token)
                    .get("/api/customers?limit=100&page=" + page)
                    .at("/data");
            data.at("/customers")
                    .forEach(row -> stored.merge(row.at("/customer_name").stringValue(), 1, Integer::sum));
            total = data.at("/pagination/total").longValue();
        } while (page * 100L < total);
        return stored;
    }

    @Test
    void kill9_in_the_middle_of_an_import_neither_loses_a_row_nor_doubles_one() throws Exception {
        String token = wukongToken();
        String job = upload(token, leads());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> done(token, job).asInt(0) >= ROWS_BEFORE_THE_KILL);
        assertThat(done(token, job).isNull()).as("still at work").isFalse();
        server.kill();

        server.start();
        String again = wukongToken();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> done(again, job).isNull());
        Answer info = wukong(again, "/api/system/message/queryImportInfo?messageId=" + job);
        assertThat(info.at("/totalSize").asInt()).isEqualTo(ROWS);
        assertThat(info.at("/errSize").asInt()).isEqualTo(ROWS / NAMELESS);
        Map<String, Integer> made = new HashMap<>();
        for (int page = 1; page <= ROWS / 100; page++) {
            wukong(again, "/api/CrmLeads/queryPageList?limit=100&page=" + page)
                    .at("/data/list")
                    .forEach(row -> made.merge(row.path("leadsName").asString(), 1, Integer::sum));
        }
        assertThat(made).hasSize(ROWS - ROWS / NAMELESS);
        assertThat(made.values()).allMatch(times -> times == 1);
    }

    private Path leads() {
        Path file = home.resolve("leads.xlsx");
        var look = new SheetLook("线索", "线索导入模板(*)为必填项", List.of("线索名称(*)", "手机"), false);
        try (SheetWriter writer = Sheets.write(file, SheetFormat.XLSX, look)) {
            for (int row = 0; row < ROWS; row++) {
                writer.row(List.of(row % NAMELESS == 0 ? "" : "线索" + row, "138" + (10_000_000 + row)));
            }
            writer.finish();
        }
        return file;
    }

    private String wukongToken() {
        return server.http(null)
                .get("/api/login?username=admin&password=admin123")
                .at("/Admin-Token")
                .stringValue();
    }

    private String upload(String token, Path file) throws IOException {
        Answer answer = server.http(null)
                .upload(
                        "/api/CrmLeads/uploadExcel?repeatHandling=2",
                        "file",
                        "leads.xlsx",
                        Files.readAllBytes(file),
                        Map.of("Admin-Token", token));
        assertThat(answer.at("/code").asInt(-1)).as(answer::toString).isZero();
        return answer.at("/data").asString();
    }

    private JsonNode done(String token, String job) {
        return wukong(token, "/api/system/message/queryImportNum?messageId=" + job)
                .at("/data");
    }

    private Answer wukong(String token, String path) {
        return server.http(null).send("GET", path, null, Map.of("Admin-Token", token));
    }
}
