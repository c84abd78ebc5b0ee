package io.haina.event;

/**
 * Told of everything that happened, after the transaction in which it did; a bean. Every event comes at least once: again
 * after a failure of this subscriber or another, or of the server. The events of a tenant come in their order, but for
 * those that come again, and those of transactions that ended in another order.
 */
@FunctionalInterface
public interface Subscriber {

    /**
     * Takes an event. What this writes through Spring's transaction is written if and only if the event is taken. Slow work
     * belongs elsewhere: a database connection is held meanwhile.
     *
     * @throws RuntimeException to get the event again later
     */
    void on(OutboxEvent event);
}
