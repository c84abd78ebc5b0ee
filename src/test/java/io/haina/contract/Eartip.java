package io.haina.contract;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A client of document 001: it asks by GET, sends forms and JSON, and carries its sid in the header of that name. */
final class Eartip {

    private final @Nullable String sid;

    Eartip(@Nullable String sid) {
        this.sid = sid;
    }

    /** Signs somebody in. */
    static Eartip signIn(String username, String password) {
        Answer answer = new Eartip(null).form("/api/user/login", "phoneNumber", username, "password", password);
        return new Eartip(answer.at("/data/sid").asString());
    }

    static Eartip signIn(TestCompany.Person person) {
        return signIn(person.staff().username(), TestCompany.PASSWORD);
    }

    String sid() {
        return sid == null ? "" : sid;
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
        Map<String, String> headers = new HashMap<>();
        if (sid != null) {
            headers.put("sid", sid);
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
