package io.haina.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.home.HainaHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    private static final int ANSWERED_BEFORE_THE_KILL = 100;

    @TempDir
    Path folder;

    HainaHome home;
    Process spawned;

    @BeforeEach
    void makeHome() throws IOException {
        home = TestHomes.make(folder);
    }

    @Test
    void aRestartKeepsDataAndPasswords() throws Exception {
        String password = startAnd("CREATE TABLE kept AS SELECT 42 AS answer");
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
        try (EmbeddedDatabase again = EmbeddedDatabase.start(home);
                Connection connection = TestHomes.connect(again)) {
            assertThat(TestHomes.ask(connection, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(again.getPassword()).isEqualTo(password);
        }
    }

    @Test
    void theRoleOfAnOlderFolderIsKeyedWithFewRounds() throws Exception {
        String password = startAnd("ALTER ROLE haina PASSWORD '%s'".formatted(home.password("database")));
        Files.delete(home.resolve("database/haina.keyed"));
        try (EmbeddedDatabase again = EmbeddedDatabase.start(home);
                Connection superuser = DriverManager.getConnection(
                        again.getJdbcUrl(), "postgres", home.password("database-superuser"))) {
            assertThat(TestHomes.ask(superuser, "SELECT rolpassword FROM pg_authid WHERE rolname = 'haina'"))
                    .startsWith("SCRAM-SHA-256$1:");
            assertThat(again.getPassword()).isEqualTo(password);
            TestHomes.connect(again).close();
        }
    }

    @Test
    void kill9OfTheServerLosesNoAnsweredWriteAndItsOrphanIsEnded() throws Exception {
        Process server = spawn();
        long answered = 0;
        try (BufferedReader answers = server.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                answered = Long.parseLong(line);
                if (answered == ANSWERED_BEFORE_THE_KILL) {
                    server.toHandle().destroyForcibly();
                }
            }
        }
        server.waitFor();
        ProcessHandle orphan = ProcessHandle.of(TestHomes.serverPid(home)).orElseThrow();
        assertThat(answered).isGreaterThanOrEqualTo(ANSWERED_BEFORE_THE_KILL);
        assertThat(orphan.info().command()).isPresent();

        try (EmbeddedDatabase again = EmbeddedDatabase.start(home);
                Connection connection = TestHomes.connect(again)) {
            assertThat(orphan.info().command()).isEmpty();
            long stored = Long.parseLong(TestHomes.ask(connection, "SELECT count(*) FROM written"));
            assertThat(stored).isBetween(answered, answered + 1);
            assertThat(TestHomes.ask(connection, "SELECT count(DISTINCT id) FROM written WHERE id <= " + answered))
                    .isEqualTo(Long.toString(answered));
        }
        assertNothingRuns();
    }

    @Test
    void kill9OfBothLosesNothingEither() throws Exception {
        Process server = spawn();
        long answered;
        try (BufferedReader answers = server.inputReader(StandardCharsets.UTF_8)) {
            answered = Long.parseLong(answers.readLine());
            server.toHandle().destroyForcibly();
            ProcessHandle postgres = ProcessHandle.of(TestHomes.serverPid(home)).orElseThrow();
            postgres.destroyForcibly();
        }
        server.waitFor();
        try (EmbeddedDatabase again = EmbeddedDatabase.start(home);
                Connection connection = TestHomes.connect(again)) {
            assertThat(Long.parseLong(TestHomes.ask(connection, "SELECT count(*) FROM written")))
                    .isGreaterThanOrEqualTo(answered);
        }
    }

    @Test
    void kill9DuringTheFirstInitialisationIsRecovered() throws Exception {
        Process server = spawn();
        Path halfMade = home.resolve("database.new/base");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> Files.exists(halfMade));
        server.destroyForcibly().waitFor();
        assertThat(home.resolve("database")).doesNotExist();

        startAnd("CREATE TABLE fine (id int)");
        assertThat(home.resolve("database.new")).doesNotExist();
        assertNothingRuns();
    }

    @Test
    void thePidFileOfADeadProcessDoesNotBlock() throws Exception {
        startAnd("CREATE TABLE kept (id int)");
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        leavePidFile(dead.pid());
        startAnd("DROP TABLE kept");
    }

    @Test
    void aPidThatNowBelongsToAnotherProgramNeitherBlocksNorIsTouched() throws Exception {
        startAnd("CREATE TABLE kept (id int)");
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            leavePidFile(other.pid());
            startAnd("DROP TABLE kept");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        if (spawned != null) {
            spawned.destroyForcibly().waitFor();
        }
        Orphans.end(home, Tools.of(home, Binaries.unpack(home)));
    }

    private String startAnd(String sql) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home);
                Connection connection = TestHomes.connect(database)) {
            TestHomes.tell(connection, sql);
            return database.getPassword();
        }
    }

    private void leavePidFile(long pid) throws IOException {
        Files.writeString(
                home.resolve("database/postmaster.pid"),
                "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n  1234567         1\nready   \n"
                        .formatted(pid, home.resolve("database")));
    }

    private Process spawn() throws IOException {
        spawned = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingServer.class.getName(),
                        home.path().toString())
                .redirectError(folder.resolve("server.err").toFile())
                .start();
        return spawned;
    }

    private void assertNothingRuns() throws IOException {
        String programs = home.path().toRealPath().toString();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            assertThat(all.map(process -> process.info().command().orElse("")))
                    .noneMatch(command -> command.startsWith(programs));
        }
    }
}
