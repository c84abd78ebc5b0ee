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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers with all the fields of their catalogue: the same records as {@link Customers}, for contracts that show them so. */
@Service
public class CustomerRecords {

    private static final RecordKind KIND = RecordKind.CUSTOMER;
    private static final Set<String> FOUND_BY =
            Set.of(CustomerFields.NAME, CustomerRecordFields.MOBILE, CustomerRecordFields.TELEPHONE);
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
    private final HoldingLimit holdingLimit;
    private final Tallies tallies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CustomerRecords(
            Records records,
            Customers customers,
            CustomerWriteStore writes,
            HoldingLimit holdingLimit,
            Tallies tallies,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.customers = customers;
        this.writes = writes;
        this.holdingLimit = holdingLimit;
        this.tallies = tallies;
        this.transaction = transaction;
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
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_REPORT);
        Values values = records.readNew(permit, KIND, raw);
        String name = CustomerFields.CATALOG.requiredText(CustomerFields.NAME, text(values, CustomerFields.NAME));
        CustomerDraft draft = new CustomerDraft(
                name,
                text(values, CustomerFields.INDUSTRY),
                text(values, CustomerFields.REGION),
                text(values, CustomerFields.SOURCE),
                text(values, CustomerFields.DEMAND),
                null,
                null);
        Holder holder = owner == actor.staffId()
                ? Holder.of(actor)
                : writes.holder(permit, owner).orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = actor.tenant().protectedUntil(now);
        Long id = transaction.execute(status -> {
            Made made = holdingLimit
                    .within(permit, owner, () -> writes.insert(permit, holder, name, draft, now, until))
                    .orElseThrow(() -> new Refused(customers.taken(everybodys(actor), name)));
            Values rest = values.without(REPORTED);
            if (!rest.isEmpty()) {
                records.complete(permit, KIND, made.id(), rest);
                writes.index(permit, made.id());
            }
            return made.id();
        });
        return id;
    }

    /**
     * Changes what a draft names, a name under the same rule as a new one's.
     *
     * @throws Refused if the customer is out of reach, a value breaks a rule or is taken
     */
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_CHANGE);
        Values values = records.read(permit, KIND, raw);
        Map<String, Object> columns = new HashMap<>();
        String name = text(values, CustomerFields.NAME);
        if (name != null) {
            columns.put("name_key", CustomerNames.key(name));
        } else if (values.names(CustomerFields.NAME)) {
            throw Refused.invalid(CustomerFields.NAME, Rule.REQUIRED);
        }
        try {
            transaction.executeWithoutResult(status -> {
                records.change(permit, KIND, id, values, columns, "change");
                if (FOUND_BY.stream().anyMatch(values::names)) {
                    writes.index(permit, id);
                }
            });
        } catch (DuplicateKeyException e) {
            throw new Refused(customers.taken(everybodys(actor), name == null ? "" : name));
        }
    }

    private static Scoped everybodys(Actor actor) {
        return Access.scoped(actor, UseCase.CUSTOMER_CHECK);
    }

    private static @Nullable String text(Values values, String name) {
        return (String) values.get(name);
    }
}
