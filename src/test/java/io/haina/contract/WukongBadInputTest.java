package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a client of document 002 sends, the answer is that document's, and the fault never the server's. */
class WukongBadInputTest {

    private static final String LIST = "/api/system/user/queryUserList";
    private static Wukong client;

    @BeforeAll
    static void open() {
        client = Wukong.signIn(TestCompany.create().sales().staff().username(), TestCompany.PASSWORD);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.at("/code").asInt()).as(answer::toString).isEqualTo(500);
        assertThat(answer.at("/msg").asString()).isNotBlank().doesNotContain("服务器内部错误");
        assertThat(answer.text()).doesNotContain("Exception", "io.haina", "tools.jackson", "select ");
    }

    private static void assertTaken(Answer answer) {
        assertThat(answer.at("/code").asInt(-1)).as(answer::toString).isZero();
    }

    @Test
    void numbers_come_as_texts_and_texts_as_numbers_and_an_empty_text_is_no_number() {
        assertTaken(client.get(LIST, "page", "1", "limit", "5"));
        assertTaken(client.form(LIST, "page", "1", "limit", ""));
        assertTaken(client.json(LIST, Map.of("page", "1", "limit", 5, "search", 7)));
        assertTaken(client.json(LIST, "{\"page\":null,\"limit\":\" \",\"unknown\":{\"deep\":[1,2]}}"));
        assertTaken(client.send("POST", LIST, "a=b&".repeat(5_000), "application/x-www-form-urlencoded"));
        assertTaken(client.json(LIST, "null"));
        assertTaken(client.send("POST", LIST, "", "application/json"));
        assertTaken(client.json(LIST + "?page=1&limit=500", Map.of("limit", 2)));
        assertThat(client.json(LIST + "?limit=500", Map.of("limit", 2)).at("/data/list"))
                .hasSize(2);
    }

    @Test
    void an_object_where_a_number_stands_is_refused() {
        for (String body : List.of(
                "{\"entity\":{\"leadsId\":{},\"leads_name\":\"x\"}}",
                "{\"entity\":{\"leadsId\":[1],\"leads_name\":\"x\"}}",
                "{\"entity\":{\"leads_name\":\"x\"},\"field\":[{\"fieldId\":{},\"value\":\"x\"}]}")) {
            assertRefused(client.json("/api/CrmLeads/addOrUpdate", body));
        }
        assertRefused(
                client.json("/api/CrmBusiness/addOrUpdate", "{\"entity\":{\"business_name\":\"x\",\"is_end\":{}}}"));
    }

    @Test
    void what_cannot_be_meant_is_refused_in_the_documents_envelope() {
        List<Answer> answers = new ArrayList<>(List.of(
                client.get(LIST, "page", "0"),
                client.get(LIST, "page", "-1"),
                client.get(LIST, "page", "x"),
                client.get(LIST, "page", "1.5"),
                client.get(LIST, "page", "2147483648"),
                client.get(LIST, "page", "9".repeat(5_000)),
                client.get(LIST, "limit", "0"),
                client.get(LIST, "status", "7"),
                client.get(LIST, "search", "x".repeat(5_000)),
                client.form(LIST, "search", "a\0b"),
                client.form(LIST, "page", "1", "page", "2"),
                client.json(LIST, "[]"),
                client.json(LIST, "7"),
                client.json(LIST, "\"x\""),
                client.json(LIST, "{"),
                client.json(LIST, "{} {}"),
                client.json(LIST, "nonsense"),
                client.json(LIST, "{\"page\":[1]}"),
                client.json(LIST, "{\"page\":{\"a\":1}}"),
                client.json(LIST, "{\"page\":true}"),
                client.json(LIST, "{\"page\":1.5}"),
                client.json(LIST, "{\"page\":1e400}"),
                client.json(LIST, "{\"page\":1e999999999}"),
                client.json(LIST, "{\"search\":1e-999999999}"),
                client.json(LIST, "{\"page\":" + "9".repeat(2_000) + "}"),
                client.json(LIST, "{\"search\":[\"x\"]}"),
                client.json(LIST, "{\"search\":\"a\\u0000b\"}"),
                client.json(LIST, "{\"search\":\"\\ud800\"}"),
                client.json(LIST, "{\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}"),
                client.json(LIST, "{\"x\":" + "{\"x\":".repeat(2_000) + "1" + "}".repeat(2_000) + "}"),
                client.send("POST", LIST, "search=%zz", "application/x-www-form-urlencoded"),
                client.send("POST", LIST, "<a/>", "application/xml"),
                client.send("POST", LIST, "x", "nonsense"),
                client.send("POST", LIST, "x", "multipart/form-data"),
                client.send("POST", LIST, "x=1", "multipart/form-data; boundary=y"),
                client.send("POST", LIST, "search=" + "x".repeat(900_000), "application/x-www-form-urlencoded"),
                client.json(LIST, "{\"search\":\"" + "x".repeat(1 << 20) + "\"}"),
                new Wukong(null).form("/api/login"),
                new Wukong(null).form("/api/login", "username", "a\0b", "password", "x"),
                new Wukong(null).form("/api/login", "username", "x".repeat(5_000), "password", "x".repeat(5_000)),
                new Wukong(null).json("/api/login", "{\"username\":{},\"password\":[]}")));
        assertThat(IntStream.range(0, answers.size())
                        .filter(n -> answers.get(n).at("/code").asInt() != 500)
                        .boxed())
                .as("taken, by their place in the list")
                .isEmpty();
        answers.forEach(WukongBadInputTest::assertRefused);
    }

    @Test
    void what_the_web_server_refuses_itself_comes_in_the_envelope() {
        String token = client.token();
        for (String[] request : new String[][] {
            {"GET " + LIST + "?search=%zz HTTP/1.1", "Host: x", "Admin-Token: " + token},
            {"GET " + LIST + " HTTP/1.1", "Host: x", "X-Long: " + "x".repeat(20_000)},
            {"TRACE " + LIST + " HTTP/1.1", "Host: x", "Admin-Token: " + token},
        }) {
            assertThat(RawHttp.send(request))
                    .as(request[0])
                    .contains("\"code\":500")
                    .doesNotContain("\"success\"");
        }
    }

    @Test
    void raw_utf_8_and_slashes_in_a_query_are_taken_as_they_come() {
        assertThat(RawHttp.send("GET " + LIST + "?search=互联网/软件 HTTP/1.1", "Host: x", "Admin-Token: " + client.token()))
                .contains("\"code\":0");
    }

    @Test
    void head_is_answered_without_a_body_and_options_with_the_verbs() {
        Answer head = client.send("HEAD", LIST, null, "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(HainaServer.get()
                        .http()
                        .send("OPTIONS", LIST, null, Map.of())
                        .header("Allow"))
                .contains("GET", "POST");
    }
}
