package io.haina.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetsTest {

    private static final List<String> HAZARDS =
            List.of("=1+1", "+86 138", "-3", "@SUM(A1)", "\tx", "'quoted", "=HYPERLINK(\"http://x\")");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void what_is_written_is_read_back(SheetFormat format) {
        Path file = folder.resolve("written");
        List<Object> row = Arrays.asList(
                "腾讯科技 & <Söhne> \"x\" 😀", null, "", 13800138000L, new BigDecimal("1234.50"), true, "_x0041_", "a\nb");
        try (SheetWriter writer =
                Sheets.write(file, format, new SheetLook("客户", "客户导入模板(*)", List.of("客户名称(*)", "手机"), true))) {
            writer.row(row);
            writer.row(HAZARDS);
            assertThat(writer.rows()).isEqualTo(2);
            writer.finish();
        }
        assertThat(Workbooks.read(file))
                .containsExactly(
                        List.of("客户导入模板(*)"),
                        List.of("客户名称(*)", "手机"),
                        List.of("腾讯科技 & <Söhne> \"x\" 😀", "", "", "13800138000", "1234.5", "TRUE", "_x0041_", "a\nb"),
                        HAZARDS);
        assertThat(Sheets.format(file)).isEqualTo(format);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void ten_thousand_rows_come_back_in_their_order(SheetFormat format) {
        Path file = folder.resolve("many");
        try (SheetWriter writer = Sheets.write(file, format, new SheetLook("s", null, List.of("n", "text"), false))) {
            for (int i = 0; i < 10_000; i++) {
                writer.row(List.of(i, "客户 & " + i));
            }
            writer.finish();
        }
        List<List<String>> rows = Workbooks.read(file);
        assertThat(rows).hasSize(10_001);
        for (int i = 0; i < 10_000; i++) {
            assertThat(rows.get(i + 1)).containsExactly(Integer.toString(i), "客户 & " + i);
        }
    }

    @Test
    void a_dangerous_text_is_a_quoted_text_in_xlsx() throws IOException {
        Path file = folder.resolve("hazards.xlsx");
        try (SheetWriter writer = Sheets.write(file, SheetFormat.XLSX, new SheetLook("s", null, List.of("a"), false))) {
            writer.row(HAZARDS);
            writer.finish();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String sheet = text(zip, "xl/worksheets/sheet1.xml");
            String styles = text(zip, "xl/styles.xml");
            assertThat(sheet).doesNotContain("<f>").contains("inlineStr");
            assertThat(styles).containsOnlyOnce("quotePrefix=\"1\"");
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_dangerous_text_is_a_quoted_text_in_xls() throws IOException {
        Path file = folder.resolve("hazards.xls");
        try (SheetWriter writer = Sheets.write(file, SheetFormat.XLS, new SheetLook("s", null, List.of("a"), false))) {
            writer.row(HAZARDS);
            writer.finish();
        }
        try (HSSFWorkbook workbook = new HSSFWorkbook(Files.newInputStream(file))) {
            HSSFRow row = workbook.getSheetAt(0).getRow(1);
            for (int i = 0; i < HAZARDS.size(); i++) {
                assertThat(row.getCell(i).getCellType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(i).getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
    }

    @Test
    void cells_of_xlsx_are_read_as_a_person_sees_them() throws IOException {
        String formats =
                "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                        + "<numFmt numFmtId=\"171\" formatCode=\"0.00&quot;day&quot;\"/></numFmts>";
        String xfs = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"/>"
                + "<xf numFmtId=\"171\"/><xf numFmtId=\"21\"/><xf numFmtId=\"31\"/>";
        String row = "<row r=\"3\"><c r=\"A3\"><v>13800138000</v></c><c r=\"B3\"><v>1.3800138E10</v></c>"
                + "<c r=\"C3\"><v>0.30000000000000004</v></c><c r=\"D3\" s=\"1\"><v>45322</v></c>"
                + "<c r=\"E3\" s=\"2\"><v>45322.5</v></c><c r=\"F3\" s=\"3\"><v>45322</v></c>"
                + "<c r=\"G3\" s=\"4\"><v>45322</v></c><c r=\"H3\" s=\"5\"><v>0.75</v></c>"
                + "<c r=\"I3\" s=\"6\"><v>45322</v></c><c r=\"J3\" t=\"b\"><v>1</v></c>"
                + "<c r=\"K3\" t=\"str\"><f>A3&amp;B3</f><v>joined</v></c><c r=\"L3\"><f>1+1</f><v>2</v></c>"
                + "<c r=\"M3\" t=\"e\"><v>#N/A</v></c><c r=\"N3\" t=\"d\"><v>2024-01-31T00:00:00</v></c>"
                + "<c r=\"P3\"><v>5.0</v></c></row>";
        assertThat(Workbooks.read(Workbooks.of(row).styled(formats, xfs).in(folder)))
                .containsExactly(List.of(
                        "13800138000",
                        "13800138000",
                        "0.3",
                        "2024-01-31",
                        "2024-01-31 12:00:00",
                        "2024-01-31",
                        "45322",
                        "18:00:00",
                        "2024-01-31",
                        "TRUE",
                        "joined",
                        "2",
                        "#N/A",
                        "2024-01-31",
                        "",
                        "5"));
    }

    @Test
    void rich_and_phonetic_texts_are_read_as_their_text() throws IOException {
        Path file = Workbooks.of("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>")
                .sharing("<si><r><t>华</t></r><r><t xml:space=\"preserve\">东 </t></r></si>"
                        + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b</t></si>")
                .in(folder);
        assertThat(Workbooks.read(file)).containsExactly(List.of("华东 ", "東京", "a\rb"));
    }

    @Test
    void what_no_text_can_hold_is_a_control_character_in_its_place() throws IOException {
        Path xlsx = Workbooks.of("<row><c t=\"s\"><v>0</v></c><c t=\"str\"><v>_xDC00_b</v></c>"
                        + "<c t=\"inlineStr\"><is><t>_xD83D__xDE00_</t></is></c></row>")
                .sharing("<si><t>a_x0000_b_xD800_</t></si>")
                .in(folder);
        assertThat(Workbooks.read(xlsx)).containsExactly(List.of("a\u001Ab\u001A", "\u001Ab", "😀"));
        Path xls = folder.resolve("nowhere.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            HSSFRow row = workbook.createSheet("s").createRow(0);
            row.createCell(0).setCellValue("a\0b");
            row.createCell(1).setCellValue("甲\uD800");
            row.createCell(2).setCellValue("😀");
            workbook.write(out);
        }
        assertThat(Workbooks.read(xls)).containsExactly(List.of("a\u001Ab", "甲\u001A", "😀"));
    }

    @Test
    void the_first_visible_sheet_is_read_and_row_numbers_are_those_of_the_file() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        Path file = Workbooks.of(
                        "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row><row r=\"7\"/><row r=\"9\"><c><v>2</v></c></row>")
                .in(folder);
        Sheets.read(file, SheetLimits.ofRows(10), (number, cells) -> numbers.add(number));
        assertThat(numbers).containsExactly(2, 9);
        Path xls = folder.resolve("tabs.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            workbook.createSheet("hidden").createRow(0).createCell(0).setCellValue("hidden");
            workbook.createSheet("shown").createRow(4).createCell(1).setCellValue("shown");
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
            workbook.write(out);
        }
        assertThat(Workbooks.read(xls)).containsExactly(List.of("", "shown"));
    }

    @Test
    void cells_of_xls_are_read_as_a_person_sees_them() throws IOException {
        Path file = folder.resolve("cells.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("s");
            HSSFRow row = sheet.createRow(0);
            row.createCell(0).setCellValue(13800138000d);
            dated(workbook, row.createCell(1), "yyyy-mm-dd", LocalDateTime.of(2024, 1, 31, 0, 0));
            dated(workbook, row.createCell(2), "yyyy/m/d h:mm", LocalDateTime.of(2024, 1, 31, 9, 30));
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("1+1");
            row.createCell(5).setCellFormula("\"a\"&\"b\"");
            row.createCell(6).setCellValue(0.1 + 0.2);
            row.createCell(7).setCellValue(5);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
        assertThat(Workbooks.read(file))
                .containsExactly(
                        List.of("13800138000", "2024-01-31", "2024-01-31 09:30:00", "TRUE", "2", "ab", "0.3", "5"));
    }

    private static void dated(HSSFWorkbook workbook, HSSFCell cell, String format, LocalDateTime time) {
        HSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellValue(time);
        cell.setCellStyle(style);
    }

    @Test
    void a_file_that_is_left_unfinished_leaves_nothing_usable_and_blocks_nobody() {
        for (int i = 0; i < 2; i++) {
            Path file = folder.resolve("left.xls");
            try (SheetWriter writer =
                    Sheets.write(file, SheetFormat.XLS, new SheetLook("s", null, List.of("a"), false))) {
                writer.row(List.of("b"));
            }
            assertThat(file).doesNotExist();
        }
        Path file = folder.resolve("left.xlsx");
        try (SheetWriter writer = Sheets.write(file, SheetFormat.XLSX, new SheetLook("s", null, List.of("a"), false))) {
            writer.row(List.of("b"));
        }
        assertThat(file).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }
}
