package io.haina.sheet;

import io.haina.problem.Problem.SheetFault;
import java.util.ArrayList;
import java.util.List;

/** Puts cells together to rows, within the limits. */
final class RowCollector {

    private final SheetLimits limits;
    private final RowSink sink;
    private final List<String> cells = new ArrayList<>();
    private int row = -1;
    private long rows;

    RowCollector(SheetLimits limits, RowSink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    /** A cell, by row and column from 0. Cells of one row come together, whatever their order. */
    void cell(int inRow, int column, String text) {
        if (inRow != row) {
            end();
            row = inRow;
        }
        if (text.isBlank()) {
            return;
        }
        if (column >= limits.columns()) {
            throw Sheets.refused(SheetFault.TOO_MANY_COLUMNS, limits.columns());
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** Hands the row over, if it holds anything. */
    void end() {
        if (!cells.isEmpty()) {
            if (++rows > limits.rows()) {
                throw Sheets.refused(SheetFault.TOO_MANY_ROWS, limits.rows());
            }
            sink.row(row + 1, List.copyOf(cells));
            cells.clear();
        }
    }
}
