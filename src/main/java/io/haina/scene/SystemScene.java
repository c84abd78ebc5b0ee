package io.haina.scene;

import io.haina.access.Actor;
import io.haina.catalog.CommonFields;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scenes that everybody has. What they show is within the reach of whoever looks. */
public enum SystemScene {
    /** All records; of leads, those that are not converted. */
    ALL(1),
    /** What the actor holds. */
    MINE(2),
    /** What others hold and the actor sees. */
    SUBORDINATES(3),
    /** Leads that have become customers. */
    CONVERTED(4),
    /** Customers and opportunities that the actor is a member of. */
    SHARED(5);

    /** What tells of a lead whether it has become a customer. */
    private static final String CONVERTED_FIELD = "converted";

    private final int number;

    SystemScene(int number) {
        this.number = number;
    }

    /** The scenes of a kind. */
    static List<SystemScene> of(RecordKind kind) {
        return List.copyOf(
                switch (kind) {
                    case LEAD -> EnumSet.of(ALL, MINE, SUBORDINATES, CONVERTED);
                    case CUSTOMER, OPPORTUNITY -> EnumSet.of(ALL, MINE, SUBORDINATES, SHARED);
                    case CONTACT, PRODUCT -> EnumSet.of(ALL, MINE, SUBORDINATES);
                });
    }

    /** The scene of an id, if it is one of a kind. */
    static Optional<SystemScene> of(RecordKind kind, long id) {
        return of(kind).stream().filter(scene -> scene.id(kind) == id).findFirst();
    }

    /** Whether an id is one of the program's. */
    static boolean isOne(long id) {
        return Arrays.stream(RecordKind.values()).anyMatch(kind -> of(kind, id).isPresent());
    }

    /** The number under which choices about it are kept. */
    long id(RecordKind kind) {
        int first = switch (kind) {
            case LEAD -> 10;
            case CUSTOMER -> 20;
            case CONTACT -> 30;
            case OPPORTUNITY -> 40;
            case PRODUCT -> 50;
        };
        return first + (long) number;
    }

    Filter filter(Actor actor, RecordKind kind) {
        return switch (this) {
            case ALL -> kind == RecordKind.LEAD ? converted(false) : Filter.EVERYTHING;
            case MINE -> new Filter.HeldBy(actor.staffId());
            case SUBORDINATES -> new Filter.Match(CommonFields.OWNER_ID, Operator.IS_NOT, List.of(actor.staffId()));
            case CONVERTED -> converted(true);
            case SHARED -> new Filter.SharedWith(actor.staffId(), false);
        };
    }

    private static Filter converted(boolean yes) {
        return new Filter.Is(CONVERTED_FIELD, Set.of(yes));
    }
}
