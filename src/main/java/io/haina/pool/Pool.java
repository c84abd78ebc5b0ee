package io.haina.pool;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.customer.Customer;
import io.haina.customer.CustomerOrder;
import io.haina.customer.CustomerRecords;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.haina.record.Row;
import io.haina.stats.Tallies;
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
    private final CustomerRecords records;
    private final Claims claims;
    private final Tallies tallies;
    private final Clock clock;

    Pool(PoolStore store, Customers customers, CustomerRecords records, Claims claims, Tallies tallies, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.records = records;
        this.claims = claims;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** A release's reason as it is stored. @throws Refused if there is none, or it is no text */
    static String reason(@Nullable String reason) {
        return RELEASE.requiredText(REASON, reason);
    }

    /** The customers in the pools that the actor sees, the last released first. */
    public Slice<Customer> list(Actor actor, Filter wish, Page page) {
        return customers.page(Access.scoped(actor, UseCase.POOL_LIST, wish), page, CustomerOrder.POOLED);
    }

    /** The same with all the fields of their catalogue, in any order. */
    public Slice<Row> list(Actor actor, Filter wish, Page page, Order order) {
        return records.page(Access.scoped(actor, UseCase.POOL_LIST, wish), page, order);
    }

    /**
     * Takes a customer out of its pool for the actor, under the pool's rules. Of any number of claims at once one wins, and
     * no day has more of one person than the tenant's quota, nor more out of a pool than the pool's.
     *
     * @throws Refused if there is no such customer, somebody holds it, the quota is used up, the actor held it too short a
     *     time ago, or holds as many as the tenant allows
     */
    public Claimed claim(Actor actor, UUID customer) {
        return claims.claim(actor, ClaimStore.Wanted.one(customer)).getFirst();
    }

    /**
     * Gives a customer back to the tenant's default pool: its owner, or a manager of the owner.
     *
     * @throws Refused if the reason is missing, or the customer is out of reach, a colleague's, in the pool already, locked or won
     */
    public void release(Actor actor, UUID customer, @Nullable String reason) {
        String said = reason(reason);
        Permit permit = Access.permit(actor, UseCase.POOL_RELEASE);
        if (!store.release(permit, customer, null, said, now())) {
            Customer unchanged = customers.directed(actor, customer, UseCase.POOL_RELEASE);
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

    /** How much more the actor may take. */
    public Quota quota(Actor actor) {
        Scoped own = Access.scoped(actor, UseCase.POOL_MY_CLAIMS);
        return store.quota(
                own, tallies.totalSql(own).orElseThrow(), actor.tenant().dayOf(now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
