package io.haina.sharing;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** What each person has marked to find it again; nobody sees another's stars. */
@Service
public class Stars {

    private final StarStore store;
    private final Clock clock;

    Stars(StarStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Marks a record, or takes the mark away.
     *
     * @return whether it is marked now
     * @throws Refused if the actor does not see it, or records of the kind have no stars
     */
    public boolean toggle(Actor actor, RecordKind kind, long id) {
        return store.toggle(
                        Access.permit(actor, useCase(kind)),
                        kind,
                        id,
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .orElseThrow(() -> Refused.notFound(Problem.Kind.valueOf(kind.name())));
    }

    /** Marks a record, however often it is asked for. @throws Refused as {@link #toggle} */
    public void put(Actor actor, RecordKind kind, long id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.put(Access.permit(actor, useCase(kind)), kind, id, now)) {
            throw Refused.notFound(Problem.Kind.valueOf(kind.name()));
        }
    }

    /** Takes the mark off a record. @throws Refused as {@link #toggle} */
    public void remove(Actor actor, RecordKind kind, long id) {
        if (!store.remove(Access.permit(actor, useCase(kind)), kind, id)) {
            throw Refused.notFound(Problem.Kind.valueOf(kind.name()));
        }
    }

    private static UseCase useCase(RecordKind kind) {
        return switch (kind) {
            case CUSTOMER -> UseCase.STAR_CUSTOMER;
            case OPPORTUNITY -> UseCase.STAR_SHARED;
            case LEAD, CONTACT -> UseCase.STAR_HELD;
            case PRODUCT -> throw Refused.invalid("kind", Rule.NOT_A_CHOICE);
        };
    }
}
