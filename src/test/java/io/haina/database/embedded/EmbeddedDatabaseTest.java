package io.haina.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.home.HainaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

    @TempDir
    static Path folder;

    static HainaHome home;
    static EmbeddedDatabase database;

    @BeforeAll
    static void firstStart() throws IOException {
        home = TestHomes.make(folder);
        database = EmbeddedDatabase.start(home);
        database.getJdbcUrl();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "secrets, rwx------",
        "secrets/database, rw-------",
        "secrets/database-superuser, rw-------",
        "database, rwx------",
        "database/postgresql.conf, rw-------",
        "database/pg_hba.conf, rw-------",
        "database-log, rwx------"
    })
    void onlyTheOwnerReadsWhatTheFirstStartMakes(String name, String mode) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name))))
                .isEqualTo(mode);
    }

    @Test
    void everyConnectionNeedsItsPassword() throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("database/pg_hba.conf"))) {
            assertThat(lines.filter(line -> !line.startsWith("#") && !line.isBlank()))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"haina", "postgres"})
    void aWrongPasswordIsRefused(String role) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), role, "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void theSuperuserHasAPasswordOfItsOwn() throws SQLException {
        String password = home.password("database-superuser");
        assertThat(password).hasSize(43).isNotEqualTo(home.password("database"));
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), "postgres", password)) {
            assertThat(TestHomes.ask(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("t");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "max_connections, 50",
        "jit, off",
        "log_timezone, UTC",
        "server_encoding, UTF8"
    })
    void settingsAreDurableAndTheSameEverywhere(String name, String value) throws SQLException {
        try (Connection connection = TestHomes.connect(database)) {
            assertThat(TestHomes.ask(connection, "SHOW " + name)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 128", "4, 512", "512, 1024"})
    void itKeepsPagesInAnEighthOfTheMemoryWithinBounds(long gigabytes, long buffers) {
        assertThat(Cluster.settings(gigabytes << 30)).contains("\nshared_buffers = " + buffers + "MB\n");
    }

    @Test
    void theApplicationOwnsItsDatabaseAndNothingElse() throws SQLException {
        try (Connection connection = TestHomes.connect(database)) {
            assertThat(TestHomes.ask(connection, """
                            SELECT format('%s %s %s %s', rolname, rolsuper, rolcreatedb, rolcreaterole)
                            FROM pg_roles WHERE rolname = current_user""")).isEqualTo("haina f f f");
            assertThat(TestHomes.ask(
                            connection, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'haina'"))
                    .isEqualTo("haina");
            assertThatThrownBy(() -> TestHomes.tell(connection, "ALTER SYSTEM SET fsync = off"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theApplicationMakesTrustedExtensionsAndTheySeeChinese() throws SQLException {
        try (Connection connection = TestHomes.connect(database)) {
            TestHomes.tell(connection, "CREATE EXTENSION btree_gin");
            TestHomes.tell(connection, "CREATE EXTENSION pg_trgm");
            assertThat(TestHomes.ask(connection, "SELECT cardinality(show_trgm('腾讯科技'))"))
                    .isEqualTo("5");
        }
    }

    @Test
    void aSecondOwnerIsRefusedAtOnce() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                .isInstanceOf(StartFailure.class)
                .hasMessage("Another Haina already runs on " + home.path() + ".");
    }
}
