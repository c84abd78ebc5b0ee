package io.haina.staff;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.home.HainaHome;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * The session as a token that a client carries: JWT signed with HS256 by a key of this home. The token proves only which
 * session is meant; whether that is still open is asked of the store each time.
 */
@Service
public class WebTokens {

    private static final int KEY_BYTES = 32;
    /** Ours are shorter by far; nothing longer is worth parsing. */
    private static final int MAXIMUM_LENGTH = 2048;

    private static final String TENANT = "tid";
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    private final SignIn signIn;
    private final Clock clock;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    /**
     * Tokens whose signature was found good, letter by letter as they were sent: it stays good, so it is computed once and not
     * with each request. What can change, the time and the session, is looked at each time.
     */
    private final Remembered<Proved> proved = new Remembered<>();

    /** Who acted when a token came last. */
    private final Remembered<Actor> acted = new Remembered<>();

    WebTokens(SignIn signIn, HainaHome home, Clock clock) throws JOSEException {
        byte[] key = home.secret("jwt-key", WebTokens::newKey);
        this.signIn = signIn;
        this.clock = clock;
        this.signer = new MACSigner(key);
        this.verifier = new MACVerifier(key);
    }

    private static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** The token of a sign-in, which expires with its session. */
    public String issue(SignedIn signedIn) {
        Actor actor = signedIn.actor();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(actor.uuid().toString())
                .claim(TENANT, actor.tenantId())
                .jwtID(Long.toString(actor.sessionId()))
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(signedIn.expiresAt()))
                .build();
        SignedJWT token = new SignedJWT(HEADER, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 is part of every Java", e);
        }
        return token.serialize();
    }

    /**
     * Who sends a token.
     *
     * @throws Refused if it is not ours, has expired, or its session has ended
     */
    public Actor actor(String jwt) {
        Proved token = proved.of(jwt);
        if (token == null) {
            token = prove(jwt);
            proved.put(jwt, token);
        }
        if (hasExpired(token)) {
            throw bad();
        }
        Actor actor = signIn.resume(token.tenantId(), token.session());
        if (!actor.uuid().toString().equals(token.subject())) {
            throw bad();
        }
        acted.put(jwt, actor);
        return actor;
    }

    /** Who probably sends a token; empty if it has not come yet, or is not good. */
    public Optional<Foreseen> foresee(String jwt) {
        Proved token = proved.of(jwt);
        Actor last = acted.of(jwt);
        return token == null || last == null || hasExpired(token)
                ? Optional.empty()
                : Optional.of(new ForeseenSession<>(signIn.resumeAhead(last), Function.identity(), jwt, acted));
    }

    private boolean hasExpired(Proved token) {
        return !token.expiresAt().isAfter(clock.instant());
    }

    private Proved prove(String jwt) {
        if (jwt.length() > MAXIMUM_LENGTH) {
            throw bad();
        }
        try {
            SignedJWT token = SignedJWT.parse(jwt);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(verifier)) {
                throw bad();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Long tenantId = claims.getLongClaim(TENANT);
            String session = claims.getJWTID();
            String subject = claims.getSubject();
            Date expires = claims.getExpirationTime();
            if (tenantId == null || session == null || subject == null || expires == null) {
                throw bad();
            }
            return new Proved(tenantId, Long.parseLong(session), subject, expires.toInstant());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw bad();
        }
    }

    private static Refused bad() {
        return new Refused(new Problem.BadCredential());
    }

    /** What a token says that was signed by us. */
    private record Proved(long tenantId, long session, String subject, Instant expiresAt) {}
}
