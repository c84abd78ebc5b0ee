package io.haina.contract;

import io.haina.app.AppDraft;
import io.haina.app.Apps;
import io.haina.app.IssuedSecret;
import io.haina.app.Signature;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A client of document 004: it signs each request with a nonce of its own, by the server's clock. */
final class Openapi {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final long appid;
    private final String secret;

    Openapi(long appid, String secret) {
        this.appid = appid;
        this.secret = secret;
    }

    /** A client of a new app of a company, with every right. */
    static Openapi of(TestCompany company) {
        return of(company, AppDraft.named("应用" + company.number()));
    }

    static Openapi of(TestCompany company, AppDraft draft) {
        IssuedSecret issued =
                HainaServer.get().bean(Apps.class).make(company.admin().actor(), draft);
        return new Openapi(issued.app().appid(), issued.secret());
    }

    long appid() {
        return appid;
    }

    String secret() {
        return secret;
    }

    /** The same app with another secret. */
    Openapi with(String other) {
        return new Openapi(appid, other);
    }

    /** The headers of a version 1 request that is sent now. */
    Map<String, String> headers() {
        return headers(now(), UUID.randomUUID().toString());
    }

    Map<String, String> headers(long timestamp, String nonce) {
        String time = Long.toString(timestamp);
        return credential(time, nonce, Signature.version1(secret, Long.toString(appid), time, nonce));
    }

    /** The headers of a version 2 request. */
    Map<String, String> headers2(String method, String target, String body) {
        String time = Long.toString(now());
        String nonce = UUID.randomUUID().toString();
        Map<String, String> headers = credential(
                time,
                nonce,
                Signature.version2(secret, method, target, time, nonce, body.getBytes(StandardCharsets.UTF_8)));
        headers.put("signature-version", "2");
        return headers;
    }

    private Map<String, String> credential(String timestamp, String nonce, String signature) {
        return new HashMap<>(
                Map.of("appid", Long.toString(appid), "timestamp", timestamp, "nonce", nonce, "signature", signature));
    }

    /** Seconds since 1970 by the server's clock. */
    static long now() {
        return HainaServer.get().clock().instant().getEpochSecond();
    }

    Answer get(String path) {
        return send("GET", path, null, headers());
    }

    /** Posts JSON text, or anything that becomes JSON. */
    Answer post(String path, Object body) {
        return send("POST", path, body instanceof String ? body : MAPPER.writeValueAsString(body), headers());
    }

    static Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        return HainaServer.get().http().send(method, path, body, headers);
    }
}
