package io.haina.idempotency;

import io.haina.database.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets keys that have expired. */
@Configuration(proxyBeanMethods = false)
class KeyUpkeep {

    private static final int BATCH = 1000;

    private final IdempotencyStore store;
    private final Clock clock;

    KeyUpkeep(IdempotencyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Bean
    Recurring keySweeping() {
        return new Recurring("key-sweep", Duration.ofHours(1), this::sweep);
    }

    void sweep() {
        while (store.forget(clock.instant(), BATCH) == BATCH) {
            // the next thousand
        }
    }
}
