package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.TestCompany;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What clients of document 002 send to make and change records, above all what they were shown before. */
class WukongDraftsTest {

    private final TestCompany company = TestCompany.create();
    private final Wukong sales = Wukong.signIn(company.sales().staff().username(), TestCompany.PASSWORD);
    private final Wukong admin = Wukong.signIn(company.admin().staff().username(), TestCompany.PASSWORD);

    private static Answer save(Wukong client, String chapter, Object draft) {
        return client.json("/api/" + chapter + "/addOrUpdate", draft);
    }

    private static long made(Answer answer) {
        assertTaken(answer);
        return answer.at("/data/id").asLong();
    }

    private static void assertTaken(Answer answer) {
        assertThat(answer.at("/code").asInt(-1)).as(answer::toString).isZero();
    }

    private static void assertRefused(Answer answer, String message) {
        assertThat(answer.at("/code").asInt()).as(answer::toString).isEqualTo(500);
        assertThat(answer.at("/msg").asString()).isEqualTo(message);
    }

    /** Makes a field of the company's own, or rules one of the program's. @return its number, as a text */
    private String field(String method, String path, Map<String, Object> rules) {
        Answer answer = method.equals("POST")
                ? company.admin().http().post(path, rules)
                : company.admin().http().patch(path, rules);
        assertThat(answer.status()).as(answer::toString).isLessThan(300);
        return answer.at("/name").asString().substring(1);
    }

    private static Map<String, @Nullable Object> own(String fieldId, @Nullable Object value) {
        Map<String, @Nullable Object> field = new HashMap<>();
        field.put("fieldId", fieldId);
        field.put("value", value);
        return field;
    }

    @Test
    void a_field_that_one_only_reads_is_sent_back_as_it_was_shown() {
        String id = field(
                "POST",
                "/api/v1/leads/fields",
                Map.of("label", "只读项", "type", "text", "readOnlyFor", List.of("sales")));
        field("PATCH", "/api/v1/leads/fields/mobile", Map.of("readOnlyFor", List.of("sales")));
        Map<String, @Nullable Object> entity = new HashMap<>(Map.of("leads_name", "带只读项的线索"));
        entity.put("mobile", null);
        long lead = made(save(sales, "CrmLeads", Map.of("entity", entity, "field", List.of())));
        entity.put("mobile", "");
        entity.put("leadsId", lead);
        assertTaken(save(sales, "CrmLeads", Map.of("entity", entity, "field", List.of(own(id, null)))));
        assertTaken(save(
                admin,
                "CrmLeads",
                Map.of(
                        "entity", Map.of("leadsId", lead, "mobile", "13800138000"),
                        "field", List.of(own(id, "主管填的")))));
        assertRefused(save(sales, "CrmLeads", Map.of("entity", entity)), "手机不允许修改");

        Answer shown = sales.get("/api/CrmLeads/queryById", "leadsId", Long.toString(lead));
        Answer form = sales.get("/api/field/queryField", "label", "1", "id", Long.toString(lead));
        assertTaken(save(sales, "CrmLeads", Map.of("entity", shown.at("/data"), "field", ownOf(form))));
        assertTaken(save(sales, "CrmLeads", Map.of("entity", Map.of("leadsId", lead), "field", List.of())));
        assertRefused(
                save(
                        sales,
                        "CrmLeads",
                        Map.of("entity", Map.of("leadsId", lead, "remark", "x"), "field", List.of(own(id, "改了")))),
                "只读项不允许修改");
        JsonNode after = sales.get("/api/CrmLeads/queryById", "leadsId", Long.toString(lead))
                .at("/data");
        assertThat(after.path("只读项").asString()).isEqualTo("主管填的");
        assertThat(after.path("mobile").asString()).isEqualTo("13800138000");
        assertThat(after.path("remark").isNull()).isTrue();
    }

    /** A record's form as a client sends it back. */
    private static List<JsonNode> ownOf(Answer form) {
        return form.at("/data").valueStream().toList();
    }

    @Test
    void a_form_of_a_record_does_not_begin_anew() {
        String id = field(
                "POST",
                "/api/v1/leads/fields",
                Map.of("label", "预设", "type", "text", "default", "默认", "readOnlyFor", List.of("sales")));
        long lead = made(save(sales, "CrmLeads", Map.of("entity", Map.of("leads_name", "预设线索"))));
        for (Map.Entry<String, String[]> form : new LinkedHashMap<>(Map.of(
                        "默认", new String[] {"label", "1"},
                        "", new String[] {"label", "1", "id", Long.toString(lead)}))
                .entrySet()) {
            Answer answer = sales.get("/api/field/queryField", form.getValue());
            JsonNode shown = answer.at("/data")
                    .valueStream()
                    .filter(each -> each.path("fieldId").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.path("value").asString()).isEqualTo(form.getKey());
        }
        Answer empty = sales.get("/api/field/queryField", "label", "1", "id", Long.toString(lead));
        assertTaken(save(sales, "CrmLeads", Map.of("entity", Map.of("leadsId", lead), "field", ownOf(empty))));
        Answer begun = sales.get("/api/field/queryField", "label", "1");
        assertTaken(save(
                sales,
                "CrmLeads",
                Map.of(
                        "entity",
                        Map.of("leads_name", "预设线索二"),
                        "field",
                        begun.at("/data")
                                .valueStream()
                                .filter(each -> each.path("fieldType").asInt() == 2)
                                .toList())));
    }

    @Test
    void a_list_or_an_object_for_a_number_is_of_the_wrong_type() {
        Map<String, String> ids = Map.of(
                "CrmLeads", "leadsId",
                "CrmCustomer", "customerId",
                "CrmContacts", "contactsId",
                "CrmBusiness", "businessId",
                "CrmProduct", "productId");
        ids.forEach((chapter, id) -> {
            for (Object wrong : List.of(List.of(1), Map.of(), Map.of("a", 1), List.of())) {
                assertRefused(save(admin, chapter, Map.of("entity", Map.of(id, wrong))), id + "类型错误");
            }
        });
        Object wrong = List.of(1);
        assertRefused(
                save(
                        sales,
                        "CrmLeads",
                        Map.of(
                                "entity", Map.of("leads_name", "x"),
                                "field", List.of(Map.of("fieldId", wrong, "value", 1)))),
                "fieldId类型错误");
        assertRefused(
                save(
                        sales,
                        "CrmLeads",
                        Map.of(
                                "entity", Map.of("leads_name", "x"),
                                "field", List.of(Map.of("name", wrong, "value", 1)))),
                "field类型错误");
        for (String end : List.of("is_end", "isEnd")) {
            assertRefused(
                    save(sales, "CrmBusiness", Map.of("entity", Map.of("businessId", 97, end, wrong))), "isEnd类型错误");
        }
        assertRefused(
                save(
                        sales,
                        "CrmBusiness",
                        Map.of("entity", Map.of("business_name", "x"), "product", List.of(Map.of("num", wrong)))),
                "num类型错误");
        assertRefused(
                save(sales, "CrmLeads", Map.of("entity", Map.of("leads_name", wrong, "mobile", Map.of()))),
                "mobile类型错误");
    }

    private long customer() {
        Answer made = save(sales, "CrmCustomer", Map.of("entity", Map.of("customer_name", "客户" + company.number())));
        assertTaken(made);
        return made.at("/data/customerId").asLong();
    }

    private Map<String, Object> opportunity() {
        return Map.of(
                "business_name", "商机",
                "customer_id", customer(),
                "type_id", group().path("typeId").asLong(),
                "status_id", group().at("/statusList/0/statusId").asLong());
    }

    private JsonNode group() {
        return sales.get("/api/CrmBusiness/queryBusinessStatus").at("/data/0");
    }

    @Test
    void an_ended_opportunity_is_sent_back_as_it_was_shown_and_ends_once() {
        long business = made(save(sales, "CrmBusiness", Map.of("entity", opportunity())));
        String id = Long.toString(business);
        assertTaken(save(sales, "CrmBusiness", Map.of("entity", Map.of("businessId", business, "is_end", 2))));
        Answer lost = sales.get("/api/CrmBusiness/queryById", "businessId", id);
        assertThat(lost.at("/data/isEnd").asInt()).as(lost::toString).isEqualTo(2);
        assertTaken(save(sales, "CrmBusiness", Map.of("entity", lost.at("/data"))));
        Map<String, Object> won = Map.of("businessId", business, "isEnd", 1, "remark", "不算");
        assertRefused(save(sales, "CrmBusiness", Map.of("entity", won)), "商机已结束，不能再次结束");
        Answer after = sales.get("/api/CrmBusiness/queryById", "businessId", id);
        assertThat(after.at("/data/isEnd").asInt()).isEqualTo(2);
        assertThat(after.at("/data/remark").isNull()).isTrue();
        long another = group().at("/statusList/1/statusId").asLong();
        assertTaken(save(
                sales,
                "CrmBusiness",
                Map.of("entity", Map.of("businessId", business, "status_id", another, "isEnd", 2))));
        assertThat(sales.get("/api/CrmBusiness/queryById", "businessId", id)
                        .at("/data/isEnd")
                        .asInt())
                .isZero();
    }

    @Test
    void a_refusal_calls_a_field_as_the_document_does() {
        String id = field(
                "POST",
                "/api/v1/leads/fields",
                Map.of("label", "必填项", "type", "choice", "required", true, "options", List.of("甲", "乙")));
        assertRefused(save(sales, "CrmLeads", Map.of("entity", Map.of("leads_name", "x"))), "必填项不能为空");
        assertRefused(
                save(sales, "CrmLeads", Map.of("entity", Map.of("leads_name", "x"), "field", List.of(own(id, "丙")))),
                "必填项不是允许的取值");
        assertRefused(sales.form("/api/field/verify", "types", "1", "fieldId", id, "val", "丙"), "必填项不是允许的取值");
        assertRefused(
                sales.form("/api/field/verify", "types", "2", "name", "next_time", "val", "gestern"), "nextTime格式错误");
        for (String label : List.of("客户来源", "客户行业", "区域")) {
            Answer answer = save(
                    sales,
                    "CrmCustomer",
                    Map.of(
                            "entity", Map.of("customer_name", "客户"),
                            "field", List.of(Map.of("name", label, "value", "x".repeat(5000)))));
            assertThat(answer.at("/msg").asString()).startsWith(label + "超过最大长度");
        }
        assertRefused(sales.json("/api/CrmLeads/queryPageList", Map.of("search", "a\u0001b")), "search包含非法字符");
        Answer lines = save(
                sales,
                "CrmBusiness",
                Map.of("entity", opportunity(), "product", Collections.nCopies(600, Map.of("productId", 1))));
        assertThat(lines.at("/msg").asString()).startsWith("product超过最大长度");
        assertRefused(
                sales.form(
                        "/api/CrmActivity/addCrmActivityRecord",
                        "activityType",
                        "4",
                        "activityTypeId",
                        "1",
                        "content",
                        "x"),
                "activityType不是允许的取值");
        String late = "{\"a\":{\"name\":\"next_time\",\"condition\":\"is\",\"value\":\"gestern\"}}";
        assertRefused(sales.form("/api/scene/addScene", "type", "1", "name", "x", "data", late), "nextTime格式错误");
    }

    @Test
    void a_scene_keeps_the_condition_of_taking_part() {
        long shared = customer();
        Wukong member = Wukong.signIn(company.south().getFirst().staff().username(), TestCompany.PASSWORD);
        Answer other =
                save(member, "CrmCustomer", Map.of("entity", Map.of("customer_name", "自己的客户" + company.number())));
        assertTaken(other);
        String memberId = Long.toString(company.south().getFirst().staff().id());
        assertTaken(sales.form(
                "/api/CrmCustomer/addMembers", "ids", Long.toString(shared), "memberIds", memberId, "power", "1"));
        String data = "{\"ro_user_id\":{\"condition\":\"takePart\",\"name\":\"ro_user_id\",\"value\":4}}";
        assertTaken(member.form("/api/scene/addScene", "type", "2", "name", "参与", "data", data));
        Answer scenes = member.get("/api/scene/queryScene", "type", "2");
        JsonNode scene = scenes.at("/data")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("参与"))
                .findFirst()
                .orElseThrow();
        assertThat(scene.path("data").asString()).isEqualTo(data);
        String id = scene.path("sceneId").asString();
        Answer listed = member.form("/api/CrmCustomer/queryPageList", "sceneId", id);
        assertThat(listed.at("/data/list")
                        .valueStream()
                        .map(row -> row.path("customerId").asLong()))
                .containsExactly(shared);
        Answer elsewhere = company.south().getFirst().http().get("/api/v1/customers?scene=" + id);
        assertThat(elsewhere
                        .at("/items")
                        .valueStream()
                        .map(row -> row.path("id").asLong()))
                .as(elsewhere::toString)
                .containsExactly(shared);
    }
}
