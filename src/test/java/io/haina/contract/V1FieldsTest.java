package io.haina.contract;

import static io.haina.contract.V1SalesTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.lead.Leads;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The design of fields at the native API's door. */
class V1FieldsTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static final Http ADMIN = COMPANY.admin().http();
    private static final Http SALES = COMPANY.sales().http();
    private static final String FIELDS = "/api/v1/leads/fields";

    private static Answer made(String body) {
        Answer answer = ADMIN.post(FIELDS, body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        return answer;
    }

    private static String path(Answer field) {
        return FIELDS + "/" + field.at("/name").asString();
    }

    private static List<String> names(Http http) {
        return http.get(FIELDS)
                .at("/items")
                .valueStream()
                .filter(field -> !field.path("label").asString().isEmpty())
                .map(field -> field.path("name").asString())
                .toList();
    }

    private static JsonNode field(Http http, String name) {
        return http.get(FIELDS)
                .at("/items")
                .valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        return V1Calls.of("fields", Map.of("$TOKEN", COMPANY.admin().token(), "$KIND", "customers"));
    }

    @Test
    void a_new_field_is_the_last_and_everybody_has_it_at_once() {
        Answer made =
                made("{\"label\":\"意向\",\"type\":\"choice\",\"options\":[\"高\",{\"value\":\"低\",\"label\":\"低\"}],"
                        + "\"required\":false,\"help\":\"听来的\",\"default\":\"高\"}");
        String name = made.at("/name").asString();
        assertThat(made.header("Location")).isEqualTo(path(made));
        assertThat(names(SALES)).last().isEqualTo(name);
        assertThat(field(SALES, name).toString()).isEqualTo(made.json().toString());
        assertThat(field(SALES, name).at("/options/1/value").asString()).isEqualTo("低");
        assertProblem(ADMIN.post(FIELDS, "{\"label\":\"意向\",\"type\":\"text\"}"), 409, "value-taken");
    }

    @Test
    void what_a_change_does_not_name_stays_and_two_changes_at_once_both_hold() {
        Answer made = made("{\"label\":\"并发\",\"type\":\"text\",\"maxLength\":50}");
        for (int round = 0; round < 5; round++) {
            String label = "并发" + round;
            int length = 60 + round;
            List<Answer> both = Race.winners(Race.of(
                    2,
                    n -> () -> ADMIN.patch(
                            path(made), n == 0 ? Map.of("label", label) : Map.of("maxLength", length, "help", label))));
            assertThat(both).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
            JsonNode now = field(ADMIN, made.at("/name").asString());
            assertThat(now.path("label").asString()).isEqualTo(label);
            assertThat(now.path("maxLength").asInt()).isEqualTo(length);
            assertThat(now.path("help").asString()).isEqualTo(label);
        }
        assertThat(ADMIN.patch(path(made), Map.of("help", "")).at("/help").isNull())
                .isTrue();
    }

    @Test
    void values_go_only_where_the_order_says_so() {
        Answer made = made("{\"label\":\"预算\",\"type\":\"money\"}");
        String name = made.at("/name").asString();
        long lead = HainaServer.get()
                .bean(Leads.class)
                .add(Fresh.actor(COMPANY.sales()), Map.of("name", "有预算", name, "100"));
        assertProblem(ADMIN.patch(path(made), Map.of("type", "text")), 409, "values-would-be-lost");
        assertProblem(ADMIN.delete(path(made)), 409, "values-would-be-lost");
        assertThat(ADMIN.patch(path(made), Map.of("label", "预算额")).status()).isEqualTo(200);
        assertThat(ADMIN.patch(path(made) + "?loseValues=true", Map.of("type", "text"))
                        .at("/type")
                        .asString())
                .isEqualTo("text");
        assertThat(SALES.get("/api/v1/leads/" + lead).at("/values/" + name).isNull())
                .isTrue();
        assertThat(ADMIN.delete(path(made)).status()).isEqualTo(204);
        assertProblem(ADMIN.delete(path(made)), 404, "not-found");
        assertProblem(ADMIN.patch(path(made), Map.of("label", "x")), 404, "not-found");
        assertThat(names(SALES)).doesNotContain(name);
    }

    @Test
    void a_field_is_hidden_from_a_role_or_only_read_by_it() {
        String name = made("{\"label\":\"底价\",\"type\":\"money\",\"hiddenFrom\":[\"sales\"]}")
                .at("/name")
                .asString();
        assertThat(names(SALES)).doesNotContain(name);
        assertThat(names(COMPANY.eastManager().http())).contains(name);
        ADMIN.patch(FIELDS + "/" + name, Map.of("hiddenFrom", List.of(), "readOnlyFor", List.of("sales")));
        assertThat(field(SALES, name).path("readOnly").asBoolean()).isTrue();
        assertThat(field(ADMIN, name).path("readOnly").asBoolean()).isFalse();
        assertThat(ADMIN.patch(FIELDS + "/" + name, Map.of("hiddenFrom", List.of("admin")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_built_in_field_gets_a_label_rules_and_a_place_and_keeps_the_rest() {
        Answer changed = ADMIN.patch(FIELDS + "/remark", Map.of("label", "说明", "required", true));
        assertThat(changed.status()).as(changed::toString).isEqualTo(200);
        assertThat(field(SALES, "remark").path("label").asString()).isEqualTo("说明");
        assertThat(field(SALES, "remark").path("required").asBoolean()).isTrue();
        ADMIN.patch(FIELDS + "/remark", Map.of("required", false));
        assertThat(field(SALES, "remark").path("label").asString()).isEqualTo("说明");
        ADMIN.patch(FIELDS + "/remark", Map.of("label", ""));
        assertThat(field(SALES, "remark").path("label").asString()).isEqualTo("备注");
        for (String body : List.of(
                "{\"type\":\"text\"}",
                "{\"maxLength\":5}",
                "{\"indexed\":true}",
                "{\"help\":\"x\"}",
                "{\"default\":\"x\"}")) {
            assertThat(ADMIN.patch(FIELDS + "/remark", body).status()).as(body).isEqualTo(400);
        }
        assertThat(ADMIN.delete(FIELDS + "/remark").status()).isEqualTo(400);
        assertProblem(ADMIN.patch(FIELDS + "/customerId", Map.of("required", true)), 404, "not-found");
    }

    @Test
    void the_order_is_that_of_the_names_and_then_as_it_was() {
        TestCompany other = TestCompany.create();
        Http admin = other.admin().http();
        List<String> before = names(admin);
        String last = before.getLast();
        assertThat(admin.put(FIELDS + "/order", Map.of("names", List.of(last, "remark")))
                        .status())
                .isEqualTo(204);
        List<String> after = names(other.sales().http());
        assertThat(after).startsWith(last, "remark").containsExactlyInAnyOrderElementsOf(before);
        assertThat(after.stream().filter(name -> !name.equals(last) && !name.equals("remark")))
                .containsExactlyElementsOf(before.stream()
                        .filter(name -> !name.equals(last) && !name.equals("remark"))
                        .toList());
        for (String body : List.of(
                "{}",
                "{\"names\":[]}",
                "{\"names\":[null]}",
                "{\"names\":[\"nonsense\"]}",
                "{\"names\":[\"remark\",\"remark\"]}",
                "{\"names\":\"remark\"}")) {
            assertThat(admin.put(FIELDS + "/order", body).status()).as(body).isEqualTo(400);
        }
        assertThat(names(admin)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"label\":\"x\"}",
                "{\"label\":\"\",\"type\":\"text\"}",
                "{\"label\":\"x\",\"type\":\"TEXT\"}",
                "{\"label\":\"x\",\"type\":\"record\"}",
                "{\"label\":\"x\",\"type\":\"choice\"}",
                "{\"label\":\"x\",\"type\":\"choice\",\"options\":[7]}",
                "{\"label\":\"x\",\"type\":\"choice\",\"options\":[\"a\",\"a\"]}",
                "{\"label\":\"x\",\"type\":\"choice\",\"options\":[\"a\"],\"default\":\"b\"}",
                "{\"label\":\"x\",\"type\":\"number\",\"default\":\"b\"}",
                "{\"label\":\"x\",\"type\":\"text\",\"default\":\"a\\u0000\"}",
                "{\"label\":\"x\",\"type\":\"text\",\"help\":\"a\\u0000\"}",
                "{\"label\":\"a\\u0000\",\"type\":\"text\"}",
                "{\"label\":\"x\",\"type\":\"text\",\"maxLength\":0}",
                "{\"label\":\"x\",\"type\":\"text\",\"maxLength\":5001}",
                "{\"label\":\"x\",\"type\":\"text\",\"position\":-1}",
                "{\"label\":\"x\",\"type\":\"text\",\"position\":99999999999}",
                "{\"label\":\"x\",\"type\":\"boolean\",\"unique\":true}",
                "{\"label\":\"x\",\"type\":\"text\",\"hiddenFrom\":[\"nobody\"]}",
                "{\"label\":\"x\",\"type\":\"text\",\"nonsense\":1}"
            })
    void a_draft_that_makes_no_field_is_refused_and_changes_nothing(String body) {
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        assertThat(ADMIN.post(FIELDS, body).status()).isEqualTo(400);
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void admins_alone_design_fields_and_those_of_their_company() {
        Answer made = made("{\"label\":\"私有\",\"type\":\"text\"}");
        for (Http http : List.of(SALES, COMPANY.eastManager().http())) {
            assertProblem(http.post(FIELDS, Map.of("label", "y", "type", "text")), 403, "role-required");
            assertProblem(http.patch(path(made), Map.of("label", "y")), 403, "role-required");
            assertProblem(http.delete(path(made)), 403, "role-required");
            assertProblem(http.put(FIELDS + "/order", Map.of("names", List.of("remark"))), 403, "role-required");
        }
        Http stranger = TestCompany.create().admin().http();
        assertProblem(stranger.patch(path(made), Map.of("label", "y")), 404, "not-found");
        assertProblem(stranger.delete(path(made) + "?loseValues=true"), 404, "not-found");
        assertThat(stranger.delete(path(made) + "?loseValues=maybe").status()).isEqualTo(400);
    }
}
