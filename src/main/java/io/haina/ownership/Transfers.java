package io.haina.ownership;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.filter.Batch;
import io.haina.ownership.HeldCustomers.Held;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers that whoever may decide over them hands over, or keeps from being released: all of an order or none. */
@Service
public class Transfers {

    private final HeldCustomers held;
    private final HeldStore store;
    private final TransferStore transfers;
    private final HoldingLimit holdingLimit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Transfers(
            HeldCustomers held,
            HeldStore store,
            TransferStore transfers,
            HoldingLimit holdingLimit,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.store = store;
        this.transfers = transfers;
        this.holdingLimit = holdingLimit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Hands customers over to a person of the tenant, with a new protection for each; those that the person holds already
     * stay as they are. A locked one can be handed over by its owner's will, and stays locked.
     *
     * @throws Refused if one is out of the actor's reach, in a pool that the actor sees, or no longer protected, the person is not there or disabled, or
     *     would hold more than allowed
     */
    public void transfer(Actor actor, Collection<Long> customers, long to, Handover handover) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_TRANSFER);
        Batch batch = Batch.of("customers", customers);
        transaction.executeWithoutResult(status -> {
            holdingLimit.reserve(permit, to);
            Instant now = now();
            int moving = (int) locked(permit, batch, now).stream()
                    .filter(customer -> customer.ownerId() != to)
                    .count();
            holdingLimit.check(permit, to, moving);
            Instant until = actor.tenant().protectedUntil(now);
            if (transfers.transfer(permit, batch, to, handover, now, until) < moving) {
                throw Refused.notFound(Problem.Kind.STAFF);
            }
        });
    }

    /** Keeps customers from being released or put into a pool. @throws Refused as {@link #transfer} of the customers */
    public void lock(Actor actor, Collection<Long> customers) {
        keep(actor, customers, true);
    }

    /**
     * Lets customers be released again; one whose protection would have ended meanwhile gets a fresh one.
     *
     * @throws Refused if one is out of the actor's reach
     */
    public void unlock(Actor actor, Collection<Long> customers) {
        keep(actor, customers, false);
    }

    private void keep(Actor actor, Collection<Long> customers, boolean locked) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_LOCK);
        Batch batch = Batch.of("customers", customers);
        transaction.executeWithoutResult(status -> {
            Instant now = now();
            locked(permit, batch, now);
            store.keep(permit, batch, locked, now, actor.tenant().protectedUntil(now));
        });
    }

    /** Locks them until the transaction ends. @throws Refused as {@link #transfer} of the customers */
    private List<Held> locked(Permit permit, Batch batch, Instant now) {
        try {
            return held.lockProtected(permit, batch, now);
        } catch (Refused refused) {
            boolean pooled = refused.problem() instanceof Problem.NotFound
                    && store.isPooled(Access.scoped(permit.actor(), UseCase.POOL_LIST), batch);
            throw pooled ? new Refused(new Problem.InPool()) : refused;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
