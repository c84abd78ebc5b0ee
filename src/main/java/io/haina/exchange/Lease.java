package io.haina.exchange;

import io.haina.exchange.RunStore.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A runner's hold on a job: it lasts a while from each step that the runner makes. */
final class Lease {

    /** How long a runner may be silent until another takes the job: longer than any step takes. */
    static final Duration LENGTH = Duration.ofMinutes(2);

    private final RunStore store;
    private final Clock clock;
    private final Claimed job;
    private long done;

    Lease(RunStore store, Clock clock, Claimed job) {
        this.store = store;
        this.clock = clock;
        this.job = job;
        this.done = job.job().done();
    }

    Claimed job() {
        return job;
    }

    /** Rows that are dealt with for good. */
    long done() {
        return done;
    }

    /** Begins the output anew. @throws Lost if another runner has the job */
    void restart() {
        if (!store.restart(job)) {
            throw new Lost();
        }
        done = 0;
    }

    /**
     * Notes rows as dealt with, in the transaction that deals with them; {@link #committed} belongs behind it.
     *
     * @return whether the owner wants the job to stop
     * @throws Lost if another runner has the job
     */
    boolean advance(long rows) {
        Optional<Boolean> cancel =
                store.advance(job, done, rows, clock.instant().plus(LENGTH));
        return cancel.orElseThrow(Lost::new);
    }

    /** The transaction went through. */
    void committed(long rows) {
        done += rows;
    }

    /** Shows that the runner is alive. @throws Lost if another runner has the job @throws Stopped if it is to stop */
    void renew() {
        if (advance(0)) {
            throw new Stopped();
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** Another runner has the job: this one has nothing more to write. */
    static final class Lost extends RuntimeException {
        Lost() {
            super("another runner has the job", null, false, false);
        }
    }

    /** The owner wants the job to stop. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("the job is to stop", null, false, false);
        }
    }
}
