package io.haina.sheet;

/**
 * How much of a file is read before it is refused. All are bounds of what a stranger may cost.
 *
 * @param rows that hold anything, title and header included
 * @param columns the highest column that may hold anything
 * @param bytes of the unpacked parts that are read, all together
 */
public record SheetLimits(long rows, int columns, long bytes) {

    /** The longest text that a cell can hold in either format. */
    static final int CELL_LENGTH = 32_767;

    private static final int COLUMNS = 500;
    private static final long BYTES_A_ROW = 16_384;
    private static final long LEAST_BYTES = 64L << 20;

    /** The limits of a file that may have so many rows. */
    public static SheetLimits ofRows(long rows) {
        return new SheetLimits(rows, COLUMNS, Math.max(LEAST_BYTES, Math.min(rows, 1L << 20) * BYTES_A_ROW));
    }
}
