package io.haina.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Spreadsheets as nobody's program would write them. */
final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Workbooks() {}

    /** A workbook of one sheet with what stands inside of its {@code sheetData}. */
    static Workbooks of(String rows) {
        return new Workbooks()
                .with("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"/>")
                .with("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")))
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                                + "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")
                .with("xl/_rels/workbook.xml.rels", relations(relation("r1", "worksheet", "worksheets/sheet1.xml")))
                .with("xl/worksheets/sheet1.xml", sheet(rows));
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    static String relations(String... relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + String.join("", relations)
                + "</Relationships>";
    }

    /** Shared strings as well. */
    Workbooks sharing(String strings) {
        return with("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + strings + "</sst>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relations(
                                relation("r1", "worksheet", "worksheets/sheet1.xml"),
                                relation("r2", "sharedStrings", "sharedStrings.xml")));
    }

    /** Styles as well: the number formats by index. */
    Workbooks styled(String numFmts, String xfs) {
        return with(
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + MAIN + "\">" + numFmts
                                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" + "<cellXfs>" + xfs
                                + "</cellXfs></styleSheet>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relations(
                                relation("r1", "worksheet", "worksheets/sheet1.xml"),
                                relation("r2", "styles", "/xl/styles.xml")));
    }

    Workbooks with(String name, String content) {
        parts.put(name, content);
        return this;
    }

    Path in(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "made", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** What reading a file hands out. */
    static List<List<String>> read(Path file) {
        return read(file, SheetLimits.ofRows(100_000));
    }

    static List<List<String>> read(Path file, SheetLimits limits) {
        List<List<String>> rows = new ArrayList<>();
        Sheets.read(file, limits, (number, cells) -> rows.add(cells));
        return rows;
    }
}
