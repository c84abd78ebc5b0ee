package io.haina.exchange;

import io.haina.field.Field;
import org.jspecify.annotations.Nullable;

/** The words of a dialect for the report of an import. */
public interface ErrorWords {

    /** What the tab says. */
    String sheetName();

    /** The title of the first column, which says why. */
    String reasonTitle();

    /**
     * Why a row is refused.
     *
     * @param field that it is about; null for the whole row
     */
    String reason(RowProblem problem, @Nullable Field field);
}
