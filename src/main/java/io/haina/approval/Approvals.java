package io.haina.approval;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Filing requests and deciding them. */
@Service
public class Approvals {

    private static final String REASON = "reason";
    private static final String COMMENT = "comment";
    private static final FieldCatalog TEXTS = new FieldCatalog(
            List.of(Field.text(REASON, "reason", 1000).asRequired(), Field.text(COMMENT, "decision_comment", 1000)));

    private final Map<String, ApprovalKind> kinds;
    private final ApprovalStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Approvals(List<ApprovalKind> kinds, ApprovalStore store, TransactionTemplate transaction, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(ApprovalKind::name, Function.identity()));
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks for something about a customer.
     *
     * @return the request's id
     * @throws Refused if a value breaks a rule, the customer is none for which the actor may ask this, or the actor's same
     *     request waits already
     */
    public UUID file(Actor actor, ApprovalDraft draft) {
        Permit permit = Access.permit(actor, UseCase.APPROVAL_FILE);
        ApprovalKind kind = kind(draft.kind());
        String reason = TEXTS.requiredText(REASON, draft.reason());
        Integer days = kind.days(draft);
        Instant now = now();
        return store.insert(permit, kind, draft.customer(), reason, days, now)
                .orElseThrow(() -> new Refused(whyNotFiled(permit, kind, draft.customer(), now)));
    }

    private Problem whyNotFiled(Permit permit, ApprovalKind kind, UUID customer, Instant now) {
        if (store.waits(permit, kind, customer)) {
            return new Problem.ValueTaken(Problem.Kind.APPROVAL, "kind", "待处理的相同申请");
        }
        Actor actor = permit.actor();
        return store.target(Access.scoped(actor, UseCase.CUSTOMER_READ), customer)
                .map(target -> kind.refusal(actor, target, now))
                .orElseGet(() -> new Problem.NotFound(Problem.Kind.CUSTOMER));
    }

    private ApprovalKind kind(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Refused.invalid("kind", Rule.REQUIRED);
        }
        ApprovalKind kind = kinds.get(name.strip());
        if (kind == null) {
            throw Refused.invalid("kind", Rule.NOT_A_CHOICE);
        }
        return kind;
    }

    /** What can be asked for. */
    public List<Askable> kinds(Actor actor) {
        Access.permit(actor, UseCase.APPROVAL_FILE);
        return kinds.values().stream()
                .map(kind -> new Askable(kind.name(), kind.maximumDays()))
                .sorted(Comparator.comparing(Askable::kind))
                .toList();
    }

    /** A request that the actor filed, or may see to decide it or to know how it was decided. @throws Refused if none */
    public Approval get(Actor actor, long id) {
        return find(actor, scoped -> store.find(scoped, id)).orElseThrow(() -> Refused.notFound(Problem.Kind.APPROVAL));
    }

    /** As {@link #get(Actor, long)}, by its public id. */
    public Approval get(Actor actor, UUID id) {
        return find(actor, scoped -> store.find(scoped, id)).orElseThrow(() -> Refused.notFound(Problem.Kind.APPROVAL));
    }

    /** What is asked about a customer and not decided yet, as far as the actor may see it: the last request. */
    public Optional<Approval> pendingAbout(Actor actor, UUID customer) {
        return find(actor, scoped -> store.pendingAbout(scoped, customer));
    }

    private static Optional<Approval> find(Actor actor, Function<Scoped, Optional<Approval>> look) {
        return look.apply(Access.scoped(actor, UseCase.APPROVAL_MINE))
                .or(() -> UseCase.APPROVAL_PENDING.roles().contains(actor.role())
                        ? look.apply(Access.scoped(actor, UseCase.APPROVAL_PENDING))
                        : Optional.empty());
    }

    /** The actor's own requests, newest first. */
    public Slice<Approval> mine(Actor actor, Page page) {
        return store.mine(Access.scoped(actor, UseCase.APPROVAL_MINE), page);
    }

    /**
     * The requests that wait for the actor's decision, newest first: for a sales manager those filed by members of the
     * team, for an admin all, and never the actor's own.
     */
    public Slice<Approval> pending(Actor actor, Page page) {
        return store.pending(Access.scoped(actor, UseCase.APPROVAL_PENDING), page);
    }

    /**
     * Decides a request, once. An approved one is carried out in the same transaction; if that cannot be done any more, the
     * request stays pending.
     *
     * @param comment what the applicant is told, or null
     * @throws Refused if there is no such request in the actor's reach, it is the actor's own, it was decided before, or
     *     what it asks for cannot be done any more
     */
    public Decided decide(Actor actor, UUID id, boolean approve, @Nullable String comment) {
        Permit permit = Access.permit(actor, UseCase.APPROVAL_DECIDE);
        String said = TEXTS.text(COMMENT, comment);
        ApprovalStatus status = approve ? ApprovalStatus.APPROVED : ApprovalStatus.REJECTED;
        Decided decided = transaction.execute(tx -> decide(permit, id, status, said));
        if (decided == null) {
            throw new Refused(whyNotDecided(actor, id));
        }
        return decided;
    }

    /** As {@link #decide(Actor, UUID, boolean, String)}, by the request's number. */
    public Decided decide(Actor actor, long id, boolean approve, @Nullable String comment) {
        UUID uuid = store.uuid(Access.permit(actor, UseCase.APPROVAL_DECIDE), id)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.APPROVAL));
        return decide(actor, uuid, approve, comment);
    }

    private @Nullable Decided decide(Permit permit, UUID id, ApprovalStatus status, @Nullable String comment) {
        ApprovalStore.Pending pending =
                store.decide(permit, id, status, comment, now()).orElse(null);
        if (pending == null) {
            return null;
        }
        return new Decided(
                id,
                status,
                status == ApprovalStatus.APPROVED ? kind(pending.kind()).carryOut(permit, pending.request()) : null);
    }

    private Problem whyNotDecided(Actor actor, UUID id) {
        return switch (store.standing(Access.scoped(actor, UseCase.APPROVAL_DECIDE), id)) {
            case OWN -> new Problem.OwnRequest();
            case DECIDED -> new Problem.AlreadyDecided();
            case UNSEEN -> new Problem.NotFound(Problem.Kind.APPROVAL);
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
