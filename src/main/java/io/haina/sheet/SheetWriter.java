package io.haina.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one sheet. Closed before it is finished, it leaves no usable file. */
public interface SheetWriter extends AutoCloseable {

    /**
     * Writes the next row. Numbers become numbers, booleans become booleans, everything else the text that it prints; null
     * and empty text leave the cell out. A text stays one, whatever it begins with.
     */
    void row(List<? extends @Nullable Object> cells);

    /** Rows written so far, without title and header. */
    long rows();

    /** Completes the file. */
    void finish();

    @Override
    void close();
}
