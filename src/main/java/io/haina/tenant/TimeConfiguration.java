package io.haina.tenant;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where "now" comes from. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** UTC, ticking in whole microseconds: what the database keeps is what was said. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
