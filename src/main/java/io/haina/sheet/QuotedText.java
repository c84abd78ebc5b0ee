package io.haina.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Gives the text style of a written workbook the mark that spreadsheets call the quote prefix, which the writing library
 * does not know: the packed parts are copied as they are, only the few styles are written anew.
 */
final class QuotedText {

    private static final String STYLES = "xl/styles.xml";
    private static final Pattern TEXT_FORMAT =
            Pattern.compile("<numFmt numFmtId=\"(\\d+)\" formatCode=\"" + XlsxWriter.TEXT_FORMAT + "\"");

    private QuotedText() {}

    static void rewrite(Path draft, Path target) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(draft).get();
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(target)) {
            ZipArchiveEntry styles = zip.getEntry(STYLES);
            zip.copyRawEntries(out, entry -> !entry.getName().equals(STYLES));
            String content = new String(zip.getInputStream(styles).readAllBytes(), StandardCharsets.UTF_8);
            out.putArchiveEntry(new ZipArchiveEntry(STYLES));
            out.write(quoting(content).getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
    }

    static String quoting(String styles) {
        Matcher format = TEXT_FORMAT.matcher(styles);
        if (!format.find()) {
            throw new IllegalStateException("the workbook has no text format");
        }
        String style = "<xf numFmtId=\"" + format.group(1) + "\"";
        return styles.replace(style, style + " quotePrefix=\"1\" applyNumberFormat=\"1\"");
    }
}
