package io.haina.contract;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser with a page of the console open: it keeps the cookie, and says that the page is the sender. */
final class Browser {

    private String cookie = "";

    /** Signs in. */
    Answer signIn(String name, String password) {
        return send("POST", "/api/v1/session", Map.of("userName", name, "password", password));
    }

    /** The value of the cookie; empty without one. */
    String cookie() {
        return cookie;
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer send(String method, String path, @Nullable Object body) {
        return send(method, path, body, Map.of("X-Haina-Request", "1", "Sec-Fetch-Site", "same-origin"));
    }

    /** One request with the cookie and no other headers than these. */
    Answer send(String method, String path, @Nullable Object body, Map<String, String> others) {
        Map<String, String> headers = new HashMap<>(others);
        if (!cookie.isEmpty()) {
            headers.put("Cookie", "haina_session=" + cookie);
        }
        Answer answer = HainaServer.get().http().send(method, path, body, headers);
        answer.headers()
                .firstValue("Set-Cookie")
                .ifPresent(set -> cookie = set.substring(set.indexOf('=') + 1, set.indexOf(';')));
        return answer;
    }
}
