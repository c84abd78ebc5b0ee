package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.TokenPolicy;
import io.haina.access.UseCase;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.TokenScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tokens that people make for programs: as much of their own rights as the scopes say, with what holds for them by the time
 * of each request. They end with the person's sessions, by a new password and by disabling: who changes a password because
 * another knows it is rid of what that one has made with it.
 */
@Service
public class AccessTokens {

    /** How a token begins, so that people and scanners recognise one. */
    public static final String PREFIX = "haina_pat_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([1-9][0-9]{0,17})_[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;
    private static final Duration COARSENESS = Duration.ofMinutes(1);
    private static final FieldCatalog CATALOG =
            new FieldCatalog(List.of(Field.text("name", "k.name", 64).asRequired()));

    private final AccessTokenStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessTokens(AccessTokenStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new token and its text, which is told this once. */
    public record Issued(AccessToken token, String secret) {

        /** A token never stands in a log. */
        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }

    /** The actor's own that have not ended, the newest first. */
    public List<AccessToken> list(Actor actor) {
        return store.list(Access.scoped(actor, UseCase.TOKEN_LIST), clock.instant());
    }

    /**
     * Makes a token of the actor's.
     *
     * @param expiresAt null for never
     * @throws Refused if the name is none, there is no scope, or it would have expired already; and a token itself makes none
     */
    public Issued make(Actor actor, @Nullable String name, Set<TokenScope> scopes, @Nullable Instant expiresAt) {
        Permit permit = Access.permit(actor, UseCase.TOKEN_MAKE);
        String checked = CATALOG.requiredText("name", name);
        if (scopes.isEmpty()) {
            throw Refused.invalid("scopes", Rule.REQUIRED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Refused.invalid("expiresAt", Rule.OUT_OF_RANGE);
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String text = PREFIX + actor.tenantId() + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        AccessToken token = store.insert(permit, checked, EnumSet.copyOf(scopes), hash(text), now, expiresAt)
                .orElseThrow(AccessTokens::bad);
        return new Issued(token, text);
    }

    /** Ends a token of the actor's. @throws Refused if there is no such */
    public void end(Actor actor, long token) {
        if (!store.end(Access.permit(actor, UseCase.TOKEN_END), token, clock.instant())) {
            throw Refused.notFound(Problem.Kind.TOKEN);
        }
    }

    /**
     * Who sends a token.
     *
     * @param reading whether the request changes nothing
     * @throws Refused if it is not ours, has expired or ended, or is for reading only and this is not
     */
    public Actor actor(String text, boolean reading) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw bad();
        }
        Instant now = clock.instant();
        AccessTokenStore.Resumed resumed =
                store.resume(Long.parseLong(form.group(1)), hash(text), now).orElseThrow(AccessTokens::bad);
        Instant used = resumed.lastUsedAt();
        if (used == null || used.isBefore(now.minus(COARSENESS))) {
            store.used(resumed, now);
        }
        TokenPolicy.checkRequest(resumed.scope(), reading);
        return resumed.actor();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private static Refused bad() {
        return new Refused(new Problem.BadCredential());
    }
}
