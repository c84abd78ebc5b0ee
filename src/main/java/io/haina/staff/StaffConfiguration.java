package io.haina.staff;

import io.haina.database.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is tidied up from time to time. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    /** How long an expired session is kept, so that it can be told who was signed in. */
    private static final Duration SESSION_KEPT = Duration.ofDays(30);

    @Bean
    Recurring signInPruning(GuardStore guard, SessionStore sessions, Clock clock) {
        return new Recurring("sign-in-pruning", Duration.ofMinutes(1), () -> {
            Instant now = clock.instant();
            guard.prune(now);
            sessions.prune(now.minus(SESSION_KEPT));
        });
    }
}
