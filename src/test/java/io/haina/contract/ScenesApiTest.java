package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static io.haina.contract.V1.encoded;
import static io.haina.contract.V1.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.customer.CustomerRecords;
import io.haina.lead.Leads;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Saved filters, sums and finding at the native API's door. */
class ScenesApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Http HTTP = COMPANY.sales().http();
    private static final String SCENES = "/api/v1/leads/scenes";

    private static Map<String, Object> scene(String name, String operator, Object... values) {
        return Map.of(
                "name",
                name,
                "conditions",
                List.of(Map.of("field", "mobile", "operator", operator, "values", List.of(values))));
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        SERVER.bean(CustomerRecords.class).add(COMPANY.admin().actor(), Map.of("name", "百炼寻找" + COMPANY.number()));
        Map<String, String> values =
                new HashMap<>(Map.of("$TOKEN", COMPANY.admin().token(), "$KIND", "customers"));
        return Stream.concat(V1.calls("scenes", values), V1.calls("search", values));
    }

    @Test
    void a_saved_filter_narrows_the_list_and_is_ones_own() {
        Leads leads = SERVER.bean(Leads.class);
        leads.add(COMPANY.sales().actor(), Map.of("name", "场景甲", "mobile", "13800000001"));
        leads.add(COMPANY.sales().actor(), Map.of("name", "场景乙"));
        Answer made = HTTP.post(SCENES, scene("一三八", "starts-with", "138"));
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        long id = made.at("/id").asLong();
        assertThat(made.header("Location")).isEqualTo(SCENES + "/" + id);
        assertThat(names(HTTP.get("/api/v1/leads?scene=" + id))).containsExactly("场景甲");
        Answer changed = HTTP.put(SCENES + "/" + id, scene("没有", "is-null"));
        assertThat(changed.at("/name").asString()).isEqualTo("没有");
        assertThat(names(HTTP.get("/api/v1/leads?scene=" + id + "&q=" + encoded("场景"))))
                .containsExactly("场景乙");
        Http boss = COMPANY.eastManager().http();
        assertProblem(boss.get("/api/v1/leads?scene=" + id), 404, "not-found");
        assertProblem(boss.put(SCENES + "/" + id, scene("x", "is-null")), 404, "not-found");
        assertProblem(boss.delete(SCENES + "/" + id), 404, "not-found");
        assertProblem(HTTP.put("/api/v1/customers/scenes/" + id, scene("x", "is-null")), 404, "not-found");
        assertProblem(HTTP.delete("/api/v1/customers/scenes/" + id), 404, "not-found");
        assertThat(boss.get(SCENES).text()).doesNotContain("没有");
        assertThat(HTTP.delete(SCENES + "/" + id).status()).isEqualTo(204);
        assertProblem(HTTP.get("/api/v1/leads?scene=" + id), 404, "not-found");
    }

    @Test
    void scenes_are_arranged_hidden_and_begun_with() {
        Http http = COMPANY.east().get(1).http();
        long first = http.post(SCENES, scene("一", "is", "1")).at("/id").asLong();
        long second = http.post(SCENES, scene("二", "in", "1", "2")).at("/id").asLong();
        JsonNode system = http.get(SCENES).at("/items/0");
        assertThat(system.path("system").asString()).isEqualTo("all");
        long all = system.path("id").asLong();
        assertThat(http.put(SCENES + "/order", Map.of("shown", List.of(second, all), "hidden", List.of(first)))
                        .status())
                .isEqualTo(204);
        assertThat(http.put(SCENES + "/" + second + "/default", null).status()).isEqualTo(204);
        JsonNode items = http.get(SCENES).at("/items");
        assertThat(items.at("/0/id").asLong()).isEqualTo(second);
        assertThat(items.at("/0/default").asBoolean()).isTrue();
        assertThat(items.at("/1/id").asLong()).isEqualTo(all);
        assertThat(items.valueStream()
                        .filter(each -> each.path("hidden").asBoolean())
                        .map(each -> each.path("id").asLong()))
                .containsExactly(first);
        assertProblem(
                http.put(SCENES + "/order", Map.of("shown", List.of(), "hidden", List.of(all))),
                403,
                "scene-of-system");
        assertProblem(http.delete(SCENES + "/" + all), 403, "scene-of-system");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\"}",
                "{\"conditions\":[]}",
                "{\"name\":\"\",\"conditions\":[]}",
                "{\"name\":\"a\\u0000\",\"conditions\":[]}",
                "{\"name\":\"x\",\"conditions\":[null]}",
                "{\"name\":\"x\",\"conditions\":[{}]}",
                "{\"name\":\"x\",\"conditions\":[{\"field\":\"nothing\",\"operator\":\"is\",\"values\":[\"1\"]}]}",
                "{\"name\":\"x\",\"conditions\":[{\"field\":\"mobile\",\"operator\":\"IS\",\"values\":[\"1\"]}]}",
                "{\"name\":\"x\",\"conditions\":[{\"field\":\"mobile\",\"operator\":\"is\",\"values\":\"1\"}]}",
                "{\"name\":\"x\",\"conditions\":[{\"field\":\"mobile\",\"operator\":\"is\",\"values\":[1e999999999]}]}",
                "{\"name\":\"x\",\"conditions\":[{\"field\":\"mobile\",\"operator\":\"is\"}]}",
                "{\"name\":\"x\",\"conditions\":[],\"sql\":\"1=1\"}"
            })
    void what_is_no_scene_is_refused_and_changes_nothing(String body) {
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        assertProblem(HTTP.post(SCENES, body), 400, "invalid");
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void sums_are_of_what_the_list_has() {
        Estate estate = new Estate(COMPANY);
        TestCompany.Person person = COMPANY.east().get(2);
        long customer = estate.customer(person.actor());
        for (String money : List.of("1.10", "2.20", "3.30")) {
            long id = estate.opportunity(person.actor(), customer);
            person.http().patch("/api/v1/opportunities/" + id, "{\"values\":{\"money\":" + money + "}}");
        }
        Answer sum = person.http().get("/api/v1/opportunities/sum?field=money");
        assertThat(sum.at("/sum").decimalValue()).isEqualByComparingTo("6.6");
        assertThat(person.http()
                        .get("/api/v1/opportunities/sum?field=money&filter="
                                + encoded("{\"field\":\"money\",\"operator\":\"greater\",\"values\":[2.2]}"))
                        .at("/sum")
                        .decimalValue())
                .isEqualByComparingTo("3.3");
        assertThat(COMPANY.south()
                        .getFirst()
                        .http()
                        .get("/api/v1/opportunities/sum?field=money")
                        .at("/sum")
                        .decimalValue())
                .isEqualByComparingTo("0");
        for (String field : List.of("name", "ownerId", "nothing", "")) {
            assertProblem(person.http().get("/api/v1/opportunities/sum?field=" + field), 400, "invalid");
        }
        assertProblem(person.http().get("/api/v1/opportunities/sum"), 400, "invalid");
    }

    @Test
    void words_find_records_of_every_kind_within_reach_and_no_others() {
        Estate estate = new Estate(COMPANY);
        var sales = COMPANY.sales().actor();
        String word = "琥珀" + COMPANY.number();
        long customer = SERVER.bean(CustomerRecords.class).add(sales, Map.of("name", word + "公司"));
        HTTP.post("/api/v1/leads", Map.of("values", Map.of("name", word + "线索", "mobile", "13900000009")));
        HTTP.post("/api/v1/contacts", Map.of("values", Map.of("name", word + "联系人", "customerId", customer)));
        long opportunity = estate.opportunity(sales, customer);
        HTTP.patch("/api/v1/opportunities/" + opportunity, Map.of("values", Map.of("name", word + "商机")));
        COMPANY.eastManager()
                .http()
                .post("/api/v1/products", Map.of("values", Map.of("name", word + "产品", "code", "P1")));
        Answer found = HTTP.get("/api/v1/search?q=" + encoded(word));
        assertThat(found.at("/items")
                        .valueStream()
                        .map(each -> each.path("kind").asString()))
                .containsExactlyInAnyOrder("leads", "customers", "contacts", "opportunities", "products");
        assertThat(found.at("/items")
                        .valueStream()
                        .map(each -> each.path("detail").asString()))
                .containsExactlyInAnyOrder("13900000009", sales.name(), word + "公司", word + "公司", "P1");
        assertThat(COMPANY.south()
                        .getFirst()
                        .http()
                        .get("/api/v1/search?q=" + encoded(word))
                        .at("/items"))
                .hasSize(1);
        assertThat(TestCompany.create()
                        .admin()
                        .http()
                        .get("/api/v1/search?q=" + encoded(word))
                        .at("/items"))
                .isEmpty();
        assertThat(HTTP.get("/api/v1/search?q=" + encoded("琥")).at("/items")).isEmpty();
        assertThat(HTTP.get("/api/v1/search").at("/items")).isEmpty();
        assertProblem(HTTP.get("/api/v1/search?q=a%00b"), 400, "invalid");
        assertProblem(HTTP.get("/api/v1/search?q=" + encoded("长".repeat(201))), 400, "invalid");
        assertProblem(SERVER.http().get("/api/v1/search?q=x"), 401, "not-signed-in");
    }

    @Test
    void people_to_choose_from_are_those_of_the_company_who_may_sign_in() {
        Answer names = HTTP.get("/api/v1/staff/names?q=sales-east-" + COMPANY.number());
        assertThat(names.at("/items")).hasSize(3);
        assertThat(names.at("/items/0/team").asString()).isEqualTo(TestCompany.EAST);
        assertThat(TestCompany.create()
                        .admin()
                        .http()
                        .get("/api/v1/staff/names?q=sales-east-" + COMPANY.number() + "-")
                        .at("/items"))
                .isEmpty();
        assertProblem(HTTP.get("/api/v1/staff/names?q=%00"), 400, "invalid");
    }
}
