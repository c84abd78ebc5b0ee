package io.haina.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool's connections for whoever has waited longest. The pool alone lets who comes now overtake who waits, so that with
 * more requests than connections a few of them wait very long; nobody waits in the pool any more, but before it, in a queue.
 */
final class ConnectionsInTurn extends DelegatingDataSource {

    private final Semaphore turns;
    private final long patience;

    /** As many at once as the pool has, and waiting as long as the pool would let them wait. */
    ConnectionsInTurn(HikariDataSource pool) {
        super(pool);
        turns = new Semaphore(pool.getMaximumPoolSize(), true);
        patience = pool.getConnectionTimeout();
    }

    /** @throws TransientDataAccessResourceException if the turn does not come in time, or the database is away */
    @Override
    public Connection getConnection() throws SQLException {
        await();
        Connection connection = null;
        try {
            connection = super.getConnection();
            return givenBackOnce(connection);
        } catch (SQLTransientConnectionException e) {
            throw new TransientDataAccessResourceException("the database is away", e);
        } finally {
            if (connection == null) {
                turns.release();
            }
        }
    }

    private void await() {
        try {
            if (!turns.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                throw new TransientDataAccessResourceException(
                        "no connection within " + patience + " ms, " + waiting() + " more wait");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("interrupted while waiting for a connection", e);
        }
    }

    /** How many wait for a connection now. */
    int waiting() {
        return turns.getQueueLength();
    }

    @SuppressWarnings("ReferenceEquality")
    private Connection givenBackOnce(Connection connection) {
        AtomicBoolean givenBack = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                ConnectionsInTurn.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, values) -> switch (method.getName()) {
                    case "equals" -> self == values[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "close" -> {
                        giveBack(connection, givenBack);
                        yield null;
                    }
                    default -> called(connection, method, values);
                });
    }

    private void giveBack(Connection connection, AtomicBoolean givenBack) throws SQLException {
        try {
            connection.close();
        } finally {
            if (givenBack.compareAndSet(false, true)) {
                turns.release();
            }
        }
    }

    private static @Nullable Object called(Connection connection, Method method, Object @Nullable [] values)
            throws Throwable {
        try {
            return method.invoke(connection, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
