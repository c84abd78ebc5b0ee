package io.haina.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.problem.Problem;
import io.haina.problem.Problem.SheetFault;
import io.haina.testing.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers send instead of a spreadsheet is refused, cheaply, and with the reason. */
class HostileSheetsTest {

    private static final SheetLimits LIMITS = SheetLimits.ofRows(10_000);

    @TempDir
    Path folder;

    private SheetFault fault(Path file) {
        return fault(file, LIMITS);
    }

    private SheetFault fault(Path file, SheetLimits limits) {
        Problem problem = Refusal.of(() -> Workbooks.read(file, limits));
        assertThat(problem).isInstanceOf(Problem.SheetRefused.class);
        return ((Problem.SheetRefused) problem).fault();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "sent", ".xlsx"), content);
    }

    @Test
    void what_is_no_spreadsheet_is_none_whatever_its_name_says() throws IOException {
        assertThat(fault(file("name,phone\n".getBytes(StandardCharsets.UTF_8)))).isEqualTo(SheetFault.NOT_A_SHEET);
        assertThat(fault(file(new byte[0]))).isEqualTo(SheetFault.NOT_A_SHEET);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("hello.txt"));
            zip.closeEntry();
        }
        assertThat(fault(file(zipped.toByteArray()))).isEqualTo(SheetFault.NOT_A_SHEET);
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[100]), "WordDocument");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            assertThat(fault(file(out.toByteArray()))).isEqualTo(SheetFault.NOT_A_SHEET);
        }
    }

    @Test
    void a_truncated_file_is_damaged_wherever_it_ends() throws IOException {
        for (SheetFormat format : SheetFormat.values()) {
            Path whole = folder.resolve("whole." + format.extension());
            try (SheetWriter writer = Sheets.write(whole, format, new SheetLook("s", null, List.of("a"), false))) {
                for (int i = 0; i < 2000; i++) {
                    writer.row(List.of("row " + i));
                }
                writer.finish();
            }
            byte[] content = Files.readAllBytes(whole);
            for (int parts = 1; parts < 8; parts++) {
                Path cut = file(Arrays.copyOf(content, content.length * parts / 8));
                assertThat(fault(cut)).isIn(SheetFault.DAMAGED, SheetFault.NOT_A_SHEET);
            }
        }
    }

    @Test
    void random_damage_is_refused_or_read_and_never_a_failure() throws IOException {
        Random random = new Random(7);
        for (SheetFormat format : SheetFormat.values()) {
            Path whole = folder.resolve("damaged." + format.extension());
            try (SheetWriter writer = Sheets.write(whole, format, new SheetLook("s", "t", List.of("a", "b"), true))) {
                for (int i = 0; i < 300; i++) {
                    writer.row(List.of("row " + i, i));
                }
                writer.finish();
            }
            byte[] content = Files.readAllBytes(whole);
            for (int round = 0; round < 150; round++) {
                byte[] damaged = content.clone();
                for (int i = 0; i < 20; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                Path file = file(damaged);
                try {
                    Workbooks.read(file, LIMITS);
                } catch (io.haina.problem.Refused refused) {
                    assertThat(refused.problem()).isInstanceOf(Problem.SheetRefused.class);
                }
                Files.delete(file);
            }
        }
    }

    @Test
    void macros_are_refused_in_both_formats_and_under_any_name() throws IOException {
        assertThat(fault(Workbooks.of("").with("xl/vbaProject.bin", "x").in(folder)))
                .isEqualTo(SheetFault.MACROS);
        assertThat(fault(Workbooks.of("").with("xl/macrosheets/sheet1.xml", "x").in(folder)))
                .isEqualTo(SheetFault.MACROS);
        assertThat(fault(Workbooks.of("")
                        .with(
                                "[Content_Types].xml",
                                "<Types><Override PartName=\"/xl/harmless.dat\""
                                        + " ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")
                        .in(folder)))
                .isEqualTo(SheetFault.MACROS);
        assertThat(fault(xlsWith("_VBA_PROJECT_CUR"))).isEqualTo(SheetFault.MACROS);
    }

    @Test
    void embedded_objects_are_refused_in_both_formats() throws IOException {
        assertThat(fault(Workbooks.of("")
                        .with("xl/embeddings/oleObject1.bin", "x")
                        .in(folder)))
                .isEqualTo(SheetFault.EMBEDDED);
        assertThat(fault(Workbooks.of("").with("xl/activeX/activeX1.xml", "x").in(folder)))
                .isEqualTo(SheetFault.EMBEDDED);
        assertThat(fault(xlsWith("MBD0012ABCD"))).isEqualTo(SheetFault.EMBEDDED);
    }

    private Path xlsWith(String storage) throws IOException {
        Path file = Files.createTempFile(folder, "sent", ".xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("s").createRow(0).createCell(0).setCellValue("a");
            container.createDocument(new java.io.ByteArrayInputStream(workbook.getBytes()), "Workbook");
            container.createDirectory(storage);
            container.writeFilesystem(out);
        }
        return file;
    }

    @Test
    void encrypted_files_are_refused_in_both_formats() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[100]), "EncryptionInfo");
            container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            assertThat(fault(file(out.toByteArray()))).isEqualTo(SheetFault.ENCRYPTED);
        }
        Path file = folder.resolve("encrypted.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("s").createRow(0).createCell(0).setCellValue("a");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(fault(file)).isEqualTo(SheetFault.ENCRYPTED);
    }

    @Test
    void external_entities_are_refused_in_every_part() throws IOException {
        String attack = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        for (String doctype : List.of(attack, laughs, "<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:1/x.dtd\">")) {
            String cell = "<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>";
            assertThat(fault(Workbooks.of("")
                            .with("xl/worksheets/sheet1.xml", doctype + Workbooks.sheet(cell))
                            .in(folder)))
                    .isEqualTo(SheetFault.ENTITIES);
            assertThat(fault(Workbooks.of("")
                            .with("xl/workbook.xml", doctype + "<workbook><sheets/></workbook>")
                            .in(folder)))
                    .isEqualTo(SheetFault.ENTITIES);
            assertThat(fault(Workbooks.of("")
                            .sharing("")
                            .with("xl/sharedStrings.xml", doctype + "<sst><si><t>&b;</t></si></sst>")
                            .in(folder)))
                    .isEqualTo(SheetFault.ENTITIES);
        }
    }

    @Test
    void a_bomb_is_refused_before_it_is_unpacked() throws IOException {
        String nothing = " ".repeat(100 << 20);
        assertThat(fault(Workbooks.of(nothing).in(folder))).isEqualTo(SheetFault.INFLATED);
        assertThat(fault(Workbooks.of("<row/>".repeat(8 << 20)).in(folder))).isEqualTo(SheetFault.INFLATED);
        assertThat(fault(Workbooks.of("<row x=\"" + nothing + "\"/>").in(folder)))
                .isEqualTo(SheetFault.INFLATED);
        assertThat(fault(Workbooks.of("").with("[Content_Types].xml", nothing).in(folder)))
                .isEqualTo(SheetFault.INFLATED);
    }

    @Test
    void parts_that_unpack_to_much_together_are_refused() throws IOException {
        StringBuilder rows = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 9000; i++) {
            rows.append("<row><c><v>").append(random.nextLong()).append("</v></c></row>");
        }
        Path file = Workbooks.of(rows.toString()).in(folder);
        assertThat(Workbooks.read(file, LIMITS)).hasSize(9000);
        assertThat(fault(file, new SheetLimits(10_000, 500, 100_000))).isEqualTo(SheetFault.INFLATED);
    }

    @Test
    void a_million_columns_are_refused_and_empty_cells_far_out_are_not() throws IOException {
        String far = "<row><c r=\"XFD1\"><v>1</v></c></row>";
        assertThat(fault(Workbooks.of(far).in(folder))).isEqualTo(SheetFault.TOO_MANY_COLUMNS);
        String farther = "<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>";
        assertThat(fault(Workbooks.of(farther).in(folder))).isEqualTo(SheetFault.TOO_MANY_COLUMNS);
        String many = "<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>";
        assertThat(fault(Workbooks.of(many).in(folder))).isEqualTo(SheetFault.TOO_MANY_COLUMNS);
        String formatted = "<row><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"0\"/></row>";
        assertThat(Workbooks.read(Workbooks.of(formatted).in(folder))).containsExactly(List.of("1"));
    }

    @Test
    void more_rows_than_allowed_and_longer_cells_are_refused() throws IOException {
        Path rows = Workbooks.of("<row><c><v>1</v></c></row>".repeat(11)).in(folder);
        assertThat(Refusal.of(() -> Workbooks.read(rows, SheetLimits.ofRows(10))))
                .isEqualTo(new Problem.SheetRefused(SheetFault.TOO_MANY_ROWS, 10L));
        assertThat(Workbooks.read(rows, SheetLimits.ofRows(11))).hasSize(11);
        String cell = "<row><c t=\"inlineStr\"><is><t>" + "x".repeat(32_768) + "</t></is></c></row>";
        assertThat(fault(Workbooks.of(cell).in(folder))).isEqualTo(SheetFault.CELL_TOO_LONG);
    }

    @Test
    void numbers_that_are_none_neither_fail_nor_fill_the_memory() throws IOException {
        Path file = Workbooks.of("<row><c><v>1E999999999</v></c><c><v>--</v></c><c><v>NaN</v></c>"
                        + "<c t=\"b\"><v>2</v></c></row>")
                .in(folder);
        assertThat(Workbooks.read(file)).containsExactly(List.of("1E999999999", "--", "NaN", "FALSE"));
        Path broken = Workbooks.of("<row r=\"x\"/>").in(folder);
        assertThat(fault(broken)).isEqualTo(SheetFault.DAMAGED);
        Path pointing = Workbooks.of("<row><c t=\"s\"><v>5</v></c></row>")
                .sharing("<si><t>a</t></si>")
                .in(folder);
        assertThat(fault(pointing)).isEqualTo(SheetFault.DAMAGED);
    }
}
