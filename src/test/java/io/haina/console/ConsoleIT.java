package io.haina.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.haina.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stories of {@code console/e2e} in a real Chromium, against the jar with the demo company. */
class ConsoleIT {

    private static final Path CONSOLE = Path.of("console").toAbsolutePath();
    private static final Path OUT = Path.of("target/e2e").toAbsolutePath();
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String NO_BROWSER = "The console's stories are not run: there is no Chromium on the PATH"
            + " (Debian: apt-get install chromium fonts-noto-cjk), and CHROMIUM names none.";

    @TempDir
    Path folder;

    private static Optional<String> browser() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(named);
        }
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(each -> BROWSERS.stream().map(name -> Path.of(each, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    @TestFactory
    List<DynamicTest> a_person_can_live_in_the_console() throws Exception {
        if (!Files.isDirectory(CONSOLE.resolve("node_modules/@playwright"))) {
            abort("The console was not built: -Dconsole.skip");
        }
        String browser = browser().orElse(null);
        if (browser == null) {
            System.out.println("[WARNING] " + NO_BROWSER);
            abort(NO_BROWSER);
        }
        Files.createDirectories(OUT);
        Path report = OUT.resolve("report.json");
        Files.deleteIfExists(report);
        ServerProcess server = new ServerProcess(folder, List.of("-jar", "target/haina.jar"), "--haina.demo=true");
        try {
            tell(server, browser);
        } finally {
            server.stop();
        }
        List<DynamicTest> stories = new ArrayList<>();
        collect(JsonMapper.shared().readTree(report.toFile()), stories);
        assertThat(stories).isNotEmpty();
        return stories;
    }

    private static void tell(ServerProcess server, String browser) throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder("node", "node_modules/@playwright/test/cli.js", "test")
                .directory(CONSOLE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(OUT.resolve("log.txt").toFile());
        node.environment().put("HAINA", server.address().toString());
        node.environment().put("CHROMIUM", browser);
        node.environment().put("OUT", OUT.toString());
        node.start().waitFor();
    }

    private static void collect(JsonNode suite, List<DynamicTest> stories) {
        for (JsonNode each : suite.path("suites")) {
            collect(each, stories);
        }
        for (JsonNode spec : suite.path("specs")) {
            String name =
                    suite.path("title").asString() + ": " + spec.get("title").asString();
            stories.add(DynamicTest.dynamicTest(
                    name,
                    () -> assertThat(spec.get("ok").booleanValue())
                            .withFailMessage(() -> failures(spec))
                            .isTrue()));
        }
    }

    private static String failures(JsonNode spec) {
        StringBuilder all = new StringBuilder();
        for (JsonNode error : spec.findValues("message")) {
            all.append(error.asString()).append(System.lineSeparator());
        }
        return all.toString();
    }
}
