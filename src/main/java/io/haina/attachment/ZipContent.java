package io.haina.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a zip file is, by the names in it; nothing is unpacked. */
final class ZipContent {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final byte[] MAGIC = {'P', 'K', 3, 4};

    private ZipContent() {}

    static boolean isZip(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** Empty for programs, documents with macros, and what only begins like a zip file. */
    static Optional<String> type(Path file) throws IOException {
        // Names in old code pages are no reason to refuse a file: any bytes are names in Latin 1.
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            return isProgram(names) ? Optional.empty() : Optional.of(type(names));
        } catch (ZipException e) {
            return Optional.empty();
        }
    }

    private static boolean isProgram(Set<String> names) {
        return names.contains("META-INF/MANIFEST.MF")
                || names.contains("AndroidManifest.xml")
                || names.contains("classes.dex")
                || names.stream()
                        .anyMatch(name -> name.endsWith("vbaProject.bin") || name.startsWith("xl/macrosheets/"));
    }

    private static String type(Set<String> names) {
        if (names.contains("[Content_Types].xml")) {
            if (names.contains("word/document.xml")) {
                return OFFICE + "wordprocessingml.document";
            }
            if (names.contains("xl/workbook.xml")) {
                return OFFICE + "spreadsheetml.sheet";
            }
            if (names.contains("ppt/presentation.xml")) {
                return OFFICE + "presentationml.presentation";
            }
        }
        return "application/zip";
    }
}
