package io.haina.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like before it is imported.
 *
 * @param headerRow the row with the columns' titles, from 1; 0 for a file without rows
 * @param rows of data
 */
public record ImportPreview(int headerRow, long rows, List<Column> columns) {

    public ImportPreview {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param index from 0
     * @param field the name of the field that its title tells; null where it tells none
     * @param samples its first values, empty ones passed over
     */
    public record Column(int index, String header, @Nullable String field, List<String> samples) {

        public Column {
            samples = List.copyOf(samples);
        }
    }
}
