package io.haina.attachment;

import io.haina.home.HainaHome;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Where the content of attachments lies: {@code files/<tenant>/<period>/<uuid>} in the home, nothing of a sender's making
 * in it. The period is the beginning of a UUID of version 7, so it rises with time, by one in under five hours.
 */
@Component
class FileStore {

    static final String FOLDER = "files";
    static final int PERIOD_LENGTH = 6;
    /** Bits of a UUID's milliseconds that a period does not show. */
    static final int PERIOD_BITS = 24;

    private static final int BUFFER = 1 << 16;

    private final HainaHome home;
    private final long maximum;

    FileStore(HainaHome home, @Value("${haina.attachment.maximum-size:20MB}") DataSize maximum) {
        this.home = home;
        this.maximum = maximum.toBytes();
    }

    static String period(UUID uuid) {
        return uuid.toString().substring(0, PERIOD_LENGTH);
    }

    private static String folder(long tenantId, UUID uuid) {
        return FOLDER + "/" + tenantId + "/" + period(uuid);
    }

    /** Where a file lies, if it does. */
    Path path(long tenantId, UUID uuid) {
        return home.resolve(folder(tenantId, uuid)).resolve(uuid.toString());
    }

    /** All of a content in a draft beside its place; {@link Refused} as soon as it is larger than allowed. */
    Draft receive(long tenantId, UUID uuid, InputStream content) {
        try {
            Path folder = home.folder(folder(tenantId, uuid));
            Path draft = Files.createTempFile(folder, uuid.toString(), ".part");
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                long bytes = copy(content, draft, digest);
                return new Draft(
                        draft, folder, uuid.toString(), bytes, HexFormat.of().formatHex(digest.digest()));
            } catch (IOException | RuntimeException | NoSuchAlgorithmException e) {
                Files.deleteIfExists(draft);
                throw e;
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot receive a file", e);
        }
    }

    private long copy(InputStream content, Path target, MessageDigest digest) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > maximum) {
                    throw new Refused(new Problem.TooLarge(maximum));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    /** Takes a file away that nobody was told of. */
    void delete(long tenantId, UUID uuid) {
        try {
            Files.deleteIfExists(path(tenantId, uuid));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete a file", e);
        }
    }

    /**
     * A received content that goes away unless it is kept.
     *
     * @param sha256 its digest in hex
     */
    record Draft(Path path, Path folder, String name, long bytes, String sha256) implements AutoCloseable {

        /** Puts it into its place, on the disk for certain. */
        void keep() {
            try {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(path, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                forceFolder(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot keep a file", e);
            }
        }

        /** The names in a folder; some systems cannot, and need not. */
        private static void forceFolder(Path folder) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException ignored) {
                // Windows opens no folder as a file
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete a draft", e);
            }
        }
    }
}
