package io.haina.contact;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.customer.CustomerLinks;
import io.haina.customer.CustomerLinks.Place;
import io.haina.customer.CustomerRecords;
import io.haina.field.Links;
import io.haina.field.RecordKind;
import io.haina.field.Values;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.haina.record.Records;
import io.haina.record.Restorations;
import io.haina.record.Restored;
import io.haina.record.Row;
import io.haina.stats.Tallies;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The contacts of customers. Of each customer that has any, one is the primary contact, with which the customer is shown and
 * found: the first, until it is deleted or goes to another customer; then the oldest that is left.
 */
@Service
public class Contacts {

    private static final RecordKind KIND = RecordKind.CONTACT;

    private final Records records;
    private final Restorations restorations;
    private final ContactStore store;
    private final CustomerLinks links;
    private final CustomerRecords customers;
    private final Tallies tallies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Contacts(
            Records records,
            Restorations restorations,
            ContactStore store,
            CustomerLinks links,
            CustomerRecords customers,
            Tallies tallies,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.restorations = restorations;
        this.store = store;
        this.links = links;
        this.customers = customers;
        this.tallies = tallies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The contacts of the actor's reach. @throws Refused if the wish or the order names what the actor may not see */
    public Slice<Row> list(Actor actor, Filter wish, Page page, Order order) {
        var scoped = Access.scoped(actor, UseCase.CONTACT_LIST, wish);
        return records.page(scoped, KIND, page, order, part -> tallies.totalSql(scoped, KIND, part));
    }

    /** The contacts of a customer, whoever keeps them. @throws Refused if the actor may not see the customer */
    public Slice<Row> of(Actor actor, long customer, Page page, Order order) {
        customers.get(actor, customer);
        Filter its = new Filter.Is(ContactFields.CUSTOMER_ID, Set.of(customer));
        return records.page(Access.scoped(actor, UseCase.CONTACT_OF_RECORD, its), KIND, page, order);
    }

    /** One contact. @throws Refused if there is none that the actor may see */
    public Row get(Actor actor, long id) {
        return records.get(Access.scoped(actor, UseCase.CONTACT_READ), KIND, id);
    }

    /**
     * A new contact of the actor's.
     *
     * @return its id
     * @throws Refused if a value breaks a rule or is taken, or the actor may not give contacts to the customer
     */
    public long add(Actor actor, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.CONTACT_ADD);
        Values values = checked(records.readNew(permit, KIND, raw));
        long customer = customerOf(values);
        Long id = transaction.execute(status -> {
            links.lock(Access.permit(actor, UseCase.CUSTOMER_LINK), customer);
            long made = records.add(permit, KIND, values, Map.of());
            settle(permit, List.of(customer));
            return made;
        });
        return id;
    }

    private static Values checked(Values values) {
        if (values.get(ContactFields.AVATAR_URL) instanceof String address) {
            Links.checked(ContactFields.AVATAR_URL, address);
        }
        return values;
    }

    private static long customerOf(Values values) {
        if (values.get(ContactFields.CUSTOMER_ID) instanceof Long customer) {
            return customer;
        }
        throw Refused.invalid(ContactFields.CUSTOMER_ID, Rule.REQUIRED);
    }

    /**
     * Changes what a draft names.
     *
     * @throws Refused if the contact is out of reach, a value breaks a rule or is taken, or the actor may not give contacts to
     *     the customer that it names
     */
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.CONTACT_CHANGE);
        Values values = checked(records.read(permit, KIND, raw));
        List<Long> named = values.names(ContactFields.CUSTOMER_ID) ? List.of(customerOf(values)) : List.of();
        transaction.executeWithoutResult(status -> {
            List<Long> before = links.lockOf(permit, KIND, List.of(id), named);
            Map<String, Object> columns = new HashMap<>();
            List<Long> touched = new ArrayList<>(before);
            for (long customer : named) {
                if (!before.contains(customer)) {
                    links.lock(Access.permit(actor, UseCase.CUSTOMER_LINK), customer);
                    columns.put("is_primary", false);
                    touched.add(customer);
                }
            }
            records.change(permit, KIND, id, values, columns, "change");
            settle(permit, touched);
        });
    }

    /** Deletes contacts, all or none. @throws Refused if one is out of reach */
    public void delete(Actor actor, Collection<Long> ids) {
        Permit permit = Access.permit(actor, UseCase.CONTACT_DELETE);
        transaction.executeWithoutResult(status -> {
            List<Long> touched = links.lockOf(permit, KIND, ids, List.of());
            records.delete(permit, KIND, ids);
            settle(permit, touched);
        });
    }

    /**
     * Brings a deleted contact back; nobody holds one whose customer lies in a pool by now.
     *
     * @throws Refused if there is none in reach, its customer is deleted, or another has a value that may occur once
     */
    public Restored restore(Actor actor, long id) {
        Permit permit = Access.permit(actor, UseCase.RECORD_RESTORE);
        return transaction.execute(status -> {
            List<Long> customers = links.lockOf(permit, KIND, List.of(id), List.of());
            Place place = customers.isEmpty() ? Place.HELD : links.place(permit, customers.getFirst());
            Restored restored =
                    restorations.restore(permit, KIND, id, Map.of("is_primary", false), place == Place.POOLED);
            if (place == Place.DELETED) {
                throw new Refused(new Problem.RestsOnDeleted(Problem.Kind.CUSTOMER));
            }
            settle(permit, customers);
            return restored;
        });
    }

    /** Gives contacts to a person, all or none. @throws Refused if one is out of reach, or there is no such person */
    public void moveTo(Actor actor, Collection<Long> ids, long staff) {
        Permit permit = Access.permit(actor, UseCase.CONTACT_TRANSFER);
        transaction.executeWithoutResult(status -> {
            links.lockOf(permit, KIND, ids, List.of());
            records.moveTo(permit, KIND, ids, staff);
        });
    }

    private void settle(Permit permit, List<Long> touched) {
        for (long customer : touched) {
            store.choosePrimary(permit, customer, clock.instant().truncatedTo(ChronoUnit.MICROS));
            links.primaryChanged(permit, customer);
        }
    }
}
