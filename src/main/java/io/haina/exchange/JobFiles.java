package io.haina.exchange;

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
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Where the files of jobs lie: {@code exchange/<tenant>/<uuid>} in the home, nothing of a sender's making in it. */
@Component
class JobFiles {

    private static final String FOLDER = "exchange";
    private static final int BUFFER = 1 << 16;

    private final HainaHome home;
    private final long maximum;

    JobFiles(HainaHome home, @Value("${haina.exchange.maximum-size:100MB}") DataSize maximum) {
        this.home = home;
        this.maximum = maximum.toBytes();
    }

    /** Where a job's file lies, if it does: of an import the one that came in, of an export the one that goes out. */
    Path path(long tenantId, UUID job) {
        return home.resolve(FOLDER + "/" + tenantId).resolve(job.toString());
    }

    /** The same, in a folder that is there. */
    Path place(long tenantId, UUID job) {
        return home.folder(FOLDER + "/" + tenantId).resolve(job.toString());
    }

    boolean has(long tenantId, UUID job) {
        return Files.isRegularFile(path(tenantId, job));
    }

    /** Keeps what comes in, on the disk for certain. @throws Refused if it is larger than allowed */
    Path receive(long tenantId, UUID job, InputStream content) {
        Path place = place(tenantId, job);
        Path draft = place.resolveSibling(job + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                copy(content, out);
            }
            force(draft);
            return Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot receive a file", e);
        } finally {
            deleteFile(draft);
        }
    }

    /** Writes what comes in into a file. @throws Refused if it is larger than allowed */
    void fill(Path file, InputStream content) {
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(content, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot receive a file", e);
        }
    }

    private void copy(InputStream content, OutputStream out) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            bytes += read;
            if (bytes > maximum) {
                throw new Refused(new Problem.TooLarge(maximum));
            }
            out.write(buffer, 0, read);
        }
    }

    /** Puts a finished file into a job's place, on the disk for certain. */
    void keep(Path finished, long tenantId, UUID job) {
        try {
            force(finished);
            Files.move(
                    finished,
                    place(tenantId, job),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a file", e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A place for a file in the making, which nobody else has. */
    Path draft(long tenantId) {
        try {
            return Files.createTempFile(home.folder(FOLDER + "/" + tenantId), "draft", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot begin a file", e);
        }
    }

    void delete(long tenantId, UUID job) {
        deleteFile(path(tenantId, job));
    }

    static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete a file", e);
        }
    }

    /** The folder of all jobs' files, which need not exist. */
    Path folder() {
        return home.resolve(FOLDER);
    }
}
