package io.haina.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code haina.home}, where everything lies that a restart must find again. Folders made here have the mode
 * 700 and secrets the mode 600 where the file system knows modes; failures of the disk are {@link UncheckedIOException}.
 */
@Component
public final class HainaHome {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;

    /** Does not touch the disk: folders are made when they are asked for. */
    public HainaHome(@Value("${haina.home:./data}") String path) {
        this.path = Path.of(path).toAbsolutePath().normalize();
    }

    /** The absolute path of the home, which need not exist yet. */
    public Path path() {
        return path;
    }

    /** The absolute path of something in the home, which need not exist yet. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** A folder in the home, made with its parents if it is missing. */
    public Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            return Files.createDirectories(folder, mode("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
    }

    /** The file of a secret, which need not exist yet. */
    public Path secretFile(String name) {
        return folder("secrets").resolve(name);
    }

    /**
     * The content of a secret; the first caller of all, on any process that shares the home, makes it and it never
     * changes again.
     */
    public byte[] secret(String name, Supplier<byte[]> maker) {
        Path file = secretFile(name);
        try {
            if (!Files.exists(file)) {
                create(file, maker.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + file, e);
        }
    }

    /** A secret of 43 printable characters that carry 256 random bits, fit for a password. */
    public String password(String name) {
        byte[] content = secret(name, () -> {
            byte[] bits = new byte[32];
            RANDOM.nextBytes(bits);
            return Base64.getUrlEncoder().withoutPadding().encode(bits);
        });
        return new String(content, StandardCharsets.US_ASCII).strip();
    }

    /** Written aside and linked into place, so that nobody ever reads half a secret and the first of two makers wins. */
    private static void create(Path file, byte[] content) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".new", mode("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another maker was first: its secret counts
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] mode(String mode) {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
