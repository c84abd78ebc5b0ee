package io.haina.database.embedded;

import io.haina.home.HainaHome;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;

/** A process to be killed: writes numbered rows one commit at a time and prints each number once it is committed. */
final class WritingServer {

    private WritingServer() {}

    public static void main(String[] arguments) throws SQLException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        EmbeddedDatabase database = EmbeddedDatabase.start(new HainaHome(arguments[0]));
        try (Connection connection = TestHomes.connect(database)) {
            TestHomes.tell(connection, "CREATE TABLE written (id bigint PRIMARY KEY)");
            for (long id = 1; ; id++) {
                TestHomes.tell(connection, "INSERT INTO written VALUES (" + id + ")");
                answers.println(id);
                answers.flush();
            }
        }
    }
}
