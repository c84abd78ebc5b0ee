package io.haina.pool;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.customer.Customer;
import io.haina.customer.CustomerOrder;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.ownership.HoldingLimit;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The public pool: what lies in it, claiming out of it, giving back to it. */
@Service
public class Pool {

    /** The name under which a release's reason is refused if it is missing. */
    public static final String REASON = "reason";

    private static final FieldCatalog RELEASE =
            new FieldCatalog(List.of(Field.text(REASON, "r.reason", 500).asRequired()));

    private final PoolStore store;
    private final Customers customers;
    private final HoldingLimit holdingLimit;
    private final Clock clock;

    Pool(PoolStore store, Customers customers, HoldingLimit holdingLimit, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.holdingLimit = holdingLimit;
        this.clock = clock;
    }

    /** The customers in the pool, the last released first. */
    public Slice<Customer> list(Actor actor, Filter wish, Page page) {
        return customers.page(Access.scoped(actor, UseCase.POOL_LIST, wish), page, CustomerOrder.POOLED);
    }

    /**
     * Takes a customer out of the pool for the actor. Of any number of claims at once one wins, and no day has more than
     * the tenant's quota of one person.
     *
     * @throws Refused if there is no such customer, somebody holds it, the quota is used up, the actor held it too short a
     *     time ago, or holds as many as the tenant allows
     */
    public Claimed claim(Actor actor, UUID customer) {
        Permit permit = Access.permit(actor, UseCase.POOL_CLAIM);
        Instant now = now();
        Instant until = actor.tenant().protectedUntil(now);
        if (!holdingLimit.within(permit, () -> store.claim(permit, customer, now, until))) {
            throw new Refused(whyNotClaimed(permit, customer, now));
        }
        return new Claimed(customer, until);
    }

    private Problem whyNotClaimed(Permit permit, UUID customer, Instant now) {
        Actor actor = permit.actor();
        int quota = actor.tenant().claimsPerDay();
        PoolStore.State state = store.state(permit, customer).orElse(null);
        if (state == null) {
            return new Problem.NotFound(Problem.Kind.CUSTOMER);
        }
        if (state.ownerId() != null) {
            return state.ownerId() == actor.staffId() ? new Problem.AlreadyOwner() : new Problem.NotInPool();
        }
        Instant freeAgain = state.freeAgainFor(actor);
        if (freeAgain != null && freeAgain.isAfter(now)) {
            return new Problem.CoolingDown(freeAgain);
        }
        return store.claimsMade(permit, actor.tenant().dayOf(now)) >= quota
                ? new Problem.ClaimQuotaUsed(quota)
                : new Problem.NotInPool();
    }

    /**
     * Gives a customer back to the pool: its owner, or a manager of the owner.
     *
     * @throws Refused if the reason is missing, or the customer is out of reach, in the pool already, locked or won
     */
    public void release(Actor actor, UUID customer, @Nullable String reason) {
        String said = RELEASE.requiredText(REASON, reason);
        Permit permit = Access.permit(actor, UseCase.POOL_RELEASE);
        if (!store.release(permit, customer, said, now())) {
            Customer unchanged = customers.get(actor, customer);
            throw new Refused(
                    unchanged.ownerId() == null
                            ? new Problem.InPool()
                            : unchanged.status() == CustomerStatus.WON
                                    ? new Problem.CustomerWon()
                                    : new Problem.CustomerLocked());
        }
    }

    /** The claims that the actor made, newest first. */
    public Slice<Claim> myClaims(Actor actor, Page page) {
        return store.claims(Access.scoped(actor, UseCase.POOL_MY_CLAIMS), page, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
