package io.haina.sheet;

import io.haina.problem.Problem.SheetFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code .xlsx} as a stream. */
final class XlsxReader {

    private final SheetLimits limits;
    private final RowCollector rows;
    private boolean since1904;

    XlsxReader(SheetLimits limits, RowSink sink) {
        this.limits = limits;
        this.rows = new RowCollector(limits, sink);
    }

    void read(Path file) throws IOException {
        try (XlsxPackage parts = XlsxPackage.open(file, limits)) {
            String workbook = XlsxPackage.target(parts.relations(""), "officeDocument");
            if (workbook == null) {
                throw Sheets.refused(SheetFault.NOT_A_SHEET);
            }
            List<XlsxPackage.Relation> relations = parts.relations(workbook);
            String sheet = firstSheet(parts, workbook, relations);
            CellFormats formats = formats(parts, XlsxPackage.target(relations, "styles"));
            try (SharedStrings strings = strings(parts, XlsxPackage.target(relations, "sharedStrings"));
                    SheetXml xml = parts.part(sheet)) {
                readRows(xml, formats, strings);
            }
        }
    }

    private static CellFormats formats(XlsxPackage parts, @Nullable String name) throws IOException {
        if (name == null) {
            return CellFormats.none();
        }
        try (SheetXml xml = parts.part(name)) {
            return CellFormats.read(xml);
        }
    }

    private static SharedStrings strings(XlsxPackage parts, @Nullable String name) throws IOException {
        if (name == null) {
            return SharedStrings.none();
        }
        try (SheetXml xml = parts.part(name)) {
            return SharedStrings.read(xml);
        }
    }

    private String firstSheet(XlsxPackage parts, String workbook, List<XlsxPackage.Relation> relations)
            throws IOException {
        try (SheetXml xml = parts.part(workbook)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    since1904 = xml.flag("date1904");
                } else if (xml.starts("sheet")
                        && xml.attribute("state", "visible").equals("visible")) {
                    String id = relationId(xml);
                    return relations.stream()
                            .filter(relation ->
                                    relation.id().equals(id) && relation.type().endsWith("/worksheet"))
                            .map(XlsxPackage.Relation::target)
                            .findFirst()
                            .orElseThrow(() -> Sheets.refused(SheetFault.DAMAGED));
                }
            }
        }
        throw Sheets.refused(SheetFault.NOT_A_SHEET);
    }

    /** Beside {@code sheetId}, the only attribute of that local name. */
    private static String relationId(SheetXml xml) {
        return xml.attribute("id", "");
    }

    private void readRows(SheetXml xml, CellFormats formats, SharedStrings strings) {
        int row = -1;
        int column = -1;
        while (xml.next() && !xml.ends("sheetData")) {
            if (xml.starts("row")) {
                row = xml.number("r", row + 2) - 1;
                column = -1;
            } else if (xml.starts("c")) {
                column = column(xml.attribute("r"), column + 1);
                rows.cell(row, column, text(xml, formats, strings));
            }
        }
        rows.end();
    }

    private String text(SheetXml xml, CellFormats formats, SharedStrings strings) {
        String type = xml.attribute("t", "n");
        int style = xml.number("s", 0);
        StringBuilder value = new StringBuilder();
        String inline = null;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                xml.text("v", value);
            } else if (xml.starts("is")) {
                inline = xml.richText("is");
            }
        }
        if (inline != null) {
            return inline;
        }
        return value.isEmpty() ? "" : shown(type, value.toString(), formats.isDate(style), strings);
    }

    private String shown(String type, String value, boolean date, SharedStrings strings) {
        return switch (type) {
            case "s" -> strings.get(value);
            case "b" -> CellText.flag(value.strip().equals("1"));
            case "d" -> CellText.isoDate(value);
            case "str", "e", "inlineStr" -> Escaped.plain(value);
            default -> date ? date(value) : CellText.number(value);
        };
    }

    private String date(String value) {
        try {
            return CellText.date(Double.parseDouble(value), since1904);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** The column of a cell's address such as {@code AB12}, from 0. */
    private static int column(@Nullable String address, int otherwise) {
        if (address == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < address.length() && isLetter(address.charAt(i)); i++) {
            if (i == 3) {
                throw Sheets.refused(SheetFault.TOO_MANY_COLUMNS);
            }
            column = column * 26 + address.charAt(i) - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
