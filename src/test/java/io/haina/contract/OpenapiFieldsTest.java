package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The fields that a company has are listed, written and read. */
class OpenapiFieldsTest {

    private static final String FIELDS = "/openapi/crm/config/field/list";

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Openapi app = Openapi.of(company);
    private final TestCompany.Person sales = company.sales();

    private JsonNode ok(Answer answer) {
        assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo("200");
        return answer.at("/data");
    }

    private Answer update(JsonNode customer, String key, String value) {
        return app.post(
                "/openapi/crm/update",
                "{\"_id\":\"" + customer.at("/_id").asString() + "\",\"" + key + "\":" + value + "}");
    }

    @Test
    void fields_of_the_companys_own_go_in_and_out_and_are_listed_with_their_kind() {
        CustomFields fields = server.bean(CustomFields.class);
        String number = own(fields, "数字", FieldType.NUMBER, List.of(), 0);
        String money = own(fields, "金额", FieldType.MONEY, List.of(), 0);
        String many = own(fields, "多选", FieldType.MULTI_CHOICE, List.of("A", "B", "C"), 0);
        String place = own(fields, "地区", FieldType.CASCADE, List.of("广东省/深圳市/南山区", "广东省/广州市", "重庆/重庆"), 2);
        String day = own(fields, "日期", FieldType.DATE, List.of(), 0);
        String moment = own(fields, "时刻", FieldType.INSTANT, List.of(), 0);
        String level = Fresh.number(
                        "select id from custom_field where tenant_id = ? and kind = 'customer' and label = '客户级别'",
                        company.tenantId())
                + "";
        JsonNode made = ok(app.post(
                "/openapi/crm/add",
                "{\"customerName\":\"字段客户\",\"owner\":" + sales.actor().staffId() + ",\"" + number + "\":7,\"" + money
                        + "\":\"1.50\",\"" + many + "\":[\"A\",\"C\"],\"" + place + "\":[\"广东省\",\"深圳市\"],\"" + day
                        + "\":\"2026-01-31\",\"" + moment + "\":\"2026-01-31 08:00:00\",\"f" + level
                        + "\":[\"A（重点客户）\"]}"));
        assertThat(made.at("/" + number).asInt()).isEqualTo(7);
        assertThat(made.at("/" + money).isNumber()).isTrue();
        assertThat(made.at("/" + many).toString()).isEqualTo("[\"A\",\"C\"]");
        assertThat(made.at("/" + place).toString()).isEqualTo("[\"广东省\",\"深圳市\"]");
        assertThat(made.at("/" + day).asString()).isEqualTo("2026-01-31");
        assertThat(made.at("/" + moment).asString()).isEqualTo("2026-01-31 08:00:00");
        assertThat(made.at("/f" + level).asString()).isEqualTo("A（重点客户）");
        JsonNode row = Wukong.signIn(sales.staff().username(), TestCompany.PASSWORD)
                .json("/api/CrmCustomer/queryPageList", "{\"search\":\"字段客户\"}")
                .at("/data/list/0");
        assertThat(row.path("客户级别").asString()).isEqualTo("A（重点客户）");
        assertThat(row.path("地区").asString()).isEqualTo("广东省,深圳市");
        assertThat(ok(update(made, place, "\"重庆/重庆\"")).at("/" + place).toString())
                .isEqualTo("[\"重庆\",\"重庆\"]");
        for (String wrong : List.of("[\"广东省\"]", "[\"深圳市\"]", "\"广东省/上海\"", "[[\"广东省\"]]", "7", "{}")) {
            Answer answer = update(made, place, wrong);
            assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo("400");
            assertThat(answer.at("/message").asString()).contains(place);
        }

        JsonNode listed = ok(app.post(FIELDS, "{\"type\":[\"cascade\"]}"));
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.at("/0/field").asString()).isEqualTo(place);
        assertThat(listed.at("/0/options/level").asInt()).isEqualTo(3);
        assertThat(listed.at("/0/options/fillLevel").asInt()).isEqualTo(2);
        assertThat(listed.at("/0/options/children/0/children/0/value").asString())
                .isEqualTo("深圳市");
        assertThat(listed.at("/0/createAgent").asString())
                .isEqualTo(Long.toString(company.admin().actor().staffId()));
        JsonNode generated = ok(app.post(FIELDS, "{\"editable\":false}"));
        assertThat(generated.valueStream().map(field -> field.path("field").asString()))
                .contains("_id", "createTime", "updateAgent", "firstOwner")
                .doesNotContain("customerName", "mobile", "owner");
        JsonNode all = ok(app.post(FIELDS, "{}"));
        assertThat(all.valueStream()
                        .map(field -> field.path("field").asString())
                        .toList())
                .containsAll(made.propertyNames().stream()
                        .filter(key -> !key.equals("accountId"))
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(ok(app.post(FIELDS, "{\"enabled\":false}")).isEmpty()).isTrue();
        assertThat(ok(app.post(FIELDS, "{\"category\":[\"custom\"],\"name\":\"数\"}"))
                        .size())
                .isEqualTo(1);
    }

    private String own(CustomFields fields, String label, FieldType type, List<String> options, int fillLevel) {
        FieldRules rules = new FieldRules(false, false, false, options, fillLevel, null, null, 50, Set.of(), Set.of());
        return "f"
                + fields.add(company.admin().actor(), new CustomFieldDraft(RecordKind.CUSTOMER, label, type, 0, rules));
    }
}
