package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients of the folder {@code clients}, each in its language, with its vectors and against this server. */
class ClientsTest {

    private static final Path CLIENTS = Path.of("clients");
    private static Openapi app;

    @BeforeAll
    static void open() {
        app = Openapi.of(TestCompany.create());
    }

    @Test
    void the_java_client_signs_by_the_vectors_and_is_let_in(@TempDir Path folder) throws Exception {
        String source = CLIENTS.resolve("java/HainaOpenapi.java").toString();
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "--release",
                                "17",
                                "-Xlint:all",
                                "-Werror",
                                "-d",
                                folder.toString(),
                                source))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            Class<?> client = loader.loadClass("HainaOpenapi");
            assertThat(client.getMethod("sign", String.class, String.class, String.class, String.class)
                            .invoke(null, "demo-secret-1090", "1090", "1687792901", "123456"))
                    .isEqualTo("eBLXdzkQFgNmiPRThBqbOBvVu6b0cxD261F3usoXq58=");
        }
        String java = ProcessHandle.current().info().command().orElse("java");
        for (String version : List.of("1", "2")) {
            Result result = run(
                    folder,
                    Map.of("HAINA_SIGNATURE_VERSION", version),
                    List.of(java, "-cp", folder.toString(), "HainaOpenapi", "POST", "/openapi/app?a=%E5%90%8D", "{}"));
            assertThat(result.code()).as(result::output).isZero();
            assertThat(result.output()).contains("\"appid\":\"" + app.appid() + "\"");
        }
        Result refused = run(
                folder,
                Map.of("HAINA_SECRET", "x"),
                List.of(java, "-cp", folder.toString(), "HainaOpenapi", "GET", "/openapi/app"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("\"code\":\"401\"");
    }

    @Test
    void the_python_client_passes_its_tests_against_this_server() throws Exception {
        assumeTrue(isInstalled("python3"), "python3 is not installed: its client is not tested");
        Result result = run(
                CLIENTS.resolve("python"),
                Map.of("PYTHONDONTWRITEBYTECODE", "1"),
                List.of("python3", "-m", "unittest", "-v"));
        assertThat(result.code()).as(result::output).isZero();
        assertThat(result.output()).contains("test_both_versions_are_let_in").doesNotContain("skipped");
    }

    @Test
    void the_typescript_client_passes_its_tests_against_this_server(@TempDir Path folder) throws Exception {
        assumeTrue(isInstalled("node") && isInstalled("npm"), "node or npm is not installed: its client is not tested");
        copy(CLIENTS.resolve("typescript"), folder);
        Result installed = run(
                folder,
                Map.of(),
                List.of("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"));
        assumeTrue(installed.code() == 0, "the TypeScript compiler cannot be had: its client is not tested");
        Result result = run(folder, Map.of(), List.of("npm", "test"));
        assertThat(result.code()).as(result::output).isZero();
        assertThat(result.output()).contains("ok 3 - both versions are let in").contains("# pass 5");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static boolean isInstalled(String program) {
        try {
            return run(Path.of("."), Map.of(), List.of(program, "--version")).code() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private record Result(int code, String output) {}

    private static Result run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "HAINA_BASE", HainaServer.get().address().toString(),
                            "HAINA_APPID", Long.toString(app.appid()),
                            "HAINA_SECRET", app.secret(),
                            "HAINA_CRM", "1"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
