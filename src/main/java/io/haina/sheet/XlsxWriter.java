package io.haina.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes {@code .xlsx} in constant memory: rows leave it a few at a time, and no text is kept to be shared. */
final class XlsxWriter implements SheetWriter {

    /** Cells of this number format are text; {@link QuotedText} makes its style a quoting one. */
    static final String TEXT_FORMAT = "@";

    private static final int FLUSH_EVERY = 200;
    private static final String BLUE = "4472C4";
    private static final String WHITE = "FFFFFF";

    private final Path file;
    private final Path draft;
    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final int first;
    private int next;
    private boolean quoted;

    XlsxWriter(Path file, SheetLook look) throws IOException {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".draft");
        this.out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
        this.workbook = new Workbook(out, "Haina", "1.0");
        this.sheet = workbook.newWorksheet(look.sheetName());
        begin(look);
        this.first = next;
    }

    private void begin(SheetLook look) {
        int columns = look.header().size();
        for (int column = 0; column < columns; column++) {
            sheet.width(column, look.width(column));
        }
        String title = look.title();
        if (title != null) {
            text(next, 0, title);
            if (columns > 1) {
                sheet.range(next, 0, next, columns - 1).merge();
            }
            sheet.style(next, 0).bold().horizontalAlignment("center").set();
            next++;
        }
        for (int column = 0; column < columns; column++) {
            text(next, column, look.header().get(column));
            var style = sheet.style(next, column).bold();
            (look.coloured() ? style.fillColor(BLUE).fontColor(WHITE).horizontalAlignment("center") : style).set();
        }
        next++;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            switch (cell) {
                case null -> {}
                case Number number -> sheet.value(next, column, number);
                case Boolean flag -> sheet.value(next, column, flag);
                default -> text(next, column, cell.toString());
            }
        }
        next++;
        if (next % FLUSH_EVERY == 0) {
            flush();
        }
    }

    private void text(int row, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        sheet.inlineString(row, column, Escaped.escaped(Hazard.fitting(text)));
        if (Hazard.in(text)) {
            sheet.style(row, column).format(TEXT_FORMAT).set();
            quoted = true;
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a spreadsheet", e);
        }
    }

    @Override
    public long rows() {
        return next - (long) first;
    }

    @Override
    public void finish() {
        try {
            workbook.finish();
            out.close();
            if (quoted) {
                QuotedText.rewrite(draft, file);
            } else {
                Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot complete a spreadsheet", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot leave a spreadsheet", e);
        }
    }
}
