package io.haina.activity;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.customer.Customers;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Writing down what was done with a customer, and reading it back. */
@Service
public class Activities {

    public static final String CONTENT = "content";
    public static final String NEXT_PLAN = "nextPlan";

    /** So many follow-ups are read with a customer; a busier one shows its newest. */
    public static final int SHOWN = 200;

    private static final FieldCatalog CATALOG = new FieldCatalog(
            List.of(Field.text(CONTENT, "a.content", 5000).asRequired(), Field.text(NEXT_PLAN, "a.next_plan", 2000)));

    private final ActivityStore store;
    private final Customers customers;
    private final Clock clock;

    Activities(ActivityStore store, Customers customers, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.clock = clock;
    }

    /** The newest follow-ups of a customer that the actor may see; none for any other. */
    public List<Activity> of(Actor actor, UUID customer) {
        return store.newest(Access.scoped(actor, UseCase.ACTIVITY_READ), customer, SHOWN);
    }

    /**
     * Writes down a follow-up by the actor, now.
     *
     * @return its id
     * @throws Refused if the content is missing, or the customer is in the pool or out of reach
     */
    public UUID add(Actor actor, ActivityDraft draft) {
        String content = CATALOG.requiredText(CONTENT, draft.content());
        String nextPlan = CATALOG.text(NEXT_PLAN, draft.nextPlan());
        Permit permit = Access.permit(actor, UseCase.ACTIVITY_ADD);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.insert(permit, draft.customer(), draft.kind(), content, nextPlan, now)
                .orElseThrow(() -> new Refused(customers.whyNotHeld(actor, draft.customer())));
    }
}
