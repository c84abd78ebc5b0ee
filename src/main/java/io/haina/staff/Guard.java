package io.haina.staff;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets few passwords be tried for a name. Names that do not exist are guarded as those that do. */
@Component
class Guard {

    /** For tries at the same time that may all turn out right; then a wrong one's lock, or a right one's pardon, is there. */
    private static final long[] PAUSES_IN_MILLISECONDS = {50, 100, 200, 400, 800, 1_600};

    /** Whether a name that no further try is counted for is locked or free is known by then, or soon. */
    private static final Duration UNDECIDED = Duration.ofSeconds(2);

    private final GuardStore store;
    private final Clock clock;

    Guard(GuardStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts a try before its password is looked at.
     *
     * @return when it was counted
     * @throws Refused if it is not to be looked at
     */
    Instant enter(String key) {
        for (long pause : PAUSES_IN_MILLISECONDS) {
            Instant now = clock.instant();
            if (store.count(key, now)) {
                return now;
            }
            refuseIfLocked(key);
            sleep(pause);
        }
        refuseIfLocked(key);
        throw undecided();
    }

    private void refuseIfLocked(String key) {
        Instant now = clock.instant();
        Optional<Instant> until = store.lockedUntil(key, now);
        if (until.isPresent()) {
            throw new Refused(new Problem.TooManyFailures(Duration.between(now, until.get())));
        }
    }

    /** The password of a try that was counted is not looked at after all. */
    void withdraw(String key, Instant counted) {
        store.withdraw(key, counted);
    }

    /** The try was wrong. */
    void failed(String key) {
        store.failed(key, clock.instant());
    }

    /** The try was right, though nothing comes of it. */
    void clear(String key) {
        store.clear(key);
    }

    private static Refused undecided() {
        return new Refused(new Problem.Unavailable(UNDECIDED));
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw undecided();
        }
    }
}
