package io.haina.customer;

import io.haina.access.Permit;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/**
 * What the records around a customer need of it: that it stays as it is while they change, and that it is found by the
 * contact that it has. All of it belongs into a transaction, customers before the records around them, so that nobody waits
 * in a circle.
 */
@Service
public class CustomerLinks {

    private final CustomerLinkStore store;
    private final CustomerWriteStore writes;

    CustomerLinks(CustomerLinkStore store, CustomerWriteStore writes) {
        this.store = store;
        this.writes = writes;
    }

    /** Keeps a customer from being deleted or moved until the transaction ends. @throws Refused if none is in reach */
    public void lock(Permit permit, long customer) {
        if (!store.lock(permit, customer)) {
            throw Refused.notFound(Problem.Kind.CUSTOMER);
        }
    }

    /**
     * Keeps the customers of some records as they are until the transaction ends, and those records with them. Whether the
     * actor may do anything to the records is not asked here.
     *
     * @param also more customers to keep, which need not be those of the records
     * @return the customers of the records
     */
    public List<Long> lockOf(Permit permit, RecordKind kind, Collection<Long> records, Collection<Long> also) {
        Collection<Long> locked = new TreeSet<>(also);
        Collection<Long> found = store.customersOf(permit, kind, records);
        do {
            locked.addAll(found);
            store.lockAll(permit, locked);
            // Whoever moved a record to another customer meanwhile has the locks that this has waited for.
            found = store.customersOf(permit, kind, records);
        } while (!locked.containsAll(found));
        return List.copyOf(found);
    }

    /** Where a customer is. */
    public enum Place {
        HELD,
        POOLED,
        DELETED
    }

    /** Where a customer is that this transaction has locked. */
    public Place place(Permit permit, long customer) {
        return store.place(permit, customer);
    }

    /** Brings up to date what a customer is found by, after its primary contact has changed. */
    public void primaryChanged(Permit permit, long customer) {
        writes.index(permit, customer);
    }
}
