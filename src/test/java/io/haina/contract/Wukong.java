package io.haina.contract;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A client of document 002: it asks by GET, sends forms and JSON, and carries its token. */
final class Wukong {

    private final @Nullable String token;

    Wukong(@Nullable String token) {
        this.token = token;
    }

    /** Signs somebody in. */
    static Wukong signIn(String username, String password) {
        Answer answer = new Wukong(null).form("/api/login", "username", username, "password", password);
        return new Wukong(answer.at("/Admin-Token").asString());
    }

    String token() {
        return token == null ? "" : token;
    }

    /** @param pairs names and values, in turn */
    Answer get(String path, String... pairs) {
        return send("GET", pairs.length == 0 ? path : path + "?" + encoded(pairs), null, "");
    }

    Answer form(String path, String... pairs) {
        return send("POST", path, encoded(pairs), "application/x-www-form-urlencoded");
    }

    Answer json(String path, Object body) {
        return send("POST", path, body, "application/json");
    }

    Answer send(String method, String path, @Nullable Object body, String type) {
        Map<String, String> headers = new java.util.HashMap<>();
        if (token != null) {
            headers.put("Admin-Token", token);
        }
        if (body != null) {
            headers.put("Content-Type", type);
        }
        return HainaServer.get().http().send(method, path, body, headers);
    }

    private static String encoded(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(n -> URLEncoder.encode(pairs[2 * n], StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(pairs[2 * n + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
