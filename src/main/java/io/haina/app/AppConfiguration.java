package io.haina.app;

import io.haina.database.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is tidied up from time to time. */
@Configuration(proxyBeanMethods = false)
class AppConfiguration {

    private static final int BATCH = 10_000;

    @Bean
    Recurring appPruning(AppDoorStore store, Buckets buckets, Clock clock) {
        return new Recurring("app-pruning", Duration.ofMinutes(1), () -> {
            Instant now = clock.instant();
            while (store.prune(now, BATCH) == BATCH) {
                // the next ten thousand
            }
            store.pruneSecrets(now);
            buckets.prune(now);
        });
    }
}
