package io.haina.idempotency;

import io.haina.access.Actor;
import io.haina.idempotency.Idempotency.Codec;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request, and the key under which it counts once if it came with one. What each method refuses is told at
 * {@link Idempotency}.
 */
public final class Once {

    /** The header by which a client says that a request is to count once. */
    public static final String HEADER = "Idempotency-Key";

    private static final Codec<Long> NUMBER = new Codec<>(String::valueOf, Long::valueOf);
    private static final Codec<Boolean> DONE = new Codec<>(String::valueOf, Boolean::valueOf);

    private final Idempotency idempotency;
    private final Actor actor;
    private final @Nullable String key;
    private final String request;

    /**
     * A request of somebody's.
     *
     * @param key null for none
     * @param request its method and address
     */
    public Once(Idempotency idempotency, Actor actor, @Nullable String key, String request) {
        this.idempotency = idempotency;
        this.actor = actor;
        this.key = key;
        this.request = request;
    }

    /**
     * Makes something, once.
     *
     * @param body what the request says besides its address, as a text
     * @return the number of what was made, this time or the first time
     */
    public long made(Object body, Supplier<Long> work) {
        return of(body, NUMBER, work);
    }

    /** Does something, once. */
    public void done(Object body, Runnable work) {
        of(body, DONE, () -> {
            work.run();
            return true;
        });
    }

    /** Does something, once, and answers what came of it the first time. */
    public <T> T of(Object body, Codec<T> codec, Supplier<T> work) {
        return idempotency.once(actor, HEADER, key, request + " " + body, codec, work);
    }

    /** As {@link #of}, where the answer has a secret in it, which the database must not tell. */
    public <T> T secret(Object body, Codec<T> codec, Supplier<T> work) {
        return of(body, idempotency.sealed(actor, key, codec), work);
    }
}
