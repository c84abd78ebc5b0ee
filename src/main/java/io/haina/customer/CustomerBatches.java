package io.haina.customer;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.filter.Batch;
import io.haina.ownership.HeldCustomers;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done to several customers in one order: to all of them, or to none. */
@Service
public class CustomerBatches {

    private final CustomerWriteStore store;
    private final HeldCustomers held;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CustomerBatches(CustomerWriteStore store, HeldCustomers held, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.held = held;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Says how the business with customers goes, for their owners and writing members. Winning one unlocks it, for a won one
     * is not released anyway.
     *
     * @throws Refused if one is out of the actor's reach, or its protection has ended
     */
    public void changeStatus(Actor actor, Collection<Long> customers, CustomerStatus status) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_DEAL);
        Batch batch = Batch.of("customers", customers);
        transaction.executeWithoutResult(done -> {
            Instant now = now();
            held.lockProtected(permit, batch, now);
            store.changeStatus(
                    permit,
                    batch,
                    status,
                    status == CustomerStatus.WON,
                    now,
                    actor.tenant().protectedUntil(now));
        });
    }

    /**
     * Deletes customers, softly; their names become free.
     *
     * @throws Refused if one is out of the actor's reach, or has contacts beside the one it was reported with,
     *     opportunities or contracts
     */
    public void delete(Actor actor, Collection<Long> customers) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_DELETE);
        Batch batch = Batch.of("customers", customers);
        transaction.executeWithoutResult(done -> {
            // Locked against whoever is adding a contact, an opportunity or a contract: the look behind sees what they
            // added.
            held.lock(permit, batch);
            if (store.isInUse(permit, batch)) {
                throw new Refused(new Problem.RecordInUse(Problem.Kind.CUSTOMER));
            }
            store.delete(permit, batch, now());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
