package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.house.Routes;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is let in through the door of document 002, and how the others are told. */
class WukongDoorTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final String ME = "/api/system/user/queryLoginUser";
    private static TestCompany company;

    @BeforeAll
    static void open() {
        company = TestCompany.create();
    }

    @AfterEach
    void resetClock() {
        SERVER.clock().reset();
    }

    private static Wukong signIn(TestCompany.Person person) {
        return Wukong.signIn(person.staff().username(), TestCompany.PASSWORD);
    }

    static void assertRefused(Answer answer, int code, String message) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
    }

    @Test
    void a_login_by_query_form_or_json_gives_a_token_of_32_hex_digits_and_the_person() {
        var person = company.sales();
        String name = person.staff().username();
        Wukong nobody = new Wukong(null);
        for (Answer answer : List.of(
                nobody.get("/api/login", "username", name, "password", TestCompany.PASSWORD),
                nobody.form("/api/login", "username", name, "password", TestCompany.PASSWORD),
                nobody.json("/api/login", Map.of("username", name, "password", TestCompany.PASSWORD)),
                nobody.form("//api/login", "username", name, "password", TestCompany.PASSWORD))) {
            assertThat(answer.at("/code").asInt(-1)).as(answer::toString).isZero();
            assertThat(answer.json().has("msg")).isFalse();
            assertThat(answer.at("/Admin-Token").asString()).matches("[0-9a-f]{32}");
            assertThat(answer.at("/user/userId").asLong())
                    .isEqualTo(person.staff().id());
            assertThat(answer.at("/user/companyId").asString()).isEqualTo(Long.toString(company.tenantId()));
            assertThat(answer.at("/isAdmin").asBoolean(true)).isFalse();
            assertThat(answer.at("/auth/crm/leads/transform").asBoolean(false)).isTrue();
            assertThat(answer.at("/auth/crm/pool").has("distribute")).isFalse();
            assertThat(new Wukong(answer.at("/Admin-Token").asString())
                            .get(ME)
                            .at("/data/userId")
                            .asLong())
                    .isEqualTo(person.staff().id());
        }
        assertThat(signIn(company.admin())
                        .get("/api/system/role/auth")
                        .at("/data/crm/pool/distribute")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    void every_route_but_the_login_asks_for_a_token_whatever_the_verb() {
        List<Routes.Route> routes = Routes.ours().stream()
                .filter(route -> route.dialect().equals("wukong") && !route.open())
                .toList();
        assertThat(routes).isNotEmpty().allMatch(route -> route.method().equals("ANY"));
        for (Routes.Route route : routes) {
            for (String verb : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "FOO")) {
                assertRefused(new Wukong(null).send(verb, route.path(), null, ""), 302, "请先登录！");
            }
            assertRefused(new Wukong("0".repeat(32)).get(route.path()), 302, "请先登录！");
        }
    }

    @Test
    void a_token_that_is_none_admits_nobody() {
        String token = signIn(company.sales()).token();
        for (String bad : List.of(
                "x",
                token.substring(1),
                token + "0",
                token + token,
                "g".repeat(32),
                "f".repeat(32),
                company.sales().token())) {
            assertRefused(new Wukong(bad).get(ME), 302, "请先登录！");
        }
        assertRefused(new Wukong(null).get(ME, "Admin-Token", token), 302, "请先登录！");
        assertRefused(SERVER.http().send("GET", ME, null, Map.of("Cookie", "Admin-Token=" + token)), 302, "请先登录！");
    }

    @Test
    void a_logout_ends_this_token_and_no_other() {
        Wukong first = signIn(company.sales());
        Wukong second = signIn(company.sales());
        assertThat(first.get("/api/logout").text()).isEqualTo("{\"code\":0}");
        assertRefused(first.get(ME), 302, "请先登录！");
        assertThat(second.get(ME).at("/code").asInt(-1)).isZero();
    }

    @Test
    void a_token_lives_on_while_it_is_used_and_ends_when_it_is_not() {
        Wukong client = signIn(company.east().get(1));
        for (int n = 0; n < 3; n++) {
            SERVER.clock().advance(Duration.ofDays(6));
            assertThat(client.get(ME).at("/code").asInt(-1)).isZero();
        }
        SERVER.clock().advance(Duration.ofDays(7).plusSeconds(1));
        assertRefused(client.get(ME), 302, "请先登录！");
    }

    @Test
    void the_store_keeps_no_token_that_could_be_used() {
        String token = signIn(company.sales()).token();
        assertThat(SERVER.jdbc().queryForList("select session_token::text from session_token", String.class))
                .isNotEmpty()
                .noneMatch(row -> row.contains(token));
    }

    @Test
    void wrong_passwords_are_refused_in_the_documents_words_and_then_have_to_wait_the_right_one_too() {
        String name = company.hire("locked-out-" + company.number(), io.haina.tenant.Role.SALES, null)
                .staff()
                .username();
        Wukong nobody = new Wukong(null);
        for (int n = 0; n < 5; n++) {
            assertRefused(nobody.form("/api/login", "username", name, "password", "wrong"), 500, "用户名或密码错误！");
        }
        Answer waiting = nobody.form("/api/login", "username", name, "password", TestCompany.PASSWORD);
        assertThat(waiting.at("/code").asInt()).isEqualTo(500);
        assertThat(waiting.at("/msg").asString()).matches("密码错误次数过多，请等[0-9]{1,3}秒后在重试！");
        SERVER.clock().advance(Duration.ofMinutes(5));
        assertThat(nobody.form("/api/login", "username", name, "password", TestCompany.PASSWORD)
                        .at("/code")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void two_people_in_one_request_are_refused_and_one_person_twice_is_one() {
        String token = signIn(company.sales()).token();
        String own = "Bearer " + company.sales().token();
        String other = "Bearer " + company.admin().token();
        var http = SERVER.http();
        String list = "/api/customers";
        assertThat(http.send("GET", ME, null, Map.of("Admin-Token", token, "Authorization", own))
                        .at("/code")
                        .asInt(-1))
                .isZero();
        assertThat(http.send("GET", ME, null, Map.of("Admin-Token", token, "Authorization", other))
                        .at("/code")
                        .asInt())
                .isEqualTo(500);
        assertThat(http.send("GET", list, null, Map.of("Admin-Token", token, "Authorization", own))
                        .status())
                .isEqualTo(200);
        assertThat(http.send("GET", list, null, Map.of("Admin-Token", token, "Authorization", other))
                        .status())
                .isEqualTo(400);
        String[] request = {"GET " + ME + " HTTP/1.1", "Host: x", "Admin-Token: " + token, "Admin-Token: " + token};
        assertThat(RawHttp.send(request)).contains("\"code\":0");
        request[3] = "Admin-Token: " + signIn(company.admin()).token();
        assertThat(RawHttp.send(request)).contains("\"code\":500");
    }

    @Test
    void a_path_that_is_none_is_answered_with_404_in_the_documents_envelope() {
        for (String path :
                List.of("/api/CrmLeads/nonsense", "/api/CrmNothing", "/api/scene/x", "/api/field/x", "/api/system/x")) {
            Answer answer = new Wukong(null).get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo("{\"code\":404,\"msg\":\"404 请求失败\"}");
        }
        assertThat(new Wukong(null).get("/api/customers").status()).isEqualTo(401);
    }

    @Test
    void people_are_listed_in_pages_or_all_at_once_and_of_the_own_company_only() {
        Wukong client = signIn(company.sales());
        Answer all = client.form("/api/system/user/queryUserList", "pageType", "0");
        assertThat(all.at("/data").valueStream().map(row -> row.path("realname").asString()))
                .contains(company.admin().name(), company.southManager().name())
                .allMatch(name -> name.contains("-" + company.number()) || name.contains("管理员" + company.number()));
        Answer page = client.json("/api/system/user/queryUserList", Map.of("page", 1, "limit", 2, "search", "east"));
        assertThat(page.at("/data/totalRow").asInt()).isEqualTo(4);
        assertThat(page.at("/data/list")).hasSize(2);
        assertThat(client.get("/api/sysConfig/querySysConfig").at("/data/name").asString())
                .isEqualTo(company.tenant().name());
    }
}
