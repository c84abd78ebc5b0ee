package io.haina.kind;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.record.Restored;
import io.haina.record.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The use cases that every kind of record has, each with its own rules, permits and audit. Values go by the core's names of
 * fields. What the methods refuse is told where the kind's own use cases are.
 */
public interface Keeper {

    RecordKind kind();

    /** Who may make a record. */
    UseCase addition();

    /** How far a list reaches. */
    UseCase listing();

    /** Who may change a record, and how far. */
    UseCase changing();

    /** Who may delete a record, and how far. */
    UseCase deletion();

    /** Who may give a record to another person, and how far. */
    UseCase transfer();

    Row get(Actor actor, long id);

    /** Makes a record of the actor's own. @return its id */
    long add(Actor actor, Map<String, ? extends @Nullable Object> values);

    /** Makes a record of a person's. @return its id */
    default long addFor(Actor actor, long owner, Map<String, ? extends @Nullable Object> values) {
        long id = add(actor, values);
        if (owner != actor.staffId()) {
            moveTo(actor, List.of(id), owner);
        }
        return id;
    }

    /** Changes what the values name. */
    void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values);

    /** Deletes records, softly, all or none. */
    void delete(Actor actor, Collection<Long> ids);

    /** Gives records to a person, all or none. */
    void moveTo(Actor actor, Collection<Long> ids, long staff);

    /** Brings a deleted record back. */
    Restored restore(Actor actor, long id);
}
