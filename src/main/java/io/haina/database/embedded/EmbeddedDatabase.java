package io.haina.database.embedded;

import io.haina.database.SoleNode;
import io.haina.home.HainaHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of our own on a home, which starts while the rest of the server is being built: asking how to connect
 * waits for it, and throws {@link StartFailure} if it could not start. Closing it stops PostgreSQL and frees the home.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, SoleNode, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int ATTEMPTS = 3;
    private static final int ANY_PORT = 0;

    private final HomeLock lock;
    private final CompletableFuture<Running> server;
    private boolean closed;

    private EmbeddedDatabase(HomeLock lock, CompletableFuture<Running> server) {
        this.lock = lock;
        this.server = server;
    }

    /** Takes the home at once, or throws {@link StartFailure} if another server has it; returns before PostgreSQL runs. */
    public static EmbeddedDatabase start(HainaHome home) {
        HomeLock lock = HomeLock.take(home);
        return new EmbeddedDatabase(
                lock,
                CompletableFuture.supplyAsync(
                        () -> run(home), Thread.ofPlatform().name("embedded-database")::start));
    }

    private static Running run(HainaHome home) {
        Path binaries = Binaries.unpack(home);
        Tools tools = Tools.of(home, binaries);
        Orphans.end(home, tools);
        Path data = Cluster.prepare(home, tools, binaries);
        for (int attempt = 1; ; attempt++) {
            int port = freePort(ANY_PORT);
            if (tools.run(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-t",
                    "86400",
                    "-s",
                    "-D",
                    data.toString(),
                    "-l",
                    tools.log().toString(),
                    "-o",
                    "-p " + port)) {
                LOG.info("PostgreSQL runs on 127.0.0.1:{} with its data in {}", port, data);
                return new Running(tools, data, port, home.password("database"));
            }
            if (attempt == ATTEMPTS || isFree(port)) {
                throw tools.failure("server");
            }
        }
    }

    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on 127.0.0.1", e);
        }
    }

    private static boolean isFree(int port) {
        try {
            return freePort(port) == port;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Running await() {
        try {
            return server.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The URL of the database {@code haina} for its owner. */
    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=haina&sslmode=disable&gssEncMode=disable&reWriteBatchedInserts=true"
                .formatted(await().port(), Cluster.DATABASE);
    }

    /** A role that owns its database and is no superuser. */
    @Override
    public String getUsername() {
        return Cluster.ROLE;
    }

    @Override
    public String getPassword() {
        return await().password();
    }

    /** Stops PostgreSQL once; must come after whoever uses it has closed its connections. Throws nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            if (server.handle((running, failure) -> failure == null).join()) {
                Running running = await();
                Orphans.stop(running.tools(), running.data());
                LOG.info("PostgreSQL has stopped");
            }
        }
    }

    private record Running(Tools tools, Path data, int port, String password) {}
}
