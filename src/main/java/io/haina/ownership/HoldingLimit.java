package io.haina.ownership;

import io.haina.access.Permit;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a person below the number of customers that a tenant lets one hold. Without such a number it costs nothing; with
 * one, everything that brings a person a customer waits in line behind the person's own row.
 */
@Component
public class HoldingLimit {

    private final OwnershipStore store;
    private final TransactionTemplate transaction;

    HoldingLimit(OwnershipStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** Runs what brings the actor one more customer. @throws Refused if the actor holds as many as allowed */
    public <T> T within(Permit permit, Supplier<T> gain) {
        return within(permit, permit.actor().staffId(), gain);
    }

    /** Runs what brings a person one more customer. @throws Refused if the person holds as many as allowed */
    public <T> T within(Permit permit, long staffId, Supplier<T> gain) {
        return within(permit, staffId, 1, gain);
    }

    /** Runs what brings a person some more customers. @throws Refused if the person would hold more than allowed */
    public <T> T within(Permit permit, long staffId, int more, Supplier<T> gain) {
        if (permit.actor().tenant().maximumHeld() == null) {
            return gain.get();
        }
        return transaction.execute(status -> {
            reserve(permit, staffId);
            check(permit, staffId, more);
            return gain.get();
        });
    }

    /** Within a transaction, before it locks customers: nobody else brings the person any until it ends. */
    public void reserve(Permit permit, long staffId) {
        if (permit.actor().tenant().maximumHeld() != null) {
            store.lockHolder(permit, staffId);
        }
    }

    /** After {@link #reserve}. @throws Refused if the person would hold more than allowed */
    public void check(Permit permit, long staffId, int more) {
        Integer limit = permit.actor().tenant().maximumHeld();
        if (limit != null && !allows(permit, staffId, more)) {
            throw new Refused(new Problem.HoldingLimitReached(limit));
        }
    }

    /** After {@link #reserve}: whether the person may hold some more. */
    public boolean allows(Permit permit, long staffId, int more) {
        Integer limit = permit.actor().tenant().maximumHeld();
        return limit == null || store.countHeld(permit, staffId, limit) + more <= limit;
    }
}
