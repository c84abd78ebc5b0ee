package io.haina.ownership;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The right to a customer: its history, and what an approved request does to it. */
@Service
public class Ownership {

    private final OwnershipStore store;
    private final TransferStore transfers;
    private final HoldingLimit holdingLimit;
    private final Clock clock;

    Ownership(OwnershipStore store, TransferStore transfers, HoldingLimit holdingLimit, Clock clock) {
        this.store = store;
        this.transfers = transfers;
        this.holdingLimit = holdingLimit;
        this.clock = clock;
    }

    /** Who held a customer, from when to when and why no longer, oldest first. @throws Refused if it is out of reach */
    public List<Holding> history(Actor actor, UUID customer) {
        Scoped scoped = Access.scoped(actor, UseCase.OWNERSHIP_HISTORY);
        if (!store.reaches(scoped, customer)) {
            throw Refused.notFound(Problem.Kind.CUSTOMER);
        }
        return store.history(scoped, customer);
    }

    /** Whose a customer is now, and until when. @throws Refused if it is out of reach */
    public Standing standing(Actor actor, UUID customer) {
        return store.standing(Access.scoped(actor, UseCase.CUSTOMER_LOOK), customer)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.CUSTOMER));
    }

    /**
     * Lengthens a protection by calendar days of the tenant's zone, within the caller's transaction.
     *
     * @param protection the one that is to be lengthened, and no later one
     * @return its new end
     * @throws Refused if the person's protection has ended, or another holds the customer by now
     */
    public Instant extend(Permit permit, long customer, long protection, long holder, long approval, int days) {
        if (!store.lockWithin(permit, customer, protection)) {
            throw new Refused(new Problem.RequestOutdated());
        }
        return store.extend(permit, customer, holder, approval, days, now())
                .orElseThrow(() -> new Refused(
                        store.holds(permit, customer, holder)
                                ? new Problem.ProtectionEnded()
                                : new Problem.RequestOutdated()));
    }

    /**
     * Moves a customer to another person, with a new protection, within the caller's transaction.
     *
     * @param protection the one during which it is to be moved, and no later one
     * @return the new protection's end
     * @throws Refused if the former holder no longer holds it, it is locked, or the new one is gone or holds as many as allowed
     */
    public Instant transfer(Permit permit, long customer, long protection, long from, long to) {
        Instant now = now();
        Instant until = permit.actor().tenant().protectedUntil(now);
        if (!holdingLimit.within(
                permit,
                to,
                () -> store.lockWithin(permit, customer, protection)
                        && transfers.transfer(permit, customer, from, to, now, until))) {
            throw new Refused(whyNotMoved(permit, customer, to));
        }
        return until;
    }

    private Problem whyNotMoved(Permit permit, long customer, long to) {
        if (!store.maySignIn(permit, to)) {
            return new Problem.NotFound(Problem.Kind.STAFF);
        }
        return store.isLocked(permit, customer) ? new Problem.CustomerLocked() : new Problem.RequestOutdated();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
