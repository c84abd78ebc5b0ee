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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A company may call a field of its own as it likes: the keys of rows stay those of document 002. */
class WukongOwnKeysTest {

    private static final Map<RecordKind, String> CHAPTERS = Map.of(
            RecordKind.LEAD, "Leads",
            RecordKind.CUSTOMER, "Customer",
            RecordKind.CONTACT, "Contacts",
            RecordKind.OPPORTUNITY, "Business",
            RecordKind.PRODUCT, "Product");

    private static final Map<RecordKind, String> ID = Map.of(
            RecordKind.LEAD, "leadsId",
            RecordKind.CUSTOMER, "customerId",
            RecordKind.CONTACT, "contactsId",
            RecordKind.OPPORTUNITY, "businessId",
            RecordKind.PRODUCT, "productId");

    private final TestCompany company = TestCompany.create();
    private final Wukong admin = Wukong.signIn(company.admin().staff().username(), TestCompany.PASSWORD);

    private long add(RecordKind kind) {
        Map<String, Object> entity = new LinkedHashMap<>();
        for (String name : List.of("leads_name", "customer_name", "name", "business_name")) {
            entity.put(name, "钥匙");
        }
        if (kind == RecordKind.CONTACT || kind == RecordKind.OPPORTUNITY) {
            entity.put("customer_id", add(RecordKind.CUSTOMER));
        }
        JsonNode group =
                admin.get("/api/CrmBusiness/queryBusinessStatus").at("/data").path(0);
        entity.put("type_id", group.path("typeId").asLong());
        entity.put("status_id", group.at("/statusList/0/statusId").asLong());
        Answer made = admin.json("/api/Crm" + CHAPTERS.get(kind) + "/addOrUpdate", Map.of("entity", entity));
        assertThat(made.at("/code").asInt(-1)).as(made::toString).isZero();
        return made.at(kind == RecordKind.CUSTOMER ? "/data/customerId" : "/data/id")
                .asLong();
    }

    private List<JsonNode> shown(RecordKind kind, long id) {
        String path = "/api/Crm" + CHAPTERS.get(kind);
        return List.of(
                admin.get(path + "/queryPageList").at("/data/list/0"),
                admin.get(path + "/queryById", "id", Long.toString(id)).at("/data"));
    }

    @ParameterizedTest
    @EnumSource
    void no_field_of_a_company_takes_a_key_of_the_documents(RecordKind kind) {
        long id = add(kind);
        List<JsonNode> before = shown(kind, id);
        Map<String, Long> own = new LinkedHashMap<>();
        CustomFields fields = HainaServer.get().bean(CustomFields.class);
        for (JsonNode row : before) {
            row.propertyNames().stream()
                    .filter(key -> key.matches("[A-Za-z]+"))
                    .forEach(key -> own.computeIfAbsent(
                            key,
                            label -> fields.add(
                                    company.admin().actor(),
                                    new CustomFieldDraft(kind, label, FieldType.TEXT, 0, FieldRules.NONE))));
        }
        assertThat(own).hasSizeGreaterThan(10);
        List<Map<String, Object>> values = new ArrayList<>();
        own.forEach((label, field) -> values.add(Map.of("fieldId", field, "value", "值" + label)));
        Map<String, Object> draft = Map.of("entity", Map.of(ID.get(kind), id), "field", values);
        Answer saved = admin.json("/api/Crm" + CHAPTERS.get(kind) + "/addOrUpdate", draft);
        assertThat(saved.at("/code").asInt(-1)).as(saved::toString).isZero();
        List<JsonNode> after = shown(kind, id);
        for (int n = 0; n < before.size(); n++) {
            JsonNode was = before.get(n);
            JsonNode is = after.get(n);
            was.propertyNames().stream()
                    .filter(name -> !name.equals("updateTime"))
                    .forEach(name -> assertThat(is.get(name)).as(name).isEqualTo(was.get(name)));
            own.forEach((label, field) ->
                    assertThat(is.path("f" + field).asString()).as(label).isEqualTo("值" + label));
        }
        own.forEach((label, field) -> assertThat(admin.json(
                                "/api/Crm" + CHAPTERS.get(kind) + "/queryPageList",
                                Map.of("data", Map.of("f" + field, Map.of("condition", "is", "value", "值" + label))))
                        .at("/data/list"))
                .as(label)
                .hasSize(1));
    }
}
