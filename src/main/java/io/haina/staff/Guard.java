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
    private static final long[] PAUSES_IN_MILLISECONDS = {50, 100, 200, 400};

    private final GuardStore store;
    private final Clock clock;

    Guard(GuardStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts a try before its password is looked at.
     *
     * @throws Refused if it is not to be looked at
     */
    void enter(String key) {
        for (long pause : PAUSES_IN_MILLISECONDS) {
            if (store.count(key, clock.instant())) {
                return;
            }
            Instant now = clock.instant();
            Optional<GuardStore.Lock> lock = store.lock(key, now);
            if (lock.isPresent() && !lock.get().undecided()) {
                throw tooMany(lock.get().delay(now));
            }
            sleep(pause);
        }
        Instant now = clock.instant();
        throw tooMany(store.lock(key, now).map(lock -> lock.delay(now)).orElse(GuardStore.WINDOW));
    }

    /** The try was wrong. */
    void failed(String key) {
        store.failed(key, clock.instant());
    }

    /** The try was right, though nothing comes of it. */
    void clear(String key) {
        store.clear(key);
    }

    private static Refused tooMany(Duration delay) {
        return new Refused(new Problem.TooManyFailures(delay));
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooMany(GuardStore.WINDOW);
        }
    }
}
