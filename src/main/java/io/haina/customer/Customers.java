package io.haina.customer;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.customer.CustomerWriteStore.Holder;
import io.haina.field.Texts;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.ownership.HoldingLimit;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reporting customers, finding them, and saying how the business goes. */
@Service
public class Customers {

    private final CustomerStore store;
    private final CustomerWriteStore writes;
    private final DuplicateStore duplicates;
    private final HoldingLimit holdingLimit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Customers(
            CustomerStore store,
            CustomerWriteStore writes,
            DuplicateStore duplicates,
            HoldingLimit holdingLimit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.writes = writes;
        this.duplicates = duplicates;
        this.holdingLimit = holdingLimit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The customers that somebody of the actor's reach holds, newest report first. */
    public Slice<Customer> list(Actor actor, Filter wish, Page page) {
        return page(Access.scoped(actor, UseCase.CUSTOMER_LIST, wish), page, CustomerOrder.REPORTED);
    }

    /** A page of a query that another use case was granted, such as the pool's. */
    public Slice<Customer> page(Scoped scoped, Page page, CustomerOrder order) {
        return store.page(scoped, page, order, now());
    }

    /** One customer. @throws Refused if there is none that the actor may see */
    public Customer get(Actor actor, UUID id) {
        return store.find(Access.scoped(actor, UseCase.CUSTOMER_READ), id, now())
                .orElseThrow(() -> Refused.notFound(Problem.Kind.CUSTOMER));
    }

    /** The public id of the customer of a number; empty if the actor may not see it. */
    public Optional<UUID> known(Actor actor, long id) {
        return store.uuid(Access.scoped(actor, UseCase.CUSTOMER_LOOK), id);
    }

    /**
     * Whether a name is taken, or near one that is, whoever holds it.
     *
     * @throws Refused if the name is missing or no name
     */
    public Optional<Duplicate> check(Actor actor, @Nullable String name) {
        String checked = CustomerFields.CATALOG.requiredText(CustomerFields.NAME, name);
        var scoped = Access.scoped(actor, UseCase.CUSTOMER_CHECK);
        return duplicates.same(scoped, checked).or(() -> duplicates.similar(scoped, checked));
    }

    /**
     * Registers a customer for the actor and protects it.
     *
     * @throws Refused if a value breaks a rule, the same customer is registered already, or the actor holds as many as the
     *     tenant allows
     */
    public Reported report(Actor actor, CustomerDraft draft) {
        CustomerDraft checked = draft.checked();
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_REPORT);
        String name = CustomerFields.CATALOG.requiredText(CustomerFields.NAME, checked.name());
        var scoped = Access.scoped(actor, UseCase.CUSTOMER_CHECK);
        Duplicate similar = duplicates.similar(scoped, name).orElse(null);
        Instant now = now();
        Instant until = actor.tenant().protectedUntil(now);
        return holdingLimit
                .within(permit, () -> writes.insert(permit, Holder.of(actor), name, checked, now, until))
                .map(made -> new Reported(made.uuid(), name, until, similar))
                .orElseThrow(() -> new Refused(taken(scoped, name)));
    }

    /** Why a name cannot be given: the customer that has it, told to everybody alike. */
    Problem taken(Scoped scoped, String name) {
        return duplicates
                .same(scoped, name)
                .<Problem>map(other -> new Problem.DuplicateCustomer(
                        other.name(), other.ownerName(), other.team(), other.reportedAt(), other.pooled()))
                .orElseGet(() -> new Problem.DuplicateCustomer(null, null, null, now(), false));
    }

    /**
     * Says how the business goes. A won customer is not released; one that is followed again after its protection's end
     * gets a new one.
     *
     * @throws Refused if there is no such customer in the actor's reach, it is in the pool, or its protection has ended
     */
    public void changeStatus(Actor actor, UUID id, CustomerStatus status) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_STATUS);
        Instant now = now();
        if (!writes.changeStatus(permit, id, status, now, actor.tenant().protectedUntil(now))) {
            throw new Refused(whyNotHeld(actor, id));
        }
    }

    /**
     * Deletes a customer, softly: its name becomes free.
     *
     * @throws Refused if none is in the actor's reach, or there is a contract with it
     */
    public void delete(Actor actor, UUID id) {
        Permit permit = Access.permit(actor, UseCase.CUSTOMER_DELETE);
        transaction.executeWithoutResult(status -> {
            if (writes.lockSigned(permit, id)) {
                throw new Refused(new Problem.RecordInUse(Problem.Kind.CUSTOMER));
            }
            if (!writes.delete(permit, id, now())) {
                directed(actor, id, UseCase.CUSTOMER_DELETE);
                throw new Refused(whyNotHeld(actor, id));
            }
        });
    }

    /**
     * A customer with which something was refused that its owner decides, or somebody above.
     *
     * @throws Refused if the actor does not see it, or is neither
     */
    public Customer directed(Actor actor, UUID id, UseCase useCase) {
        Customer customer = get(actor, id);
        if (customer.ownerId() != null
                && store.uuid(Access.scoped(actor, useCase), customer.id()).isEmpty()) {
            throw new Refused(new Problem.NotOwner());
        }
        return customer;
    }

    /**
     * Why something that only a holder can do was refused, told without more than the actor may know.
     *
     * @return not found, in the pool, or no longer protected
     */
    public Problem whyNotHeld(Actor actor, UUID id) {
        Customer customer = get(actor, id);
        return customer.ownerId() == null ? new Problem.InPool() : new Problem.ProtectionEnded();
    }

    /** The words of a search box. @return {@link Filter#EVERYTHING} for none @throws Refused if they hold what no text has */
    public static Filter search(@Nullable String words) {
        String text = words == null ? "" : words.strip();
        return text.isEmpty() ? Filter.EVERYTHING : new Filter.Search(Texts.checked("keyword", text, 200));
    }

    /** A field that must have a value. @return {@link Filter#EVERYTHING} for none */
    public static Filter is(String field, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return Filter.EVERYTHING;
        }
        if (field.equals(CustomerFields.STATUS) && CustomerStatus.of(text).isEmpty()) {
            throw Refused.invalid(field, Rule.NOT_A_CHOICE);
        }
        return new Filter.Is(
                field,
                Set.of(Texts.checked(
                        field, text, CustomerFields.CATALOG.field(field).maximumLength())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
