package io.haina.attachment;

import static io.haina.attachment.Samples.compound;
import static io.haina.attachment.Samples.hex;
import static io.haina.attachment.Samples.text;
import static io.haina.attachment.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTypesTest {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    @TempDir
    private Path folder;

    private Optional<String> type(byte[] content) throws IOException {
        return type(content, "name.pdf");
    }

    private Optional<String> type(byte[] content, String name) throws IOException {
        return MediaTypes.of(Files.write(folder.resolve("content"), content), name);
    }

    @Test
    void documents_and_pictures_are_told_by_their_content() throws IOException {
        assertThat(type(Samples.pdf())).contains("application/pdf");
        assertThat(type(Samples.png())).contains("image/png");
        assertThat(type(Samples.jpeg())).contains("image/jpeg");
        assertThat(type(Samples.gif())).contains("image/gif");
        assertThat(type(Samples.webp())).contains("image/webp");
    }

    @Test
    void what_is_zipped_is_told_by_the_names_in_it() throws IOException {
        String types = "[Content_Types].xml";
        assertThat(type(zip(types, "word/document.xml"))).contains(OFFICE + "wordprocessingml.document");
        assertThat(type(zip("xl/workbook.xml", types))).contains(OFFICE + "spreadsheetml.sheet");
        assertThat(type(zip(types, "ppt/presentation.xml"))).contains(OFFICE + "presentationml.presentation");
        assertThat(type(zip("报价.txt", "照片/1.jpg"))).contains("application/zip");
        assertThat(type(zip("word/document.xml"))).contains("application/zip");
    }

    @Test
    void programs_and_macros_in_a_zip_file_are_refused() throws IOException {
        assertThat(type(zip("META-INF/MANIFEST.MF", "A.class"))).isEmpty();
        assertThat(type(zip("AndroidManifest.xml", "classes.dex"))).isEmpty();
        assertThat(type(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(type(text("PK\u0003\u0004 and nothing more"))).isEmpty();
    }

    @Test
    void old_office_documents_are_told_from_installers() throws IOException {
        assertThat(type(compound("a", "b", "c", "d", "WordDocument"))).contains("application/msword");
        assertThat(type(compound("Workbook"))).contains("application/vnd.ms-excel");
        assertThat(type(compound("PowerPoint Document"))).contains("application/vnd.ms-powerpoint");
        assertThat(type(compound("SummaryInformation", "䡀㼿䕷䑬㭪䗤䠤"))).isEmpty();
        assertThat(type(compound("Workbook", "_VBA_PROJECT_CUR"))).isEmpty();
    }

    @Test
    void a_broken_compound_file_is_refused_and_never_runs_away() throws IOException {
        byte[] whole = compound("Workbook");
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] broken = Arrays.copyOf(whole, 8 + random.nextInt(whole.length));
            for (int n = 0; n < 20; n++) {
                int at = 8 + random.nextInt(broken.length - 8 + 1) - 1;
                broken[Math.min(at, broken.length - 1)] = (byte) random.nextInt();
            }
            type(broken);
        }
        byte[] ring = whole.clone();
        ring[512 + 4 * 3] = 1;
        Arrays.fill(ring, 512 + 4 * 3 + 1, 512 + 4 * 4, (byte) 0);
        assertThat(type(ring)).contains("application/vnd.ms-excel");
    }

    @Test
    void plain_text_is_in_one_encoding_all_through() throws IOException {
        assertThat(type(text("第一行\r\n\t第二行\n"), "notes.md")).contains("text/plain");
        assertThat(type(text("\uFEFF名称,电话\n腾讯,1\n"), "List.CSV")).contains("text/csv");
        assertThat(type(text("Subject: hello\nFrom: a\n"), "a.txt")).contains("text/plain");
        for (Charset charset : List.of(Charset.forName("GBK"), Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
            byte[] chinese = "名称,电话\r\n腾讯,1\r\n".getBytes(charset);
            assertThat(type(chinese, "a.txt")).as(charset.name()).contains("text/plain");
            assertThat(type(chinese, "a.csv")).as(charset.name()).contains("text/csv");
            assertThat(type("名称\0".getBytes(charset), "a.txt"))
                    .as(charset.name())
                    .isEmpty();
        }
        byte[] notepad = "\uFEFF名称,电话\r\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(type(notepad, "a.txt")).contains("text/plain");
        assertThat(type(Arrays.copyOf(notepad, notepad.length - 1), "a.txt")).isEmpty();
        assertThat(type("名称".getBytes(Charset.forName("GBK")), "a.bin")).isEmpty();
        byte[] late = text("x".repeat(100_000) + "?");
        late[late.length - 1] = (byte) 0xff;
        assertThat(type(late, "a.txt")).isEmpty();
        assertThat(type(text("x".repeat(100_000) + "\0"), "a.txt")).isEmpty();
    }

    @Test
    void markup_scripts_and_programs_are_refused_whatever_they_are_called() throws IOException {
        List<byte[]> refused = List.of(
                text("<!DOCTYPE html><html><script>alert(1)</script></html>"),
                text("  \n<html><body>x</body></html>"),
                text("<script>alert(1)</script>"),
                text("\uFEFF<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                text("<?php system($_GET['c']);"),
                text("#!/bin/sh\nrm -rf /\n"),
                hex("7f454c46 02010100 0000000000000000 02003e00"),
                text("MZ\u0090\0\u0003\0\0\0PE\0\0"),
                hex("cafebabe 0000003d"),
                hex("1f8b0800 0000000000"),
                "<html><body>x</body></html>".getBytes(StandardCharsets.UTF_16),
                "<html><body>名称</body></html>".getBytes(Charset.forName("GBK")),
                "#!/bin/sh\necho 名称\n".getBytes(Charset.forName("GBK")),
                new byte[100]);
        for (byte[] content : refused) {
            for (String name : List.of("a.pdf", "a.txt", "a.csv", "a.png")) {
                assertThat(type(content, name))
                        .as("%s", new String(content, StandardCharsets.UTF_8))
                        .isEmpty();
            }
        }
    }
}
