package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.record.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of a kind of record as imports and exports need them, each with its own rules, permits and audit.
 *
 * @param addition who may import: whoever may make a record
 * @param listing how far an export reaches
 */
record Keeper(
        RecordKind kind,
        UseCase addition,
        UseCase listing,
        Getter getter,
        Adder adder,
        Changer changer,
        Deleter deleter) {

    /** Finds a record that the actor may see. */
    @FunctionalInterface
    interface Getter {
        Row get(Actor actor, long id);
    }

    /** Makes a record of a person's. */
    @FunctionalInterface
    interface Adder {
        long add(Actor actor, long owner, Map<String, ? extends @Nullable Object> values);
    }

    /** Makes a record of the actor's own. */
    @FunctionalInterface
    interface OwnAdder {
        long add(Actor actor, Map<String, ? extends @Nullable Object> values);
    }

    /** Gives records to a person. */
    @FunctionalInterface
    interface Mover {
        void moveTo(Actor actor, Collection<Long> ids, long staff);
    }

    /** Changes what the values name. */
    @FunctionalInterface
    interface Changer {
        void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values);
    }

    /** Deletes records, softly. */
    @FunctionalInterface
    interface Deleter {
        void delete(Actor actor, Collection<Long> ids);
    }

    /** Makes a record and gives it to whom it is for. */
    static Adder thenMoving(OwnAdder adder, Mover mover) {
        return (actor, owner, values) -> {
            long id = adder.add(actor, values);
            if (owner != actor.staffId()) {
                mover.moveTo(actor, List.of(id), owner);
            }
            return id;
        };
    }
}
