package io.haina.staff;

import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The session as a random number that a client carries, of which the store keeps a hash. It lives as long as it is used:
 * each use lets it live on, which is written down at most once a minute, so that a request normally writes nothing.
 */
@Service
public class OpaqueTokens {

    private static final Duration COARSENESS = Duration.ofMinutes(1);
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

    private final SignIn signIn;
    private final SessionStore sessions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** What sessions were when their tokens came last. */
    private final Remembered<SessionStore.Resumed> known = new Remembered<>();

    OpaqueTokens(SignIn signIn, SessionStore sessions, Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What the tokens of a document are like.
     *
     * @param dialect the document, for the session's record
     * @param bytes of randomness, each of which is two hexadecimal digits of the token
     * @param idle how long an unused token lives
     */
    public record Form(String dialect, int bytes, Duration idle) {

        private boolean fits(String token) {
            return token.length() == 2 * bytes && HEX.matcher(token).matches();
        }
    }

    /** A sign-in and the token that stands for it. */
    public record Issued(String token, SignedIn signedIn) {

        /** A token never stands in a log. */
        @Override
        public String toString() {
            return "Issued[" + signedIn.actor().uuid() + "]";
        }
    }

    /**
     * Signs a person in by user name or phone number.
     *
     * @throws Refused as {@link SignIn#signIn}
     */
    public Issued issue(Form form, Optional<InetAddress> from, @Nullable String name, @Nullable String password) {
        byte[] token = new byte[form.bytes()];
        random.nextBytes(token);
        SignedIn signedIn = signIn.signIn(form.dialect(), from, name, password, form.idle(), hash(token));
        return new Issued(HexFormat.of().formatHex(token), signedIn);
    }

    /**
     * Who sends a token.
     *
     * @throws Refused if it is not ours, was not used for too long, or its session has ended
     */
    public Actor actor(Form form, String token) {
        if (!form.fits(token)) {
            throw bad();
        }
        Instant now = clock.instant();
        SessionStore.Resumed resumed =
                sessions.resume(hash(HexFormat.of().parseHex(token)), now).orElseThrow(OpaqueTokens::bad);
        if (isToBeExtended(form, resumed, now)) {
            sessions.extend(resumed.actor(), now.plus(form.idle()));
        } else {
            known.put(token, resumed);
        }
        return resumed.actor();
    }

    /** Who probably sends a token; empty if it has not come yet, or its use has to be written down. */
    public Optional<Foreseen> foresee(Form form, String token) {
        SessionStore.Resumed last = known.of(token);
        Instant now = clock.instant();
        return last == null || !form.fits(token) || isToBeExtended(form, last, now)
                ? Optional.empty()
                : Optional.of(new ForeseenSession<>(
                        sessions.resumeAhead(hash(HexFormat.of().parseHex(token)), last, now),
                        SessionStore.Resumed::actor,
                        token,
                        known));
    }

    private static boolean isToBeExtended(Form form, SessionStore.Resumed session, Instant now) {
        return session.expiresAt().isBefore(now.plus(form.idle()).minus(COARSENESS));
    }

    private static byte[] hash(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private static Refused bad() {
        return new Refused(new Problem.BadCredential());
    }
}
