package io.haina.customer;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.customer.CustomerRestoreStore.Back;
import io.haina.customer.CustomerRestoreStore.Former;
import io.haina.field.RecordKind;
import io.haina.ownership.HoldingLimit;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.Restorations;
import io.haina.record.Restored;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way back for deleted customers. One goes to who held it, as if just reported; where that person may no longer sign in, or
 * holds as many as allowed, into the public pool. One that is won or locked lies in no pool: then it is the actor's.
 */
@Service
public class CustomerRestoring {

    private final CustomerRestoreStore store;
    private final CustomerWriteStore writes;
    private final Customers customers;
    private final Restorations restorations;
    private final HoldingLimit holdingLimit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CustomerRestoring(
            CustomerRestoreStore store,
            CustomerWriteStore writes,
            Customers customers,
            Restorations restorations,
            HoldingLimit holdingLimit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.writes = writes;
        this.customers = customers;
        this.restorations = restorations;
        this.holdingLimit = holdingLimit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Brings a deleted customer back, with the contacts that went with it, its name, and what it alone may have. Its members,
     * stars, files and activities have waited.
     *
     * @throws Refused if there is none in reach, its name or a value that may occur once is another's by now, or it would be the
     *     actor's, who holds as many as allowed
     */
    public Restored restore(Actor actor, long id) {
        Permit permit = Access.permit(actor, UseCase.RECORD_RESTORE);
        String name = former(permit, id).name();
        try {
            return transaction.execute(status -> restore(permit, id));
        } catch (DuplicateKeyException e) {
            throw new Refused(customers.taken(Access.scoped(actor, UseCase.CUSTOMER_CHECK), name));
        }
    }

    private Restored restore(Permit permit, long id) {
        Former former = former(permit, id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Long holder = holder(permit, former);
        Optional<Back> found = holder == null
                ? store.toPool(permit, id, former, now)
                : store.toPerson(
                        permit, id, former, holder, now, permit.actor().tenant().protectedUntil(now));
        Back back = found.orElseThrow(CustomerRestoring::notFound);
        writes.index(permit, id);
        restorations.claim(permit, RecordKind.CUSTOMER, id);
        back.contacts().forEach(contact -> restorations.claim(permit, RecordKind.CONTACT, contact));
        return new Restored(id, back.owner(), back.pool());
    }

    private Former former(Permit permit, long id) {
        return store.former(permit, id).orElseThrow(CustomerRestoring::notFound);
    }

    private static Refused notFound() {
        return Refused.notFound(Problem.Kind.CUSTOMER);
    }

    /** Who is to hold it; null for nobody. Whoever it is gets no other customers until the transaction ends. */
    private @Nullable Long holder(Permit permit, Former former) {
        Long owner = former.owner();
        if (owner == null) {
            return null;
        }
        long self = permit.actor().staffId();
        TreeSet<Long> asked = new TreeSet<>();
        if (former.active()) {
            asked.add(owner);
        }
        if (former.staysHeld()) {
            asked.add(self);
        }
        // In the order of their numbers, as whatever else locks several people does.
        asked.forEach(person -> holdingLimit.reserve(permit, person));
        if (former.active() && holdingLimit.allows(permit, owner, 1)) {
            return owner;
        }
        if (!former.staysHeld()) {
            return null;
        }
        holdingLimit.check(permit, self, 1);
        return self;
    }
}
