package io.haina.stats;

import io.haina.testing.HainaServer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Holds the server's own folding back, so that a test decides how much is folded. */
final class Folding implements AutoCloseable {

    private static final long LOCK = 0x74616c6c79L;

    private final HainaServer server;
    private final Connection connection;

    private Folding(HainaServer server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    static Folding heldBack(HainaServer server) throws SQLException {
        Connection connection = server.bean(DataSource.class).getConnection();
        call(connection, "select pg_advisory_lock(" + LOCK + ")");
        return new Folding(server, connection);
    }

    /** Folds so many of the deltas that there are. */
    void some(int deltas) {
        server.bean(TallyStore.class).fold(deltas);
    }

    /** Folds until nothing of a tenant is left, even where the server's own folding is at it. */
    static void all(HainaServer server, long tenantId) {
        boolean left = true;
        while (left) {
            server.bean(Tallies.class).fold();
            left = !server.jdbc()
                    .queryForList("select 1 from tally_delta where tenant_id = ? limit 1", tenantId)
                    .isEmpty();
        }
    }

    private static void call(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            call(connection, "select pg_advisory_unlock(" + LOCK + ")");
        }
    }
}
