package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.exchange.RunStore.Claimed;
import io.haina.staff.Deputies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A runner's hold on a job, for the person who started it: it lasts a while from each step that the runner makes, and no
 * longer than the person is who they were and the runner may go on.
 */
final class Lease {

    /** How long a runner may be silent until another takes the job: longer than any step takes. */
    static final Duration LENGTH = Duration.ofMinutes(2);

    private final RunStore store;
    private final Clock clock;
    private final Claimed job;
    private final Deputies deputies;
    private final BooleanSupplier stopping;
    private final Actor actor;
    private long done;
    private boolean anew;

    /**
     * @param stopping whether the runner is to stop
     * @throws io.haina.problem.Refused if who started the job may not sign in any more
     */
    Lease(RunStore store, Clock clock, Claimed job, Deputies deputies, BooleanSupplier stopping) {
        this.store = store;
        this.clock = clock;
        this.job = job;
        this.deputies = deputies;
        this.stopping = stopping;
        this.actor = deputies.of(job.tenantId(), job.job().staffId());
        this.done = job.job().done();
    }

    /** Who started the job. */
    Actor actor() {
        return actor;
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
        anew = true;
    }

    /**
     * Notes rows as dealt with, in the transaction that deals with them; {@link #committed} belongs behind it.
     *
     * @return whether the owner wants the job to stop
     * @throws Lost if another runner has the job
     * @throws HandedBack if another run is to go on with it
     */
    boolean advance(long rows) {
        if (stopping.getAsBoolean()) {
            throw new HandedBack();
        }
        boolean forGood = rows > 0 && !anew;
        boolean cancel = store.advance(job, done, rows, forGood, clock.instant().plus(LENGTH))
                .orElseThrow(Lost::new);
        // Behind the job's row: who changes the person later waits for that row, and finds what this step writes.
        if (!deputies.isStill(actor)) {
            throw new HandedBack();
        }
        return cancel;
    }

    /** The transaction went through. */
    void committed(long rows) {
        done += rows;
    }

    /** Shows that the runner is alive. @throws Lost and HandedBack as {@link #advance} @throws Stopped if it is to stop */
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

    /** Another run is to go on: this runner stops, or who started the job is no longer who they were. */
    static final class HandedBack extends RuntimeException {
        HandedBack() {
            super("another run is to go on", null, false, false);
        }
    }

    /** The owner wants the job to stop. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("the job is to stop", null, false, false);
        }
    }
}
