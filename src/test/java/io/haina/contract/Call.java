package io.haina.contract;

import io.haina.testing.Answer;
import io.haina.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One documented call, as a file of test data: request line, headers, an empty line and the body where there is one, then
 * {@code ### status} and the body that is answered at least. Placeholders begin with a dollar sign.
 */
record Call(
        String name,
        String method,
        String target,
        Map<String, String> headers,
        String body,
        int status,
        String answer) {

    private static final Path FOLDER = Path.of("src/test/resources/contracts");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]+");

    /** The calls of a dialect, in the document's order. */
    static List<Call> all(String dialect) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(dialect))) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .map(Call::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call read(Path file) {
        try {
            String[] parts = Files.readString(file).split("(?m)^### ", 2);
            String[] request = parts[0].split("\n\n", 2);
            List<String> head = Arrays.asList(request[0].split("\n"));
            String[] line = head.getFirst().split(" ", 2);
            Map<String, String> headers = new LinkedHashMap<>();
            head.stream().skip(1).map(header -> header.split(": ", 2)).forEach(pair -> headers.put(pair[0], pair[1]));
            String[] answer = parts[1].split("\n", 2);
            return new Call(
                    file.getFileName().toString(),
                    line[0],
                    line[1],
                    headers,
                    request.length == 2 ? request[1].strip() : "",
                    Integer.parseInt(answer[0].strip()),
                    answer[1].strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path without its query, placeholders and all. */
    String path() {
        return target.split("\\?", 2)[0];
    }

    /** Sends it. Java's client refuses raw UTF-8 in an address, which {@link Document000Test} sends; here it is encoded. */
    Answer send(Http http, UnaryOperator<String> fill) {
        Map<String, String> filled = new LinkedHashMap<>();
        headers.forEach((name, value) -> filled.put(name, fill.apply(value)));
        String text = fill.apply(body);
        boolean form = headers.getOrDefault("Content-Type", "").startsWith("multipart/");
        return http.send(
                method,
                encoded(fill.apply(target)),
                text.isEmpty() ? null : form ? text.replace("\n", "\r\n") + "\r\n" : text,
                filled);
    }

    private static String encoded(String target) {
        return NOT_ASCII.matcher(target).replaceAll(match -> URLEncoder.encode(match.group(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name;
    }
}
