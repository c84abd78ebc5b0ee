package io.haina.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be imported.
 *
 * @param ownerId whose the new records become; null for the importer's own
 * @param maximumRows data rows that the file may have
 * @param dryRun whether every row is tried and nothing is kept but the report
 * @param mapping null for a file of the present template, which has a column for every required field and no others
 */
public record ImportOrder(
        Repeat repeat,
        @Nullable Long ownerId,
        long maximumRows,
        boolean dryRun,
        @Nullable ColumnMapping mapping) {

    /** Of a file that follows the template. */
    public ImportOrder(Repeat repeat, @Nullable Long ownerId, long maximumRows) {
        this(repeat, ownerId, maximumRows, false, null);
    }

    ImportOrder with(ColumnMapping complete) {
        return new ImportOrder(repeat, ownerId, maximumRows, dryRun, complete);
    }
}
