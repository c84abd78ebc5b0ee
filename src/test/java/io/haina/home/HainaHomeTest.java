package io.haina.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HainaHomeTest {

    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndOnlyTheOwnerReadsIt() throws Exception {
        byte[] first = home().secret("key", () -> "first".getBytes(StandardCharsets.UTF_8));
        byte[] second = home().secret("key", () -> "second".getBytes(StandardCharsets.UTF_8));
        assertThat(first).asString().isEqualTo("first");
        assertThat(second).isEqualTo(first);
        assertThat(mode("secrets")).isEqualTo("rwx------");
        assertThat(mode("secrets/key")).isEqualTo("rw-------");
    }

    @Test
    void ofManyMakersAtOnceOneWins() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService makers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int maker = 0; maker < 50; maker++) {
                makers.execute(() -> seen.add(home().password("password")));
            }
        }
        assertThat(seen).singleElement().asString().hasSize(43);
        try (Stream<Path> files = Files.list(folder.resolve("home/secrets"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("password");
        }
    }

    private HainaHome home() {
        return new HainaHome(folder.resolve("home").toString());
    }

    private String mode(String name) throws Exception {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("home").resolve(name)));
    }
}
