package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static io.haina.contract.V1.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, changing, deleting and marking records at the native API's door. */
class RecordWritesApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Actor SALES = COMPANY.sales().actor();
    private static final Http HTTP = COMPANY.sales().http();
    private static final Http BOSS = COMPANY.eastManager().http();
    private static final Http STRANGER = COMPANY.south().getFirst().http();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final long CUSTOMER = ESTATE.customer(SALES);

    private static Map<String, Object> draft(String kind, String name) {
        Map<String, Object> values = new HashMap<>(Map.of("name", name + COMPANY.number()));
        if (kind.equals("contacts") || kind.equals("opportunities")) {
            values.put("customerId", Map.of("id", CUSTOMER, "name", "x"));
        }
        if (kind.equals("opportunities")) {
            Pipeline pipeline = SERVER.bean(Pipelines.class).of(SALES).getFirst();
            values.put("pipelineId", pipeline.id());
            values.put("stageId", pipeline.stages().getFirst().id());
        }
        return Map.of("values", values);
    }

    private static String remark(String kind) {
        return kind.equals("products") ? "description" : "remark";
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "customers", "contacts", "opportunities", "products"})
    void a_record_of_each_kind_is_made_changed_and_deleted(String kind) {
        Http http = kind.equals("products") ? BOSS : HTTP;
        Answer made = http.post("/api/v1/" + kind, draft(kind, "写入"));
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        String path = made.header("Location");
        assertThat(path).isEqualTo("/api/v1/" + kind + "/" + made.at("/id").asLong());
        assertThat(http.get(path).header("ETag")).isEqualTo(made.header("ETag"));
        Answer changed = http.patch(path, Map.of("values", Map.of(remark(kind), "备注 <b>'; --")));
        assertThat(changed.status()).as(changed::toString).isEqualTo(200);
        assertThat(changed.at("/values/" + remark(kind)).asString()).isEqualTo("备注 <b>'; --");
        assertThat(changed.at("/values/name")).isEqualTo(made.at("/values/name"));
        assertThat(changed.header("ETag")).isNotEqualTo(made.header("ETag"));
        Answer emptied = http.patch(path, "{\"values\":{\"" + remark(kind) + "\":null}}");
        assertThat(emptied.at("/values/" + remark(kind)).isNull()).isTrue();
        if (!kind.equals("products")) {
            assertProblem(STRANGER.patch(path, Map.of("values", Map.of(remark(kind), "x"))), 404, "not-found");
            assertProblem(STRANGER.delete(path), 404, "not-found");
            assertProblem(STRANGER.send("DELETE", path, null, Map.of("If-Match", "\"1\"")), 404, "not-found");
        } else {
            assertProblem(HTTP.patch(path, Map.of("values", Map.of("description", "x"))), 403, "role-required");
            assertProblem(HTTP.delete(path), 403, "role-required");
        }
        assertThat(http.delete(path).status()).isEqualTo(204);
        assertProblem(http.get(path), 404, "not-found");
        assertProblem(http.delete(path), 404, "not-found");
    }

    @Test
    void a_change_for_another_version_is_refused_and_changes_nothing() {
        for (String kind : List.of("leads", "customers", "contacts", "opportunities")) {
            Answer made = HTTP.post("/api/v1/" + kind, draft(kind, "版本"));
            String path = made.header("Location");
            String first = made.header("ETag");
            Map<String, Object> change = Map.of("values", Map.of("remark", "一"));
            Answer second = HTTP.send("PATCH", path, change, Map.of("If-Match", "\"7\", " + first));
            assertThat(second.status()).as(second::toString).isEqualTo(200);
            assertProblem(HTTP.send("PATCH", path, change, Map.of("If-Match", first)), 412, "changed-meanwhile");
            assertProblem(HTTP.send("DELETE", path, null, Map.of("If-Match", first)), 412, "changed-meanwhile");
            assertProblem(
                    HTTP.send("DELETE", path, null, Map.of("If-Match", "W/" + second.header("ETag"))),
                    412,
                    "changed-meanwhile");
            assertProblem(HTTP.send("PATCH", path, change, Map.of("If-Match", "nonsense")), 400, "invalid");
            assertThat(HTTP.get(path).header("ETag")).isEqualTo(second.header("ETag"));
            assertThat(HTTP.send("PATCH", path, change, Map.of("If-Match", "*")).status())
                    .isEqualTo(200);
            Answer last = HTTP.get(path);
            assertThat(HTTP.send("GET", path, null, Map.of("If-None-Match", last.header("ETag")))
                            .status())
                    .isEqualTo(304);
            assertThat(HTTP.send("DELETE", path, null, Map.of("If-Match", last.header("ETag")))
                            .status())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "customers", "contacts", "opportunities"})
    void of_many_who_change_one_version_at_once_one_wins(String kind) {
        for (int round = 0; round < 4; round++) {
            Answer made = HTTP.post("/api/v1/" + kind, draft(kind, "竞争" + round));
            String path = made.header("Location");
            List<Race.Outcome<Answer>> outcomes = Race.of(
                    5,
                    n -> () -> HTTP.send(
                            "PATCH",
                            path,
                            Map.of("values", Map.of("remark", "第" + n)),
                            Map.of("If-Match", made.header("ETag"))));
            List<Integer> statuses = new ArrayList<>();
            outcomes.forEach(outcome ->
                    statuses.add(((Race.Won<Answer>) outcome).result().status()));
            assertThat(statuses).as(statuses::toString).containsOnlyOnce(200);
            assertThat(statuses).allMatch(status -> status == 200 || status == 412);
        }
    }

    @Test
    void a_taken_name_is_told_with_who_stands_in_the_way_also_to_a_change_of_one_version() {
        Answer first = HTTP.post("/api/v1/customers", draft("customers", "重名甲"));
        Answer second = STRANGER.post("/api/v1/customers", draft("customers", "重名乙"));
        Answer refused = STRANGER.post("/api/v1/customers", draft("customers", "重名甲"));
        assertProblem(refused, 409, "duplicate-customer");
        assertThat(refused.at("/duplicate/name")).isEqualTo(first.at("/values/name"));
        assertThat(refused.at("/duplicate/owner").asString()).isEqualTo(SALES.name());
        assertThat(refused.at("/duplicate/inPool").asBoolean(true)).isFalse();
        String path = second.header("Location");
        Map<String, Object> change =
                Map.of("values", Map.of("name", first.at("/values/name").asString()));
        assertProblem(STRANGER.patch(path, change), 409, "duplicate-customer");
        Answer versioned = STRANGER.send("PATCH", path, change, Map.of("If-Match", second.header("ETag")));
        assertProblem(versioned, 409, "duplicate-customer");
        assertThat(versioned.at("/duplicate/owner").asString()).isEqualTo(SALES.name());
        assertThat(STRANGER.get(path).header("ETag")).isEqualTo(second.header("ETag"));
    }

    @Test
    void a_customer_may_have_nothing_but_a_name_and_an_own_field() {
        Answer field = COMPANY.admin().http().post("/api/v1/customers/fields", Map.of("label", "车牌", "type", "text"));
        String own = field.at("/name").asString();
        Answer made = HTTP.post("/api/v1/customers", Map.of("values", Map.of("name", "只有车牌的公司", own, "沪A12345")));
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        assertThat(made.at("/values/" + own).asString()).isEqualTo("沪A12345");
    }

    @Test
    void a_request_with_a_key_counts_once() {
        for (String kind : List.of("leads", "customers", "contacts", "opportunities")) {
            Map<String, String> key = Map.of("Idempotency-Key", "key-" + kind);
            Object draft = draft(kind, "一次");
            Answer first = HTTP.send("POST", "/api/v1/" + kind, draft, key);
            Answer again = HTTP.send("POST", "/api/v1/" + kind, draft, key);
            assertThat(first.status()).as(first::toString).isEqualTo(201);
            assertThat(again.status()).as(again::toString).isEqualTo(201);
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertProblem(HTTP.send("POST", "/api/v1/" + kind, draft(kind, "两次"), key), 409, "key-reused");
        }
        assertProblem(
                HTTP.send("POST", "/api/v1/leads", draft("leads", "x"), Map.of("Idempotency-Key", "a b")),
                400,
                "invalid");
    }

    @Test
    void an_opportunity_is_made_with_its_lines_and_nothing_else_has_any() {
        long product = ESTATE.product(COMPANY.eastManager().actor(), SALES);
        Map<String, Object> draft = new HashMap<>(draft("opportunities", "带明细"));
        draft.put("lines", List.of(Map.of("productId", product, "price", 10, "salesPrice", 9.5, "quantity", 3)));
        Answer made = HTTP.post("/api/v1/opportunities", draft);
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        assertThat(made.at("/values/totalPrice").decimalValue()).isEqualByComparingTo("28.5");
        assertThat(made.at("/values/stageId/name").asString()).isNotBlank();
        Map<String, Object> lead = new HashMap<>(draft("leads", "带明细"));
        lead.put("lines", List.of());
        assertProblem(HTTP.post("/api/v1/leads", lead), 400, "invalid");
    }

    @Test
    void marks_are_ones_own_and_only_of_what_one_sees() {
        Answer made = HTTP.post("/api/v1/customers", draft("customers", "星标"));
        String path = made.header("Location");
        assertThat(HTTP.put(path + "/star", null).status()).isEqualTo(204);
        assertThat(HTTP.put(path + "/star", null).status()).isEqualTo(204);
        assertThat(HTTP.get(path).at("/starred").asBoolean()).isTrue();
        assertThat(BOSS.get(path).at("/starred").asBoolean(true)).isFalse();
        assertThat(names(HTTP.get("/api/v1/customers?filter=" + V1.encoded("{\"starred\":true}"))))
                .containsExactly(made.at("/values/name").asString());
        assertThat(HTTP.delete(path + "/star").status()).isEqualTo(204);
        assertThat(HTTP.delete(path + "/star").status()).isEqualTo(204);
        assertThat(HTTP.get(path).at("/starred").asBoolean(true)).isFalse();
        assertProblem(STRANGER.put(path + "/star", null), 404, "not-found");
        assertProblem(STRANGER.delete(path + "/star"), 404, "not-found");
        assertProblem(HTTP.put("/api/v1/products/1/star", null), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"values\":null}",
                "{\"values\":[]}",
                "{\"values\":{\"name\":7}}",
                "{\"values\":{\"name\":\"a\\u0000b\"}}",
                "{\"values\":{\"name\":\"\"}}",
                "{\"values\":{\"name\":null}}",
                "{\"values\":{\"name\":{\"id\":1}}}",
                "{\"values\":{\"name\":\"x\",\"name\":\"y\"}}",
                "{\"values\":{\"name\":\"x\",\"nothing\":1}}",
                "{\"values\":{\"name\":\"x\",\"name_key\":\"y\"}}",
                "{\"values\":{\"name\":\"x\",\"ownerId\":1}}",
                "{\"values\":{\"name\":\"x\",\"ownerName\":\"y\"}}",
                "{\"values\":{\"name\":\"x\",\"updatedAt\":\"2026-01-01\"}}",
                "{\"values\":{\"name\":\"x\",\"nextContactAt\":\"soon\"}}",
                "{\"values\":{\"name\":\"x\",\"nextContactAt\":20260101}}",
                "{\"values\":{\"name\":\"x\"},\"owner_name\":\"y\"}",
                "{\"values\":{\"name\":\"x\"},\"lines\":[]}",
                "{\"values\":{\"name\":",
                ""
            })
    void what_cannot_be_meant_is_refused_and_changes_nothing(String body) {
        long lead = ESTATE.lead(SALES);
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        Answer made = HTTP.post("/api/v1/leads", body);
        assertThat(made.status()).as(made::toString).isIn(400, 403);
        assertThat(made.header("Content-Type")).startsWith("application/problem+json");
        Answer changed = HTTP.patch("/api/v1/leads/" + lead, body);
        assertThat(changed.status()).as(changed::toString).isIn(400, 403);
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void long_texts_huge_numbers_and_foreign_links_are_refused() {
        long foreign = ESTATE.customer(COMPANY.south().getFirst().actor());
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        assertProblem(HTTP.post("/api/v1/leads", draft("leads", "长".repeat(5000))), 400, "invalid");
        for (String number :
                List.of("1e999999999", "99999999999999999999", "1.5", "-1e400", "\"1\"", "true", "" + foreign)) {
            Answer refused =
                    HTTP.post("/api/v1/contacts", "{\"values\":{\"name\":\"x\",\"customerId\":" + number + "}}");
            assertThat(refused.status()).as(refused::toString).isIn(400, 404);
        }
        for (String price : List.of("1.234", "99999999999999999999", "1e999999999", "\"1\"", "NaN")) {
            Answer refused = BOSS.post("/api/v1/products", "{\"values\":{\"name\":\"x\",\"price\":" + price + "}}");
            assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        }
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void money_keeps_its_last_digit() {
        Answer made = BOSS.post("/api/v1/products", "{\"values\":{\"name\":\"贵\",\"price\":9999999999999999.99}}");
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        assertThat(made.text()).contains("9999999999999999.99");
    }
}
