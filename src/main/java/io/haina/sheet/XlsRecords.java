package io.haina.sheet;

import io.haina.problem.Problem.SheetFault;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Turns the records of an {@code .xls} file into the rows of its first visible sheet. */
final class XlsRecords implements HSSFListener {

    private final RowCollector rows;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private @Nullable FormatTrackingHSSFListener formats;
    private @Nullable SSTRecord strings;
    private @Nullable FormulaRecord awaitingText;
    private boolean since1904;
    private int depth;
    private int substream = -1;
    private int wanted = -1;

    XlsRecords(RowCollector rows) {
        this.rows = rows;
    }

    void formattedBy(FormatTrackingHSSFListener listener) {
        this.formats = listener;
    }

    @Override
    public void processRecord(Record record) {
        switch (record) {
            case BOFRecord begin -> begin(begin);
            case EOFRecord end -> depth--;
            case BoundSheetRecord sheet -> sheets.add(sheet);
            case DateWindow1904Record window -> since1904 = window.getWindowing() == 1;
            case SSTRecord table -> strings = table;
            default -> {
                if (depth == 1 && substream >= 0 && substream == wanted) {
                    cell(record);
                }
            }
        }
    }

    /** A chart inside of a sheet begins and ends like a sheet, one level deeper. */
    private void begin(BOFRecord begin) {
        int type = begin.getType();
        if (type == BOFRecord.TYPE_EXCEL_4_MACRO || type == BOFRecord.TYPE_VB_MODULE) {
            throw Sheets.refused(SheetFault.MACROS);
        }
        if (depth == 0 && type != BOFRecord.TYPE_WORKBOOK) {
            if (wanted < 0) {
                wanted = firstVisible();
            }
            substream++;
        }
        depth++;
    }

    /** The first tab that is shown, as its place among the sheets in the order of the file. */
    private int firstVisible() {
        List<BoundSheetRecord> inFile = List.of(BoundSheetRecord.orderByBofPosition(sheets));
        for (BoundSheetRecord sheet : sheets) {
            if (!sheet.isHidden() && !sheet.isVeryHidden()) {
                return inFile.indexOf(sheet);
            }
        }
        return 0;
    }

    private void cell(Record record) {
        switch (record) {
            case LabelSSTRecord label -> put(label, shared(label.getSSTIndex()));
            case LabelRecord label -> put(label, label.getValue());
            case NumberRecord number -> put(number, number(number, number.getValue()));
            case BoolErrRecord flag ->
                put(flag, flag.isBoolean() ? CellText.flag(flag.getBooleanValue()) : error(flag.getErrorValue()));
            case FormulaRecord formula -> formula(formula);
            case StringRecord text -> {
                if (awaitingText != null) {
                    put(awaitingText, text.getString());
                    awaitingText = null;
                }
            }
            default -> {}
        }
    }

    private void formula(FormulaRecord formula) {
        awaitingText = null;
        CellType type = formula.getCachedResultTypeEnum();
        switch (type) {
            case STRING -> awaitingText = formula;
            case NUMERIC -> put(formula, number(formula, formula.getValue()));
            case BOOLEAN -> put(formula, CellText.flag(formula.getCachedBooleanValue()));
            case ERROR -> put(formula, error(formula.getCachedErrorValue()));
            default -> {}
        }
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "";
    }

    private String shared(int index) {
        if (strings == null || index < 0 || index >= strings.getNumUniqueStrings()) {
            throw Sheets.refused(SheetFault.DAMAGED);
        }
        return strings.getString(index).getString();
    }

    private String number(CellValueRecordInterface cell, double value) {
        if (formats != null) {
            int index = formats.getFormatIndex(cell);
            String code = formats.getFormatString(cell);
            if (CellFormats.isDate(index, code == null ? "" : code)) {
                return CellText.date(value, since1904);
            }
        }
        return CellText.number(value);
    }

    private void put(CellValueRecordInterface cell, String text) {
        rows.cell(cell.getRow(), cell.getColumn(), CellText.storable(text));
    }

    void end() {
        rows.end();
    }
}
