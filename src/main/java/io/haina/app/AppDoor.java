package io.haina.app;

import io.haina.access.Actor;
import io.haina.problem.Problem;
import io.haina.problem.Problem.SignatureFault;
import io.haina.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Lets apps in: looks whether the app is known, the timestamp near, the signature right, the address allowed, the rate kept
 * and the nonce fresh, in this order, and goes no further than the first that fails. A nonce is spent by one of several
 * requests, on whichever node they arrive.
 */
@Service
public class AppDoor {

    /** How far the clocks of a client and the server may differ, either way; both ends count. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(AppDoor.class);

    private final AppDoorStore store;
    private final SecretBox box;
    private final Buckets buckets;
    private final Clock clock;

    AppDoor(AppDoorStore store, SecretBox box, Buckets buckets, Clock clock) {
        this.store = store;
        this.box = box;
        this.buckets = buckets;
        this.clock = clock;
    }

    /**
     * An app that was let in.
     *
     * @param spent what its nonce is known by
     */
    public record Admitted(Actor actor, long appid, String spent) {}

    /**
     * Who signed a request, whose nonce is spent by it.
     *
     * @throws Refused for the first that fails; then the nonce is not spent
     */
    public Admitted admit(SignedRequest request) {
        Instant now = clock.instant();
        AppDoorStore.Known known = store.find(request.appid(), now).orElseThrow(() -> refused(SignatureFault.APP));
        if (Math.abs(now.getEpochSecond() - request.timestamp()) > WINDOW.toSeconds()) {
            throw refused(SignatureFault.TIMESTAMP);
        }
        if (!isSigned(request, known)) {
            throw refused(SignatureFault.SIGNATURE);
        }
        App app = known.app();
        if (!app.networks().isEmpty()
                && request.address()
                        .filter(from -> app.networks().stream().anyMatch(network -> network.contains(from)))
                        .isEmpty()) {
            throw new Refused(new Problem.AddressRefused());
        }
        Optional<Duration> wait = buckets.take(app, now);
        if (wait.isPresent()) {
            throw new Refused(new Problem.RateExceeded(wait.get()));
        }
        String spent = Signature.hash(nonce(request, app.replay()).getBytes(StandardCharsets.UTF_8));
        if (!store.spend(known.actor().tenantId(), app.appid(), spent, forgotten(request))) {
            buckets.giveBack(app);
            throw refused(SignatureFault.NONCE);
        }
        return new Admitted(known.actor(), app.appid(), spent);
    }

    /** Gives the nonce back of a request that was let in and then refused: the sender may use it again. */
    public void refund(Admitted admitted) {
        store.refund(admitted.actor().tenantId(), admitted.appid(), admitted.spent());
    }

    /** Looks at every secret that holds, whichever fits. */
    private boolean isSigned(SignedRequest request, AppDoorStore.Known known) {
        boolean signed = false;
        for (byte[] sealed : known.sealed()) {
            Optional<String> secret = box.open(sealed, known.actor().uuid());
            if (secret.isEmpty()) {
                LOG.error("A secret of app {} was sealed with another key than secrets/app-key", request.appid());
            } else {
                signed |= Signature.same(request.signedWith(secret.get()), request.signature());
            }
        }
        return signed;
    }

    private static String nonce(SignedRequest request, Replay replay) {
        String nonce = request.timestamp() + "\n" + request.nonce();
        return switch (replay) {
            case NONCE -> nonce;
            case PER_REQUEST ->
                String.join(
                        "\n",
                        nonce,
                        request.method(),
                        request.target(),
                        Signature.hash(request.body().get()));
        };
    }

    /** Long after the timestamp is too old on every node. */
    private static Instant forgotten(SignedRequest request) {
        return Instant.ofEpochSecond(request.timestamp()).plus(WINDOW.multipliedBy(2));
    }

    private static Refused refused(SignatureFault fault) {
        return new Refused(new Problem.SignatureRefused(fault));
    }
}
