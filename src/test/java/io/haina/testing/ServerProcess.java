package io.haina.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.Haina;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The whole server in a process of its own, on a free port, which can be killed and started again on the same home. */
public final class ServerProcess {

    private final Path folder;
    private final List<String> program;
    private final List<String> settings;
    private Process process;
    private int port;

    /** Starts it. @param folder where its home and its log are kept */
    public ServerProcess(Path folder) {
        this(folder, List.of("-cp", System.getProperty("java.class.path"), Haina.class.getName()));
    }

    /**
     * Starts another one than that of the tests' class path.
     *
     * @param folder where its home and its log are kept
     * @param program what the JVM is told to start
     * @param settings of the server
     */
    public ServerProcess(Path folder, List<String> program, String... settings) {
        this.folder = folder;
        this.program = program;
        this.settings = List.of(settings);
        start();
    }

    /** Starts it anew on the same home. */
    public void start() {
        try {
            port = freePort();
            Path log = folder.resolve("server.log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1"));
            command.addAll(program);
            command.addAll(settings);
            command.addAll(List.of(
                    "--server.address=127.0.0.1", "--server.port=" + port, "--haina.home=" + folder.resolve("home")));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .conditionEvaluationListener(condition -> assertThat(process.isAlive())
                            .withFailMessage(() -> read(log))
                            .isTrue())
                    .until(this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does it: its database is left without its owner. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A client. @param token a bearer token, or null */
    public Http http(@Nullable String token) {
        return Http.to(address(), token);
    }

    /** The first administrator's token for document 000. */
    public String token() {
        return http(null)
                .post("/api/auth/login", Map.of("username", "admin", "password", "admin123"))
                .at("/data/token")
                .stringValue();
    }

    /** Ends it, and its database with it. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean answers() {
        try {
            return http(null).get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
