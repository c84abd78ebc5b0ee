package io.haina.idempotency;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.home.HainaHome;
import io.haina.home.Seal;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests that count once. A sender who is not told whether a request arrived sends it again under the same key, and gets the
 * first one's answer. Key, work and answer are one transaction: a request that is refused, or breaks off, leaves no key behind,
 * and of several at once with one key the others wait for the first and get its answer, on any number of nodes.
 */
@Service
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final IdempotencyStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration kept;
    private final Seal seal;

    Idempotency(
            IdempotencyStore store,
            TransactionTemplate transaction,
            Clock clock,
            HainaHome home,
            @Value("${haina.idempotency-key-kept:24h}") Duration kept) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
        this.kept = kept;
        this.seal = new Seal(home, "answer-key");
    }

    /**
     * Does the work, unless the actor has sent the same request under the same key within a day.
     *
     * @param name of the key as the sender knows it, for what is said of a bad one
     * @param key of the sender's choice, of 1 to 200 visible ASCII characters; null or empty for none: the work is done
     * @param request all that makes this request differ from another, the address included
     * @param codec how the result is kept
     * @return the work's result, this time's or the first time's
     * @throws Refused with {@link Problem.KeyReused} if the key came with another request
     */
    public <T> T once(
            Actor actor, String name, @Nullable String key, String request, Codec<T> codec, Supplier<T> work) {
        Permit permit = Access.permit(actor, UseCase.REQUEST_ONCE);
        if (key == null || key.isEmpty()) {
            return work.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw Refused.invalid(name, Rule.MALFORMED);
        }
        // A request may hold a new person's password, which a plain hash would let be guessed.
        String hash = HexFormat.of().formatHex(seal.mark(request));
        T answer = transaction.execute(status -> once(permit, key, hash, codec, work));
        return answer;
    }

    private <T> T once(Permit permit, String key, String hash, Codec<T> codec, Supplier<T> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (store.take(permit, key, hash, now, now.plus(kept))) {
            T answer = work.get();
            store.answer(permit, key, codec.write().apply(answer));
            return answer;
        }
        IdempotencyStore.Before before = store.find(permit, key).orElseThrow();
        String answer = before.answer();
        if (answer == null || !before.requestHash().equals(hash)) {
            throw new Refused(new Problem.KeyReused());
        }
        return codec.read().apply(answer);
    }

    /** Keeps answers so that they can be read with a key of this home alone, for one person's one key. */
    <T> Codec<T> sealed(Actor actor, @Nullable String key, Codec<T> codec) {
        String use = actor.tenantId() + " " + actor.staffId() + " " + key;
        return new Codec<>(
                answer -> Base64.getEncoder()
                        .encodeToString(seal.seal(codec.write().apply(answer), use)),
                text -> codec.read()
                        .apply(seal.open(Base64.getDecoder().decode(text), use)
                                .orElseThrow(() -> new Refused(new Problem.KeyReused()))));
    }

    /** Turns an answer into a text and back. */
    public record Codec<T>(Function<T, String> write, Function<String, T> read) {}
}
