package io.haina.kind;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.customer.CustomerRecords;
import io.haina.field.RecordKind;
import io.haina.opportunity.Opportunities;
import io.haina.ownership.Recipients;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Making records of any kind with all that belongs to them, for oneself or for somebody within one's reach. */
@Service
public class NewRecords {

    private final Keepers keepers;
    private final CustomerRecords customers;
    private final Opportunities opportunities;
    private final Recipients recipients;
    private final TransactionTemplate transaction;

    NewRecords(
            Keepers keepers,
            CustomerRecords customers,
            Opportunities opportunities,
            Recipients recipients,
            TransactionTemplate transaction) {
        this.keepers = keepers;
        this.customers = customers;
        this.opportunities = opportunities;
        this.recipients = recipients;
        this.transaction = transaction;
    }

    /**
     * Makes a record, its contact or lines with it. A customer is registered for its owner, who is protected and must not
     * hold more than allowed.
     *
     * @return its id
     * @throws Refused as the kind's own use case, if the owner is disabled or out of the actor's reach, or the kind has no
     *     contact, or no lines
     */
    public long add(Actor actor, RecordKind kind, NewRecord draft) {
        if (draft.contact() != null && kind != RecordKind.CUSTOMER) {
            throw Refused.invalid("contact", Rule.UNKNOWN);
        }
        if (draft.lines() != null && kind != RecordKind.OPPORTUNITY) {
            throw Refused.invalid("lines", Rule.UNKNOWN);
        }
        Long owner = draft.owner();
        if (owner == null || owner == actor.staffId()) {
            return add(actor, kind, actor.staffId(), draft);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            recipients.hold(Access.scoped(actor, UseCase.RECORD_ASSIGN), owner);
            return add(actor, kind, owner, draft);
        }));
    }

    private long add(Actor actor, RecordKind kind, long owner, NewRecord draft) {
        if (kind == RecordKind.CUSTOMER) {
            return customers.registerFor(actor, owner, draft.values(), draft.contact());
        }
        if (draft.lines() == null) {
            return keepers.of(kind).addFor(actor, owner, draft.values());
        }
        long made = opportunities.add(actor, draft.values(), draft.lines());
        if (owner != actor.staffId()) {
            keepers.of(kind).moveTo(actor, List.of(made), owner);
        }
        return made;
    }
}
