package io.haina.activity;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.activity.TimelineStore.Wanted;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * All that was written down about a record, whichever way it came in: follow-ups, entries of the {@link Journal}, and of a
 * customer what was done with its contacts and for its opportunities.
 */
@Service
public class Timelines {

    private final TimelineStore store;
    private final Records records;

    Timelines(TimelineStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    /**
     * What there is of a record, newest first.
     *
     * @param journal only activities, or only demands; null for both
     * @param window when; null for ever
     * @throws Refused if there is no such record that the actor may see
     */
    public Slice<TimelineEntry> of(
            Actor actor,
            RecordKind kind,
            long id,
            @Nullable JournalKind journal,
            @Nullable TimeWindow window,
            Page page) {
        Scoped scoped = scoped(actor, kind);
        records.get(scoped, kind, id);
        return store.page(
                new Wanted(scoped, opportunities(actor), contacts(actor), kind, id, journal, null, window), page);
    }

    /** One activity of a record. @throws Refused if there is none such that the actor may see */
    public TimelineEntry get(Actor actor, RecordKind kind, long id, long activity) {
        Wanted wanted = new Wanted(
                scoped(actor, kind),
                opportunities(actor),
                contacts(actor),
                kind,
                id,
                JournalKind.ACTIVITY,
                activity,
                null);
        List<TimelineEntry> found = store.page(wanted, new Page(1, 1)).rows();
        if (found.isEmpty()) {
            throw Refused.notFound(Problem.Kind.ACTIVITY);
        }
        return found.getFirst();
    }

    private static Scoped scoped(Actor actor, RecordKind kind) {
        return Access.scoped(
                actor, kind == RecordKind.CUSTOMER ? UseCase.FOLLOW_UP_OF_CUSTOMER : UseCase.FOLLOW_UP_READ);
    }

    private static Scoped opportunities(Actor actor) {
        return Access.scoped(actor, UseCase.OPPORTUNITY_READ);
    }

    private static Scoped contacts(Actor actor) {
        return Access.scoped(actor, UseCase.CONTACT_READ);
    }
}
