package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What forms and lists of document 002's clients are made of. */
class WukongFieldsTest {

    private static final List<String> LABELS = List.of("1", "2", "3", "4", "5");
    private static TestCompany company;
    private static Wukong client;

    @BeforeAll
    static void open() {
        company = TestCompany.create();
        client = Wukong.signIn(company.sales().staff().username(), TestCompany.PASSWORD);
    }

    private static JsonNode field(Answer answer, String name) {
        return answer.at("/data")
                .valueStream()
                .filter(field -> field.path("name").asString().equals(name)
                        || field.path("fieldName").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_kind_has_a_form_and_a_head_whose_fields_have_numbers_of_their_own() {
        for (String label : LABELS) {
            for (String path : List.of("/api/field/queryField", "/api/field/queryListHead")) {
                Answer answer = client.get(path, "label", label);
                assertThat(answer.at("/code").asInt(-1)).as(answer::toString).isZero();
                List<Long> ids = answer.at("/data")
                        .valueStream()
                        .map(field -> field.path("fieldId").asLong())
                        .toList();
                assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id > 0 && id < 1L << 53);
            }
        }
        for (String label : List.of("0", "6", "x", "")) {
            assertThat(client.get("/api/field/queryField", "label", label)
                            .at("/code")
                            .asInt())
                    .isEqualTo(500);
        }
    }

    @Test
    void a_field_that_must_not_be_empty_says_so_and_pipelines_show_their_numbers() {
        assertThat(field(client.get("/api/field/queryField", "label", "1"), "leads_name")
                        .path("isNull")
                        .asInt())
                .isEqualTo(1);
        Answer business = client.get("/api/field/queryField", "label", "5");
        JsonNode group = field(business, "type_id").at("/setting/0");
        assertThat(group.path("name").asString()).isEqualTo("销售流程商机组");
        assertThat(group.path("typeId").asLong()).isPositive();
        assertThat(group.path("statusList")).hasSize(3);
        assertThat(field(business, "status_id").path("setting")).hasSize(3);
    }

    @Test
    void what_may_occur_once_says_so_and_so_does_the_name_of_a_customer() {
        assertThat(field(client.get("/api/field/queryField", "label", "2"), "customer_name")
                        .path("isUnique")
                        .asInt())
                .isEqualTo(1);
        assertThat(field(client.get("/api/field/queryField", "label", "1"), "leads_name")
                        .path("isUnique")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void a_form_of_a_record_has_its_values_for_those_who_see_it() {
        Answer made = client.json(
                "/api/CrmLeads/addOrUpdate",
                "{\"entity\":{\"leads_name\":\"表单线索\"},\"field\":[{\"name\":\"线索来源\",\"value\":\"广告\"}]}");
        String id = Long.toString(made.at("/data/id").asLong());
        Answer form = client.get("/api/field/queryField", "label", "1", "id", id);
        assertThat(field(form, "线索来源").path("value").asString()).isEqualTo("广告");
        assertThat(field(form, "leads_name").path("value").asString()).isEqualTo("表单线索");
        Wukong stranger = Wukong.signIn(company.south().getFirst().staff().username(), TestCompany.PASSWORD);
        for (String path : List.of("/api/field/queryField", "/api/field/information")) {
            assertThat(stranger.get(path, "label", "1", "id", id).at("/msg").asString())
                    .isEqualTo("线索不存在或没有权限");
        }
    }

    @Test
    void a_name_is_verified_against_all_customers_but_the_one_that_has_it() {
        String name = "校验客户" + company.number();
        Answer made = client.json("/api/CrmCustomer/addOrUpdate", Map.of("entity", Map.of("customer_name", name)));
        String id = Long.toString(made.at("/data/customerId").asLong());
        Wukong other = Wukong.signIn(company.south().getFirst().staff().username(), TestCompany.PASSWORD);
        String path = "/api/field/verify";
        assertThat(other.form(path, "types", "2", "name", "customer_name", "val", name)
                        .at("/msg")
                        .asString())
                .isEqualTo("客户名称已存在");
        assertThat(client.form(path, "types", "2", "name", "customer_name", "val", name, "id", id)
                        .text())
                .isEqualTo("{\"code\":0}");
        assertThat(other.form(path, "types", "2", "name", "customer_name", "val", name + "二号")
                        .text())
                .isEqualTo("{\"code\":0}");
        assertThat(client.form(path, "types", "2", "name", "next_time", "val", "gestern")
                        .at("/code")
                        .asInt())
                .isEqualTo(500);
        assertThat(client.form(path, "types", "2", "name", "nonsense", "val", "x")
                        .at("/msg")
                        .asString())
                .isEqualTo("参数包含非法字段");
    }
}
