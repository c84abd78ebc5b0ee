import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs an npm script of the console for the Maven build, if anything that it depends on has changed since it last ran.
 * It is Java so that a machine without Node is told so in one line.
 *
 * <p>Arguments: the name of the script, the folder for the stamp, the file that must be there afterwards ({@code -} for
 * none), and what the script is given.
 */
final class Build {

    private static final int MAJOR = 20;
    private static final int MINOR = 19;
    private static final List<String> SOURCES = List.of("src", "index.html", "vite.config.ts", "tsconfig.json");
    private static final List<String> PACKAGES = List.of("package.json", "package-lock.json");
    private static final Path CONSOLE = Path.of("console").toAbsolutePath();
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private Build() {}

    static void main(String[] args) throws Exception {
        String script = args[0];
        Path stamps = Files.createDirectories(Path.of(args[1]));
        Path stamp = stamps.resolve(script + ".stamp");
        boolean made = args[2].equals("-") || Files.exists(Path.of(args[2]));
        String packages = hash(PACKAGES);
        String all = packages + hash(SOURCES);
        if (made && all.equals(read(stamp))) {
            return;
        }
        checkNode();
        Path installed = CONSOLE.resolve("node_modules/.haina-stamp");
        if (!packages.equals(read(installed))) {
            run(List.of("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"));
            Files.writeString(installed, packages);
        }
        List<String> command = new ArrayList<>(List.of("npm", "run", "--silent", script));
        if (args.length > 3) {
            command.add("--");
            command.addAll(Arrays.asList(args).subList(3, args.length));
        }
        run(command);
        Files.writeString(stamp, all);
    }

    private static void checkNode() {
        String version = "";
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            // told below
        }
        String[] parts = version.replaceFirst("^v", "").split("\\.", -1);
        boolean good = parts.length == 3
                && (Integer.parseInt(parts[0]) > MAJOR
                        || Integer.parseInt(parts[0]) == MAJOR && Integer.parseInt(parts[1]) >= MINOR);
        if (!good) {
            fail("the console is built with Node.js " + MAJOR + "." + MINOR + " or newer, "
                    + (version.isEmpty() ? "and there is none on the PATH" : "and this is " + version)
                    + "; install it, or build without the console: -Dconsole.skip");
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        if (WINDOWS) {
            words.addAll(0, List.of("cmd", "/c"));
        }
        int status = new ProcessBuilder(words).directory(CONSOLE.toFile()).inheritIO().start().waitFor();
        if (status != 0) {
            fail(String.join(" ", command) + " failed in console/");
        }
    }

    private static String hash(List<String> names) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String name : names) {
            try (Stream<Path> files = Files.walk(CONSOLE.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(CONSOLE.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static void fail(String reason) {
        System.err.println("[ERROR] " + reason);
        System.exit(1);
    }
}
