package io.haina.sheet;

import java.util.List;

/** Takes the rows of a sheet, one after the other. What it throws ends the reading. */
@FunctionalInterface
public interface RowSink {

    /**
     * A row that holds anything; empty rows are passed over.
     *
     * @param number in the file, from 1
     * @param cells as a person sees them, from the first column to the last that holds anything; empty text for an empty
     *     cell
     */
    void row(int number, List<String> cells);
}
