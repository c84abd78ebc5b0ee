package io.haina.activity;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.activity.JournalWriteStore.Before;
import io.haina.customer.CustomerLinks;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of the {@link Journal}, each in one transaction that keeps the customers of the entry, before and after, as they are:
 * so that what is made of all entries of a customer, when it was last in touch, is made of all of them.
 */
@Service
class JournalWrites {

    private final JournalWriteStore store;
    private final JournalUpkeepStore upkeep;
    private final CustomerLinks links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JournalWrites(
            JournalWriteStore store,
            JournalUpkeepStore upkeep,
            CustomerLinks links,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes down all or none. @return their ids */
    List<Long> add(Permit permit, List<JournalDraft> drafts) {
        Instant now = now();
        List<Long> made = transaction.execute(status -> {
            List<Long> contacts = drafts.stream().map(JournalDraft::contact).toList();
            links.lockOf(permit, RecordKind.CONTACT, contacts, List.of());
            List<Long> ids = new ArrayList<>();
            for (JournalDraft draft : drafts) {
                long id = store.insert(permit, draft, now).orElseThrow(() -> new Refused(why(permit.actor(), draft)));
                follow(permit, draft, id);
                ids.add(id);
            }
            return ids;
        });
        return List.copyOf(made);
    }

    /** Changes an entry. */
    void change(Permit permit, long id, JournalDraft draft) {
        Instant now = now();
        transaction.executeWithoutResult(status -> {
            Before before = lock(permit, draft.journal(), id, List.of(draft.contact()));
            if (!store.change(permit, id, draft, now)) {
                throw new Refused(
                        store.reached(permit, draft.journal(), id)
                                ? why(permit.actor(), draft)
                                : whyNotChanged(permit.actor(), draft.journal(), before));
            }
            store.unfollow(permit, draft.journal(), id);
            follow(permit, draft, id);
            Before after = store.before(permit, draft.journal(), id).orElseThrow();
            if (draft.journal() == JournalKind.ACTIVITY && before.customer() != after.customer()) {
                store.detach(permit, id);
            }
            store.audit(permit, draft.journal(), id, before, after, now);
            refresh(permit, draft.journal(), List.of(before, after));
        });
    }

    /** Deletes an entry. */
    void delete(Permit permit, JournalKind kind, long id) {
        Instant now = now();
        transaction.executeWithoutResult(status -> {
            Before before = lock(permit, kind, id, List.of());
            if (!store.delete(permit, kind, id, now)) {
                throw new Refused(whyNotChanged(permit.actor(), kind, before));
            }
            refresh(permit, kind, List.of(before));
        });
    }

    /** The entry as it is and stays until the transaction ends. */
    Before lock(Permit permit, JournalKind kind, long id, List<Long> contacts) {
        TreeSet<Long> locked = new TreeSet<>();
        Before before = before(permit, kind, id);
        do {
            locked.add(before.customer());
            links.lockOf(permit, RecordKind.CONTACT, contacts, locked);
            // Whoever moved the entry to another customer meanwhile has the lock that this has waited for.
            before = before(permit, kind, id);
        } while (!locked.contains(before.customer()));
        return before;
    }

    private Before before(Permit permit, JournalKind kind, long id) {
        return store.before(permit, kind, id).orElseThrow(() -> Refused.notFound(kind.problem()));
    }

    private void follow(Permit permit, JournalDraft draft, long id) {
        if (store.follow(permit, draft, id) != draft.followers().size()) {
            throw Refused.notFound(Kind.STAFF);
        }
    }

    private void refresh(Permit permit, JournalKind kind, List<Before> touched) {
        if (kind == JournalKind.ACTIVITY) {
            upkeep.refreshRecords(permit, touched);
            upkeep.refreshDays(permit, touched);
        }
    }

    /** Why nothing could be written down: what the actor may not see is not told from what is not there. */
    private Problem why(Actor actor, JournalDraft draft) {
        Optional<JournalWriteStore.ContactOf> found =
                store.contact(Access.scoped(actor, UseCase.JOURNAL_READ), draft.contact());
        if (found.isEmpty()) {
            return new Problem.NotFound(Kind.CONTACT);
        }
        if (draft.customer() != null && draft.customer() != found.get().customer()) {
            return new Problem.Invalid(Journal.CUSTOMER, Rule.NOT_A_CHOICE);
        }
        return found.get().pooled() ? new Problem.InPool() : new Problem.NotFound(Kind.CONTACT);
    }

    private Problem whyNotChanged(Actor actor, JournalKind kind, Before before) {
        return store.isPooled(Access.scoped(actor, UseCase.JOURNAL_READ), before.customer())
                ? new Problem.InPool()
                : new Problem.NotFound(kind.problem());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
