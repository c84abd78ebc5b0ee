package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import io.haina.testing.TestCompany.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What nobody should send to document 003: each is told what is wrong, in its envelope, and changes nothing. */
class OutreachBadInputTest {

    private static final String LONG = "长".repeat(5_001);

    private static TestCompany company;
    private static Person sales;
    private static String own;
    private static String others;
    private static String foreign;

    private final List<DynamicTest> tests = new ArrayList<>();

    @BeforeAll
    static void fill() {
        company = TestCompany.create();
        sales = company.sales();
        own = add(sales);
        others = add(company.south().getFirst());
        foreign = add(TestCompany.create().sales());
    }

    private static String add(Person person) {
        return person.http()
                .post(
                        "/api/contacts",
                        "{\"name\": \"甲\", \"contact\": \"" + person.name() + "\", \"contacted_at\": \"2024-03-01\"}")
                .at("/data/id")
                .asString();
    }

    @TestFactory
    Stream<DynamicTest> bodies() {
        for (String path : List.of("/api/contacts", "/api/contacts/bulk", "/api/contacts/leads")) {
            for (String body :
                    List.of("", "{", "[]", "null", "5", "\"x\"", "{}", "{}{}", "{\"nonsense\": 1}", "\u0000")) {
                send(400, "POST", path, body);
            }
        }
        for (String body :
                List.of("", "{", "[]", "null", "5", "{\"nonsense\": 1}", "{\"name\": null}", "{\"name\": \" \"}")) {
            send(400, "PUT", "/api/contacts/" + own, body);
        }
        for (String value : List.of(
                "5",
                "true",
                "1.5",
                "[\"x\"]",
                "{\"x\": 1}",
                "null",
                "\"\"",
                "\"  \"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"" + LONG + "\"")) {
            form("name", value);
        }
        for (String field : List.of("position", "contact", "reply_status", "worker_id", "notes")) {
            for (String value : List.of("5", "true", "[]", "{}", "\"a\\u0000\"", "\"\\u0007\"", "\"" + LONG + "\"")) {
                form(field, value);
            }
        }
        for (String value : List.of(
                "\"x\"",
                "1.5",
                "1e400",
                "true",
                "[1]",
                "-1",
                "99999999999999999999999",
                "9007199254740992",
                "\"9\\u0000\"")) {
            form("account_id", value);
        }
        for (String value : List.of("\"x\"", "2", "1.5", "[]", "\"yes!\"")) {
            form("wechat_exchanged", value);
        }
        for (String value : List.of(
                "5",
                "\"x\"",
                "\"2024-02-30T10:00:00\"",
                "\"2024-03-01T25:00:00\"",
                "\"0000-00-00\"",
                "\"99999-01-01\"",
                "\"" + LONG + "\"",
                "true")) {
            form("contacted_at", value);
        }
        send(400, "POST", "/api/contacts", "{\"name\": \"x\", \"nmae\": \"x\"}");
        send(400, "POST", "/api/contacts", "{\"name\": \"x\", \"name\": \"x\"}");
        send(400, "POST", "/api/contacts/bulk", "{\"contacts\": [{\"name\": \"x\", \"nmae\": \"x\"}]}");
        send(400, "POST", "/api/contacts/bulk", "{\"contacts\": []}");
        send(400, "POST", "/api/contacts/bulk", "{\"contacts\": [5]}");
        send(400, "POST", "/api/contacts/bulk", "{\"contacts\": {\"name\": \"x\"}}");
        send(
                400,
                "POST",
                "/api/contacts/bulk",
                "{\"contacts\": [" + "{\"name\":\"x\"},".repeat(1_000) + "{\"name\":\"x\"}]}");
        send(413, "POST", "/api/contacts/bulk", "{\"contacts\": [{\"notes\": \"" + "x".repeat(1 << 20) + "\"}]}");
        for (String ids : List.of(
                "null", "[]", "5", "[\"x\"]", "[null]", "[0]", "[-1]", "[1.5]", "[true]", "[99999999999999999999]")) {
            send(400, "POST", "/api/contacts/leads", "{\"ids\": " + ids + "}");
        }
        send(400, "POST", "/api/contacts/leads", "{\"ids\": [" + numbers(1_001) + "]}");
        return tests.stream();
    }

    private static String numbers(int count) {
        StringBuilder numbers = new StringBuilder("1");
        for (int n = 2; n <= count; n++) {
            numbers.append(',').append(n);
        }
        return numbers.toString();
    }

    @TestFactory
    Stream<DynamicTest> addresses() {
        for (String number : List.of("0", "-1", "abc", "1.5", "1e3", "2147483648", "9".repeat(40), "%00", "0x1")) {
            send(400, "GET", "/api/contacts?page=" + number, null);
            send(400, "GET", "/api/contacts?page_size=" + number, null);
        }
        send(400, "GET", "/api/contacts?page=2147483647", null);
        for (String path : List.of("/api/contacts", "/api/contacts/export")) {
            for (String name : List.of("search", "reply_status", "wechat_exchanged")) {
                send(400, "GET", path + "?" + name + "=a%00b", null);
                send(400, "GET", path + "?" + name + "=a%0Ab", null);
                send(400, "GET", path + "?" + name + "=" + "x".repeat(5_000), null);
            }
            for (String date :
                    List.of("2024-02-30", "2024-1-1", "yesterday", "20240101", "99999-01-01", "0000-00-00")) {
                send(400, "GET", path + "?start_date=" + date, null);
                send(400, "GET", path + "?end_date=" + date, null);
            }
            send(400, "GET", path + "?start_date=2024-02-01&end_date=2024-01-01", null);
            send(400, "GET", path + "?wechat_exchanged=2", null);
            send(400, "GET", path + "?search=%ff%fe", null);
        }
        for (String id : List.of("x", "0", "-1", "1.5", "1e3", "9".repeat(30), "export")) {
            send(400, "PUT", "/api/contacts/" + id, "{\"name\": \"x\"}");
            send(400, "DELETE", "/api/contacts/" + id, null);
            send(400, "POST", "/api/contacts/" + id + "/lead", null);
        }
        for (String id : List.of(others, foreign, "9007199254740991")) {
            send(404, "PUT", "/api/contacts/" + id, "{\"name\": \"x\"}");
            send(404, "DELETE", "/api/contacts/" + id, null);
            send(404, "POST", "/api/contacts/" + id + "/lead", null);
            send(404, "POST", "/api/contacts/leads", "{\"ids\": [" + own + ", " + id + "]}");
        }
        send(404, "GET", "/api/contacts/nothing/here", null);
        send(405, "GET", "/api/contacts/" + own, null);
        send(405, "PATCH", "/api/contacts/" + own, "{}");
        return tests.stream();
    }

    @Test
    void a_broken_address_is_refused_in_the_envelope_too() {
        String answer = RawHttp.send(
                "GET /api/contacts?search=%zz HTTP/1.1", "Host: x", "Authorization: Bearer " + sales.token());
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":400");
    }

    @Test
    void only_a_good_token_opens() {
        Http http = sales.http();
        for (String token : List.of("", "x", "a.b.c", "0".repeat(32), "f".repeat(64), sales.token() + "x")) {
            assertRefusal(http.as(token).get("/api/contacts"), 401);
        }
        for (String path : List.of("/api/contacts", "/api/contacts/export")) {
            assertRefusal(http.as(null).get(path), 401);
        }
        assertRefusal(http.as(null).send("GET", "/api/contacts", null, Map.of("Authorization", "Basic eDp4")), 401);
        Wukong wukong = Wukong.signIn(sales.staff().username(), TestCompany.PASSWORD);
        assertThat(http.as(wukong.token()).get("/api/contacts").status()).isEqualTo(200);
        assertRefusal(
                http.send(
                        "GET",
                        "/api/contacts",
                        null,
                        Map.of(
                                "Admin-Token",
                                Wukong.signIn(company.south().getFirst().staff().username(), TestCompany.PASSWORD)
                                        .token())),
                400);
        wukong.form("/api/logout");
        assertRefusal(http.as(wukong.token()).get("/api/contacts"), 401);
    }

    private void form(String field, String value) {
        String rest = field.equals("name") ? "" : ", \"name\": \"甲\"";
        send(400, "POST", "/api/contacts", "{\"" + field + "\": " + value + rest + "}");
        boolean readable = !value.contains("\\ud800");
        if (readable) {
            send(400, "PUT", "/api/contacts/" + own, "{\"" + field + "\": " + value + "}");
        }
    }

    private void send(int status, String method, String path, String body) {
        String name = method + " " + path + (body == null ? "" : " " + body);
        tests.add(DynamicTest.dynamicTest(name.substring(0, Math.min(100, name.length())), () -> {
            Map<String, String> before = Contents.of(company.tenantId());
            assertRefusal(sales.http().send(method, path, body, Map.of()), status);
            assertThat(Contents.of(company.tenantId())).as("changed by " + name).isEqualTo(before);
        }));
    }

    static void assertRefusal(Answer answer, int status) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.at("/code").asInt()).isEqualTo(status);
        assertThat(answer.at("/msg").asString()).isNotBlank();
        assertThat(answer.json().propertyNames()).isSubsetOf("code", "msg", "request_id");
        assertThat(answer.text()).doesNotContain("Exception", "\tat ", "io.haina", "org.", "select ", "insert ");
    }

    @Test
    void an_unknown_field_is_named_as_it_was_sent() {
        for (String sent : List.of("workerId", "replyStatus")) {
            Answer answer = company.sales()
                    .http()
                    .send("POST", "/api/contacts", "{\"name\": \"x\", \"" + sent + "\": \"x\"}", Map.of());
            assertThat(answer.at("/msg").asString()).isEqualTo("请求参数错误: " + sent + " 是未知字段");
        }
    }
}
