package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who made and changed a customer is looked for in the document's words. */
class OpenapiAgentsTest {

    private final TestCompany company = TestCompany.create();
    private final Openapi app = Openapi.of(company);
    private final TestCompany.Person sales = company.sales();

    private List<String> found(String field, String operator, String value) {
        Answer answer = app.post(
                "/openapi/crm/list",
                Map.of("search", List.of(Map.of("field", field, "operator", operator, "value", List.of(value)))));
        assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo("200");
        return answer.at("/data/list")
                .valueStream()
                .map(row -> row.path("customerName").asString())
                .toList();
    }

    @Test
    void agents_are_found_by_parts_of_the_words_that_are_shown() {
        assertThat(app.post(
                                "/openapi/crm/add",
                                "{\"customerName\":\"应用的客户\",\"owner\":\""
                                        + sales.actor().staffId() + "\"}")
                        .at("/code")
                        .asString())
                .isEqualTo("200");
        sales.http().post("/api/customers", """
                {"customer_name": "员工的客户", "contact_person": "张三", "contact_phone": "13800138000"}""");
        for (String field : List.of("createAgent", "updateAgent")) {
            for (String part : List.of("open", "OpenApi", " openApi")) {
                assertThat(found(field, "startWith", part)).as(part).containsExactly("应用的客户");
                assertThat(found(field, "contains", part)).as(part).containsExactly("应用的客户");
                assertThat(found(field, "notContains", part)).as(part).containsExactly("员工的客户");
            }
            assertThat(found(field, "contains", "api")).containsExactly("应用的客户");
            assertThat(found(field, "startWith", "api")).isEmpty();
            for (String operator : List.of("eq", "contains", "startWith", "in")) {
                assertThat(found(field, operator, "app")).as(operator).isEmpty();
            }
            assertThat(found(field, "notContains", "app")).hasSize(2);
            assertThat(found(field, "ne", "app")).hasSize(2);
            String me = Long.toString(sales.actor().staffId());
            assertThat(found(field, "startWith", me)).containsExactly("员工的客户");
            assertThat(found(field, "eq", "openApi")).containsExactly("应用的客户");
        }
    }
}
