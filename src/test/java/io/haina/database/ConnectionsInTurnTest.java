package io.haina.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.haina.testing.HainaServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Who waits for a connection, and for how long. */
class ConnectionsInTurnTest {

    private static final int PEOPLE = 20;
    private static final int ROUNDS = 5;

    private final HikariDataSource pool = new HikariDataSource();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void whoever_has_waited_longest_is_next_and_nobody_who_comes_later_overtakes() throws Exception {
        ConnectionsInTurn connections = of(HainaServer.get().bean(DataSource.class), 1, 60_000);
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        try (Connection held = connections.getConnection()) {
            for (int i = 0; i < PEOPLE; i++) {
                int person = i;
                waiting.add(Thread.ofVirtual().start(() -> serve(connections, person, served)));
                while (connections.waiting() <= i) {
                    Thread.onSpinWait();
                }
            }
            assertThat(held.isValid(1)).isTrue();
        }
        for (Thread each : waiting) {
            each.join();
        }

        assertThat(served)
                .startsWith(IntStream.range(0, PEOPLE).boxed().toArray(Integer[]::new))
                .hasSize(PEOPLE * ROUNDS);
        assertThat(connections.waiting()).isZero();
    }

    private static void serve(ConnectionsInTurn connections, int person, List<Integer> served) {
        for (int round = 0; round < ROUNDS; round++) {
            try (Connection connection = connections.getConnection()) {
                served.add(person);
                connection.createStatement().execute("select 1");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void whose_turn_does_not_come_in_time_is_told_so_and_the_next_ones_are_served() throws Exception {
        ConnectionsInTurn connections = of(HainaServer.get().bean(DataSource.class), 1, 250);
        try (Connection held = connections.getConnection()) {
            assertThatExceptionOfType(TransientDataAccessResourceException.class)
                    .isThrownBy(connections::getConnection)
                    .withMessageStartingWith("no connection within 250 ms");
            assertThat(held.unwrap(PGConnection.class).getBackendPID()).isPositive();
        }

        connections.getConnection().close();
    }

    @Test
    void a_connection_that_is_closed_twice_gives_one_turn_back() throws Exception {
        ConnectionsInTurn connections = of(HainaServer.get().bean(DataSource.class), 1, 250);
        Connection twice = connections.getConnection();
        twice.close();
        twice.close();

        try (Connection held = connections.getConnection()) {
            assertThat(held).isEqualTo(held).isNotEqualTo(twice);
            assertThatExceptionOfType(TransientDataAccessResourceException.class)
                    .isThrownBy(connections::getConnection)
                    .withMessageStartingWith("no connection within 250 ms");
        }
    }

    @Test
    void a_database_that_is_away_keeps_no_turn() {
        ConnectionsInTurn connections = of(new Away(), 2, 250);

        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(TransientDataAccessResourceException.class)
                    .isThrownBy(connections::getConnection)
                    .withMessageStartingWith("the database is away");
        }
    }

    private ConnectionsInTurn of(DataSource database, int most, long patience) {
        pool.setDataSource(database);
        pool.setMaximumPoolSize(most);
        pool.setConnectionTimeout(patience);
        pool.setInitializationFailTimeout(-1);
        return new ConnectionsInTurn(pool);
    }

    private static final class Away extends AbstractDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("away");
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            throw new SQLException("away");
        }
    }
}
