package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.house.Routes;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is let in by document 001: the sid in its three places, what a browser's cookie is good for, and whose sid it is. */
class EartipDoorTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final String ME = "/api/user/menu";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static TestCompany company;

    @BeforeAll
    static void open() {
        company = TestCompany.create();
    }

    @AfterEach
    void resetClock() {
        SERVER.clock().reset();
    }

    private static void assertNotSignedIn(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"status\":1,\"msg\":\"未登录\"}");
    }

    private static void assertRefused(Answer answer, String message) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":1,\"msg\":\"" + message + "\"}");
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.at("/status").asInt(-1)).as(answer::toString).isZero();
    }

    private static Answer with(String method, String path, String... headers) {
        Map<String, String> sent = new HashMap<>();
        for (int n = 0; n < headers.length; n += 2) {
            sent.put(headers[n], headers[n + 1]);
        }
        return SERVER.http().send(method, path, method.equals("POST") ? "x=1" : null, sent);
    }

    @Test
    void a_login_by_form_or_json_gives_a_sid_of_64_hex_digits_good_in_header_bearer_and_cookie() {
        String name = company.sales().staff().username();
        Eartip nobody = new Eartip(null);
        for (Answer answer : List.of(
                nobody.form("/api/user/login", "phoneNumber", name, "password", TestCompany.PASSWORD),
                nobody.json("/api/user/login", Map.of("phoneNumber", name, "password", TestCompany.PASSWORD)))) {
            String sid = answer.at("/data/sid").asString();
            assertThat(sid).as(answer::toString).matches("[0-9a-f]{64}");
            assertThat(answer.at("/data/session").asString()).isEqualTo(sid);
            assertThat(answer.header("Set-Cookie"))
                    .startsWith("sid=" + sid)
                    .contains("HttpOnly", "SameSite=Lax", "Path=/");
            assertDone(with("GET", ME, "sid", sid));
            assertDone(with("GET", ME, "Authorization", "Bearer " + sid));
            assertDone(with("GET", ME, "Cookie", "a=b; sid=" + sid));
            assertNotSignedIn(with("GET", ME + "?sid=" + sid));
            assertNotSignedIn(SERVER.http()
                    .send("POST", "/api/user/menu", "sid=" + sid + "&name=x", Map.of("Content-Type", FORM)));
        }
    }

    @Test
    void every_route_but_the_login_asks_for_a_sid() {
        List<Routes.Route> routes = Routes.ours().stream()
                .filter(route -> route.dialect().equals("eartip") && !route.open())
                .toList();
        assertThat(routes).hasSizeGreaterThan(5);
        for (Routes.Route route : routes) {
            String method = route.method().equals("ANY") ? "POST" : route.method();
            assertNotSignedIn(new Eartip(null).send(method, route.path(), null, ""));
            assertNotSignedIn(new Eartip("0".repeat(64)).send(method, route.path(), null, ""));
        }
    }

    @Test
    void a_sid_that_is_none_admits_nobody_even_beside_a_good_cookie() {
        String sid = Eartip.signIn(company.sales()).sid();
        String wukong = Wukong.signIn(company.sales().staff().username(), TestCompany.PASSWORD)
                .token();
        for (String bad : List.of("x", sid.substring(1), sid + "0", "g".repeat(64), "f".repeat(64), wukong, "%00")) {
            assertNotSignedIn(with("GET", ME, "sid", bad));
            assertNotSignedIn(with("GET", ME, "Authorization", "Bearer " + bad));
            assertNotSignedIn(with("GET", ME, "Cookie", "sid=" + bad));
            assertNotSignedIn(with("GET", ME, "sid", bad, "Cookie", "sid=" + sid));
        }
        assertDone(with("GET", ME, "sid", sid, "Cookie", "sid=" + "f".repeat(64)));
        assertNotSignedIn(
                with("GET", ME, "Authorization", "Bearer " + company.sales().token()));
    }

    @Test
    void a_cookie_does_not_work_across_sites() {
        String cookie = "sid=" + Eartip.signIn(company.admin()).sid();
        String write = "/api/user/menu";
        String host = "127.0.0.1:" + SERVER.port();
        for (String site : List.of("cross-site", "same-site")) {
            assertNotSignedIn(with("POST", write, "Cookie", cookie, "Sec-Fetch-Site", site, "Content-Type", FORM));
            assertNotSignedIn(with("GET", ME, "Cookie", cookie, "Sec-Fetch-Site", site));
        }
        for (String origin :
                List.of("https://evil.example", "null", "http://127.0.0.1", "http://" + host + ".evil.example")) {
            assertNotSignedIn(with("POST", write, "Cookie", cookie, "Origin", origin, "Content-Type", FORM));
        }
        Answer own = with("POST", write, "Cookie", cookie, "Origin", "http://" + host, "Content-Type", FORM);
        assertThat(own.status()).isEqualTo(200);
        assertDone(with("GET", ME, "Cookie", cookie, "Sec-Fetch-Site", "same-origin"));
    }

    @Test
    void a_login_from_another_sites_page_gives_no_cookie() {
        String body = "phoneNumber=" + company.sales().staff().username() + "&password=" + TestCompany.PASSWORD;
        Answer answer = SERVER.http()
                .send("POST", "/api/user/login", body, Map.of("Content-Type", FORM, "Sec-Fetch-Site", "cross-site"));
        assertDone(answer);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_cookie_alone_authorizes_no_get_that_deletes_however_the_path_is_written() {
        Eartip client = Eartip.signIn(company.sales());
        String cookie = "sid=" + client.sid();
        for (Routes.Route route : Routes.ours()) {
            String last = route.path().substring(route.path().lastIndexOf('/') + 1);
            if (!route.dialect().equals("eartip") || !last.startsWith("del")) {
                continue;
            }
            String sly = route.path().replace("/del", "/%64el");
            assertNotSignedIn(with("GET", route.path(), "Cookie", cookie));
            assertNotSignedIn(with("GET", sly, "Cookie", cookie));
            assertThat(with("GET", sly, "sid", client.sid()).status()).isEqualTo(200);
            assertThat(with("POST", route.path(), "Cookie", cookie, "Content-Type", FORM)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_logout_ends_the_own_session_only_and_names_nobody_else() {
        Eartip first = Eartip.signIn(company.sales());
        Eartip second = Eartip.signIn(company.sales());
        assertThat(first.form("/api/user/logout").at("/msg").asString()).contains("登出失败", "phoneNumber");
        assertThat(first.form(
                                "/api/user/logout",
                                "phoneNumber",
                                company.admin().staff().username())
                        .at("/status")
                        .asInt())
                .isEqualTo(1);
        assertDone(first.get(ME));
        Answer out = first.form(
                "/api/user/logout", "phoneNumber", company.sales().staff().username());
        assertThat(out.text()).isEqualTo("{\"status\":0,\"msg\":\"登出成功\"}");
        assertThat(out.header("Set-Cookie")).contains("sid=;", "Max-Age=0");
        assertNotSignedIn(first.get(ME));
        assertDone(second.get(ME));
    }

    @Test
    void a_sid_lives_a_day_beyond_its_last_use() {
        Eartip client = Eartip.signIn(company.east().get(1));
        for (int n = 0; n < 3; n++) {
            SERVER.clock().advance(Duration.ofHours(23));
            assertDone(client.get(ME));
        }
        SERVER.clock().advance(Duration.ofHours(24).plusSeconds(1));
        assertNotSignedIn(client.get(ME));
    }

    @Test
    void two_people_in_one_request_are_refused_and_one_person_twice_is_one() {
        String sid = Eartip.signIn(company.sales()).sid();
        String again = Eartip.signIn(company.sales()).sid();
        String other = Eartip.signIn(company.admin()).sid();
        String conflict = "请求中包含多个不同的登录凭证";
        assertDone(with("GET", ME, "sid", sid, "Authorization", "Bearer " + again));
        assertDone(with(
                "GET",
                ME,
                "sid",
                sid,
                "Authorization",
                "Bearer " + company.sales().token()));
        assertRefused(with("GET", ME, "sid", sid, "Authorization", "Bearer " + other), conflict);
        assertRefused(with("GET", ME, "sid", sid, "Cookie", "sid=" + other), conflict);
        assertRefused(
                with(
                        "GET",
                        ME,
                        "sid",
                        sid,
                        "Authorization",
                        "Bearer " + company.admin().token()),
                conflict);
        String wukong = Wukong.signIn(company.admin().staff().username(), TestCompany.PASSWORD)
                .token();
        assertRefused(with("GET", ME, "sid", sid, "Admin-Token", wukong), conflict);
        assertThat(with(
                                "GET",
                                "/api/customers",
                                "Authorization",
                                "Bearer " + company.sales().token(),
                                "sid",
                                other)
                        .status())
                .isEqualTo(400);
        assertThat(with(
                                "GET",
                                "/api/customers",
                                "Authorization",
                                "Bearer " + company.sales().token(),
                                "sid",
                                sid)
                        .status())
                .isEqualTo(200);
        assertThat(with("GET", "/api/customers", "sid", sid).status()).isEqualTo(401);
    }

    @Test
    void wrong_passwords_and_disabled_people_are_refused_in_the_documents_envelope() {
        Eartip nobody = new Eartip(null);
        String name = company.hire("eartip-" + company.number(), io.haina.tenant.Role.SALES, null)
                .staff()
                .username();
        assertRefused(nobody.form("/api/user/login", "phoneNumber", name, "password", "wrong"), "用户名或密码错误");
        assertThat(nobody.form("/api/user/login", "phoneNumber", name)
                        .at("/msg")
                        .asString())
                .contains("password");
        assertRefused(nobody.send("GET", "/api/user/nothing", null, ""), "接口不存在");
        assertRefused(nobody.send("DELETE", "/api/user/login", null, ""), "不支持的请求方法");
        assertRefused(nobody.send("POST", "/api/user/login", "<a/>", "text/xml"), "不支持的内容类型");
        assertRefused(nobody.send("POST", "/api/user/login", "[1", "application/json"), "请求格式错误");
    }
}
