package io.haina.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table that is kept in the repository, so that a change of it is seen in the review. */
final class Golden {

    private static final Path KEPT = Path.of("src/test/resources/golden");
    private static final Path MADE = Path.of("target/golden");

    private Golden() {}

    /** Compares, and leaves the new table where it can be taken over from. */
    static void check(String name, List<String> lines) throws IOException {
        Files.createDirectories(MADE);
        Files.write(MADE.resolve(name), lines);
        assertThat(lines)
                .as("%s has changed. If that is meant, take it over:%n  cp %s %s", name, MADE.resolve(name), KEPT)
                .isEqualTo(Files.exists(KEPT.resolve(name)) ? Files.readAllLines(KEPT.resolve(name)) : List.of());
    }
}
