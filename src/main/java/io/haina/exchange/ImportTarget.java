package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a kind of record does with the rows of a file. */
interface ImportTarget {

    RecordKind kind();

    /** What one must be able to do in order to import. */
    UseCase addition();

    /** The columns that a file may have, in the order of the template; the ones that must not be empty say so. */
    List<Field> columns(Actor actor);

    /**
     * Deals with one row, in the transaction that the caller has begun.
     *
     * @param cells texts by field name, without those that are empty
     * @throws io.haina.problem.Refused to refuse the row; the transaction may be useless then
     */
    RowOutcome write(Actor actor, ImportOrder order, Map<String, String> cells);

    /** The values of a row that may occur once, as texts that are equal where the values are. */
    List<String> keys(Actor actor, Map<String, String> cells);

    /**
     * Takes a row back, in the transaction that the caller has begun.
     *
     * @param stamp when its record was last changed, as far as the import knows
     * @return whether it was so that nobody had changed the record since
     */
    boolean undo(Actor actor, RowOutcome outcome, Instant stamp);
}
