package io.haina.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Real time, moved by as much as a test asks for. Whoever moves it resets it. */
public final class MutableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;
    private volatile @Nullable Instant stopped;

    /** Moves time forward, or back where negative. */
    public synchronized void advance(Duration by) {
        offset = offset.plus(by);
    }

    /** Moves time so that it is an instant now; it runs on from there. */
    public synchronized void moveTo(Instant instant) {
        offset = Duration.between(Instant.now(), instant);
    }

    /** Lets time stand still, but for {@link #advance}. */
    public synchronized void stop() {
        stopped = Instant.now();
    }

    /** Back to real time. */
    public synchronized void reset() {
        stopped = null;
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        Instant still = stopped;
        return (still == null ? Instant.now() : still).plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone");
    }
}
