package io.haina.pool;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.filter.Batch;
import io.haina.ownership.HeldCustomers;
import io.haina.ownership.HeldCustomers.Held;
import io.haina.ownership.HoldingLimit;
import io.haina.ownership.Recipients;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Several customers that go into a pool or come out of one in one order: all of them, or none. */
@Service
public class PoolBatches {

    private final PoolStore store;
    private final DistributionStore distributions;
    private final Claims claims;
    private final HeldCustomers held;
    private final HoldingLimit holdingLimit;
    private final Recipients recipients;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PoolBatches(
            PoolStore store,
            DistributionStore distributions,
            Claims claims,
            HeldCustomers held,
            HoldingLimit holdingLimit,
            Recipients recipients,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.distributions = distributions;
        this.claims = claims;
        this.held = held;
        this.holdingLimit = holdingLimit;
        this.recipients = recipients;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Puts customers into a pool. They lose their owner and members, and their contacts their owner.
     *
     * @param pool null for the tenant's default pool
     * @param reason as a release's
     * @throws Refused if one is out of the actor's reach, locked or won, or the actor sees no such pool
     */
    public void put(Actor actor, Collection<Long> customers, @Nullable Long pool, @Nullable String reason) {
        String said = Pool.reason(reason);
        Permit permit = Access.permit(actor, UseCase.POOL_RELEASE);
        Batch batch = Batch.of("customers", customers);
        transaction.executeWithoutResult(status -> {
            List<Held> all = held.lock(permit, batch);
            if (all.stream().anyMatch(Held::locked)) {
                throw new Refused(new Problem.CustomerLocked());
            }
            if (all.stream().anyMatch(Held::won)) {
                throw new Refused(new Problem.CustomerWon());
            }
            if (store.release(permit, batch, pool, said, now()) < batch.size()) {
                throw Refused.notFound(Problem.Kind.POOL);
            }
        });
    }

    /**
     * Claims customers for the actor, under the rules of one claim for each.
     *
     * @throws Refused as {@link Pool#claim} for any of them
     */
    public List<Claimed> receive(Actor actor, Collection<Long> customers) {
        return claims.claim(actor, ClaimStore.Wanted.all(Batch.of("customers", customers)));
    }

    /**
     * Gives customers of pools to a person of the actor's reach. That is no claim: it costs nothing of a quota, and former
     * owners need not wait.
     *
     * @throws Refused if the actor is no manager or admin, does not see one of the customers in a pool, the person is out of
     *     reach or disabled, or would hold more than allowed
     */
    public void distribute(Actor actor, Collection<Long> customers, long to) {
        Permit permit = Access.permit(actor, UseCase.POOL_DISTRIBUTE);
        Scoped reach = Access.scoped(actor, UseCase.POOL_RECIPIENT);
        Batch batch = Batch.of("customers", customers);
        transaction.executeWithoutResult(status -> {
            recipients.hold(reach, to);
            int given = holdingLimit.within(
                    permit, to, batch.size(), () -> distributions.distribute(permit, batch, to, now()));
            if (given < batch.size()) {
                throw Refused.notFound(Problem.Kind.CUSTOMER);
            }
        });
    }

    /**
     * Takes pooled customers to another pool.
     *
     * @throws Refused if the actor does not see one of them in a pool, or no such pool
     */
    public void move(Actor actor, Collection<Long> customers, long pool) {
        Permit permit = Access.permit(actor, UseCase.POOL_DISTRIBUTE);
        Batch batch = Batch.of("customers", customers);
        transaction.executeWithoutResult(status -> {
            if (distributions.move(permit, batch, pool, now()) < batch.size()) {
                throw Refused.notFound(Problem.Kind.CUSTOMER);
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
