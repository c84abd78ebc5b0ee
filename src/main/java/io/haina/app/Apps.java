package io.haina.app;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Texts;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.AppRight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The apps of a company, kept by its admins. A change holds from the next request on. */
@Service
public class Apps {

    /** How long the former secret of an app holds beside the new one, unless told otherwise. */
    public static final Duration USUAL_OVERLAP = Duration.ofHours(24);

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    private static final int NAME_LENGTH = 64;
    private static final int MOST_NETWORKS = 100;
    private static final int USUAL_BURST = 1_000;
    private static final int USUAL_PER_SECOND = 100;
    private static final int LARGEST_BURST = 100_000;
    private static final int LARGEST_PER_SECOND = 10_000;
    private static final int SECRET_BYTES = 32;

    private final AppStore store;
    private final SecretBox box;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Apps(AppStore store, SecretBox box, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.box = box;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * All apps, the oldest first.
     *
     * @throws Refused if the actor is no admin
     */
    public List<App> list(Actor actor) {
        return store.all(Access.scoped(actor, UseCase.APP_READ));
    }

    /**
     * One app.
     *
     * @throws Refused if the actor is no admin, or there is none
     */
    public App get(Actor actor, long appid) {
        return store.find(Access.scoped(actor, UseCase.APP_READ), appid)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.APP));
    }

    /**
     * A new app: with every right, from everywhere, 1,000 requests at once and 100 a second, unless the draft says otherwise.
     *
     * @throws Refused if the actor is no admin, or a value breaks a rule
     */
    public IssuedSecret make(Actor actor, AppDraft draft) {
        return make(
                actor, null, Base64.getUrlEncoder().withoutPadding().encodeToString(box.random(SECRET_BYTES)), draft);
    }

    /**
     * As {@link #make(Actor, AppDraft)}, with an appid and a secret that are known beforehand: for examples to try, never for
     * anything that must be kept safe.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the server has an app of that number
     */
    public IssuedSecret make(Actor actor, @Nullable Long appid, String secret, AppDraft draft) {
        Permit permit = Access.permit(actor, UseCase.APP_MAKE);
        AppDraft checked = checked(new AppDraft(
                Objects.requireNonNullElse(draft.name(), ""),
                Objects.requireNonNullElse(draft.rights(), EnumSet.allOf(AppRight.class)),
                Objects.requireNonNullElse(draft.networks(), List.of()),
                Objects.requireNonNullElse(draft.burst(), USUAL_BURST),
                Objects.requireNonNullElse(draft.perSecond(), USUAL_PER_SECOND),
                Objects.requireNonNullElse(draft.replay(), Replay.NONCE),
                draft.disabled()));
        UUID account = UUID.randomUUID();
        App app = store.insert(permit, appid, account, checked, box.seal(secret, account), now());
        return new IssuedSecret(app, secret, null);
    }

    /**
     * Changes what the draft gives.
     *
     * @throws Refused if the actor is no admin, there is no such app, or a value breaks a rule
     */
    public App change(Actor actor, long appid, AppDraft draft) {
        Permit permit = Access.permit(actor, UseCase.APP_CHANGE);
        if (!store.update(permit, appid, checked(draft), now())) {
            throw Refused.notFound(Problem.Kind.APP);
        }
        return get(actor, appid);
    }

    /**
     * Gives an app a new secret. The one before it holds for a while too, so that every copy of a program can be given the
     * new one; any older one ends.
     *
     * @param overlap how long that while is, at most 30 days; zero ends it at once
     * @throws Refused if the actor is no admin, there is no such app, or the overlap is out of range
     */
    public IssuedSecret rotate(Actor actor, long appid, Duration overlap) {
        Permit permit = Access.permit(actor, UseCase.APP_ROTATE);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new Refused(new Problem.Invalid("overlap", Rule.OUT_OF_RANGE, LONGEST_OVERLAP));
        }
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(box.random(SECRET_BYTES));
        return transaction.execute(status -> {
            Instant now = now();
            Instant until = now.plus(overlap);
            UUID account = store.lock(permit, appid).orElseThrow(() -> Refused.notFound(Problem.Kind.APP));
            store.endSecrets(permit, appid, until, now);
            return new IssuedSecret(store.rotate(permit, appid, box.seal(secret, account), until, now), secret, until);
        });
    }

    /**
     * Ends an app and its secrets; what it did keeps its name.
     *
     * @throws Refused if the actor is no admin, or there is none
     */
    public void delete(Actor actor, long appid) {
        if (!store.delete(Access.permit(actor, UseCase.APP_DELETE), appid, now())) {
            throw Refused.notFound(Problem.Kind.APP);
        }
    }

    /** Keeps an app as it is until the caller's transaction ends. */
    public void hold(Actor actor, long appid) {
        store.lock(Access.permit(actor, UseCase.APP_CHANGE), appid);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static AppDraft checked(AppDraft draft) {
        String name = draft.name();
        if (name != null) {
            name = Texts.checked("name", name.strip(), NAME_LENGTH);
            if (name.isEmpty()) {
                throw Refused.invalid("name", Rule.REQUIRED);
            }
        }
        if (draft.networks() != null && draft.networks().size() > MOST_NETWORKS) {
            throw new Refused(new Problem.Invalid("networks", Rule.TOO_LONG, MOST_NETWORKS));
        }
        checkRange("burst", draft.burst(), LARGEST_BURST);
        checkRange("perSecond", draft.perSecond(), LARGEST_PER_SECOND);
        Set<AppRight> rights = EnumSet.noneOf(AppRight.class);
        if (draft.rights() != null) {
            rights.addAll(draft.rights());
        }
        return new AppDraft(
                name,
                draft.rights() == null ? null : rights,
                draft.networks() == null
                        ? null
                        : draft.networks().stream().distinct().toList(),
                draft.burst(),
                draft.perSecond(),
                draft.replay(),
                draft.disabled());
    }

    private static void checkRange(String field, @Nullable Integer value, int largest) {
        if (value != null && (value < 1 || value > largest)) {
            throw new Refused(new Problem.Invalid(field, Rule.OUT_OF_RANGE, largest));
        }
    }
}
