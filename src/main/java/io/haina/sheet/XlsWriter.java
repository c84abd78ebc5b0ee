package io.haina.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;

/** Writes {@code .xls}. The whole sheet is in memory until it is finished, so one at a time is written. */
final class XlsWriter implements SheetWriter {

    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);
    private static final int CHARACTER_WIDTH = 256;

    private final Path file;
    private final HSSFWorkbook workbook = new HSSFWorkbook();
    private final HSSFSheet sheet;
    private final HSSFCellStyle quoting;
    private final int first;
    private int next;
    private boolean open = true;

    XlsWriter(Path file, SheetLook look) {
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            this.file = file;
            this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(look.sheetName()));
            this.quoting = workbook.createCellStyle();
            quoting.setQuotePrefixed(true);
            begin(look);
            this.first = next;
        } catch (RuntimeException | Error e) {
            ONE_AT_A_TIME.release();
            throw e;
        }
    }

    private void begin(SheetLook look) {
        int columns = look.header().size();
        for (int column = 0; column < columns; column++) {
            sheet.setColumnWidth(column, look.width(column) * CHARACTER_WIDTH);
        }
        String title = look.title();
        if (title != null) {
            HSSFCell cell = sheet.createRow(next).createCell(0);
            cell.setCellValue(Hazard.fitting(title));
            cell.setCellStyle(titleStyle());
            if (columns > 1) {
                sheet.addMergedRegion(new CellRangeAddress(next, next, 0, columns - 1));
            }
            next++;
        }
        HSSFRow header = sheet.createRow(next++);
        HSSFCellStyle style = headerStyle(look.coloured());
        for (int column = 0; column < columns; column++) {
            HSSFCell cell = header.createCell(column);
            cell.setCellValue(Hazard.fitting(look.header().get(column)));
            cell.setCellStyle(style);
        }
    }

    private HSSFCellStyle titleStyle() {
        HSSFCellStyle style = headerStyle(false);
        style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }

    private HSSFCellStyle headerStyle(boolean coloured) {
        HSSFFont font = workbook.createFont();
        font.setBold(true);
        HSSFCellStyle style = workbook.createCellStyle();
        if (coloured) {
            font.setColor(HSSFColorPredefined.WHITE.getIndex());
            style.setFillForegroundColor(HSSFColorPredefined.ROYAL_BLUE.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        style.setFont(font);
        style.setQuotePrefixed(true);
        return style;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        HSSFRow row = sheet.createRow(next++);
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            switch (cell) {
                case null -> {}
                case Number number -> row.createCell(column).setCellValue(number.doubleValue());
                case Boolean flag -> row.createCell(column).setCellValue(flag);
                default -> text(row, column, cell.toString());
            }
        }
    }

    private void text(HSSFRow row, int column, String text) {
        if (!text.isEmpty()) {
            HSSFCell cell = row.createCell(column);
            cell.setCellValue(Hazard.fitting(text));
            if (Hazard.in(text)) {
                cell.setCellStyle(quoting);
            }
        }
    }

    @Override
    public long rows() {
        return next - (long) first;
    }

    @Override
    public void finish() {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot complete a spreadsheet", e);
        }
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            ONE_AT_A_TIME.release();
            try {
                workbook.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot leave a spreadsheet", e);
            }
        }
    }
}
