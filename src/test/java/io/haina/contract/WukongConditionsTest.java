package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What lists of document 002 are narrowed by, where the core has other words for it. */
class WukongConditionsTest {

    private static final String LEADS = "/api/CrmLeads/queryPageList";
    private static final String BUSINESSES = "/api/CrmBusiness/queryPageList";

    private static TestCompany company;
    private static Wukong client;
    private static long pipeline;

    @BeforeAll
    static void open() {
        company = TestCompany.create();
        own("多选", FieldType.MULTI_CHOICE, "红", "绿", "蓝");
        own("级联", FieldType.CASCADE, "浙江/杭州", "浙江/宁波");
        client = Wukong.signIn(company.sales().staff().username(), TestCompany.PASSWORD);
        lead("甲", "红,绿", "浙江,杭州");
        lead("乙", "绿,红,蓝", "浙江/宁波");
        lead("丙", "蓝", "");
        JsonNode group =
                client.get("/api/CrmBusiness/queryBusinessStatus").at("/data").path(0);
        pipeline = group.path("typeId").asLong();
        Answer customer = saved("Customer", Map.of("customer_name", "商机的客户"));
        for (int end = 0; end < 4; end++) {
            saved(
                    "Business",
                    Map.of(
                            "business_name",
                            "商机" + end,
                            "customer_id",
                            customer.at("/data/customerId").asLong(),
                            "type_id",
                            pipeline,
                            "status_id",
                            group.at("/statusList/0/statusId").asLong(),
                            "is_end",
                            end));
        }
    }

    private static void own(String label, FieldType type, String... options) {
        FieldRules rules = new FieldRules(false, false, false, List.of(options), null, null, 0, Set.of(), Set.of());
        HainaServer.get()
                .bean(CustomFields.class)
                .add(company.admin().actor(), new CustomFieldDraft(RecordKind.LEAD, label, type, 0, rules));
    }

    private static void lead(String name, String colours, String place) {
        Answer made = client.json(
                "/api/CrmLeads/addOrUpdate",
                Map.of(
                        "entity",
                        Map.of("leads_name", name),
                        "field",
                        List.of(Map.of("name", "多选", "value", colours), Map.of("name", "级联", "value", place))));
        assertThat(made.at("/code").asInt(-1)).as(made::toString).isZero();
    }

    private static Answer saved(String chapter, Map<String, ?> entity) {
        Answer made = client.json("/api/Crm" + chapter + "/addOrUpdate", Map.of("entity", entity));
        assertThat(made.at("/code").asInt(-1)).as(made::toString).isZero();
        return made;
    }

    private static List<String> found(String path, String key, Map<String, ?> asked) {
        Answer answer = client.json(path, asked);
        assertThat(answer.at("/code").asInt(-1)).as(answer::toString).isZero();
        List<String> found = new ArrayList<>();
        answer.at("/data/list").forEach(row -> found.add(row.path(key).asString()));
        return found;
    }

    private static Map<String, ?> data(String key, Object condition) {
        return Map.of("limit", 100, "data", Map.of(key, condition));
    }

    @ParameterizedTest
    @CsvSource({
        "is, 0, 0",
        "is, 1, 1",
        "is, 2, 2",
        "is, 3, 3",
        "isNot, 0, 1 2 3",
        "isNot, 1, 0 2 3",
        "isNot, 3, 0 1 2",
        "in, '0', 0",
        "in, '0,1', 0 1",
        "in, '2,3', 2 3",
        "in, '0,1,2,3', 0 1 2 3"
    })
    void an_end_is_looked_for_by_the_number_that_rows_show(String condition, String value, String expected) {
        for (String name : List.of("is_end", "isEnd")) {
            Map<String, ?> asked = data(name, Map.of("name", name, "condition", condition, "value", value));
            assertThat(found(BUSINESSES, "isEnd", asked)).containsExactlyInAnyOrder(expected.split(" "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"is:won", "is:4", "isNot:lost", "contains:1", "isNull:", "is:"})
    void an_end_that_is_none_is_refused(String asked) {
        String[] parts = asked.split(":", 2);
        Answer answer = client.json(
                BUSINESSES, data("is_end", Map.of("name", "is_end", "condition", parts[0], "value", parts[1])));
        assertThat(answer.at("/code").asInt()).as(answer::toString).isEqualTo(500);
        assertThat(answer.at("/msg").asString()).startsWith("isEnd");
    }

    @Test
    void a_pipeline_is_found_by_its_value_and_a_condition_without_any_is_refused() {
        for (String name : List.of("type_id", "typeId", "businessType")) {
            Map<String, ?> right =
                    Map.of("name", name, "formType", "business_type", "condition", "is", "value", pipeline);
            Map<String, ?> wrong =
                    Map.of("name", name, "formType", "business_type", "condition", "is", "value", 999_999_999);
            assertThat(found(BUSINESSES, "isEnd", data("x", right))).hasSize(4);
            assertThat(found(BUSINESSES, "isEnd", data("x", wrong))).isEmpty();
            for (Map<String, ?> refused : List.of(
                    Map.of("name", name, "formType", "business_type", "condition", "is"),
                    Map.of("name", name, "formType", "business_type", "condition", "isNot", "typeId", pipeline))) {
                assertThat(client.json(BUSINESSES, data("x", refused))
                                .at("/code")
                                .asInt())
                        .as(refused::toString)
                        .isEqualTo(500);
            }
        }
        assertThat(found(BUSINESSES, "isEnd", data("x", Map.of("typeId", pipeline, "statusId", "win"))))
                .containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({
        "多选, is, '红,绿', 甲 乙",
        "多选, contains, '绿,红', 甲 乙",
        "多选, contains, '红, 蓝', 乙",
        "多选, isNot, '红,绿', 丙",
        "多选, notContains, 红, 丙",
        "多选, in, '绿,蓝', 甲 乙 丙",
        "级联, is, '浙江,杭州', 甲",
        "级联, contains, 浙江/宁波, 乙",
        "级联, contains, 浙江, 甲 乙",
        "级联, isNot, '浙江,杭州', 乙 丙"
    })
    void the_choices_that_rows_show_are_found_as_they_are_shown(
            String name, String condition, String value, String expected) {
        Map<String, ?> asked = data(name, Map.of("name", name, "condition", condition, "value", value));
        assertThat(found(LEADS, "leadsName", asked)).containsExactlyInAnyOrder(expected.split(" "));
        Map<String, ?> listed =
                data(name, Map.of("name", name, "condition", condition, "value", List.of(value.split(","))));
        assertThat(found(LEADS, "leadsName", listed)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void a_condition_of_a_request_wins_over_that_of_a_scene_of_everybodys() {
        Wukong admin = Wukong.signIn(company.admin().staff().username(), TestCompany.PASSWORD);
        Answer made = admin.json("/api/CrmLeads/addOrUpdate", Map.of("entity", Map.of("leads_name", "转化的")));
        admin.form("/api/CrmLeads/transfer", "leadsIds", made.at("/data/id").asString());
        Map<String, ?> converted = Map.of("name", "is_transform", "condition", "is", "value", 1);
        for (Map<String, ?> asked : List.of(
                Map.of("data", Map.of("is_transform", converted)),
                Map.of("sceneId", 11, "data", Map.of("is_transform", converted)),
                Map.of("sceneId", 11, "data", Map.of("isTransform", converted)))) {
            assertThat(admin.json(LEADS, asked).at("/data/list"))
                    .as(asked::toString)
                    .hasSize(1);
            assertThat(client.json(LEADS, asked).at("/data/list"))
                    .as("what is out of reach stays there")
                    .isEmpty();
        }
        Map<String, ?> owner = Map.of(
                "name",
                "owner_user_id",
                "condition",
                "is",
                "value",
                company.sales().staff().id());
        Map<String, ?> mine = Map.of("sceneId", 12, "data", Map.of("owner_user_id", owner));
        assertThat(admin.json(LEADS, mine).at("/data/list")).hasSize(3);
        assertThat(Wukong.signIn(company.south().getFirst().staff().username(), TestCompany.PASSWORD)
                        .json(LEADS, mine)
                        .at("/data/list"))
                .isEmpty();
        assertThat(admin.json(LEADS, Map.of("sceneId", 12)).at("/data/list")).hasSize(1);
    }

    @Test
    void what_can_be_narrowed_by_says_its_type_as_the_head_of_the_list_does() {
        for (String label : List.of("1", "2", "3", "4", "5")) {
            Map<String, String> heads = new java.util.HashMap<>();
            client.get("/api/field/queryListHead", "label", label)
                    .at("/data")
                    .forEach(head -> heads.put(
                            head.path("fieldName").asString(),
                            head.path("formType").asString()));
            for (String path : List.of("/api/scene/queryField", "/api/scene/queryFilterField")) {
                Map<String, String> offered = new java.util.HashMap<>();
                client.get(path, "label", label)
                        .at("/data")
                        .forEach(field -> offered.put(
                                field.path("fieldName").asString(),
                                field.path("formType").asString()));
                assertThat(offered).containsAllEntriesOf(heads);
            }
        }
        JsonNode deal = client.get("/api/scene/queryField", "type", "2")
                .at("/data")
                .valueStream()
                .filter(field -> field.path("formType").asString().equals("dealStatus"))
                .findFirst()
                .orElseThrow();
        assertThat(deal.at("/setting/1/value").asInt()).isEqualTo(1);
        assertThat(client.json(
                                "/api/CrmCustomer/queryPageList",
                                data(
                                        "x",
                                        Map.of(
                                                "name",
                                                deal.path("fieldName").asString(),
                                                "condition",
                                                "is",
                                                "value",
                                                0)))
                        .at("/data/list"))
                .hasSize(1);
    }
}
