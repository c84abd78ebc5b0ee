package io.haina.download;

import io.haina.home.HainaHome;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files that were exported for somebody to fetch: {@code exports/} in the home, each for as long as a link to it holds. Their
 * names are made here, so what is asked for by another name is not there.
 */
@Component
public final class ExportFiles {

    private static final String FOLDER = "exports";
    private static final String DRAFT = ".part";
    private static final int RANDOM_BYTES = 4;
    private static final Pattern NAME = Pattern.compile("[a-z]+(_[a-z]+)*_[0-9]{8}_[0-9]{6}_[0-9a-f]{8}\\.[a-z]{3,4}");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    private final HainaHome home;
    private final Clock clock;
    private final Duration kept;
    private final SecureRandom random = new SecureRandom();

    ExportFiles(HainaHome home, Clock clock, @Value("${haina.exports-kept:24h}") Duration kept) {
        this.home = home;
        this.clock = clock;
        this.kept = kept;
    }

    /** How long a file is there, and so how long a link to it is worth giving. */
    public Duration kept() {
        return kept;
    }

    /**
     * Makes a file that is there under its name when it is complete, and not at all when its writer fails.
     *
     * @param prefix what its name begins with, of small letters
     * @param extension without the dot
     * @param made goes into its name, in the zone
     * @return its name
     */
    public String make(String prefix, String extension, Instant made, ZoneId zone, Consumer<Path> writer) {
        Path draft = draft();
        try {
            writer.accept(draft);
            force(draft);
            Files.setLastModifiedTime(draft, FileTime.from(made));
            return publish(draft, prefix + "_" + STAMP.format(made.atZone(zone)) + "_", "." + extension);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep an exported file", e);
        } finally {
            delete(draft);
        }
    }

    private Path draft() {
        try {
            return Files.createTempFile(home.folder(FOLDER), "draft", DRAFT);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot begin an exported file", e);
        }
    }

    /** A link and not a move: a move would take the place of another file that got the same name by chance. */
    private String publish(Path draft, String beginning, String end) throws IOException {
        while (true) {
            byte[] chance = new byte[RANDOM_BYTES];
            random.nextBytes(chance);
            String name = beginning + HexFormat.of().formatHex(chance) + end;
            try {
                Files.createLink(home.resolve(FOLDER).resolve(name), draft);
                return name;
            } catch (FileAlreadyExistsException e) {
                // the next name
            }
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A file of a name that {@link #make} gave. @throws Refused if there is none, or no longer */
    public Path find(String name) {
        Path file = NAME.matcher(name).matches() ? home.resolve(FOLDER).resolve(name) : null;
        if (file == null || !Files.isRegularFile(file)) {
            throw Refused.notFound(Problem.Kind.ATTACHMENT);
        }
        return file;
    }

    /** Deletes the files that nobody can fetch any more, and what a server left that stopped while it wrote. @return how many */
    public int sweep() {
        FileTime oldest = FileTime.from(clock.instant().minus(kept));
        int swept = 0;
        for (Path file : files()) {
            try {
                if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                    swept += Files.deleteIfExists(file) ? 1 : 0;
                }
            } catch (NoSuchFileException e) {
                // another node was faster
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return swept;
    }

    private List<Path> files() {
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot leave an exported file", e);
        }
    }
}
