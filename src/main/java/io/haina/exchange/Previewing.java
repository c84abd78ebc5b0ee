package io.haina.exchange;

import io.haina.exchange.ImportPreview.Column;
import io.haina.field.Field;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.Sheets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file that need not follow the template: where its header is, and which fields its titles tell. A row above the
 * header is a title if it has one cell alone.
 */
final class Previewing {

    private static final int SAMPLES = 3;

    private final Map<String, Field> byTitle = new HashMap<>();
    private final int wantedRow;
    private final boolean whole;
    private @Nullable SheetRow above;
    private @Nullable SheetRow header;
    private final List<List<String>> samples = new ArrayList<>();
    private long rows;

    private Previewing(List<Field> fields, int wantedRow, boolean whole) {
        this.wantedRow = wantedRow;
        this.whole = whole;
        fields.forEach(field -> byTitle.put(field.name().toLowerCase(Locale.ROOT), field));
        fields.forEach(field -> byTitle.put(Columns.plain(field.label()).toLowerCase(Locale.ROOT), field));
    }

    /**
     * All of a file.
     *
     * @param headerRow where the header is; 0 for where it looks like one
     * @throws io.haina.problem.Refused if it is no harmless spreadsheet within the limits
     */
    static ImportPreview of(Path file, List<Field> fields, int headerRow, SheetLimits limits) {
        Previewing previewing = new Previewing(fields, headerRow, true);
        Sheets.read(file, limits, previewing::take);
        return previewing.preview();
    }

    /** The header alone: the rows behind it are neither counted nor shown. */
    static ImportPreview headerOf(Path file, List<Field> fields, int headerRow, SheetLimits limits) {
        Previewing previewing = new Previewing(fields, headerRow, false);
        try {
            Sheets.read(file, limits, previewing::take);
        } catch (Enough e) {
            // The header is read.
        }
        return previewing.preview();
    }

    private void take(int number, List<String> cells) {
        SheetRow row = new SheetRow(number, cells);
        if (header != null) {
            data(row);
        } else if (wantedRow > 0) {
            header = number == wantedRow ? row : null;
            if (number > wantedRow) {
                throw new Enough();
            }
        } else if (above == null) {
            above = row;
        } else {
            decide(above, row);
        }
        if (header != null && !whole) {
            throw new Enough();
        }
    }

    private void decide(SheetRow first, SheetRow second) {
        if (filled(first) == 1 && filled(second) > 1) {
            header = second;
        } else {
            header = first;
            data(second);
        }
    }

    private static long filled(SheetRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private void data(SheetRow row) {
        rows++;
        for (int i = 0; i < row.cells().size(); i++) {
            if (samples.size() == i) {
                samples.add(new ArrayList<>());
            }
            String cell = row.cells().get(i).strip();
            if (!cell.isEmpty() && samples.get(i).size() < SAMPLES) {
                samples.get(i).add(cell);
            }
        }
    }

    private ImportPreview preview() {
        SheetRow titles = header == null && wantedRow == 0 ? above : header;
        if (titles == null) {
            return new ImportPreview(0, 0, List.of());
        }
        Set<Field> told = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        int width = Math.max(titles.cells().size(), samples.size());
        for (int i = 0; i < width; i++) {
            String title = i < titles.cells().size() ? titles.cells().get(i).strip() : "";
            Field field = byTitle.get(Columns.plain(title).toLowerCase(Locale.ROOT));
            String name = field != null && told.add(field) ? field.name() : null;
            columns.add(new Column(i, title, name, i < samples.size() ? samples.get(i) : List.of()));
        }
        return new ImportPreview(titles.number(), rows, columns);
    }

    private static final class Enough extends RuntimeException {
        Enough() {
            super("enough was read", null, false, false);
        }
    }
}
