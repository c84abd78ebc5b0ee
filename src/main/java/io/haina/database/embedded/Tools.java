package io.haina.database.embedded;

import io.haina.home.HainaHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs. They refuse to run as root, so for root they run in a user namespace where root is nobody
 * and which still owns root's files; what they print goes to {@code database-log/start.log}.
 */
final class Tools {

    private static final int SHOWN_LINES = 12;

    private final Path bin;
    private final Path log;
    private final List<String> prefix;

    private Tools(Path bin, Path log, List<String> prefix) {
        this.bin = bin;
        this.log = log;
        this.prefix = prefix;
    }

    /** Throws a {@link StartFailure} where root cannot give up its rights for PostgreSQL. */
    static Tools of(HainaHome home, Path binaries) {
        Path log = home.folder("database-log").resolve("start.log");
        List<String> prefix = "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot begin the log " + log, e);
        }
        Tools tools = new Tools(binaries.resolve("bin"), log, prefix);
        if (!prefix.isEmpty() && tools.exec(List.of("unshare", "-U", "true"), "") != 0) {
            throw new StartFailure(
                    "PostgreSQL does not run as root, and `unshare -U` is missing or forbidden on this system.",
                    "Start Haina as an ordinary user, or give it a PostgreSQL with --spring.datasource.url=….");
        }
        return tools;
    }

    /** The file that takes what the programs and the starting server print. */
    Path log() {
        return log;
    }

    /** Runs a program to its end and tells whether it succeeded. */
    boolean run(String program, String... arguments) {
        return exec(command(program, arguments), "") == 0;
    }

    /** Runs a program that must succeed, with a text as its input, or throws a {@link StartFailure} with its last words. */
    void feed(String input, String program, String... arguments) {
        if (exec(command(program, arguments), input) != 0) {
            throw failure(program);
        }
    }

    /** What to tell when a program failed. */
    StartFailure failure(String program) {
        return new StartFailure(
                "PostgreSQL's %s failed: %s".formatted(program, lastWords()),
                "Read " + log + " and the newest file beside it.");
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private int exec(List<String> command, String input) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return process.waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private String lastWords() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.filter(line -> !line.isBlank()).toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - SHOWN_LINES), all.size()));
        } catch (IOException e) {
            return "it left no log";
        }
    }
}
