package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.field.RecordKind;
import io.haina.record.Row;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The use cases of a kind of record, as an import needs them: with its own rules, permits and audit. */
interface Keeper {

    RecordKind kind();

    /** A record that the actor may see. @throws io.haina.problem.Refused if there is none */
    Row get(Actor actor, long id);

    /** Makes a record of a person's. @return its id */
    long add(Actor actor, long owner, Map<String, ? extends @Nullable Object> values);

    /** Changes what the values name. @throws io.haina.problem.Refused if the actor may not */
    void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values);

    /** Deletes a record, softly. @throws io.haina.problem.Refused if the actor may not */
    void delete(Actor actor, long id);
}
