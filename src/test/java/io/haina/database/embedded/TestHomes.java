package io.haina.database.embedded;

import io.haina.home.HainaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Homes for tests: PostgreSQL's programs are unpacked once for all and hard-linked into each, which takes no time. */
final class TestHomes {

    private static final HainaHome SHARED = new HainaHome("target/embedded-postgres");

    private TestHomes() {}

    static synchronized HainaHome make(Path folder) throws IOException {
        Path programs = Binaries.unpack(SHARED);
        Path target = folder.resolve(programs.getFileName());
        List<Path> all;
        try (Stream<Path> found = Files.walk(programs)) {
            all = found.toList();
        }
        for (Path source : all) {
            Path copy = target.resolve(programs.relativize(source).toString());
            if (Files.isSymbolicLink(source)) {
                Files.createSymbolicLink(copy, Files.readSymbolicLink(source));
            } else if (Files.isDirectory(source)) {
                Files.createDirectories(copy);
            } else {
                Files.createLink(copy, source);
            }
        }
        return new HainaHome(folder.toString());
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /** The first column of the first row, as text. */
    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void tell(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The process of the server on a home. */
    static long serverPid(HainaHome home) throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("database/postmaster.pid"))
                .getFirst()
                .strip());
    }
}
