package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.app.AppDraft;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** The native API's apps. */
class AppsTest {

    private static final String APPS = "/api/v1/apps";
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Http ADMIN = COMPANY.admin().http();

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        return V1Calls.of("apps", Map.of("$TOKEN", COMPANY.admin().token()));
    }

    private static Answer made(String name) {
        Answer answer = ADMIN.post(APPS, Map.of("name", name));
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        return answer;
    }

    private static String path(Answer app) {
        return APPS + "/" + app.at("/appid").asString();
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type").asString()).as(answer::toString).isEqualTo("urn:haina:problem:" + type);
        assertThat(answer.at("/status").asInt()).isEqualTo(status);
    }

    @Test
    void a_name_is_enough_and_the_rest_is_as_usual() {
        JsonNode app = made("常规").json();
        assertThat(app.at("/rights").valueStream().map(JsonNode::asString))
                .containsExactly("read", "add", "change", "delete", "fields");
        assertThat(app.at("/networks")).isEmpty();
        assertThat(app.at("/rate/burst").asInt()).isEqualTo(1_000);
        assertThat(app.at("/rate/perSecond").asInt()).isEqualTo(100);
        assertThat(app.at("/replay").asString()).isEqualTo("nonce");
        assertThat(app.at("/secret").asString()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(app.at("/accountId").asString()).isEqualTo(Long.toString(COMPANY.tenantId()));
    }

    @Test
    void a_new_app_signs_at_once_and_its_secret_is_never_shown_again() {
        Answer app = made("一次");
        String secret = app.at("/secret").asString();
        Openapi client = new Openapi(Long.parseLong(app.at("/appid").asString()), secret);
        assertThat(client.get("/openapi/app").at("/data/name").asString()).isEqualTo("一次");
        for (Answer later :
                List.of(ADMIN.get(APPS), ADMIN.get(path(app)), ADMIN.patch(path(app), Map.of("name", "一次二")))) {
            assertThat(later.status()).isEqualTo(200);
            assertThat(later.text()).doesNotContain(secret, "\"secret\"");
        }
        assertThat(client.get("/openapi/app").at("/data/name").asString()).isEqualTo("一次二");
    }

    @Test
    void only_admins_have_to_do_with_apps() {
        Answer app = made("管理");
        for (TestCompany.Person person : List.of(COMPANY.sales(), COMPANY.eastManager())) {
            assertProblem(person.http().get(APPS), 403, "role-required");
            assertProblem(person.http().post(APPS, Map.of("name", "x")), 403, "role-required");
            assertProblem(person.http().patch(path(app), Map.of("name", "x")), 403, "role-required");
            assertProblem(person.http().post(path(app) + "/rotate", null), 403, "role-required");
            assertProblem(person.http().delete(path(app)), 403, "role-required");
        }
        assertProblem(HainaServer.get().http().get(APPS), 401, "not-signed-in");
        assertProblem(HainaServer.get().http("nonsense").get(APPS), 401, "bad-token");
    }

    @Test
    void another_companys_apps_are_not_found() {
        Answer app = made("别人的");
        Http stranger = TestCompany.create().admin().http();
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        assertThat(stranger.get(APPS).at("/items")).isEmpty();
        assertProblem(stranger.get(path(app)), 404, "not-found");
        assertProblem(stranger.patch(path(app), Map.of("disabled", true)), 404, "not-found");
        assertProblem(stranger.post(path(app) + "/rotate", null), 404, "not-found");
        assertProblem(stranger.delete(path(app)), 404, "not-found");
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":\"  \"}",
                "{\"name\":null}",
                "{\"name\":7}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"x\",\"rights\":\"read\"}",
                "{\"name\":\"x\",\"rights\":[null]}",
                "{\"name\":\"x\",\"rights\":[\"READ\"]}",
                "{\"name\":\"x\",\"rights\":[1]}",
                "{\"name\":\"x\",\"networks\":[\"everywhere\"]}",
                "{\"name\":\"x\",\"networks\":[\"10.0.0.0/40\"]}",
                "{\"name\":\"x\",\"networks\":[null]}",
                "{\"name\":\"x\",\"rate\":{\"burst\":0}}",
                "{\"name\":\"x\",\"rate\":{\"burst\":1.5}}",
                "{\"name\":\"x\",\"rate\":{\"burst\":99999999999999999999}}",
                "{\"name\":\"x\",\"rate\":{\"perSecond\":-1}}",
                "{\"name\":\"x\",\"rate\":{\"perSecond\":10001}}",
                "{\"name\":\"x\",\"rate\":5}",
                "{\"name\":\"x\",\"replay\":\"never\"}",
                "{\"name\":\"x\",\"disabled\":\"yes\"}",
                "{\"name\":\"x\",\"secret\":\"mine\"}",
                "{\"name\":\"x\",\"name\":\"y\"}",
                "[]",
                "null",
                "{\"name\":",
                ""
            })
    void what_cannot_be_meant_is_refused_and_changes_nothing(String body) {
        Answer app = made("不变");
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        Answer answer = ADMIN.post(APPS, body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        if (!body.equals("{}") && !body.equals("{\"name\":null}")) {
            assertThat(ADMIN.patch(path(app), body).status()).isEqualTo(400);
        }
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void names_and_lists_have_a_length() {
        assertProblem(ADMIN.post(APPS, Map.of("name", "名".repeat(65))), 400, "invalid");
        assertProblem(ADMIN.post(APPS, Map.of("name", "名".repeat(5_000))), 400, "invalid");
        assertProblem(
                ADMIN.post(APPS, Map.of("name", "x", "networks", java.util.Collections.nCopies(101, "10.0.0.1"))),
                400,
                "invalid");
        assertThat(made("名".repeat(64)).at("/name").asString()).hasSize(64);
        assertThat(made("🐬").at("/name").asString()).isEqualTo("🐬");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "abc", "-1", "9999999999999999999", "%E4%BA%BA", "1.0"})
    void an_appid_that_is_none_is_not_found(String appid) {
        Answer answer = ADMIN.get(APPS + "/" + appid);
        assertThat(answer.status()).as(answer::toString).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "-PT1S", "tomorrow", "PT", "PT999999999999999999H", "P1M"})
    void an_overlap_that_is_none_leaves_the_secret_as_it_is(String overlap) {
        Answer app = made("重叠");
        assertProblem(ADMIN.post(path(app) + "/rotate", Map.of("overlap", overlap)), 400, "invalid");
        Openapi client = new Openapi(
                Long.parseLong(app.at("/appid").asString()), app.at("/secret").asString());
        assertThat(client.get("/openapi/app").at("/code").asString()).isEqualTo("200");
    }

    @Test
    void of_many_who_rotate_at_once_all_get_a_secret_and_the_two_newest_hold() {
        Answer app = made("轮换");
        List<String> secrets =
                Race.of(
                                6,
                                n -> () -> ADMIN.post(path(app) + "/rotate", null)
                                        .at("/secret")
                                        .asString(""))
                        .stream()
                        .map(outcome -> ((Race.Won<String>) outcome).result())
                        .toList();
        assertThat(secrets).doesNotContain("").doesNotHaveDuplicates();
        long appid = Long.parseLong(app.at("/appid").asString());
        assertThat(secrets.stream()
                        .filter(secret -> new Openapi(appid, secret)
                                .get("/openapi/app")
                                .at("/success")
                                .asBoolean()))
                .hasSize(2);
    }

    @Test
    void every_change_is_audited_without_the_secret_and_what_is_the_same_leaves_no_trace() {
        Answer app = made("审计");
        long appid = Long.parseLong(app.at("/appid").asString());
        ADMIN.patch(path(app), Map.of("name", "审计", "rights", List.of("read", "add", "change", "delete", "fields")));
        ADMIN.patch(path(app), Map.of("rights", List.of("read")));
        String rotated = ADMIN.post(path(app) + "/rotate", null).at("/secret").asString();
        ADMIN.delete(path(app));
        List<Map<String, Object>> lines = HainaServer.get()
                .jdbc()
                .queryForList(
                        "select action, actor_id, before::text, after::text from audit"
                                + " where tenant_id = ? and kind = 'app' and record_id = ? order by id",
                        COMPANY.tenantId(),
                        appid);
        assertThat(lines).extracting(line -> line.get("action")).containsExactly("make", "change", "rotate", "delete");
        assertThat(lines)
                .extracting(line -> line.get("actor_id"))
                .containsOnly(COMPANY.admin().actor().staffId());
        assertThat(lines.get(1).get("before").toString()).contains("DELETE");
        assertThat(lines.get(1).get("after").toString()).contains("READ").doesNotContain("DELETE");
        assertThat(lines.toString()).doesNotContain(app.at("/secret").asString(), rotated);
    }

    @Test
    void the_store_holds_no_secret_that_could_be_read() {
        String secret = made("密封").at("/secret").asString();
        for (String table : List.of("app", "app_secret", "staff", "audit", "outbox")) {
            String rows = HainaServer.get()
                    .jdbc()
                    .queryForObject(
                            "select coalesce(string_agg(t::text, ' '), '') from " + table + " t where tenant_id = ?",
                            String.class,
                            COMPANY.tenantId());
            assertThat(rows).doesNotContain(secret, java.util.HexFormat.of().formatHex(secret.getBytes()));
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void no_secret_and_no_signature_stands_in_the_log(CapturedOutput output) {
        Answer app = made("无日志");
        String secret = app.at("/secret").asString();
        String rotated = ADMIN.post(path(app) + "/rotate", null).at("/secret").asString();
        Openapi client = new Openapi(Long.parseLong(app.at("/appid").asString()), secret);
        Map<String, String> headers = client.headers();
        for (int n = 0; n < 2; n++) {
            Openapi.send("GET", "/openapi/app", null, headers);
        }
        client.with("x").get("/openapi/app");
        ADMIN.post(APPS, "{\"name\":\"x\",\"secret\":\"" + secret + "\"}");
        assertThat(output.getAll()).doesNotContain(secret, rotated, headers.get("signature"));
    }

    @Test
    void an_apps_account_signs_nobody_in_and_is_in_no_list_of_people() {
        Answer app = made("隐身应用");
        String username = "app-" + app.at("/appid").asString();
        assertThat(HainaServer.get()
                        .http()
                        .post("/api/auth/login", Map.of("username", username, "password", ""))
                        .status())
                .isGreaterThanOrEqualTo(400);
        String token = COMPANY.admin().token();
        assertThat(token).isNotBlank();
        Set<String> names = new TreeSet<>();
        Wukong admin = Wukong.signIn(COMPANY.admin().staff().username(), TestCompany.PASSWORD);
        admin.form("/api/system/user/queryUserList", "pageType", "0")
                .at("/data")
                .forEach(user -> names.add(user.path("realname").asString()));
        assertThat(names).contains(COMPANY.sales().name()).doesNotContain("隐身应用");
        assertThat(ADMIN.get("/api/stats/team").text()).doesNotContain("隐身应用");
    }

    @Test
    void nothing_is_given_to_an_apps_account() {
        Openapi app = Openapi.of(COMPANY, AppDraft.named("收件人"));
        long account = Fresh.number(
                "select staff_id from app where tenant_id = ? and appid = ?", COMPANY.tenantId(), app.appid());
        long customer = Fresh.customer(COMPANY.sales().actor(), "不给应用的客户" + COMPANY.number());
        Wukong admin = Wukong.signIn(COMPANY.admin().staff().username(), TestCompany.PASSWORD);
        Answer answer = admin.form(
                "/api/CrmCustomer/transfer",
                "customerIds",
                Long.toString(customer),
                "newOwnerUserId",
                Long.toString(account),
                "transferType",
                "1");
        assertThat(answer.at("/code").asInt()).as(answer::toString).isEqualTo(500);
        assertThat(Fresh.number("select owner_id from customer where id = ?", customer))
                .isEqualTo(COMPANY.sales().actor().staffId());
    }
}
