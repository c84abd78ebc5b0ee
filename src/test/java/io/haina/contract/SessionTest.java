package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The console's way in: a cookie, and what guards it. */
class SessionTest {

    private static final String SESSION = "/api/v1/session";
    private static final Map<String, String> GUARD = Map.of("X-Haina-Request", "1");

    private final TestCompany company = TestCompany.create();
    private final TestCompany.Person person = company.sales();
    private final Browser browser = new Browser();

    private Answer signIn() {
        Answer answer = browser.signIn(person.staff().username(), TestCompany.PASSWORD);
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        return answer;
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type").asString()).as(answer::toString).isEqualTo("urn:haina:problem:" + type);
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        signIn();
        return V1Calls.of(
                "session",
                Map.of(
                        "$USER", company.east().get(1).staff().username(),
                        "$PASSWORD", TestCompany.PASSWORD,
                        "$COOKIE", browser.cookie(),
                        "$TOKEN", company.south().getFirst().token()));
    }

    @Test
    void the_cookie_is_for_own_pages_and_own_paths_and_for_no_script() {
        Answer answer = signIn();
        assertThat(answer.header("Set-Cookie"))
                .startsWith("haina_session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1")
                .doesNotContain("Secure", "Max-Age", "Expires");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.text()).doesNotContain(browser.cookie());
        Answer encrypted = new Browser()
                .send(
                        "POST",
                        SESSION,
                        Map.of("userName", person.staff().username(), "password", TestCompany.PASSWORD),
                        Map.of("X-Forwarded-Proto", "https"));
        assertThat(encrypted.header("Set-Cookie")).contains("; Secure");
    }

    @Test
    void me_says_what_is_open_to_the_person() {
        JsonNode me = signIn().json();
        assertThat(me.at("/id").asLong()).isEqualTo(person.actor().staffId());
        assertThat(me.at("/team/name").asString()).isEqualTo(TestCompany.EAST);
        assertThat(me.at("/company/zone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(can(me)).contains("customer-report", "pool-claim").doesNotContain("audit-read", "approval-decide");
        assertThat(can(company.admin().http().get(SESSION).json())).contains("audit-read", "approval-decide");
        assertThat(company.admin().http().get(SESSION).at("/team").isNull()).isTrue();
        assertThat(browser.get(SESSION).json()).isEqualTo(me);
    }

    private static List<String> can(JsonNode me) {
        return me.path("can").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void the_cookie_opens_the_native_api_and_no_other() {
        signIn();
        assertThat(browser.get(SESSION).status()).isEqualTo(200);
        assertThat(browser.get("/api/customers").status()).isEqualTo(401);
    }

    @Test
    void a_change_by_cookie_needs_the_header_and_the_own_origin() {
        signIn();
        assertProblem(browser.send("DELETE", SESSION, null, Map.of()), 403, "cross-site");
        for (Map<String, String> foreign : List.of(
                Map.of("X-Haina-Request", "1", "Sec-Fetch-Site", "cross-site"),
                Map.of("X-Haina-Request", "1", "Sec-Fetch-Site", "same-site"),
                Map.of("X-Haina-Request", "1", "Origin", "http://elsewhere.example"),
                Map.of("X-Haina-Request", "1", "Origin", "null"))) {
            assertProblem(browser.send("DELETE", SESSION, null, foreign), 403, "cross-site");
        }
        String own = HainaServer.get().address().toString();
        assertThat(browser.get(SESSION).status()).isEqualTo(200);
        assertThat(browser.send("DELETE", SESSION, null, Map.of("X-Haina-Request", "", "Origin", own))
                        .status())
                .isEqualTo(204);
        assertThat(browser.cookie()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void no_method_that_changes_passes_by_cookie_alone(String method) {
        signIn();
        assertProblem(
                browser.send(method, "/api/v1/apps" + (method.equals("POST") ? "" : "/1"), "{}", Map.of()),
                method.equals("PUT") ? 405 : 403,
                method.equals("PUT") ? "method-not-allowed" : "cross-site");
    }

    @Test
    void a_bearer_token_needs_no_guard_and_the_cookie_of_another_beside_it_is_refused() {
        signIn();
        String cookie = "haina_session=" + browser.cookie();
        Http other = company.east().get(1).http();
        assertProblem(other.send("GET", SESSION, null, Map.of("Cookie", cookie)), 400, "conflicting-credentials");
        assertThat(person.http()
                        .send("GET", SESSION, null, Map.of("Cookie", cookie))
                        .status())
                .isEqualTo(200);
        assertThat(other.send("DELETE", SESSION, null, Map.of("Cookie", "haina_session=gone"))
                        .status())
                .isEqualTo(204);
        assertThat(browser.get(SESSION).status()).isEqualTo(200);
    }

    @Test
    void a_page_of_another_site_signs_nobody_in() {
        assertProblem(
                browser.send(
                        "POST",
                        SESSION,
                        Map.of("userName", person.staff().username(), "password", TestCompany.PASSWORD),
                        Map.of("Sec-Fetch-Site", "cross-site")),
                403,
                "cross-site");
        assertThat(browser.cookie()).isEmpty();
    }

    @Test
    void signing_out_ends_the_session_and_not_only_the_cookie() {
        signIn();
        String kept = browser.cookie();
        assertThat(browser.send("DELETE", SESSION, null).status()).isEqualTo(204);
        assertProblem(
                HainaServer.get().http().send("GET", SESSION, null, Map.of("Cookie", "haina_session=" + kept)),
                401,
                "bad-token");
        assertProblem(browser.get(SESSION), 401, "not-signed-in");
    }

    @Test
    void a_new_password_ends_every_session_but_lets_this_browser_go_on() {
        Browser elsewhere = new Browser();
        elsewhere.signIn(person.staff().username(), TestCompany.PASSWORD);
        signIn();
        String before = browser.cookie();
        Answer changed = browser.send(
                "PUT",
                SESSION + "/password",
                Map.of("oldPassword", TestCompany.PASSWORD, "newPassword", "another-456"));
        assertThat(changed.status()).as(changed::toString).isEqualTo(204);
        assertThat(browser.cookie()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get(SESSION).status()).isEqualTo(200);
        assertProblem(elsewhere.get(SESSION), 401, "bad-token");
        assertProblem(person.http().get(SESSION), 401, "bad-token");
        assertProblem(new Browser().signIn(person.staff().username(), TestCompany.PASSWORD), 401, "bad-password");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                              | 400 | invalid      | userName
                    {"userName": "a"}                               | 400 | invalid      | password
                    {"userName": "", "password": "x"}               | 400 | invalid      | userName
                    {"userName": 5, "password": "x"}                | 400 | invalid      | userName
                    {"userName": "a\\u0000b", "password": "x"}      | 400 | invalid      | userName
                    {"userName": "a", "password": "x", "more": 1}   | 400 | invalid      | more
                    {"userName": "nobody here", "password": "x"}    | 401 | bad-password |
                    {"userName": "a", "password": "\\u0000"}        | 401 | bad-password |
                    []                                              | 400 | unreadable   |
                    {                                               | 400 | unreadable   |
                    """)
    void a_sign_in_that_makes_no_sense_is_refused_with_what_is_wrong(
            String body, int status, String type, String field) {
        Answer answer = browser.send("POST", SESSION, body);
        assertProblem(answer, status, type);
        assertThat(answer.at("/field").asString(null)).isEqualTo(field);
        assertThat(browser.cookie()).isEmpty();
    }

    @Test
    void too_many_failures_wait_here_too() {
        String name = person.staff().username();
        for (int n = 0; n < 5; n++) {
            assertProblem(browser.signIn(name, "wrong-" + n), 401, "bad-password");
        }
        Answer answer = browser.signIn(name, TestCompany.PASSWORD);
        assertProblem(answer, 429, "too-many-failures");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void a_session_that_is_used_goes_on_and_one_that_is_not_ends() {
        signIn();
        try {
            for (int n = 0; n < 3; n++) {
                HainaServer.get().clock().advance(Duration.ofHours(11));
                assertThat(browser.get(SESSION).status()).isEqualTo(200);
            }
            HainaServer.get().clock().advance(Duration.ofHours(12).plusSeconds(1));
            assertProblem(browser.get(SESSION), 401, "bad-token");
        } finally {
            HainaServer.get().clock().reset();
        }
    }
}
