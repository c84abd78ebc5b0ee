package io.haina.staff;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who does next what takes a core for long. Only half of the cores do it at a time: signing in never keeps those waiting who
 * are signed in. Each asker has a line of its own, from which no more than could be served at once step into the common one:
 * whoever asks for much waits for long, and everybody else only for what is being done.
 */
@Component
class Turns {

    /** So many of one asker may wait: an office behind one address may come to work at the same moment. */
    private static final int LONGEST_LINE = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int places;
    private final int longestLine;
    private final Duration patience;
    private final Semaphore cores;
    private final Map<Object, Line> lines = new ConcurrentHashMap<>();

    /** @param length how many have a turn or wait for one */
    private record Line(Semaphore turns, int length) {}

    Turns() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), LONGEST_LINE, PATIENCE);
    }

    Turns(int places, int longestLine, Duration patience) {
        this.places = places;
        this.longestLine = longestLine;
        this.patience = patience;
        this.cores = new Semaphore(places, true);
    }

    /**
     * Does the work when the asker's turn has come.
     *
     * @throws Refused with nothing done, if the asker's line is too long or the turn does not come in time
     */
    <T> T take(Object asker, Supplier<T> work) {
        long end = System.nanoTime() + patience.toNanos();
        Line line = Objects.requireNonNull(lines.compute(asker, (key, there) -> longer(there)));
        try {
            return inTurn(line.turns(), end, () -> inTurn(cores, end, work));
        } finally {
            lines.computeIfPresent(
                    asker, (key, there) -> there.length() == 1 ? null : new Line(there.turns(), there.length() - 1));
        }
    }

    private Line longer(@Nullable Line line) {
        if (line == null) {
            return new Line(new Semaphore(places, true), 1);
        }
        if (line.length() == longestLine) {
            throw busy();
        }
        return new Line(line.turns(), line.length() + 1);
    }

    private static <T> T inTurn(Semaphore turns, long end, Supplier<T> work) {
        await(turns, end);
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static void await(Semaphore turns, long end) {
        try {
            if (!turns.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Refused busy() {
        return new Refused(new Problem.Unavailable(PATIENCE));
    }
}
