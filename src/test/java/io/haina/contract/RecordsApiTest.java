package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static io.haina.contract.V1.encoded;
import static io.haina.contract.V1.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.customer.CustomerRecords;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.pool.Pool;
import io.haina.product.Products;
import io.haina.tenant.Role;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists and single records of every kind at the native API's door. */
class RecordsApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Actor SALES = COMPANY.sales().actor();
    private static final Http HTTP = COMPANY.sales().http();
    private static final Http STRANGER = COMPANY.south().getFirst().http();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final Map<String, Long> ONE = new TreeMap<>();

    static {
        long customer = ESTATE.customer(SALES);
        ONE.put("customers", customer);
        ONE.put("leads", ESTATE.lead(SALES));
        ONE.put("contacts", ESTATE.contact(SALES, customer));
        ONE.put("opportunities", ESTATE.opportunity(SALES, customer));
        ONE.put("products", ESTATE.product(COMPANY.eastManager().actor(), SALES));
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        Actor admin = COMPANY.admin().actor();
        long id = SERVER.bean(CustomerRecords.class).add(admin, Map.of("name", "百炼科技" + COMPANY.number()));
        return V1.calls(
                "records",
                new HashMap<>(
                        Map.of("$TOKEN", COMPANY.admin().token(), "$KIND", "customers", "$ID", Long.toString(id))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "customers", "contacts", "opportunities", "products"})
    void a_record_of_each_kind_is_listed_and_shown_with_names_for_ids(String kind) {
        long id = ONE.get(kind);
        Answer list = HTTP.get("/api/v1/" + kind);
        JsonNode item = list.at("/items")
                .valueStream()
                .filter(each -> each.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
        assertThat(item.at("/values/ownerId/id").asLong()).isEqualTo(SALES.staffId());
        assertThat(item.at("/values/ownerId/name").asString()).isEqualTo(SALES.name());
        assertThat(item.at("/values/updatedAt").asString()).endsWith("Z");
        assertThat(item.path("values").propertyNames()).doesNotContain("ownerName", "customerName", "stageName");
        Answer one = HTTP.get("/api/v1/" + kind + "/" + id);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.json().path("values")).isEqualTo(item.path("values"));
        assertThat(one.header("ETag")).matches("\"[0-9]+\"");
        boolean product = kind.equals("products");
        assertThat(one.at("/may/change").asBoolean()).isEqualTo(!product);
        assertThat(one.at("/may/delete").asBoolean()).isEqualTo(!product);
        assertThat(one.at("/may/transfer").asBoolean()).isEqualTo(!product);
        JsonNode fields = HTTP.get("/api/v1/" + kind + "/fields").at("/items");
        assertThat(item.path("values").propertyNames())
                .containsExactlyElementsOf(fields.valueStream()
                        .map(field -> field.path("name").asString())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "customers", "contacts", "opportunities"})
    void what_one_may_not_see_is_not_found(String kind) {
        long id = ONE.get(kind);
        assertProblem(STRANGER.get("/api/v1/" + kind + "/" + id), 404, "not-found");
        assertThat(STRANGER.get("/api/v1/" + kind).at("/total").asLong()).isZero();
        assertThat(STRANGER.get("/api/v1/" + kind + "?filter=" + encoded("{\"any\":[{\"mine\":true},{\"all\":[]}]}"))
                        .at("/items"))
                .isEmpty();
        Http other = TestCompany.create().admin().http();
        assertProblem(other.get("/api/v1/" + kind + "/" + id), 404, "not-found");
        assertThat(other.get("/api/v1/" + kind).at("/items")).isEmpty();
        assertProblem(SERVER.http().get("/api/v1/" + kind), 401, "not-signed-in");
    }

    @Test
    void only_the_fields_that_are_asked_for_are_read_and_shown() {
        Answer list = HTTP.get("/api/v1/customers?fields=name,%20protectedUntil,ownerId");
        assertThat(list.at("/items/0/values").propertyNames())
                .containsExactlyInAnyOrder("name", "protectedUntil", "ownerId");
        assertThat(list.at("/items/0/values/ownerId/name").asString()).isEqualTo(SALES.name());
        assertProblem(HTTP.get("/api/v1/customers?fields=name,nothing"), 400, "invalid");
        assertProblem(HTTP.get("/api/v1/customers?fields=ownerName"), 400, "invalid");
        assertProblem(HTTP.get("/api/v1/customers?fields=nameKey"), 400, "invalid");
    }

    @Test
    void pooled_customers_are_listed_by_themselves() {
        TestCompany.Person person = COMPANY.east().get(2);
        long id = Fresh.customer(person.actor(), "公海客户" + COMPANY.number());
        SERVER.bean(Pool.class).release(person.actor(), Fresh.uuid(id), "不再跟进");
        Answer pooled = HTTP.get("/api/v1/customers?pool=true&q=" + encoded("公海客户"));
        assertThat(names(pooled)).containsExactly("公海客户" + COMPANY.number());
        JsonNode pool = pooled.at("/items/0/values/poolId");
        assertThat(pool.path("name").asString()).isEqualTo("公海");
        assertThat(names(HTTP.get("/api/v1/customers?pool=" + pool.path("id").asLong())))
                .contains("公海客户" + COMPANY.number());
        assertThat(names(HTTP.get("/api/v1/customers?pool=999999"))).isEmpty();
        assertThat(names(HTTP.get("/api/v1/customers"))).doesNotContain("公海客户" + COMPANY.number());
        assertThat(HTTP.get("/api/v1/customers/" + id).at("/may/change").asBoolean(true))
                .isFalse();
        assertProblem(HTTP.get("/api/v1/leads?pool=true"), 400, "invalid");
        assertProblem(HTTP.get("/api/v1/customers?pool=yes"), 404, "not-found");
    }

    @Test
    void pages_follow_each_other_and_orders_hold() {
        TestCompany.Person person = COMPANY.east().get(1);
        Leads leads = SERVER.bean(Leads.class);
        for (int n = 0; n < 7; n++) {
            leads.add(person.actor(), Map.of("name", "页" + n));
        }
        Http http = person.http();
        assertThat(names(http.get("/api/v1/leads?sort=name&size=3"))).containsExactly("页0", "页1", "页2");
        assertThat(names(http.get("/api/v1/leads?sort=name&size=3&page=3"))).containsExactly("页6");
        assertThat(names(http.get("/api/v1/leads?sort=-name&size=3"))).containsExactly("页6", "页5", "页4");
        assertThat(names(http.get("/api/v1/leads?size=2"))).containsExactly("页6", "页5");
        assertThat(names(http.get("/api/v1/leads?page=400"))).isEmpty();
        assertThat(http.get("/api/v1/leads?q=" + encoded("页3")).at("/total").asInt())
                .isEqualTo(1);
    }

    @Test
    void filters_find_exactly_what_they_say_and_the_negative_ones_what_has_no_value() {
        TestCompany.Person person = COMPANY.hire("filterer-" + COMPANY.number(), Role.SALES, null);
        Leads leads = SERVER.bean(Leads.class);
        leads.add(person.actor(), Map.of("name", "甲", "mobile", "13800000001", "nextContactAt", "2026-03-01 10:00:00"));
        leads.add(person.actor(), Map.of("name", "乙%_", "mobile", "13900000002"));
        long third = leads.add(person.actor(), Map.of("name", "丙'; drop table lead; --"));
        Http http = person.http();
        Map<String, List<String>> wanted = new HashMap<>();
        wanted.put("{\"field\":\"mobile\",\"operator\":\"starts-with\",\"values\":[\"138\"]}", List.of("甲"));
        wanted.put(
                "{\"field\":\"mobile\",\"operator\":\"is-not\",\"values\":[\"13800000001\"]}",
                List.of("乙%_", "丙'; drop table lead; --"));
        wanted.put("{\"field\":\"mobile\",\"operator\":\"is-null\"}", List.of("丙'; drop table lead; --"));
        wanted.put("{\"field\":\"name\",\"operator\":\"contains\",\"values\":[\"%\"]}", List.of("乙%_"));
        wanted.put(
                "{\"field\":\"name\",\"operator\":\"contains\",\"values\":[\"'; drop\"]}",
                List.of("丙'; drop table lead; --"));
        wanted.put("{\"field\":\"nextContactAt\",\"operator\":\"is\",\"values\":[\"2026-03-01\"]}", List.of("甲"));
        wanted.put(
                "{\"field\":\"nextContactAt\",\"operator\":\"between\",\"values\":[null,\"2026-03-01T02:00:00Z\"]}",
                List.of("甲"));
        wanted.put(
                "{\"field\":\"ownerId\",\"operator\":\"in\",\"values\":["
                        + person.actor().staffId() + "]}",
                List.of("甲", "乙%_", "丙'; drop table lead; --"));
        wanted.put(
                "{\"field\":\"ownerId\",\"operator\":\"is\",\"values\":[{\"id\":"
                        + person.actor().staffId() + ",\"name\":\"x\"}]}",
                List.of("甲", "乙%_", "丙'; drop table lead; --"));
        wanted.put("{\"field\":\"ownerName\",\"operator\":\"is\",\"values\":[\"nobody\"]}", List.of());
        wanted.put(
                "{\"any\":[{\"field\":\"name\",\"operator\":\"is\",\"values\":[\"甲\"]},{\"search\":\"139\"}]}",
                List.of("甲", "乙%_"));
        wanted.put(
                "{\"all\":[{\"mine\":true},{\"field\":\"converted\",\"operator\":\"is\",\"values\":[false]}]}",
                List.of("甲", "乙%_", "丙'; drop table lead; --"));
        wanted.put("{\"subordinates\":true}", List.of());
        wanted.put("{\"starred\":true}", List.of());
        wanted.put("{\"any\":[]}", List.of());
        wanted.forEach((filter, names) -> assertThat(names(http.get("/api/v1/leads?filter=" + encoded(filter))))
                .as(filter)
                .containsExactlyInAnyOrderElementsOf(names));
        assertThat(http.get("/api/v1/leads/" + third).at("/values/name").asString())
                .isEqualTo("丙'; drop table lead; --");
    }

    @Test
    void a_field_that_is_hidden_is_neither_shown_nor_filtered_nor_sorted_by() {
        TestCompany company = TestCompany.create();
        FieldRules hidden = new FieldRules(false, false, false, List.of(), null, null, 9, Set.of(Role.SALES), Set.of());
        String name = "f"
                + SERVER.bean(CustomFields.class)
                        .add(
                                company.admin().actor(),
                                new CustomFieldDraft(RecordKind.PRODUCT, "成本价", FieldType.MONEY, 0, hidden));
        TestCompany.Person manager = company.again(company.eastManager());
        SERVER.bean(Products.class).add(manager.actor(), Map.of("name", "泵", name, "12.5"));
        Http sales = company.again(company.sales()).http();
        Http boss = manager.http();
        String filter = "/api/v1/products?filter="
                + encoded("{\"field\":\"" + name + "\",\"operator\":\"greater\",\"values\":[12.4]}");
        assertThat(names(boss.get(filter))).containsExactly("泵");
        assertThat(boss.get("/api/v1/products?sort=" + name)
                        .at("/items/0/values/" + name)
                        .decimalValue())
                .isEqualByComparingTo("12.5");
        assertThat(boss.get("/api/v1/products?fields=" + name)
                        .at("/items/0/values/" + name)
                        .decimalValue())
                .isEqualByComparingTo("12.5");
        assertThat(sales.get("/api/v1/products").text()).doesNotContain(name, "12.5");
        assertThat(sales.get("/api/v1/products/fields").text()).doesNotContain("成本价");
        assertProblem(sales.get(filter), 400, "invalid");
        assertProblem(sales.get("/api/v1/products?sort=-" + name), 400, "invalid");
        assertProblem(sales.get("/api/v1/products?fields=name," + name), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=abc",
                "page=99999999999999999999",
                "page=401",
                "size=0",
                "size=101",
                "sort=nothing",
                "sort=--name",
                "sort=name%3B+drop+table+lead",
                "sort=nameKey",
                "q=a%00b",
                "q=%ED%A0%80%00",
                "scene=abc",
                "scene=999999999",
                "fields=name,,",
                "fields=%00",
                "filter=x",
                "filter=[]",
                "filter=null",
                "filter={}",
                "filter={\"all\":{}}",
                "filter={\"mine\":false}",
                "filter={\"mine\":true,\"starred\":true}",
                "filter={\"heldBy\":3}",
                "filter={\"field\":\"name\"}",
                "filter={\"field\":\"name\",\"operator\":\"is\"}",
                "filter={\"field\":\"name\",\"operator\":\"IS\",\"values\":[\"x\"]}",
                "filter={\"field\":\"name\",\"operator\":\"is\",\"values\":\"x\"}",
                "filter={\"field\":\"name\",\"operator\":\"is\",\"values\":[[\"x\"]]}",
                "filter={\"field\":\"name\",\"operator\":\"is\",\"values\":[\"a\\u0000b\"]}",
                "filter={\"field\":\"name\",\"operator\":\"is\",\"values\":[\"x\"],\"sql\":\"1=1\"}",
                "filter={\"field\":\"name' or 1=1\",\"operator\":\"is\",\"values\":[\"x\"]}",
                "filter={\"field\":\"tenant_id\",\"operator\":\"is\",\"values\":[1]}",
                "filter={\"field\":\"ownerId\",\"operator\":\"is\",\"values\":[1e999999999]}",
                "filter={\"field\":\"ownerId\",\"operator\":\"is\",\"values\":[99999999999999999999]}",
                "filter={\"field\":\"ownerId\",\"operator\":\"contains\",\"values\":[1]}",
                "filter={\"field\":\"updatedAt\",\"operator\":\"less\",\"values\":[\"yesterday\"]}",
                "filter={\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"all\":[{\"mine\":true}]}]}]}]}]}",
                "filter={\"search\":7}",
                "filter={\"field\":\"name\",\"field\":\"mobile\",\"operator\":\"is\",\"values\":[\"x\"]}"
            })
    void what_cannot_be_meant_is_refused(String query) {
        String sent = query.startsWith("filter=") ? "filter=" + encoded(query.substring(7)) : query;
        Answer answer = HTTP.get("/api/v1/leads?" + sent);
        assertThat(answer.status()).as(answer::toString).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text()).doesNotContain("Exception", "io.haina", "select ");
    }

    @Test
    void long_and_wide_wishes_are_refused() {
        assertProblem(HTTP.get("/api/v1/leads?q=" + encoded("长".repeat(201))), 400, "invalid");
        String many = "{\"all\":[" + "{\"mine\":true},".repeat(50) + "{\"mine\":true}]}";
        assertProblem(HTTP.get("/api/v1/leads?filter=" + encoded(many)), 400, "invalid");
        String deep = "{\"any\":[".repeat(3000);
        assertProblem(HTTP.get("/api/v1/leads?filter=" + encoded(deep).substring(0, 6000)), 400, "invalid");
        assertProblem(HTTP.get("/api/v1/leads/abc"), 404, "not-found");
        assertProblem(HTTP.get("/api/v1/leads/99999999999999999999"), 404, "not-found");
        assertProblem(HTTP.get("/api/v1/tenants"), 404, "no-such-path");
    }
}
