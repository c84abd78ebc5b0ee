package io.haina.stats;

import io.haina.database.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Folds deltas twice a second: what readers add up themselves stays little. */
@Configuration(proxyBeanMethods = false)
class TallyFolding {

    @Bean
    Recurring tallyFold(Tallies tallies) {
        return new Recurring("tally-fold", Duration.ofMillis(500), tallies::fold);
    }
}
