package io.haina.handover;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.handover.HandoverMoveStore.Order;
import io.haina.handover.HandoverStore.Person;
import io.haina.handover.HandoverStore.Undoing;
import io.haina.handover.HandoverUndoStore.Back;
import io.haina.ownership.HoldingLimit;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.staff.StaffRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody leaves behind goes to others in one order, whatever the number: all of it or nothing. It keeps a record of
 * itself, by which what nobody has given on since can be given back.
 *
 * <p>Whoever changes people, requests and customers locks them in this order: requests, people, customers. The
 * time is taken when that wait is over, so that of two spans of holding the later one begins later.
 */
@Service
public class Handovers {

    private static final String LEAVER = "leaver";
    private static final String TO = "to";

    private final HandoverStore store;
    private final HandoverMoveStore moves;
    private final HandoverRequestStore requests;
    private final HandoverUndoStore undoings;
    private final HoldingLimit holdingLimit;
    private final StaffRegister register;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Handovers(
            HandoverStore store,
            HandoverMoveStore moves,
            HandoverRequestStore requests,
            HandoverUndoStore undoings,
            HoldingLimit holdingLimit,
            StaffRegister register,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.requests = requests;
        this.undoings = undoings;
        this.holdingLimit = holdingLimit;
        this.register = register;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a person holds now. @throws Refused if the actor is no admin, or there is no such person in the tenant */
    public Belongings preview(Actor actor, long leaver) {
        return store.belongings(Access.scoped(actor, UseCase.HANDOVER_READ), leaver, now())
                .orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
    }

    /** The handovers that were made, the newest first. @throws Refused if the actor is no admin */
    public Slice<HandedOver> list(Actor actor, Page page) {
        return store.page(Access.scoped(actor, UseCase.HANDOVER_READ), page);
    }

    /** One handover. @throws Refused if the actor is no admin, or there is no such */
    public HandedOver get(Actor actor, long handover) {
        return store.find(Access.permit(actor, UseCase.HANDOVER_READ), handover)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.HANDOVER));
    }

    /**
     * Hands over all that a person holds. Customers get a new protection; those whose protection has ended stay on their
     * way into the pool. Requests about the customers follow them; what the leaver has asked for is turned down.
     *
     * @throws Refused if the actor is no admin or the leaver, one of both people is not there, the new owner may not sign in
     *     or would hold more than allowed, there is no such pool, or something is left that no pool takes and nobody is
     *     named for
     */
    public HandedOver handOver(Actor actor, HandoverDraft draft) {
        Permit permit = Access.permit(actor, UseCase.HANDOVER_MAKE);
        check(actor, draft);
        return transaction.execute(status -> {
            long leaver = draft.leaver();
            requests.lock(permit, leaver);
            Person person = lockPeople(permit, leaver, draft.to());
            Instant now = now();
            if (draft.pool() != null && !store.lockPool(permit, draft.pool())) {
                throw Refused.notFound(Problem.Kind.POOL);
            }
            Order order = new Order(permit, store.insert(permit, draft, now), leaver, now);
            Map<Possession, Long> moved = move(order, draft);
            store.finish(permit, order.handover(), moved, now);
            if (draft.disable()) {
                register.disable(actor, person.uuid());
            }
            return store.find(permit, order.handover()).orElseThrow();
        });
    }

    private static void check(Actor actor, HandoverDraft draft) {
        if (draft.leaver() == actor.staffId()) {
            throw Refused.invalid(LEAVER, Rule.NOT_A_CHOICE);
        }
        Long to = draft.to();
        if (to == null && draft.pool() == null) {
            throw Refused.invalid(TO, Rule.REQUIRED);
        }
        if (to != null && to == draft.leaver()) {
            throw Refused.invalid(TO, Rule.NOT_A_CHOICE);
        }
    }

    private Person lockPeople(Permit permit, long leaver, @Nullable Long to) {
        Set<Long> wanted = new TreeSet<>(Set.of(permit.actor().staffId(), leaver));
        if (to != null) {
            wanted.add(to);
        }
        List<Person> people = store.lock(permit, wanted);
        boolean missing = people.size() < wanted.size();
        if (missing || people.stream().anyMatch(person -> to != null && person.id() == to && person.disabled())) {
            throw Refused.notFound(Problem.Kind.STAFF);
        }
        return people.stream()
                .filter(person -> person.id() == leaver)
                .findFirst()
                .orElseThrow();
    }

    private Map<Possession, Long> move(Order order, HandoverDraft draft) {
        Map<Possession, Long> moved = new EnumMap<>(Possession.class);
        Long pool = draft.pool();
        if (pool != null) {
            count(moved, Possession.CUSTOMER, moves.customersInto(order, pool));
        }
        Long to = draft.to();
        if (to != null) {
            moveTo(order, to, moved);
        } else if (moves.holdsAnything(order)) {
            throw Refused.invalid(TO, Rule.REQUIRED);
        }
        count(moved, Possession.MEMBERSHIP, moves.endMemberships(order));
        count(moved, Possession.REQUEST, requests.close(order));
        moves.contactsMoved(order).ifPresent(contacts -> moved.put(Possession.CONTACT, contacts));
        return moved;
    }

    private void moveTo(Order order, long to, Map<Possession, Long> moved) {
        Permit permit = order.permit();
        holdingLimit.reserve(permit, to);
        holdingLimit.check(permit, to, moves.lockCustomers(order));
        Instant until = order.actor().tenant().protectedUntil(order.now());
        count(moved, Possession.CUSTOMER, moves.customersTo(order, to, until));
        for (Possession kind : HandoverMoveStore.RECORDS) {
            count(moved, kind, moves.recordsTo(order, kind, to));
        }
        count(moved, Possession.REQUEST, requests.follow(order, to));
    }

    private static void count(Map<Possession, Long> counts, Possession kind, int more) {
        if (more > 0) {
            counts.merge(kind, (long) more, Long::sum);
        }
    }

    /**
     * Gives back what had no other owner since; the rest stays where it is. The protection that a customer had goes on, or if
     * it would have ended, a fresh one begins. Whoever was disabled stays so.
     *
     * @throws Refused if the actor is no admin, there is no such handover, it was undone before, or the former owner would
     *     hold more than allowed
     */
    public HandedOver undo(Actor actor, long handover) {
        Permit permit = Access.permit(actor, UseCase.HANDOVER_UNDO);
        return transaction.execute(status -> {
            Undoing undoing = store.beginUndo(permit, handover, now())
                    .orElseThrow(() -> new Refused(
                            store.exists(permit, handover)
                                    ? new Problem.AlreadyUndone()
                                    : new Problem.NotFound(Problem.Kind.HANDOVER)));
            requests.lock(permit, undoing.to() == null ? undoing.leaver() : undoing.to());
            store.lock(permit, people(actor, undoing));
            Order order = new Order(permit, handover, undoing.leaver(), now());
            store.finishUndo(permit, handover, giveBack(order, undoing), order.now());
            return store.find(permit, handover).orElseThrow();
        });
    }

    private static Set<Long> people(Actor actor, Undoing undoing) {
        Set<Long> people = new TreeSet<>(Set.of(actor.staffId()));
        people.add(undoing.leaver());
        if (undoing.to() != null) {
            people.add(undoing.to());
        }
        return people;
    }

    private Map<Possession, Long> giveBack(Order order, Undoing undoing) {
        holdingLimit.reserve(order.permit(), undoing.leaver());
        Back back = new Back(order, undoing);
        holdingLimit.check(order.permit(), undoing.leaver(), undoings.lock(back, Possession.CUSTOMER));
        Map<Possession, Long> returned = new EnumMap<>(Possession.class);
        count(returned, Possession.CONTACT, undoings.records(back, Possession.CONTACT));
        Instant fresh = order.actor().tenant().protectedUntil(order.now());
        count(returned, Possession.CUSTOMER, undoings.customers(back, fresh));
        for (Possession kind : HandoverMoveStore.RECORDS) {
            if (kind != Possession.CONTACT) {
                count(returned, kind, undoings.records(back, kind));
            }
        }
        count(returned, Possession.MEMBERSHIP, undoings.members(order, undoing));
        count(returned, Possession.REQUEST, requests.followBack(order, undoing));
        return returned;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
