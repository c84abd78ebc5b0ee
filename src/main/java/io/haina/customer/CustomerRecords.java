package io.haina.customer;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.customer.CustomerWriteStore.Holder;
import io.haina.customer.CustomerWriteStore.Made;
import io.haina.field.RecordKind;
import io.haina.field.Values;
import io.haina.filter.Batch;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.ownership.HoldingLimit;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.haina.record.Records;
import io.haina.record.Row;
import io.haina.stats.Tallies;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers with all the fields of their catalogue: the same records as {@link Customers}, for contracts that show them so. */
@Service
public class CustomerRecords {

    private static final RecordKind KIND = RecordKind.CUSTOMER;
    private static final Set<String> FOUND_BY = Set.of(
            CustomerFields.NAME,
            CustomerRecordFields.MOBILE,
            CustomerRecordFields.TELEPHONE,
            CustomerRecordFields.EMAIL);
    private static final String WAYS = "ways";
    private static final String[] REPORTED = {
        CustomerFields.NAME,
        CustomerFields.INDUSTRY,
        CustomerFields.REGION,
        CustomerFields.SOURCE,
        CustomerFields.DEMAND
    };

    private final Records records;
    private final Customers customers;
    private final CustomerWriteStore writes;
    private final PooledCustomerStore pooled;
    private final CustomerLinks links;
    private final HoldingLimit holdingLimit;
    private final Tallies tallies;
    private final TransactionTemplate transaction;

    /** What it writes is taken back where it fails, and what a caller wrote before in the same transaction is not. */
    private final TransactionTemplate attempt;

    private final Clock clock;

    CustomerRecords(
            Records records,
            Customers customers,
            CustomerWriteStore writes,
            PooledCustomerStore pooled,
            CustomerLinks links,
            HoldingLimit holdingLimit,
            Tallies tallies,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.customers = customers;
        this.writes = writes;
        this.pooled = pooled;
        this.links = links;
        this.holdingLimit = holdingLimit;
        this.tallies = tallies;
        this.transaction = transaction;
        this.attempt = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** The customers that somebody of the actor's reach holds, and those of which the actor is a member. */
    public Slice<Row> list(Actor actor, Filter wish, Page page, Order order) {
        return page(Access.scoped(actor, UseCase.CUSTOMER_BROWSE, wish), page, order);
    }

    /** A page of a query that another use case was granted, such as the pool's. */
    public Slice<Row> page(Scoped scoped, Page page, Order order) {
        return records.page(scoped, KIND, page, order, part -> tallies.totalSql(scoped, part));
    }

    /** One customer. @throws Refused if there is none that the actor may see */
    public Row get(Actor actor, long id) {
        return records.get(Access.scoped(actor, UseCase.CUSTOMER_LOOK), KIND, id);
    }

    /** The sum of a field over the customers that a wish finds. */
    public BigDecimal sum(Actor actor, Filter wish, String field) {
        return records.sum(Access.scoped(actor, UseCase.CUSTOMER_BROWSE, wish), KIND, field);
    }

    /**
     * Registers a customer for the actor and protects it.
     *
     * @return its id
     * @throws Refused as {@link Customers#report}, and if a value that may occur once is taken
     */
    public long add(Actor actor, Map<String, ? extends @Nullable Object> raw) {
        return registerFor(actor, actor.staffId(), raw);
    }

    /** As {@link #add}, for another person, who holds and is protected. @throws Refused also if there is no such person */
    public long registerFor(Actor actor, long owner, Map<String, ? extends @Nullable Object> raw) {
        return registerFor(actor, owner, raw, null);
    }

    /**
     * As {@link #registerFor(Actor, long, Map)}.
     *
     * @param contact its primary contact, the owner's too; null for none
     */
    public long registerFor(
            Actor actor, long owner, Map<String, ? extends @Nullable Object> raw, @Nullable PrimaryContact contact) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_REPORT);
        Long id = transaction.execute(
                status -> register(permit, everybodys(actor), owner, null, raw, contact, new ContactWays(Map.of())));
        return id;
    }

    /**
     * As {@link #registerFor(Actor, long, Map)}, within the caller's transaction, and into a pool where nobody is to hold it.
     *
     * @param everybodys where a customer of the same name is looked for
     * @param owner null for a pool
     * @param pool null for the tenant's default pool; of no meaning with an owner
     * @param contact its primary contact; null for none
     * @param ways checked
     */
    public long register(
            Permit permit,
            Scoped everybodys,
            @Nullable Long owner,
            @Nullable Long pool,
            Map<String, ? extends @Nullable Object> raw,
            @Nullable PrimaryContact contact,
            ContactWays ways) {
        Values values = records.readNew(permit, KIND, raw);
        String name = CustomerFields.CATALOG.requiredText(CustomerFields.NAME, text(values, CustomerFields.NAME));
        CustomerDraft draft = new CustomerDraft(
                name,
                text(values, CustomerFields.INDUSTRY),
                text(values, CustomerFields.REGION),
                text(values, CustomerFields.SOURCE),
                text(values, CustomerFields.DEMAND),
                contact == null ? null : contact.name(),
                contact == null ? null : contact.phone());
        Instant now = now();
        Made made = (owner == null
                        ? pooled.insert(permit, pool, name, draft, now)
                        : insertFor(permit, owner, name, draft, now))
                .orElseThrow(() -> new Refused(customers.taken(everybodys, name)));
        Values rest = values.without(REPORTED);
        Map<String, Object> columns = ways.byKind().isEmpty() ? Map.of() : Map.of(WAYS, ways.json());
        if (!rest.isEmpty() || !columns.isEmpty()) {
            records.complete(permit, KIND, made.id(), rest, columns);
            writes.index(permit, made.id());
        }
        return made.id();
    }

    private Optional<Made> insertFor(Permit permit, long owner, String name, CustomerDraft draft, Instant now) {
        Actor actor = permit.actor();
        Holder holder = owner == actor.staffId()
                ? Holder.of(actor)
                : writes.holder(permit, owner).orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
        Instant until = actor.tenant().protectedUntil(now);
        return holdingLimit.within(permit, owner, () -> writes.insert(permit, holder, name, draft, now, until));
    }

    /**
     * Changes what a draft names, a name under the same rule as a new one's.
     *
     * @throws Refused if the customer is out of reach, a value breaks a rule or is taken
     */
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_CHANGE);
        unlessTaken(everybodys(actor), raw, () -> {
            attempt.executeWithoutResult(status -> change(permit, id, raw, null));
            return id;
        });
    }

    /**
     * As {@link #change(Actor, long, Map)}, within the caller's transaction, which fails where the name is taken.
     *
     * @param ways checked, instead of all that there were; null leaves them
     */
    public void change(
            Permit permit, long id, Map<String, ? extends @Nullable Object> raw, @Nullable ContactWays ways) {
        Values values = records.read(permit, KIND, raw);
        Map<String, Object> columns = new HashMap<>();
        String name = text(values, CustomerFields.NAME);
        if (name != null) {
            columns.put("name_key", CustomerNames.key(name));
        } else if (values.names(CustomerFields.NAME)) {
            throw Refused.invalid(CustomerFields.NAME, Rule.REQUIRED);
        }
        if (ways != null) {
            columns.put(WAYS, ways.json());
        }
        records.change(permit, KIND, id, values, columns, "change");
        if (ways != null || FOUND_BY.stream().anyMatch(values::names)) {
            writes.index(permit, id);
        }
    }

    /**
     * Runs a change of a customer outside of any transaction.
     *
     * @param everybodys where a customer of the same name is looked for
     * @throws Refused also if its new name is taken
     */
    public <T> T unlessTaken(Scoped everybodys, Map<String, ? extends @Nullable Object> raw, Supplier<T> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException e) {
            Object name = raw.get(CustomerFields.NAME);
            throw new Refused(customers.taken(everybodys, name == null ? "" : name.toString()));
        }
    }

    /** Keeps a customer as it is until the caller's transaction ends. @throws Refused if none is in reach */
    public void lock(Permit permit, long id) {
        links.lock(permit, id);
    }

    /**
     * Deletes a customer, held or pooled, softly; its name becomes free.
     *
     * @throws Refused if it is out of reach or in use
     */
    public void delete(Permit permit, long id) {
        Batch one = Batch.of("customers", List.of(id));
        transaction.executeWithoutResult(status -> {
            links.lock(permit, id);
            if (writes.isInUse(permit, one)) {
                throw new Refused(new Problem.RecordInUse(Problem.Kind.CUSTOMER));
            }
            if (writes.delete(permit, one, now()) == 0) {
                throw Refused.notFound(Problem.Kind.CUSTOMER);
            }
        });
    }

    /** A page of all customers that a query reaches, whoever holds them, with every field; the newest first. */
    public Slice<Row> wholePage(Scoped scoped, Page page) {
        return records.wholePage(
                scoped, KIND, page, new Order(Order.CREATED, false), part -> tallies.totalSql(scoped, part));
    }

    /** One customer with every field. @throws Refused if the query reaches none of that id */
    public Row whole(Scoped scoped, long id) {
        return records.whole(scoped, KIND, id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Scoped everybodys(Actor actor) {
        return Access.scoped(actor, UseCase.CUSTOMER_CHECK);
    }

    private static @Nullable String text(Values values, String name) {
        return (String) values.get(name);
    }
}
