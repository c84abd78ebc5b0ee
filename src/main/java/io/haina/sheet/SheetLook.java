package io.haina.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the rows of a written sheet.
 *
 * @param sheetName what the tab says
 * @param title over all columns, in a row of its own above the header; null for none
 * @param header the columns' titles
 * @param coloured whether the header is bold white text on blue
 */
public record SheetLook(String sheetName, @Nullable String title, List<String> header, boolean coloured) {

    /** Character widths within which a column is made as wide as its title. */
    private static final int NARROWEST = 12;

    private static final int WIDEST = 40;

    public SheetLook {
        header = List.copyOf(header);
    }

    /** The width of a column in characters: a Chinese character takes two. */
    int width(int column) {
        int width = header.get(column).codePoints().map(c -> c > 0xff ? 2 : 1).sum() + 4;
        return Math.clamp(width, NARROWEST, WIDEST);
    }
}
