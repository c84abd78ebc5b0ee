package io.haina.activity;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.customer.CustomerLinks;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.RecordProblems;
import io.haina.record.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follow-ups of leads, customers, contacts and opportunities: the same as {@link Activities}, for contracts that know more kinds
 * of record. What was done with a contact or for an opportunity is a follow-up of its customer too.
 */
@Service
public class RecordActivities {

    private static final String CATEGORY = "category";

    private static final FieldCatalog CATALOG = new FieldCatalog(List.of(
            Field.text(Activities.CONTENT, "a.content", 5000).asRequired(),
            Field.text(CATEGORY, "a.category", 50),
            Field.text(Activities.NEXT_PLAN, "a.next_plan", 2000)));

    private final RecordActivityStore store;
    private final Records records;
    private final CustomerLinks customers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecordActivities(
            RecordActivityStore store,
            Records records,
            CustomerLinks customers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.customers = customers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The follow-ups of a record, newest first. @throws Refused if there is none such that the actor may see */
    public Slice<RecordActivity> of(Actor actor, RecordKind kind, long id, Page page) {
        Scoped scoped = Access.scoped(
                actor, kind == RecordKind.CUSTOMER ? UseCase.FOLLOW_UP_OF_CUSTOMER : UseCase.FOLLOW_UP_READ);
        records.get(scoped, followed(kind), id);
        return store.page(scoped, kind, id, page);
    }

    /**
     * Writes down a follow-up by the actor, now, at the record and at its customer.
     *
     * @return its id
     * @throws Refused if the content is missing, the record is out of reach or nobody's, or the actor may not see what it was
     *     about besides
     */
    public long add(Actor actor, RecordKind kind, long id, RecordActivityDraft draft) {
        Permit permit = Access.permit(actor, UseCase.FOLLOW_UP_ADD);
        followed(kind);
        RecordActivityDraft checked = new RecordActivityDraft(
                draft.kind(),
                CATALOG.text(CATEGORY, draft.category()),
                CATALOG.requiredText(Activities.CONTENT, draft.content()),
                CATALOG.text(Activities.NEXT_PLAN, draft.nextPlan()),
                draft.nextContactAt(),
                seen(actor, RecordKind.CONTACT, draft.contacts()),
                seen(actor, RecordKind.OPPORTUNITY, draft.opportunities()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Long made = transaction.execute(status -> {
            if (kind != RecordKind.CUSTOMER) {
                customers.lockOf(permit, kind, List.of(id), List.of());
            }
            return store.insert(permit, kind, id, checked, now)
                    .orElseThrow(() -> Refused.notFound(RecordProblems.kind(kind)));
        });
        return made;
    }

    private List<Long> seen(Actor actor, RecordKind kind, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        UseCase read = kind == RecordKind.CONTACT ? UseCase.CONTACT_READ : UseCase.OPPORTUNITY_READ;
        return records.all(Access.scoped(actor, read), kind, ids).stream()
                .map(row -> row.id())
                .toList();
    }

    private static RecordKind followed(RecordKind kind) {
        if (kind == RecordKind.PRODUCT) {
            throw Refused.invalid("kind", Rule.NOT_A_CHOICE);
        }
        return kind;
    }
}
