package io.haina.integration;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.customer.ContactWay;
import io.haina.customer.ContactWays;
import io.haina.customer.CustomerRecords;
import io.haina.customer.WayKind;
import io.haina.database.PageSql;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Row;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What other systems do with customers. Rows are whole: with the fields that stand aside. */
@Service
public class ExternalCustomers {

    private final CustomerRecords customers;
    private final Movement movement;
    private final PrimaryNumber primary;
    private final TransactionTemplate transaction;

    ExternalCustomers(
            CustomerRecords customers, Movement movement, PrimaryNumber primary, TransactionTemplate transaction) {
        this.customers = customers;
        this.movement = movement;
        this.primary = primary;
        this.transaction = transaction;
    }

    /** The customers that a wish finds, the newest first. */
    public Slice<Row> list(Actor actor, Filter wish, Page page) {
        Filter whose = saysWhose(wish) ? wish : Filter.all(wish, PageSql.EVERYBODYS_AND_NOBODYS);
        return customers.wholePage(Access.scoped(actor, UseCase.EXTERNAL_LIST, whose), page);
    }

    /** Whether one holder, all of them, or a pool is asked for: an index has just these. */
    private static boolean saysWhose(Filter wish) {
        return switch (wish) {
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(ExternalCustomers::saysWhose);
            case Filter.Held held -> true;
            case Filter.HeldBy by -> true;
            case Filter.InPool pool -> true;
            case Filter.InPoolOf pool -> true;
            default -> false;
        };
    }

    /** One customer. @throws Refused if there is none of that id */
    public Row get(Actor actor, long id) {
        return customers.whole(Access.scoped(actor, UseCase.EXTERNAL_READ), id);
    }

    /**
     * Registers a customer: for a person, who is protected from then on, or into a pool, which is the default one where
     * nothing is said.
     *
     * @throws Refused if a value breaks a rule, the name is taken, there is no such person or pool, or the person holds as
     *     many as allowed
     */
    public Row add(Actor actor, ExternalDraft draft) {
        Permit permit = Access.permit(actor, UseCase.EXTERNAL_ADD);
        Scoped everybodys = Access.scoped(actor, UseCase.EXTERNAL_ADD);
        ContactWays ways = new ContactWays(ContactWays.checked(draft.ways()));
        Row made = transaction.execute(status -> {
            Movement.Target target = movement.target(permit, draft);
            long id =
                    customers.register(permit, everybodys, target.person(), target.pool(), draft.values(), null, ways);
            return customers.whole(everybodys, id);
        });
        return made;
    }

    /**
     * Changes what a draft names, and gives the customer to another person or pool where it names one. All of it or nothing.
     *
     * @throws Refused as {@link #add}, and if there is no such customer, or it may not be moved
     */
    public Row change(Actor actor, long id, ExternalDraft draft) {
        Permit permit = Access.permit(actor, UseCase.EXTERNAL_CHANGE);
        Scoped everybodys = Access.scoped(actor, UseCase.EXTERNAL_CHANGE);
        Map<WayKind, List<ContactWay>> ways = ContactWays.checked(draft.ways());
        return customers.unlessTaken(
                everybodys,
                draft.values(),
                () -> transaction.execute(status -> {
                    movement.move(permit, customers.whole(everybodys, id), draft);
                    customers.lock(permit, id);
                    Row row = customers.whole(everybodys, id);
                    if (!draft.values().isEmpty() || !ways.isEmpty()) {
                        customers.change(
                                permit, id, draft.values(), ways.isEmpty() ? null : written(permit, row, ways));
                    }
                    return customers.whole(everybodys, id);
                }));
    }

    private ContactWays written(Permit permit, Row row, Map<WayKind, List<ContactWay>> ways) {
        ContactWays all = ContactWays.own(row).with(ways);
        return ways.containsKey(WayKind.MOBILE) ? primary.follow(permit, row, all) : all;
    }

    /** Deletes a customer, softly. @throws Refused if there is none of that id, or other records rest on it */
    public void delete(Actor actor, long id) {
        customers.delete(Access.permit(actor, UseCase.EXTERNAL_DELETE), id);
    }

    /** A draft's number that is none. */
    static Refused noDestination(String field) {
        return new Refused(new Problem.Invalid(field, Rule.NOT_A_CHOICE));
    }
}
