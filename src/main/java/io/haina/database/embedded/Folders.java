package io.haina.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a finished folder appear at once and whole: it is filled under another name and then renamed. */
final class Folders {

    private Folders() {}

    /** Deletes all that lies in a folder, and keeps the folder. */
    static void clear(Path folder) throws IOException {
        List<Path> content;
        try (Stream<Path> found = Files.walk(folder)) {
            content = found.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : content) {
            Files.delete(path);
        }
    }

    /** Renames a filled folder and makes the new name last through a power cut where the system can do that. */
    static void publish(Path draft, Path folder) throws IOException {
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        Path parent = folder.getParent();
        if (parent == null || System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
