package io.haina.event;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what happens: {@code haina_events_total} by type. */
@Component
class EventCounter implements Subscriber {

    private final MeterRegistry meters;

    EventCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void on(OutboxEvent event) {
        meters.counter("haina.events", "type", event.type()).increment();
    }
}
