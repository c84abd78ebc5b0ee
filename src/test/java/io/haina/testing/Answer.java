package io.haina.testing;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as a JSON tree. */
    public JsonNode json() {
        return MAPPER.readTree(bytes);
    }

    /** A place in the body, by JSON pointer such as {@code /data/0/id}; a missing node where there is none. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** The first value of a header, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
