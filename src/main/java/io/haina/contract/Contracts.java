package io.haina.contract;

import static io.haina.contract.ContractFields.AGES_FROM;
import static io.haina.contract.ContractFields.AGES_UNTIL;
import static io.haina.contract.ContractFields.AMOUNT;
import static io.haina.contract.ContractFields.CUSTOMER_ID;
import static io.haina.contract.ContractFields.OPPORTUNITY_ID;
import static io.haina.contract.ContractFields.PAID;
import static io.haina.contract.ContractFields.PAID_AT;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.contract.ContractWriteStore.Standing;
import io.haina.contract.PaymentStore.Paid;
import io.haina.customer.CustomerLinks;
import io.haina.field.Values;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What customers signed, and what they paid on it. A contract is seen by its owner, by whoever holds its customer, by those
 * who see either's records, and by its followers; all but the followers change it.
 */
@Service
public class Contracts {

    private static final int MOST_FOLLOWERS = 100;

    private final ContractStore store;
    private final ContractWriteStore writes;
    private final PaymentStore payments;
    private final CustomerLinks customers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Contracts(
            ContractStore store,
            ContractWriteStore writes,
            PaymentStore payments,
            CustomerLinks customers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.writes = writes;
        this.payments = payments;
        this.customers = customers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The contracts of some customers within a time, the newest first. One that is not signed counts by the time when it was
     * made.
     *
     * @param ofCustomers none for all
     * @param from inclusive
     * @param until exclusive
     * @throws Refused if the time ends before it begins
     */
    public Slice<Contract> list(Actor actor, Set<Long> ofCustomers, Instant from, Instant until, Page page) {
        Filter wish = within(ofCustomers, from, until);
        return store.page(Access.scoped(actor, UseCase.CONTRACT_LIST, wish), followed(actor, wish), page);
    }

    /**
     * What customers signed within a time, those first who began last.
     *
     * @throws Refused as {@link #list}
     */
    public Slice<Signings> signings(Actor actor, Set<Long> ofCustomers, Instant from, Instant until, Page page) {
        Filter wish = within(ofCustomers, from, until);
        return store.signings(Access.scoped(actor, UseCase.CONTRACT_LIST, wish), followed(actor, wish), page);
    }

    private static Filter within(Set<Long> ofCustomers, Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw Refused.invalid("until", Rule.OUT_OF_RANGE);
        }
        Filter during = new Filter.During(ContractFields.DATED_AT, from, until);
        return ofCustomers.isEmpty() ? during : Filter.all(during, new Filter.Is(CUSTOMER_ID, ofCustomers));
    }

    private static Scoped followed(Actor actor, Filter wish) {
        return Access.scoped(actor, UseCase.CONTRACT_FOLLOWED, wish);
    }

    /** One contract. @throws Refused if there is none that the actor may see */
    public Contract get(Actor actor, long id) {
        return store.find(Access.scoped(actor, UseCase.CONTRACT_LIST), followed(actor, Filter.EVERYTHING), id)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.CONTRACT));
    }

    /**
     * A new contract of the actor's.
     *
     * @param raw by the names of {@link ContractFields}
     * @param followers ids of people of the company
     * @return its id
     * @throws Refused if a value breaks a rule, or customer, opportunity or a follower is not there for the actor
     */
    public long add(Actor actor, Map<String, ? extends @Nullable Object> raw, List<Long> followers) {
        Permit permit = Access.permit(actor, UseCase.CONTRACT_ADD);
        Values values =
                ContractFields.DRAFT.readNew(raw, actor.role(), actor.tenant().zone());
        check(values, followers);
        checkAges(null, null, values);
        Instant now = now();
        long customer = named(values, CUSTOMER_ID);
        Long made = transaction.execute(status -> {
            customers.lock(Access.permit(actor, UseCase.CUSTOMER_LINK), customer);
            if (values.get(OPPORTUNITY_ID) instanceof Long opportunity) {
                lockOpportunity(actor, opportunity, customer);
            }
            long id = writes.insert(permit, values, customer, now);
            if (!followers.isEmpty()) {
                follow(permit, id, followers, now);
            }
            settle(permit, id, values, now);
            return id;
        });
        return made;
    }

    /**
     * Changes what a draft names; what it names as nothing is emptied.
     *
     * @param followers all of them from then on; null leaves them
     * @throws Refused if the contract is out of reach, or only followed, or as {@link #add}
     */
    public void change(
            Actor actor, long id, Map<String, ? extends @Nullable Object> raw, @Nullable List<Long> followers) {
        Permit permit = Access.permit(actor, UseCase.CONTRACT_CHANGE);
        Values values =
                ContractFields.DRAFT.read(raw, actor.role(), actor.tenant().zone());
        check(values, followers == null ? List.of() : followers);
        Instant now = now();
        transaction.executeWithoutResult(status -> {
            long before = standing(permit, id, false).customer();
            long customer = values.names(CUSTOMER_ID) ? named(values, CUSTOMER_ID) : before;
            if (customer != before) {
                customers.lock(Access.permit(actor, UseCase.CUSTOMER_LINK), customer);
            }
            Long opportunity = (Long) values.get(OPPORTUNITY_ID);
            if (opportunity != null) {
                lockOpportunity(actor, opportunity, customer);
            }
            Standing stands = standing(permit, id, true);
            checkAges(stands.agesFrom(), stands.agesUntil(), values);
            boolean keeps = !values.names(OPPORTUNITY_ID) && customer == stands.customer();
            writes.change(permit, id, values, keeps ? stands.opportunity() : opportunity, now);
            if (followers != null) {
                follow(permit, id, followers, now);
            }
            settle(permit, id, values, now);
        });
    }

    /**
     * Records a payment.
     *
     * @param amount in two digits at most and not zero; negative takes back what was recorded too much
     * @param at when it was made; null for now
     * @throws Refused if the contract is out of reach, or only followed, or less than nothing would be paid in all
     */
    public void pay(Actor actor, long id, BigDecimal amount, @Nullable Instant at) {
        Permit permit = Access.permit(actor, UseCase.CONTRACT_CHANGE);
        Instant now = now();
        transaction.executeWithoutResult(status -> {
            standing(permit, id, true);
            if (amount.signum() == 0
                    || payments.paid(permit, id).sum().add(amount).signum() < 0) {
                throw Refused.invalid(AMOUNT, Rule.OUT_OF_RANGE);
            }
            payments.add(permit, id, amount, at == null ? now : at, now);
        });
    }

    /** Deletes a contract, softly. @throws Refused if it is out of reach, or only followed */
    public void delete(Actor actor, long id) {
        Permit permit = Access.permit(actor, UseCase.CONTRACT_DELETE);
        if (!writes.delete(permit, id, now())) {
            throw whyNot(actor, id);
        }
    }

    /** Keeps a contract that the actor may change as it is until the caller's transaction ends. */
    public void hold(Actor actor, long id) {
        writes.standing(Access.permit(actor, UseCase.CONTRACT_CHANGE), id, true);
    }

    private Standing standing(Permit permit, long id, boolean locked) {
        return writes.standing(permit, id, locked).orElseThrow(() -> whyNot(permit.actor(), id));
    }

    private Refused whyNot(Actor actor, long id) {
        get(actor, id);
        return new Refused(new Problem.NotOwner());
    }

    private static long named(Values values, String field) {
        if (values.get(field) instanceof Long id) {
            return id;
        }
        throw Refused.invalid(field, Rule.REQUIRED);
    }

    private static void check(Values values, List<Long> followers) {
        for (String money : List.of(AMOUNT, PAID)) {
            if (values.get(money) instanceof BigDecimal amount && amount.signum() < 0) {
                throw Refused.invalid(money, Rule.OUT_OF_RANGE);
            }
        }
        if (followers.size() > MOST_FOLLOWERS) {
            throw new Refused(new Problem.Invalid(ContractFields.FOLLOWERS, Rule.TOO_LONG, MOST_FOLLOWERS));
        }
    }

    private static void checkAges(@Nullable Instant from, @Nullable Instant until, Values values) {
        Instant begins = values.names(AGES_FROM) ? (Instant) values.get(AGES_FROM) : from;
        Instant ends = values.names(AGES_UNTIL) ? (Instant) values.get(AGES_UNTIL) : until;
        if (begins != null && ends != null && ends.isBefore(begins)) {
            throw Refused.invalid(AGES_UNTIL, Rule.OUT_OF_RANGE);
        }
    }

    private void lockOpportunity(Actor actor, long opportunity, long customer) {
        if (!writes.lockOpportunity(Access.permit(actor, UseCase.OPPORTUNITY_CHANGE), opportunity, customer)) {
            throw Refused.notFound(Problem.Kind.OPPORTUNITY);
        }
    }

    private void follow(Permit permit, long id, List<Long> followers, Instant now) {
        if (!writes.follow(permit, id, followers, now)) {
            throw Refused.notFound(Problem.Kind.STAFF);
        }
    }

    /**
     * Records a payment, or a correction, of what is missing from the sum of the payments to what was paid in all. A time
     * alone is that of the last payment. The contract is locked: of two who say the same, the second finds nothing missing.
     */
    private void settle(Permit permit, long id, Values values, Instant now) {
        BigDecimal wanted = (BigDecimal) values.get(PAID);
        Instant at = (Instant) values.get(PAID_AT);
        if (wanted == null && at == null) {
            return;
        }
        Paid paid = payments.paid(permit, id);
        BigDecimal missing = wanted == null ? BigDecimal.ZERO : wanted.subtract(paid.sum());
        if (missing.signum() != 0) {
            payments.add(permit, id, missing, at == null ? now : at, now);
        } else if (at != null && paid.newest() != null) {
            if (!at.equals(paid.at())) {
                payments.move(permit, paid.newest(), at, now);
            }
        } else if (at != null && wanted == null) {
            throw Refused.invalid(PAID, Rule.REQUIRED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
