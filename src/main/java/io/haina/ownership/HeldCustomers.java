package io.haina.ownership;

import io.haina.access.Access;
import io.haina.access.Breadth;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.filter.Batch;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The customers of a batch, for everything that is done to all of them or to none: looked at once nobody else can change
 * them any more, so that what is seen is still so when it is changed.
 */
@Component
public class HeldCustomers {

    private final HeldStore store;

    HeldCustomers(HeldStore store) {
        this.store = store;
    }

    /**
     * A customer that somebody holds.
     *
     * @param protectedUntil the end of the holder's protection
     */
    public record Held(long id, long ownerId, boolean won, boolean locked, Instant protectedUntil) {

        /** Whether its protection has ended, so that it is about to come into the pool. */
        public boolean lapsed(Instant now) {
            return !won && !locked && !protectedUntil.isAfter(now);
        }
    }

    /** Locks them until the transaction ends. @throws Refused if one of them is out of reach, or only others may decide over it */
    public List<Held> lock(Permit permit, Batch customers) {
        List<Held> held = store.lock(permit, customers);
        if (held.size() < customers.size()) {
            throw new Refused(
                    permit.useCase().breadth() == Breadth.DIRECTED
                                    && store.reachesAll(Access.scoped(permit.actor(), UseCase.CUSTOMER_LIST), customers)
                            ? new Problem.NotOwner()
                            : new Problem.NotFound(Problem.Kind.CUSTOMER));
        }
        return held;
    }

    /** As {@link #lock}. @throws Refused also if the protection of one has ended */
    public List<Held> lockProtected(Permit permit, Batch customers, Instant now) {
        List<Held> held = lock(permit, customers);
        if (held.stream().anyMatch(customer -> customer.lapsed(now))) {
            throw new Refused(new Problem.ProtectionEnded());
        }
        return held;
    }
}
