package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.app.App;
import io.haina.app.AppDraft;
import io.haina.app.Apps;
import io.haina.app.IssuedSecret;
import io.haina.app.Network;
import io.haina.app.Replay;
import io.haina.app.Signature;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by a signature, and who is not. */
class OpenapiDoorTest {

    private static final String PATH = "/openapi/app";
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Openapi APP = Openapi.of(COMPANY);
    private static final Apps APPS = HainaServer.get().bean(Apps.class);

    @AfterEach
    void resetClock() {
        HainaServer.get().clock().reset();
    }

    private static Answer get(Map<String, String> headers) {
        return Openapi.send("GET", PATH, null, headers);
    }

    private static void assertCode(Answer answer, String code) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(code.equals("429") ? 429 : 200);
        assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo(code);
        assertThat(answer.at("/success").asBoolean()).isEqualTo(code.equals("200"));
        assertThat(answer.json().propertyNames()).containsExactly("success", "message", "code", "data", "traceId");
    }

    private static Map<String, String> but(String name, String value) {
        Map<String, String> headers = new HashMap<>(APP.headers());
        headers.put(name, value);
        return headers;
    }

    @Test
    void a_signed_request_acts_for_its_app() {
        Answer answer = get(APP.headers());
        assertCode(answer, "200");
        assertThat(answer.at("/data/accountId").asString()).isEqualTo(Long.toString(COMPANY.tenantId()));
        assertThat(answer.at("/data/appid").asString()).isEqualTo(Long.toString(APP.appid()));
        assertThat(answer.at("/data/rights").size()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"appid", "nonce", "timestamp", "signature"})
    void a_request_without_one_of_the_headers_is_refused(String name) {
        Map<String, String> headers = APP.headers();
        headers.remove(name);
        assertCode(get(headers), "401");
        headers.put(name, "");
        assertCode(get(headers), "401");
    }

    @Test
    void a_request_that_is_not_signed_at_all_is_refused() {
        assertCode(get(Map.of()), "401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01090", "+1090", "-1", "1e3", "abc", "999999999999999999", "9999999999999999999"})
    void an_appid_that_names_no_app_is_refused(String appid) {
        assertCode(get(but("appid", appid)), "401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "abc", "1687792901", "1.5", "99999999999999999999", "-5", "2024-01-01"})
    void a_timestamp_that_is_none_or_long_ago_is_refused(String timestamp) {
        assertCode(get(but("timestamp", timestamp)), "401");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 330, -86_400, 86_400, 1_000_000_000_000L})
    void stale_and_future_requests_are_refused_however_well_signed(long seconds) {
        Answer answer =
                get(APP.headers(Openapi.now() + seconds, UUID.randomUUID().toString()));
        assertCode(answer, "401");
        assertThat(answer.at("/message").asString()).contains("timestamp");
    }

    @ParameterizedTest
    @ValueSource(longs = {-298, 300})
    void a_clock_may_differ_by_five_minutes_either_way(long seconds) {
        assertCode(get(APP.headers(Openapi.now() + seconds, UUID.randomUUID().toString())), "200");
    }

    @Test
    void another_secret_or_encoding_signs_nothing() {
        assertCode(get(APP.with(APP.secret() + "x").headers()), "401");
        assertCode(get(APP.with(APP.secret().substring(1)).headers()), "401");
        Map<String, String> headers = APP.headers();
        String right = headers.get("signature");
        for (String wrong : List.of(
                right.substring(0, right.length() - 1),
                right + "=",
                right.toLowerCase(java.util.Locale.ROOT),
                "00" + right,
                java.util.HexFormat.of().formatHex(java.util.Base64.getDecoder().decode(right)),
                "\"" + right + "\"")) {
            headers.put("signature", wrong);
            assertCode(get(headers), "401");
        }
        headers.put("signature", right);
        assertCode(get(headers), "200");
    }

    @Test
    void the_signature_of_one_app_is_not_that_of_another() {
        Openapi other = Openapi.of(COMPANY);
        Map<String, String> headers = APP.headers();
        headers.put("appid", Long.toString(other.appid()));
        assertCode(get(headers), "401");
    }

    @Test
    void a_request_is_served_once() {
        Map<String, String> headers = APP.headers();
        assertCode(get(headers), "200");
        Answer again = get(headers);
        assertCode(again, "401");
        assertThat(again.at("/message").asString()).contains("nonce");
        assertCode(Openapi.send("POST", PATH, "{}", headers), "401");
    }

    @Test
    void a_nonce_may_come_again_with_another_timestamp_and_from_another_app() {
        String nonce = UUID.randomUUID().toString();
        long time = Openapi.now();
        assertCode(get(APP.headers(time, nonce)), "200");
        assertCode(get(APP.headers(time - 1, nonce)), "200");
        assertCode(get(Openapi.of(COMPANY).headers(Openapi.now(), nonce)), "200");
    }

    @Test
    void a_refused_request_burns_no_nonce() {
        long time = Openapi.now();
        String nonce = UUID.randomUUID().toString();
        assertCode(get(APP.with("wrong").headers(time, nonce)), "401");
        assertCode(Openapi.send("GET", "/openapi/nowhere", null, APP.headers(time, nonce)), "404");
        assertCode(Openapi.send("DELETE", PATH, null, APP.headers(time, nonce)), "400");
        Map<String, String> withOther = new HashMap<>(APP.headers(time, nonce));
        withOther.put("Authorization", "Bearer " + COMPANY.sales().token());
        assertCode(get(withOther), "400");
        assertCode(get(APP.headers(time, nonce)), "200");
        assertCode(get(APP.headers(time, nonce)), "401");
    }

    @Test
    void of_many_who_send_the_same_request_at_once_one_is_served() {
        for (int round = 0; round < 10; round++) {
            Map<String, String> headers = APP.headers();
            List<String> codes = Race.of(8, n -> () -> get(headers).at("/code").asString()).stream()
                    .map(outcome -> ((Race.Won<String>) outcome).result())
                    .toList();
            assertThat(codes).filteredOn("200"::equals).hasSize(1);
            assertThat(codes).filteredOn("401"::equals).hasSize(7);
        }
    }

    @Test
    void an_app_that_replays_per_request_uses_a_nonce_for_several_calls_but_once_each() {
        Openapi app = Openapi.of(COMPANY, new AppDraft("文档示例", null, null, null, null, Replay.PER_REQUEST, null));
        Map<String, String> headers = app.headers();
        assertCode(get(headers), "200");
        assertCode(Openapi.send("POST", PATH, "{}", headers), "200");
        assertCode(Openapi.send("POST", PATH, "{ }", headers), "200");
        assertCode(Openapi.send("GET", PATH + "?a=1", null, headers), "200");
        assertCode(get(headers), "401");
        assertCode(Openapi.send("POST", PATH, "{ }", headers), "401");
    }

    @Test
    void version_2_holds_for_the_very_request_that_was_signed() {
        String target = PATH + "?name=%E5%90%8D&b=a%2Fb";
        String body = "{\"a\":\"名\"}";
        assertCode(Openapi.send("POST", target, body, APP.headers2("POST", target, body)), "200");
        assertCode(Openapi.send("GET", PATH, null, APP.headers2("GET", PATH, "")), "200");
        assertCode(Openapi.send("GET", "/" + PATH, null, APP.headers2("GET", "/" + PATH, "")), "200");
        assertCode(Openapi.send("POST", target, body + " ", APP.headers2("POST", target, body)), "401");
        assertCode(Openapi.send("POST", target, "{}", APP.headers2("POST", target, body)), "401");
        assertCode(Openapi.send("POST", PATH, body, APP.headers2("POST", target, body)), "401");
        assertCode(Openapi.send("GET", PATH, null, APP.headers2("POST", PATH, "")), "401");
        assertCode(Openapi.send("GET", PATH, null, APP.headers2("GET", PATH + "?", "")), "401");
    }

    @Test
    void versions_are_not_mixed_and_no_other_is_known() {
        Map<String, String> second = APP.headers2("GET", PATH, "");
        second.put("signature-version", "1");
        assertCode(get(second), "401");
        Map<String, String> first = APP.headers();
        first.put("signature-version", "2");
        assertCode(get(first), "401");
        first.put("signature-version", "1");
        assertCode(get(first), "200");
        for (String version : List.of("3", "02", "2.0", "", "two")) {
            assertCode(get(but("signature-version", version)), "401");
        }
    }

    @Test
    void a_header_that_comes_twice_is_refused() {
        Map<String, String> headers = APP.headers();
        String answer = RawHttp.send(
                "GET " + PATH + " HTTP/1.1",
                "Host: localhost",
                "appid: " + headers.get("appid"),
                "timestamp: " + headers.get("timestamp"),
                "nonce: " + headers.get("nonce"),
                "nonce: x",
                "signature: " + headers.get("signature"));
        assertThat(answer).contains("\"code\":\"401\"");
        assertCode(get(headers), "200");
    }

    @Test
    void a_body_that_is_too_large_is_refused_also_where_it_is_signed() {
        String large = " ".repeat(2 << 20);
        assertCode(Openapi.send("POST", PATH, large, APP.headers2("POST", PATH, large)), "400");
        assertCode(Openapi.send("POST", PATH, large, APP.headers()), "400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x"})
    void a_body_that_does_not_tell_its_length_is_bounded_whatever_it_calls_itself(String type) {
        String large = " ".repeat(4 << 20);
        for (Openapi app : List.of(APP, APP.with("guessed"))) {
            Answer answer = chunked(type, large, app.headers2("POST", PATH, large));
            assertCode(answer, "400");
            assertThat(answer.at("/message").asString()).isEqualTo("请求内容过大,最多 1 MB");
        }
        assertCode(chunked(type, large, Map.of()), "401");
    }

    private static Answer chunked(String type, String body, Map<String, String> signed) {
        Map<String, String> headers = new HashMap<>(signed);
        headers.put("Content-Type", type);
        return Openapi.send("POST", PATH, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), headers);
    }

    @Test
    void a_former_secret_holds_as_long_as_the_overlap_lasts() {
        Openapi app = Openapi.of(COMPANY);
        IssuedSecret second = APPS.rotate(COMPANY.admin().actor(), app.appid(), Duration.ofMinutes(10));
        assertCode(get(app.headers()), "200");
        assertCode(get(app.with(second.secret()).headers()), "200");
        HainaServer.get().clock().advance(Duration.ofMinutes(10));
        assertCode(get(app.headers()), "401");
        assertCode(get(app.with(second.secret()).headers()), "200");
        IssuedSecret third = APPS.rotate(COMPANY.admin().actor(), app.appid(), Duration.ofDays(1));
        IssuedSecret fourth = APPS.rotate(COMPANY.admin().actor(), app.appid(), Duration.ofDays(1));
        assertCode(get(app.with(second.secret()).headers()), "401");
        assertCode(get(app.with(third.secret()).headers()), "200");
        assertCode(get(app.with(fourth.secret()).headers()), "200");
        APPS.rotate(COMPANY.admin().actor(), app.appid(), Duration.ZERO);
        assertCode(get(app.with(fourth.secret()).headers()), "401");
    }

    @Test
    void a_disabled_app_is_refused_until_it_is_enabled_and_a_deleted_one_for_good() {
        Openapi app = Openapi.of(COMPANY);
        change(app, new AppDraft(null, null, null, null, null, null, true));
        assertCode(get(app.headers()), "401");
        change(app, new AppDraft(null, null, null, null, null, null, false));
        assertCode(get(app.headers()), "200");
        APPS.delete(COMPANY.admin().actor(), app.appid());
        assertCode(get(app.headers()), "401");
    }

    private static App change(Openapi app, AppDraft draft) {
        return APPS.change(COMPANY.admin().actor(), app.appid(), draft);
    }

    @Test
    void an_app_with_networks_is_served_from_there_alone() {
        Openapi app = Openapi.of(COMPANY);
        long time = Openapi.now();
        change(app, from("192.0.2.0/24"));
        Map<String, String> headers = app.headers(time, "from-elsewhere");
        headers.put("X-Forwarded-For", "192.0.2.1");
        assertCode(get(headers), "403");
        change(app, from("192.0.2.0/24", "127.0.0.0/8", "::1"));
        assertCode(get(headers), "200");
    }

    private static AppDraft from(String... networks) {
        return new AppDraft(
                null,
                null,
                List.of(networks).stream()
                        .map(text -> Network.of(text).orElseThrow())
                        .toList(),
                null,
                null,
                null,
                null);
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_again() {
        Openapi app = Openapi.of(COMPANY, new AppDraft("慢", Set.of(), List.of(), 3, 2, null, null));
        HainaServer.get().clock().stop();
        IntStream.range(0, 3).forEach(n -> assertCode(get(app.headers()), "200"));
        Map<String, String> headers = app.headers();
        Answer refused = get(headers);
        assertCode(refused, "429");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        HainaServer.get().clock().advance(Duration.ofMillis(500));
        assertCode(get(headers), "200");
        assertCode(get(app.headers()), "429");
        assertCode(get(APP.headers()), "200");
        HainaServer.get().clock().advance(Duration.ofMinutes(1));
        IntStream.range(0, 3).forEach(n -> assertCode(get(app.headers()), "200"));
        assertCode(get(app.headers()), "429");
    }

    @Test
    void a_caught_request_that_is_sent_again_uses_up_nobodys_rate() {
        Openapi app = Openapi.of(COMPANY, new AppDraft("被重放", null, null, 3, 1, null, null));
        HainaServer.get().clock().stop();
        Map<String, String> caught = app.headers();
        assertCode(get(caught), "200");
        IntStream.range(0, 5).forEach(n -> assertCode(get(caught), "401"));
        IntStream.range(0, 5).forEach(n -> assertCode(get(app.with("guessed").headers()), "401"));
        assertCode(get(app.headers()), "200");
        assertCode(get(app.headers()), "200");
        assertCode(get(app.headers()), "429");
    }

    @Test
    void other_documents_let_nobody_in_by_a_signature() {
        assertThat(Openapi.send("GET", "/api/customers", null, APP.headers()).status())
                .isEqualTo(401);
        assertThat(Openapi.send("GET", "/api/CrmBackLog/num", null, APP.headers())
                        .at("/code")
                        .asInt())
                .isEqualTo(302);
    }

    @Test
    void the_document_s_message_is_signed_as_its_texts_stand_one_behind_the_other() {
        String time = Long.toString(Openapi.now());
        String nonce = "~!@#$%^&*()_+{}|:\"<>?`-=[]\\;',./";
        String signature = Signature.version1(APP.secret(), Long.toString(APP.appid()), time, nonce);
        assertThat(nonce.getBytes(StandardCharsets.UTF_8).length).isLessThan(128);
        assertCode(
                get(Map.of(
                        "APPID", Long.toString(APP.appid()),
                        "Timestamp", time,
                        "NONCE", nonce,
                        "Signature", signature)),
                "200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/%c0%af", "/openapi/app?a=%zz", "/openapi/;x/app"})
    void an_address_that_cannot_be_read_is_refused_in_the_envelope(String target) {
        String answer = RawHttp.send("GET " + target + " HTTP/1.1", "Host: localhost");
        assertThat(answer).contains("\"success\":false", "\"code\":\"40").doesNotContain("Exception");
        assertThat(answer).startsWith("HTTP/1.1 200");
    }
}
