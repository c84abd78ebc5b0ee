package io.haina.exchange;

import org.jspecify.annotations.Nullable;

/** What became of a row of an import. */
public sealed interface RowOutcome {

    /** A record was made. */
    record Created(long recordId) implements RowOutcome {}

    /**
     * A record got the row's values.
     *
     * @param before a JSON object of what they were before, by field name; for the undoing
     */
    record Changed(long recordId, String before) implements RowOutcome {}

    /** The record that the row is about is there and stays as it is. */
    record Skipped(@Nullable Long recordId) implements RowOutcome {}

    /** Nothing was written. */
    record Refused(RowProblem problem) implements RowOutcome {}
}
