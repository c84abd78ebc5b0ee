package io.haina.exchange;

import java.util.Map;

/**
 * Which column of a file goes into which field; what is not named here is passed over.
 *
 * @param headerRow the row with the columns' titles, from 1; 0 for the first that looks like one
 * @param fields names of fields by the number of the column, from 0; none for those that the titles tell
 */
public record ColumnMapping(int headerRow, Map<Integer, String> fields) {

    /** Both to be found in the file. */
    public static final ColumnMapping BY_TITLES = new ColumnMapping(0, Map.of());

    public ColumnMapping {
        fields = Map.copyOf(fields);
    }
}
