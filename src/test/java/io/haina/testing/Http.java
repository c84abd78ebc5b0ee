package io.haina.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A client that sends what it is told, with or without a token. A body is JSON text, or anything that becomes JSON. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final URI base;
    private final @Nullable String token;

    Http(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** A client of any server. @param base its address @param token a bearer token, or null */
    public static Http to(URI base, @Nullable String token) {
        return new Http(base, token);
    }

    /** The same client with another bearer token, or with none. */
    public Http as(@Nullable String other) {
        return new Http(base, other);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer put(String path, @Nullable Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer patch(String path, @Nullable Object body) {
        return send("PATCH", path, body, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** One request. @param path with its query, already encoded @param headers replace those that this client sets */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.setHeader("Content-Type", "application/json");
            request.method(method, publisher(body));
        }
        headers.forEach(request::setHeader);
        return answer(request.build());
    }

    /** A path that begins with two slashes is one all the same, and no host. */
    private URI address(String path) {
        return path.startsWith("//") ? URI.create(base + path) : base.resolve(path);
    }

    /** Uploads a file as the part of a form. */
    public Answer upload(String path, String part, String fileName, byte[] content) {
        return upload(path, part, fileName, content, Map.of());
    }

    /** The same with headers of its own. */
    public Answer upload(String path, String part, String fileName, byte[] content, Map<String, String> others) {
        String boundary = "haina-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new HashMap<>(others);
        headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
        return send("POST", path, body.toByteArray(), headers);
    }

    /** A stream is sent in chunks, without its length. */
    private static BodyPublisher publisher(Object body) {
        return body instanceof InputStream stream
                ? BodyPublishers.ofInputStream(() -> stream)
                : BodyPublishers.ofByteArray(content(body));
    }

    private static byte[] content(Object body) {
        return switch (body) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> MAPPER.writeValueAsBytes(body);
        };
    }

    private static Answer answer(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
