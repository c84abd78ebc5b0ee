package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.TestCompany;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever an app sends is refused in the envelope, says what is wrong, and changes nothing. */
class OpenapiBadInputTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static Openapi app;
    private static String id = "";

    @BeforeAll
    static void a_customer() {
        app = Openapi.of(COMPANY);
        id = app.post("/openapi/crm/add", "{\"customerName\":\"坏输入客户\",\"mobile\":[{\"value\":\"1\"}]}")
                .at("/data/_id")
                .asString();
    }

    private static long rows() {
        return Fresh.number(
                "select (select count(*) from customer where tenant_id = ?) + (select count(*) from audit where tenant_id = ?)",
                COMPANY.tenantId(),
                COMPANY.tenantId());
    }

    private static void refused(String path, String body, String... parts) {
        long before = rows();
        Answer answer = app.post(path, body);
        String shown = body.length() > 200 ? body.substring(0, 200) : body;
        assertThat(answer.status()).as("%s %s", shown, answer).isEqualTo(200);
        assertThat(answer.at("/success").asBoolean(true))
                .as("%s %s", shown, answer)
                .isFalse();
        assertThat(answer.at("/code").asString()).as("%s %s", shown, answer).isEqualTo("400");
        assertThat(answer.at("/message").asString()).as(shown).isNotBlank();
        for (String part : parts) {
            assertThat(answer.at("/message").asString()).as(shown).contains(part);
        }
        assertThat(answer.text()).doesNotContain("Exception", "\tat ", "io.haina", "select ", "insert ");
        assertThat(rows()).as(shown).isEqualTo(before);
    }

    private static Map<String, String> values() {
        String many = IntStream.range(0, 10_000)
                .mapToObj(n -> "{\"value\":\"" + n + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String key : List.of("mobile", "email", "qq", "wechat")) {
            for (String value : List.of(
                    "\"138\"",
                    "138",
                    "true",
                    "{}",
                    "[1]",
                    "[\"138\"]",
                    "[null]",
                    "[{}]",
                    "[{\"memo\":\"a\"}]",
                    "[{\"value\":null}]",
                    "[{\"value\":\"  \"}]",
                    "[{\"value\":1}]",
                    "[{\"value\":[]}]",
                    "[{\"value\":\"1\",\"memo\":{}}]",
                    "[{\"value\":\"1\",\"memo\":7}]",
                    "[{\"value\":\"1\",\"other\":\"x\"}]",
                    "[{\"value\":\"a\\u0000b\"}]",
                    "[{\"value\":\"1\",\"memo\":\"\\ud800\"}]",
                    "[{\"value\":\"" + "1".repeat(5000) + "\"}]",
                    "[{\"value\":\"1\",\"memo\":\"" + "长".repeat(5000) + "\"}]",
                    many)) {
                wrong.put(key + "=" + value, key);
            }
        }
        for (String key :
                List.of("customerName", "createMethod", "visitorId", "assignTime", "remark", "customerSource")) {
            for (String value : List.of(
                    "1",
                    "1.5",
                    "true",
                    "{}",
                    "[1]",
                    "[[]]",
                    "[null]",
                    "\"a\\u0000b\"",
                    "\"" + "长".repeat(6000) + "\"")) {
                wrong.put(key + "=" + value, key);
            }
        }
        for (String value : List.of(
                "\"2026-02-30 00:00:00\"",
                "\"yesterday\"",
                "\"0000-00-00 00:00:00\"",
                "\"99999-01-01\"",
                "1700000000")) {
            wrong.put("assignTime=" + value, "assignTime");
        }
        for (String key : List.of("owner", "openSeaIds")) {
            for (String value : List.of(
                    "\"abc\"",
                    "-1",
                    "0",
                    "1.5",
                    "1e30",
                    "true",
                    "{}",
                    "[{}]",
                    "\"%zz\"",
                    "\"99999999999999999999999\"",
                    "987654321")) {
                wrong.put(key + "=" + value, key);
            }
        }
        wrong.put("openSeaIds=[\"1\",\"2\"]", "openSeaIds");
        wrong.put("customer_name=\"x\"", "customer_name");
        wrong.put("f999999=\"x\"", "f999999");
        wrong.put("nameKey=\"x\"", "nameKey");
        wrong.put("ways=\"{}\"", "ways");
        return wrong;
    }

    @Test
    void a_wrong_value_is_refused_with_its_key_when_added_and_when_changed() {
        values().forEach((pair, key) -> {
            int cut = pair.indexOf('=');
            String field = "\"" + pair.substring(0, cut) + "\":" + pair.substring(cut + 1);
            String named = key.equals("customerName") ? "" : "\"customerName\":\"没有这个客户\",";
            refused("/openapi/crm/add", "{" + named + field + "}", key);
            refused("/openapi/crm/update", "{\"_id\":\"" + id + "\"," + field + "}", key);
        });
    }

    @Test
    void a_name_and_an_id_are_required() {
        refused("/openapi/crm/add", "{}", "customerName");
        refused("/openapi/crm/add", "{\"customerName\":\"  \"}", "customerName");
        refused("/openapi/crm/add", "{\"customerName\":null}", "customerName");
        refused("/openapi/crm/update", "{\"customerName\":\"x\"}", "_id");
        refused("/openapi/crm/update", "{\"_id\":\"" + id + "\",\"customerName\":\"\"}", "customerName");
        for (String wrong : List.of(
                "\"\"", "null", "\"abc\"", "1.5", "{}", "[]", "true", "-1", "\"1e5\"", "\"99999999999999999999\"")) {
            refused("/openapi/crm/update", "{\"_id\":" + wrong + "}", "_id");
            refused("/openapi/crm/delete", "{\"id\":" + wrong + "}", "id");
        }
        for (String wrong : List.of(
                "{\"id\":{},\"_id\":{}}",
                "{\"id\":[],\"_id\":\"1\"}",
                "{\"id\":\"1\",\"_id\":[]}",
                "{\"_id\":{}}",
                "{\"id\":null,\"_id\":null}",
                "{}")) {
            refused("/openapi/crm/delete", wrong, "id");
        }
        refused("/openapi/crm/delete", "{\"id\":\"1\",\"_id\":\"2\"}", "id");
    }

    @Test
    void what_is_wrong_is_called_as_the_client_called_it() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("add {\"customerName\":\"a1\",\"name\":\"4\"}", "name 是未知字段");
        told.put("add {\"customerName\":\"a1\",\"ownerId\":\"4\"}", "ownerId 是未知字段");
        told.put("add {\"customerName\":7}", "customerName 类型错误");
        told.put("update {\"_id\":\"" + id + "\",\"id\":\"" + id + "\"}", "id 是未知字段");
        told.put("delete {}", "id 不能为空");
        told.put("config/field/list {\"name\":1}", "name 类型错误");
        told.put("list {\"search\":[{\"field\":\"name\",\"operator\":\"eq\",\"value\":\"1\"}]}", "name 是未知字段");
        told.put("list {\"search\":[{\"field\":\"id\",\"operator\":\"eq\",\"value\":\"1\"}]}", "id 是未知字段");
        told.put("list {\"search\":[{\"field\":\"name\",\"operator\":\"eq\",\"value\":[{}]}]}", "name 类型错误");
        told.put(
                "list {\"search\":[{\"field\":\"customerName\",\"operator\":\"IS\",\"value\":\"1\"}]}",
                "operator 不支持 IS");
        told.put(
                "list {\"search\":[{\"field\":\"owner\",\"operator\":\"contains\",\"value\":\"1\"}]}",
                "owner 不支持 contains");
        told.put(
                "list {\"search\":[{\"field\":\"customerName\",\"operator\":\"contains\",\"value\":[\"a\",\"b\"]}]}",
                "customerName 超过最大长度(1)");
        told.put(
                "list {\"search\":[{\"field\":\"mobile\",\"operator\":\"startWith\",\"value\":[\"1\",\"2\"]}]}",
                "mobile 超过最大长度(1)");
        told.put(
                "list {\"search\":[{\"field\":\"createTime\",\"operator\":\"between\",\"value\":[\"2026-01-01\",\"\",\"\"]}]}",
                "createTime 超过最大长度(2)");
        told.forEach((request, message) -> {
            int cut = request.indexOf(' ');
            Answer answer = app.post("/openapi/crm/" + request.substring(0, cut), request.substring(cut + 1));
            assertThat(answer.at("/code").asString())
                    .as("%s %s", request, answer)
                    .isEqualTo("400");
            assertThat(answer.at("/message").asString()).as(request).isEqualTo(message);
        });
    }

    @Test
    void a_body_that_is_no_object_is_refused() {
        for (String path : List.of(
                "/openapi/crm/add",
                "/openapi/crm/update",
                "/openapi/crm/delete",
                "/openapi/crm/list",
                "/openapi/crm/config/field/list")) {
            for (String body : List.of(
                    "[]", "1", "\"x\"", "{", "{\"customerName\":\"a\",\"customerName\":\"b\"}", "{} {}", "nul")) {
                refused(path, body);
            }
        }
        for (String path : List.of("/openapi/crm/add", "/openapi/crm/update", "/openapi/crm/delete")) {
            refused(path, "null");
            refused(path, "");
        }
    }

    @Test
    void a_wrong_page_or_wish_is_refused() {
        for (String body : List.of(
                "{\"page\":0}",
                "{\"page\":-1}",
                "{\"page\":\"x\"}",
                "{\"page\":1.5}",
                "{\"page\":99999999999}",
                "{\"page\":2147483647,\"limit\":100}",
                "{\"limit\":0}",
                "{\"limit\":[]}",
                "{\"search\":{}}",
                "{\"search\":\"x\"}",
                "{\"sort\":\"x\"}")) {
            refused("/openapi/crm/list", body);
        }
        for (String body : List.of(
                "{\"name\":1}",
                "{\"category\":\"x\"}",
                "{\"type\":[1]}",
                "{\"enabled\":\"true\"}",
                "{\"editable\":1}",
                "{\"other\":1}")) {
            refused("/openapi/crm/config/field/list", body);
        }
        String condition = "{\"field\":\"mobile\",\"operator\":\"eq\",\"value\":[\"1\"]}";
        refused("/openapi/crm/list", "{\"search\":[" + (condition + ",").repeat(60) + condition + "]}", "search");
        String values =
                IntStream.range(0, 10_000).mapToObj(n -> "\"" + n + "\"").collect(Collectors.joining(","));
        for (String key : List.of("mobile", "customerName", "_id", "owner")) {
            refused(
                    "/openapi/crm/list",
                    "{\"search\":[{\"field\":\"" + key + "\",\"operator\":\"in\",\"value\":[" + values + "]}]}",
                    key);
        }
    }

    @Test
    void an_id_in_the_path_that_is_none_is_refused_or_not_there() {
        for (String wrong : List.of("abc", "0", "-1", "1.5", "99999999999999999999", "%E4%B8%AD", "1%20or%201=1")) {
            for (String path : List.of("/openapi/crm/", "/openapi/crm/findById/")) {
                Answer answer = app.get(path + wrong);
                assertThat(answer.status()).as("%s %s", wrong, answer).isIn(200, 400);
                assertThat(answer.at("/code").asString())
                        .as("%s %s", wrong, answer)
                        .isIn("400", "404");
            }
        }
        assertThat(app.get("/openapi/crm/999999999").at("/code").asString()).isEqualTo("404");
    }

    @Test
    void any_text_that_is_a_text_is_kept_as_it_is() {
        String name = "客户' or 1=1 -- %_\\\\ \\\"😀 <b>";
        Answer answer = app.post(
                "/openapi/crm/add",
                "{\"customerName\":\"" + name
                        + "\",\"mobile\":[{\"value\":\"+86 138\",\"memo\":\"😀\"},{\"value\":\"+86 138\"}]}");
        assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo("200");
        assertThat(answer.at("/data/customerName").asString()).isEqualTo("客户' or 1=1 -- %_\\ \"😀 <b>");
        assertThat(answer.at("/data/mobile").size()).isEqualTo(1);
        assertThat(answer.at("/data/mobile/0/memo").asString()).isEqualTo("😀");
    }
}
