package io.haina.database.embedded;

import io.haina.home.HainaHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a killed server left running. Only whoever holds the home's lock may ask for it, so every program that runs
 * from the home's own binaries is an orphan, whatever the pid file says; a pid that now belongs to another program is
 * never touched.
 */
final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int ROUNDS = 5;
    private static final int GENTLE_ROUNDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Orphans() {}

    /** Returns when none is left; their committed transactions are in the data folder. */
    static void end(HainaHome home, Tools tools) {
        Path data = home.resolve(Cluster.FOLDER);
        Path pidFile = data.resolve("postmaster.pid");
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<ProcessHandle> orphans = running(home);
                if (orphans.isEmpty()) {
                    Files.deleteIfExists(pidFile);
                    return;
                }
                LOG.warn("Stopping what a killed server left running: {}", orphans);
                if (round < GENTLE_ROUNDS && isAmong(orphans, pidFile)) {
                    stop(tools, data);
                } else {
                    orphans.forEach(round < GENTLE_ROUNDS ? ProcessHandle::destroy : ProcessHandle::destroyForcibly);
                }
                awaitEnd(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot see what runs on " + data, e);
        }
        throw new StartFailure(
                "PostgreSQL processes that a killed server left on " + home.path() + " do not end.",
                "End them by hand and start again.");
    }

    /** Stops the server on a data folder: fast, which loses nothing, and if that hangs at once, which recovers later. */
    static void stop(Tools tools, Path data) {
        if (!tools.run("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", data.toString())
                && !tools.run("pg_ctl", "stop", "-w", "-t", "20", "-m", "immediate", "-D", data.toString())) {
            LOG.warn("PostgreSQL on {} did not stop, or had stopped before; see {}", data, tools.log());
        }
    }

    private static List<ProcessHandle> running(HainaHome home) throws IOException {
        String programs = home.path().toRealPath().resolve(Binaries.FOLDER).toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(c -> c.startsWith(programs))
                        .isPresent())
                .toList();
    }

    private static boolean isAmong(List<ProcessHandle> orphans, Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return !lines.isEmpty()
                && orphans.stream()
                        .anyMatch(orphan -> Long.toString(orphan.pid())
                                .equals(lines.getFirst().strip()));
    }

    /** Looks at what runs instead of waiting for the processes: nobody may be there to bury them, as in a container. */
    private static void awaitEnd(HainaHome home) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !running(home).isEmpty()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
