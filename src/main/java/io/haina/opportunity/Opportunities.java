package io.haina.opportunity;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.customer.CustomerLinks;
import io.haina.customer.CustomerLinks.Place;
import io.haina.field.RecordKind;
import io.haina.field.Values;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.opportunity.OpportunityStore.Standing;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.haina.record.Records;
import io.haina.record.Restorations;
import io.haina.record.Restored;
import io.haina.record.Row;
import io.haina.sharing.Power;
import io.haina.stats.Tallies;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sales in the making. What their product lines come to is computed here; a total in a draft is passed over. */
@Service
public class Opportunities {

    private static final RecordKind KIND = RecordKind.OPPORTUNITY;

    private final Records records;
    private final Restorations restorations;
    private final LineStore lines;
    private final OpportunityStore store;
    private final Stages stages;
    private final CustomerLinks customers;
    private final Tallies tallies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Opportunities(
            Records records,
            Restorations restorations,
            LineStore lines,
            OpportunityStore store,
            Stages stages,
            CustomerLinks customers,
            Tallies tallies,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.restorations = restorations;
        this.lines = lines;
        this.store = store;
        this.stages = stages;
        this.customers = customers;
        this.tallies = tallies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The opportunities of the actor's reach. @throws Refused if wish or order names what the actor may not see */
    public Slice<Row> list(Actor actor, Filter wish, Page page, Order order) {
        var scoped = Access.scoped(actor, UseCase.OPPORTUNITY_LIST, wish);
        return records.page(scoped, KIND, page, order, part -> tallies.totalSql(scoped, KIND, part));
    }

    /** The sum of a field over all that a wish finds, zero for none. */
    public BigDecimal sum(Actor actor, Filter wish, String field) {
        return records.sum(Access.scoped(actor, UseCase.OPPORTUNITY_LIST, wish), KIND, field);
    }

    /** One opportunity. @throws Refused if there is none that the actor may see */
    public Row get(Actor actor, long id) {
        return records.get(Access.scoped(actor, UseCase.OPPORTUNITY_READ), KIND, id);
    }

    /** What an opportunity would sell, in its order. @throws Refused if there is none that the actor may see */
    public List<ProductLine> products(Actor actor, long id) {
        get(actor, id);
        return lines.of(Access.scoped(actor, UseCase.OPPORTUNITY_READ), id);
    }

    /**
     * A new opportunity of the actor's.
     *
     * @param products its lines, by productId, price, salesPrice, num, discount, unit
     * @return its id
     * @throws Refused if a value breaks a rule or is taken, the actor may not sell to the customer, or there is no such stage,
     *     product or contact
     */
    public long add(
            Actor actor,
            Map<String, ? extends @Nullable Object> raw,
            List<? extends Map<String, ? extends @Nullable Object>> products) {
        Permit permit = Access.permit(actor, UseCase.OPPORTUNITY_ADD);
        Values values = records.readNew(permit, KIND, withoutTotal(raw));
        List<ProductLine> sold = LineReader.read(actor, products);
        BigDecimal discount = LineReader.discount(values);
        Map<String, Object> columns = new HashMap<>();
        columns.put("discount_rate", discount);
        columns.put("total_price", LineReader.total(sold, discount));
        Long id = transaction.execute(status -> {
            if (values.get(OpportunityFields.CUSTOMER_ID) instanceof Long customer) {
                customers.lock(Access.permit(actor, UseCase.CUSTOMER_LINK), customer);
            }
            columns.putAll(stages.entered(permit, values));
            checkContact(actor, values);
            checkProducts(permit, sold);
            long made = records.add(permit, KIND, values, columns);
            lines.replace(permit, made, sold, now());
            if (values.get(OpportunityFields.CONTACT_ID) instanceof Long contact) {
                store.link(Access.permit(actor, UseCase.OPPORTUNITY_CHANGE), made, List.of(contact), now());
            }
            return made;
        });
        return id;
    }

    /**
     * Changes what a draft names. Another stage than its own opens an ended one again.
     *
     * @param products all lines from then on; null leaves them
     * @throws Refused if the opportunity is out of reach, or as {@link #add}
     */
    public void change(
            Actor actor,
            long id,
            Map<String, ? extends @Nullable Object> raw,
            @Nullable List<? extends Map<String, ? extends @Nullable Object>> products) {
        Permit permit = Access.permit(actor, UseCase.OPPORTUNITY_CHANGE);
        Values values = records.read(permit, KIND, withoutTotal(raw));
        BigDecimal named = LineReader.discount(values);
        List<ProductLine> given = products == null ? List.of() : LineReader.read(actor, products);
        transaction.executeWithoutResult(status -> {
            long before = standing(permit, id, false).customerId();
            if (values.get(OpportunityFields.CUSTOMER_ID) instanceof Long customer && customer != before) {
                customers.lock(Access.permit(actor, UseCase.CUSTOMER_LINK), customer);
            }
            Standing stands = standing(permit, id, true);
            Map<String, @Nullable Object> columns = new HashMap<>(stages.moved(permit, values, stands));
            checkContact(actor, values);
            boolean discounted = values.names(OpportunityFields.DISCOUNT_RATE);
            BigDecimal discount = discounted ? named : stands.discountRate();
            if (discounted) {
                columns.put("discount_rate", discount);
            }
            if (products != null) {
                checkProducts(permit, given);
                lines.replace(permit, id, given, now());
            }
            if (products != null || discounted) {
                columns.put("total_price", LineReader.total(products == null ? lines.of(permit, id) : given, discount));
            }
            records.change(permit, KIND, id, values, columns, "change");
        });
    }

    private Standing standing(Permit permit, long id, boolean locked) {
        return store.standing(permit, id, locked).orElseThrow(Opportunities::notFound);
    }

    private void checkContact(Actor actor, Values values) {
        if (values.get(OpportunityFields.CONTACT_ID) instanceof Long contact) {
            records.get(Access.scoped(actor, UseCase.CONTACT_READ), RecordKind.CONTACT, contact);
        }
    }

    private void checkProducts(Permit permit, List<ProductLine> sold) {
        if (!lines.lockProducts(permit, sold)) {
            throw Refused.notFound(Problem.Kind.PRODUCT);
        }
    }

    private static Map<String, @Nullable Object> withoutTotal(Map<String, ? extends @Nullable Object> raw) {
        Map<String, @Nullable Object> draft = new HashMap<>(raw);
        draft.remove(OpportunityFields.TOTAL_PRICE);
        return draft;
    }

    /**
     * Moves an opportunity to another stage of its pipeline; an ended one is open again.
     *
     * @throws Refused if it is out of reach, or its pipeline has no such stage
     */
    public void advance(Actor actor, long id, long stage, @Nullable String remark) {
        Permit permit = Access.permit(actor, UseCase.OPPORTUNITY_ADVANCE);
        if (!store.advance(permit, id, stage, Stages.remark(remark), now())) {
            standing(permit, id, false);
            throw Refused.invalid(OpportunityFields.STAGE_ID, Rule.NOT_A_CHOICE);
        }
    }

    /** Says how an opportunity ended, once. @throws Refused if it is out of reach, or has ended */
    public void end(Actor actor, long id, Outcome outcome, @Nullable String remark) {
        Permit permit = Access.permit(actor, UseCase.OPPORTUNITY_ADVANCE);
        if (!store.end(permit, id, outcome, Stages.remark(remark), now())) {
            standing(permit, id, false);
            throw new Refused(new Problem.OpportunityEnded());
        }
    }

    /** Deletes opportunities, all or none. @throws Refused if one is out of reach, or ended in a contract */
    public void delete(Actor actor, Collection<Long> ids) {
        Permit permit = Access.permit(actor, UseCase.OPPORTUNITY_DELETE);
        transaction.executeWithoutResult(status -> {
            if (store.lockSigned(permit, ids)) {
                throw new Refused(new Problem.RecordInUse(Problem.Kind.OPPORTUNITY));
            }
            records.delete(permit, KIND, ids);
        });
    }

    /**
     * Brings a deleted opportunity back, with its lines, links and members. Where its pipeline has gone it begins anew in the
     * first one.
     *
     * @throws Refused if there is none in reach, its customer is deleted, or another has a value that may occur once
     */
    public Restored restore(Actor actor, long id) {
        Permit permit = Access.permit(actor, UseCase.RECORD_RESTORE);
        return transaction.execute(status -> {
            List<Long> of = customers.lockOf(permit, KIND, List.of(id), List.of());
            Restored restored = restorations.restore(permit, KIND, id, stages.left(permit, id), false);
            if (customers.place(permit, of.getFirst()) == Place.DELETED) {
                throw new Refused(new Problem.RestsOnDeleted(Problem.Kind.CUSTOMER));
            }
            return restored;
        });
    }

    /**
     * Gives opportunities to a person, all or none.
     *
     * @param stays what former owners may do from then on, as members; null if they leave
     * @throws Refused if one is out of reach, or nobody is of that id
     */
    public void moveTo(Actor actor, Collection<Long> ids, long staff, @Nullable Power stays) {
        records.moveTo(Access.permit(actor, UseCase.OPPORTUNITY_TRANSFER), KIND, ids, staff, stays);
    }

    /** Links contacts with an opportunity. @throws Refused if it, or one of them, is out of reach */
    public void link(Actor actor, long id, Collection<Long> contacts) {
        records.all(Access.scoped(actor, UseCase.CONTACT_READ), RecordKind.CONTACT, contacts);
        if (!store.link(Access.permit(actor, UseCase.OPPORTUNITY_CHANGE), id, contacts, now())) {
            throw notFound();
        }
    }

    /** Ends links of contacts with an opportunity. @throws Refused if it is out of reach */
    public void unlink(Actor actor, long id, Collection<Long> contacts) {
        if (!store.unlink(Access.permit(actor, UseCase.OPPORTUNITY_CHANGE), id, contacts, now())) {
            throw notFound();
        }
    }

    /** The contacts that are linked with an opportunity, whoever keeps them. @throws Refused if it is out of reach */
    public List<Row> contacts(Actor actor, long id) {
        get(actor, id);
        List<Long> linked = store.contactsOf(Access.scoped(actor, UseCase.OPPORTUNITY_READ), id);
        return linked.isEmpty()
                ? List.of()
                : records.all(Access.scoped(actor, UseCase.CONTACT_OF_RECORD), RecordKind.CONTACT, linked);
    }

    private static Refused notFound() {
        return Refused.notFound(Problem.Kind.OPPORTUNITY);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
