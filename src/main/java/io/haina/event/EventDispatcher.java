package io.haina.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes events out of the outbox and hands each to every subscriber. Any number of nodes do so at once: what one has
 * locked, the others pass over.
 */
@Service
class EventDispatcher {

    static final int BATCH = 100;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    private final OutboxStore store;
    private final List<Subscriber> subscribers;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    EventDispatcher(
            OutboxStore store, List<Subscriber> subscribers, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.subscribers = subscribers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Hands out all that is due. A batch is one transaction: it is deleted if and only if it was handed out. */
    void dispatch() {
        int taken;
        do {
            taken = transaction.execute(status -> batch());
        } while (taken == BATCH && !Thread.currentThread().isInterrupted());
    }

    private int batch() {
        Instant now = clock.instant();
        List<OutboxStore.Taken> batch = store.take(BATCH, now);
        List<OutboxEvent> done = new ArrayList<>(batch.size());
        for (OutboxStore.Taken taken : batch) {
            if (handOut(taken.event())) {
                done.add(taken.event());
            } else {
                store.retry(taken.event(), now, delay(taken.attempts()));
            }
        }
        if (!done.isEmpty()) {
            store.delete(done);
        }
        return batch.size();
    }

    private boolean handOut(OutboxEvent event) {
        try {
            savepoint.executeWithoutResult(status -> subscribers.forEach(subscriber -> subscriber.on(event)));
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "A subscriber failed ({}) on the event {}; it gets it again",
                    e.getClass().getName(),
                    event);
            return false;
        }
    }

    /** A second, then twice as long each time. */
    static Duration delay(int attempts) {
        Duration delay = Duration.ofSeconds(1L << Math.min(attempts, DOUBLINGS));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
