package io.haina;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole server, killed in the middle of its work, keeps every promise it made. */
class KillTest {

    private static final int WRITERS = 6;
    private static final int ANSWERS_BEFORE_THE_KILL = 300;

    @TempDir
    Path home;

    private Process server;
    private int port;

    @AfterEach
    void end() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(60, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void kill9_under_a_write_load_loses_no_answered_write_and_doubles_none() throws Exception {
        start();
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        Queue<String> unanswered = new ConcurrentLinkedQueue<>();
        AtomicInteger number = new AtomicInteger();
        String token = token();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(token, number, answered, unanswered));
            }
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> answered.size() >= ANSWERS_BEFORE_THE_KILL);
            server.toHandle().destroyForcibly();
        }
        server.waitFor();
        assertThat(unanswered).as("every writer was cut off at work").hasSize(WRITERS);

        start();
        String again = token();
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
        assertThat(http(again)
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
        return http(token)
                .post("/api/customers", Map.of("customer_name", name, "contact_person", "某人"))
                .status();
    }

    private Map<String, Integer> stored(String token) {
        Map<String, Integer> stored = new HashMap<>();
        long total;
        int page = 0;
        do {
            page++;
            JsonNode data =
                    http(token).get("/api/customers?limit=100&page=" + page).at("/data");
            data.at("/customers")
                    .forEach(row -> stored.merge(row.at("/customer_name").stringValue(), 1, Integer::sum));
            total = data.at("/pagination/total").longValue();
        } while (page * 100L < total);
        return stored;
    }

    private String token() {
        return http(null)
                .post("/api/auth/login", Map.of("username", "admin", "password", "admin123"))
                .at("/data/token")
                .stringValue();
    }

    private Http http(String token) {
        return Http.to(URI.create("http://127.0.0.1:" + port), token);
    }

    private void start() throws IOException {
        port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Haina.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--haina.home=" + home.resolve("home")));
        Path log = home.resolve("server.log");
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .conditionEvaluationListener(condition -> assertThat(server.isAlive())
                        .withFailMessage(() -> read(log))
                        .isTrue())
                .until(this::answers);
    }

    private boolean answers() {
        try {
            return http(null).get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
