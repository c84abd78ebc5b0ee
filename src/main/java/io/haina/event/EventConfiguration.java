package io.haina.event;

import io.haina.database.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When events are handed out. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    Recurring eventDispatch(EventDispatcher dispatcher) {
        return new Recurring("event-dispatch", Duration.ofSeconds(1), dispatcher::dispatch);
    }
}
