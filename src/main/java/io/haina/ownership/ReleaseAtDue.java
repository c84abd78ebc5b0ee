package io.haina.ownership;

import io.haina.database.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives customers back to the pool at the second their protection ends. Runs on every node: whoever comes first takes the
 * row, the others pass it by. What a release says happened happened when the protection ended, however late the run.
 */
@Configuration(proxyBeanMethods = false)
public class ReleaseAtDue {

    /** What the release of an ended protection gives as its reason. */
    public static final String REASON = "保护期自动到期";

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseAtDue.class);
    private static final Duration LOOK_AHEAD = Duration.ofSeconds(1);
    private static final int BATCH = 500;

    private final ReleaseStore store;
    private final Clock clock;

    ReleaseAtDue(ReleaseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Bean
    Recurring releaseAtDueRuns() {
        return new Recurring("release-at-due", LOOK_AHEAD, this::runUntilNextLook);
    }

    private void runUntilNextLook() {
        Instant nextLook = now().plus(LOOK_AHEAD);
        releaseDue();
        store.nextDue().filter(due -> due.isBefore(nextLook)).ifPresent(due -> {
            sleepUntil(due);
            releaseDue();
        });
    }

    /** Releases everything that is due now. @return how many customers */
    public int releaseDue() {
        int released = 0;
        int batch;
        do {
            batch = store.releaseDue(now(), REASON, BATCH);
            released += batch;
        } while (batch == BATCH);
        if (released > 0) {
            LOG.info("{} customers went back to the pool at the end of their protection", released);
        }
        return released;
    }

    /** No longer than to the next look, also if the clock has been set back meanwhile. */
    private void sleepUntil(Instant due) {
        try {
            Duration wait = Duration.between(now(), due);
            if (wait.isPositive()) {
                Thread.sleep(wait.compareTo(LOOK_AHEAD) < 0 ? wait : LOOK_AHEAD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
