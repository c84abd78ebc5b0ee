package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.database.Ahead;
import io.haina.field.Texts;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in and out, and the password that it takes. Each sign-in is a session, which can be ended before its time. */
@Service
public class SignIn {

    private static final int NAME_LENGTH = 64;
    private static final int NETWORK_BYTES = 8;

    private final StaffStore staff;
    private final SessionStore sessions;
    private final Guard guard;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration lifetime;

    SignIn(
            StaffStore staff,
            SessionStore sessions,
            Guard guard,
            Passwords passwords,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${haina.session-lifetime:12h}") Duration lifetime) {
        this.staff = staff;
        this.sessions = sessions;
        this.guard = guard;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Signs a person in by user name or phone number.
     *
     * @param dialect through which, for the session's record
     * @param from the address that asks, whose tries wait for each other; empty where it cannot be known
     * @throws Refused if name and password do not belong together, after too many failures for the name, whether it exists
     *     or not, if the password is right but the account disabled, and if too many want to sign in
     */
    public SignedIn signIn(
            String dialect, Optional<InetAddress> from, @Nullable String name, @Nullable String password) {
        return signIn(dialect, from, name, password, lifetime, null);
    }

    /** As the other, for a session that lives otherwise, and that a token of a hash resumes. */
    SignedIn signIn(
            String dialect,
            Optional<InetAddress> from,
            @Nullable String name,
            @Nullable String password,
            Duration lives,
            byte @Nullable [] tokenHash) {
        String key = SignInName.fold(given(StaffFields.USERNAME, name));
        String tried = required(StaffFields.PASSWORD, password);
        Instant counted = guard.enter(key);
        Account account = staff.byName(key).orElse(null);
        boolean right = matches(key, counted, asker(from), tried, account == null ? null : account.passwordHash());
        if (account == null || !right) {
            guard.failed(key);
            throw new Refused(new Problem.BadPassword());
        }
        if (account.disabled()) {
            guard.clear(key);
            throw new Refused(new Problem.AccountDisabled());
        }
        Instant now = clock.instant();
        Instant expiresAt = now.plus(lives).truncatedTo(ChronoUnit.SECONDS);
        long session = sessions.open(account, key, dialect, now, expiresAt, tokenHash)
                .orElseThrow(() -> new Refused(new Problem.BadPassword()));
        return new SignedIn(actor(account, session), account.staff(), expiresAt);
    }

    /** What has a line of its own: of IPv6 the network, in which one machine has addresses beyond number. */
    static Object asker(Optional<InetAddress> from) {
        return from.map(InetAddress::getAddress)
                .map(bytes -> ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, NETWORK_BYTES)));
    }

    private boolean matches(String key, Instant counted, Object asker, String tried, @Nullable String hash) {
        try {
            return passwords.matches(asker, tried, hash);
        } catch (Refused busy) {
            guard.withdraw(key, counted);
            throw busy;
        }
    }

    private static Actor actor(Account account, long session) {
        Staff person = account.staff();
        return new Actor(
                account.tenant(),
                person.id(),
                person.uuid(),
                person.username(),
                person.realName(),
                person.role(),
                account.teamId(),
                account.departmentId(),
                session);
    }

    /**
     * Who acts in a session, with what holds for them now.
     *
     * @throws Refused if it has ended or they may not sign in
     */
    public Actor resume(long tenantId, long sessionId) {
        return sessions.resume(tenantId, sessionId, clock.instant())
                .orElseThrow(() -> new Refused(new Problem.BadCredential()));
    }

    /** As {@link #resume}, on the way of what is done for whoever acted last in the session. */
    Ahead<Actor> resumeAhead(Actor last) {
        return sessions.resumeAhead(last, clock.instant());
    }

    /** Ends the actor's session. */
    public void signOut(Actor actor) {
        sessions.end(Access.permit(actor, UseCase.SESSION_END), clock.instant());
    }

    /**
     * Sets a new password and ends every session of the actor, this one too.
     *
     * @throws Refused if the old password is wrong, which counts as a failure to sign in; after too many of those; and if
     *     the new one is none, or the old one again
     */
    public void changePassword(Actor actor, @Nullable String oldPassword, @Nullable String newPassword) {
        var permit = Access.permit(actor, UseCase.PASSWORD_CHANGE);
        String old = required(StaffFields.OLD_PASSWORD, oldPassword);
        String wanted = Passwords.checkNew(StaffFields.NEW_PASSWORD, newPassword);
        String key = SignInName.fold(actor.username());
        Instant counted = guard.enter(key);
        Account account = staff.byName(key)
                .filter(found -> found.staff().uuid().equals(actor.uuid()))
                .orElseThrow(() -> new Refused(new Problem.BadCredential()));
        if (!matches(key, counted, actor.uuid(), old, account.passwordHash())) {
            guard.failed(key);
            throw new Refused(new Problem.WrongOldPassword());
        }
        guard.clear(key);
        if (wanted.equals(old)) {
            throw Refused.invalid(StaffFields.NEW_PASSWORD, Rule.NOT_A_CHOICE);
        }
        String hash = passwords.hash(actor.uuid(), wanted);
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            if (!staff.changePassword(permit, account, hash, now)) {
                throw new Refused(new Problem.WrongOldPassword());
            }
            sessions.endAll(permit, actor.staffId(), "password_changed", now);
        });
    }

    private static String given(String field, @Nullable String value) {
        return Texts.checked(field, required(field, value == null ? null : value.strip()), NAME_LENGTH);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        return value;
    }
}
