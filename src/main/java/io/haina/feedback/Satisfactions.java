package io.haina.feedback;

import static io.haina.feedback.SatisfactionFields.CONTACT_ID;
import static io.haina.feedback.SatisfactionFields.VALUE;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Links;
import io.haina.field.Values;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How satisfied the people of customers are: seen and written by whoever sees the contact. */
@Service
public class Satisfactions {

    /** Nobody could be less satisfied. */
    public static final int LEAST = -10;

    /** Nobody could be more satisfied. */
    public static final int MOST = 10;

    private static final int MOST_STAFF = 100;

    private final SatisfactionStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Satisfactions(SatisfactionStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a contact said within a time, the newest first.
     *
     * @param from inclusive
     * @param until exclusive
     * @throws Refused if the time ends before it begins, or there is no such contact that the actor may see
     */
    public Slice<Satisfaction> of(Actor actor, long contact, Instant from, Instant until, Page page) {
        if (until.isBefore(from)) {
            throw Refused.invalid("until", Rule.OUT_OF_RANGE);
        }
        return store.page(Access.scoped(actor, UseCase.SATISFACTION_LIST), contact, from, until, page)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.CONTACT));
    }

    /**
     * What all contacts of the actor's reach said within a time, the newest first.
     *
     * @param from inclusive
     * @param until exclusive
     * @throws Refused if the time ends before it begins
     */
    public Slice<Satisfaction> list(Actor actor, Instant from, Instant until, Page page) {
        if (until.isBefore(from)) {
            throw Refused.invalid("until", Rule.OUT_OF_RANGE);
        }
        return store.page(Access.scoped(actor, UseCase.SATISFACTION_LIST), from, until, page);
    }

    /** One of them. @throws Refused if there is none of that id for the actor */
    public Satisfaction get(Actor actor, long id) {
        return store.find(Access.scoped(actor, UseCase.SATISFACTION_LIST), id).orElseThrow(Satisfactions::notFound);
    }

    /**
     * Writes down what a contact said.
     *
     * @param raw by the names of {@link SatisfactionFields}
     * @param staff who was praised or criticised, people of the company
     * @return its id
     * @throws Refused if a value breaks a rule, or the contact or one of the people is not there for the actor
     */
    public long add(Actor actor, Map<String, ? extends @Nullable Object> raw, List<Long> staff) {
        Permit permit = Access.permit(actor, UseCase.SATISFACTION_ADD);
        Values values = SatisfactionFields.DRAFT.readNew(
                raw, actor.role(), actor.tenant().zone());
        check(values, staff);
        Instant now = now();
        Long made = transaction.execute(status -> {
            long id = store.insert(permit, values, now).orElseThrow(() -> Refused.notFound(Problem.Kind.CONTACT));
            if (!staff.isEmpty()) {
                name(permit, id, staff, now);
            }
            return id;
        });
        return made;
    }

    /**
     * Changes what a draft names; what it names as nothing is emptied.
     *
     * @param staff all of them from then on; null leaves them
     * @throws Refused if there is none of that id for the actor, or as {@link #add}
     */
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> raw, @Nullable List<Long> staff) {
        Permit permit = Access.permit(actor, UseCase.SATISFACTION_CHANGE);
        Values values =
                SatisfactionFields.DRAFT.read(raw, actor.role(), actor.tenant().zone());
        check(values, staff == null ? List.of() : staff);
        Instant now = now();
        transaction.executeWithoutResult(status -> {
            if (values.get(CONTACT_ID) instanceof Long contact && !store.sees(permit, contact)) {
                throw Refused.notFound(Problem.Kind.CONTACT);
            }
            if (!store.change(permit, id, values, now)) {
                throw notFound();
            }
            if (staff != null) {
                name(permit, id, staff, now);
            }
        });
    }

    /** Takes back what was written down, softly. @throws Refused if there is none of that id for the actor */
    public void delete(Actor actor, long id) {
        if (!store.delete(Access.permit(actor, UseCase.SATISFACTION_DELETE), id, now())) {
            throw notFound();
        }
    }

    /** Keeps one that the actor may change as it is until the caller's transaction ends. */
    public void hold(Actor actor, long id) {
        store.lock(Access.permit(actor, UseCase.SATISFACTION_CHANGE), id);
    }

    private static void check(Values values, List<Long> staff) {
        if (values.get(VALUE) instanceof Long value && (value < LEAST || value > MOST)) {
            throw new Refused(new Problem.Invalid(VALUE, Rule.OUT_OF_RANGE, LEAST + "~" + MOST));
        }
        if (values.get(SatisfactionFields.ATTACHMENT) instanceof String address) {
            Links.checked(SatisfactionFields.ATTACHMENT, address);
        }
        if (staff.size() > MOST_STAFF) {
            throw new Refused(new Problem.Invalid(SatisfactionFields.STAFF, Rule.TOO_LONG, MOST_STAFF));
        }
    }

    private void name(Permit permit, long id, List<Long> staff, Instant now) {
        if (!store.name(permit, id, staff, now)) {
            throw Refused.notFound(Problem.Kind.STAFF);
        }
    }

    private static Refused notFound() {
        return Refused.notFound(Problem.Kind.SATISFACTION);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
