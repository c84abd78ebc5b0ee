package io.haina.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What a file is, by its content alone, and whether it is accepted: a list of what is, not of what is not. */
final class MediaTypes {

    static final String TEXT = "text/plain";
    static final String CSV = "text/csv";

    private static final Set<String> ACCEPTED =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");
    /** Kinds of plain text that are told by nothing but their first words. */
    private static final Set<String> TEXTS =
            Set.of(TEXT, CSV, "application/json", "message/rfc822", "application/mbox", "text/x-log", "text/x-matlab");

    /** What is told by nothing at all, as text in the encodings of Chinese programs is. */
    private static final String ANYTHING = "application/octet-stream";

    private MediaTypes() {}

    /** The media type of an accepted file; the name only tells a table from other text, and text from what could be anything. */
    static Optional<String> of(Path file, String name) {
        try {
            if (ZipContent.isZip(file)) {
                return ZipContent.type(file);
            }
            if (CompoundFile.isCompound(file)) {
                return CompoundFile.type(file);
            }
            String type = detected(file);
            if (ACCEPTED.contains(type)) {
                return Optional.of(type);
            }
            String called = name.toLowerCase(Locale.ROOT);
            boolean table = called.endsWith(".csv");
            boolean maybe = TEXTS.contains(type) || (type.equals(ANYTHING) && (table || called.endsWith(".txt")));
            return maybe && PlainText.is(file) ? Optional.of(table ? CSV : TEXT) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a received file", e);
        }
    }

    private static String detected(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return Detector.TYPES.detect(content, new Metadata()).getBaseType().toString();
        }
    }

    /** Some hundred milliseconds to load: not before the first file comes. */
    private static final class Detector {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }
}
