package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.staff.SignedIn;
import io.haina.staff.WebTokens;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is refused at the door: credentials, sizes, media types, and what the web server itself will not take. */
class RegistrationDoorTest {

    private static final int TWENTY_MEGABYTES = 20 << 20;
    private static final HainaServer SERVER = HainaServer.get();
    private static TestCompany company;
    private static String token;

    @BeforeAll
    static void open() {
        company = TestCompany.create();
        token = company.sales().token();
    }

    private static Http with(String credential) {
        return SERVER.http(credential);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertUnauthorized(Answer answer, String message) {
        Refusals.assertRefusal(answer, 401);
        assertThat(answer.at("/message").asString()).isEqualTo(message);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void without_a_token_nobody_is_admitted() {
        assertUnauthorized(SERVER.http().get("/api/customers"), "未提供认证令牌");
        assertUnauthorized(
                SERVER.http().send("GET", "/api/customers", null, Map.of("Authorization", "Basic YTpi")), "未提供认证令牌");
        assertUnauthorized(
                SERVER.http().send("GET", "/api/customers", null, Map.of("Authorization", "Bearer ")), "未提供认证令牌");
    }

    @Test
    void a_forged_token_admits_nobody() {
        String[] parts = token.split("\\.");
        String other = company.admin().token().split("\\.")[1];
        String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        for (String forged : new String[] {
            "x",
            "a.b.c",
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + other + "." + parts[2],
            parts[0] + "." + parts[1] + "." + base64("0123456789abcdef0123456789abcdef"),
            none + "." + parts[1] + ".",
            none + "." + parts[1] + "." + parts[2],
            base64("{\"alg\":\"HS512\"}") + "." + parts[1] + "." + parts[2],
            base64("{\"alg\":\"RS256\"}") + "." + parts[1] + "." + parts[2],
            token + "." + parts[2],
            token.substring(0, token.length() - 2),
            "x".repeat(4_000)
        }) {
            assertUnauthorized(with(forged).get("/api/customers"), "认证令牌无效或已过期");
        }
        assertThat(with(token).get("/api/customers").status()).isEqualTo(200);
    }

    @Test
    void an_expired_or_ended_token_admits_nobody() {
        var person = company.sales();
        String expired = SERVER.bean(WebTokens.class)
                .issue(new SignedIn(
                        person.actor(), person.staff(), Instant.now().minusSeconds(60)));
        assertUnauthorized(with(expired).get("/api/customers"), "认证令牌无效或已过期");
        Http again = company.again(person).http();
        assertThat(again.post("/api/auth/logout", null).status()).isEqualTo(200);
        assertUnauthorized(again.get("/api/customers"), "认证令牌无效或已过期");
    }

    @Test
    void two_tokens_are_refused_and_the_same_twice_is_one() {
        String[] request = {"GET /api/customers HTTP/1.1", "Host: x", "Authorization: Bearer " + token, ""};
        request[3] = "Authorization: Bearer " + company.admin().token();
        assertThat(RawHttp.send(request)).startsWith("HTTP/1.1 400").contains("\"success\":false");
        request[3] = "Authorization: Bearer " + token;
        assertThat(RawHttp.send(request)).startsWith("HTTP/1.1 200");
    }

    @Test
    void the_role_and_tenant_of_a_body_give_nobody_anything() {
        Answer answer = company.sales()
                .http()
                .post(
                        "/api/customers",
                        Map.of(
                                "customer_name",
                                "身份不算数",
                                "role",
                                "admin",
                                "tenant_id",
                                1,
                                "owner_id",
                                1,
                                "status",
                                "won"));
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        var stored = SERVER.jdbc().queryForMap("select tenant_id, owner_id, status from customer where name = '身份不算数'");
        assertThat(stored)
                .containsEntry("tenant_id", company.tenantId())
                .containsEntry("owner_id", company.sales().actor().staffId())
                .containsEntry("status", "following");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "x", "text/json;charset=x"
            })
    void other_media_types_are_refused(String type) {
        Refusals.assertRefusal(
                with(token).send("POST", "/api/customers", "{\"customer_name\": \"x\"}", Map.of("Content-Type", type)),
                415);
    }

    @Test
    void a_body_above_a_megabyte_is_refused_by_its_length_and_while_it_is_read() {
        byte[] body =
                ("{\"customer_name\": \"" + "x".repeat(TWENTY_MEGABYTES) + "\"}").getBytes(StandardCharsets.UTF_8);
        Map<String, String> before = Contents.of(company.tenantId());
        Refusals.assertRefusal(with(token).post("/api/customers", body), 413);
        Refusals.assertRefusal(SERVER.http().post("/api/auth/login", body), 413);
        Refusals.assertRefusal(with(token).post("/api/customers", new ByteArrayInputStream(body)), 413);
        assertThat(Contents.of(company.tenantId())).isEqualTo(before);
    }

    @Test
    void a_file_above_twenty_megabytes_is_refused() {
        String customer = company.sales()
                .http()
                .post("/api/customers", Map.of("customer_name", "大文件客户"))
                .at("/data/id")
                .asString();
        String path = "/api/customers/" + customer + "/attachments";
        byte[] large = new byte[TWENTY_MEGABYTES + 1];
        Refusals.assertRefusal(company.sales().http().upload(path, "file", "a.pdf", large), 413);
        Refusals.assertRefusal(
                company.sales().http().upload(path, "file", "a.pdf", new byte[TWENTY_MEGABYTES + (2 << 20)]), 413);
        Refusals.assertRefusal(company.sales().http().upload(path, "other", "a.pdf", new byte[10]), 400);
        Refusals.assertRefusal(with(token).send("POST", path, "x", Map.of("Content-Type", "multipart/form-data")), 400);
        Refusals.assertRefusal(with(token).post(path, "{}"), 415);
        Refusals.assertRefusal(SERVER.http().upload(path, "file", "a.pdf", large), 401);
    }

    @Test
    void what_the_web_server_refuses_itself_comes_in_the_envelope() {
        String header = "x".repeat(20_000);
        for (String[] request : new String[][] {
            {"GET /% HTTP/1.1", "Host: x"},
            {"GET /api/%zz HTTP/1.1", "Host: x"},
            {"GET /api/../../etc/passwd HTTP/1.1", "Host: x"},
            {"GET /api/customers?keyword=%zz HTTP/1.1", "Host: x", "Authorization: Bearer " + token},
            {"GET /api/customers HTTP/1.1"},
            {"GET /api/customers HTTP/1.1", "Host: a b"},
            {"GET /api/customers HTTP/1.1", "Host: x", "X-Long: " + header},
            {"GET /" + header + " HTTP/1.1", "Host: x"},
            {"POST /api/customers HTTP/1.1", "Host: x", "Content-Length: x"},
            {"POST /api/customers HTTP/1.1", "Host: x", "Content-Length: 1", "Content-Length: 2"},
            {"FOO /api/customers HTTP/1.1", "Host: x"},
        }) {
            String answer = RawHttp.send(request);
            assertThat(answer).as(request[0]).matches("(?s)HTTP/1.1 4\\d\\d .*");
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            Refusals.assertEnvelope(JsonMapper.shared().readTree(body), answer);
        }
    }

    @Test
    void a_query_in_another_encoding_is_refused_rather_than_misread() {
        String target = "/api/customers/check-duplicate?customer_name=阿里云计算有限公司";
        String[] request = {"GET " + target + " HTTP/1.1", "Host: x", "Authorization: Bearer " + token};
        assertThat(RawHttp.send(request)).startsWith("HTTP/1.1 200");
        assertThat(RawHttp.send(Charset.forName("GBK"), request))
                .startsWith("HTTP/1.1 400")
                .contains("{\"success\":false,\"message\":\"请求格式错误,无法解析\"}");
    }

    @Test
    void a_sane_request_id_is_kept_and_any_other_replaced() {
        Http http = with(token);
        assertThat(http.send("GET", "/api/customers", null, Map.of("X-Request-Id", "a.B-9_"))
                        .header("X-Request-Id"))
                .isEqualTo("a.B-9_");
        for (String insane : new String[] {"a b", "x".repeat(65), "<script>", ""}) {
            assertThat(http.send("GET", "/api/nonsense", null, Map.of("X-Request-Id", insane))
                            .header("X-Request-Id"))
                    .matches("[a-z0-9]{1,13}");
        }
    }

    @Test
    void head_and_options_work_where_get_does() {
        Answer head = with(token).send("HEAD", "/api/customers", null, Map.of());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(with(token).send("OPTIONS", "/api/customers", null, Map.of()).header("Allow"))
                .contains("GET", "POST", "HEAD");
        assertThat(with(token).send("DELETE", "/api/customers", null, Map.of()).header("Allow"))
                .isEqualTo("GET, POST");
    }

    @Test
    void json_is_answered_whatever_a_client_accepts() {
        for (String accept : new String[] {"text/html", "image/png", "nonsense", "application/xml;q=0.1"}) {
            Answer answer = with(token).send("GET", "/api/stats/dashboard", null, Map.of("Accept", accept));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
        }
    }
}
