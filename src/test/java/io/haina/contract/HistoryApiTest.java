package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.opportunity.Opportunities;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What happened to a record, as its readers may know it. */
class HistoryApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final TestCompany.Person SALES = COMPANY.sales();
    private static final Http HTTP = SALES.http();

    private static Answer history(Http http, String kind, long id, String query) {
        return http.get("/api/v1/" + kind + "/" + id + "/history" + query);
    }

    private static JsonNode last(String kind, long id) {
        Answer answer = history(HTTP, kind, id, "?size=1");
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        return answer.at("/items/0");
    }

    private static void change(Http http, String path, Map<String, ?> values) {
        Answer answer = http.patch(path, Map.of("values", values));
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
    }

    @Test
    void a_change_is_told_by_the_names_of_fields_and_only_what_is_otherwise_is_told() {
        long customer = ESTATE.customer(SALES.actor());
        change(HTTP, "/api/v1/customers/" + customer, Map.of("remark", "新备注", "nextContactAt", "2027-01-20T02:00:00Z"));
        JsonNode line = last("customers", customer);
        assertThat(line.path("actor").path("name").asString()).isEqualTo(SALES.name());
        assertThat(line.path("action").asString()).isEqualTo("customer.change");
        assertThat(line.path("before").propertyNames()).containsExactlyInAnyOrder("remark", "nextContactAt");
        assertThat(line.path("before").path("remark").isNull()).isTrue();
        assertThat(line.path("after").path("remark").asString()).isEqualTo("新备注");
        assertThat(line.path("after").path("nextContactAt").asString()).isEqualTo("2027-01-20T02:00:00Z");
        Answer all = history(HTTP, "customers", customer, "");
        assertThat(all.text()).doesNotContain("tenant", "name_key", "nameKey", "grams", "custom\"");
        assertThat(all.at("/items/1/action").asString()).isEqualTo("customer.report");
        assertThat(all.at("/items/1/before").isNull()).isTrue();
    }

    @Test
    void what_points_at_something_is_told_with_its_name() {
        long customer = ESTATE.customer(SALES.actor());
        TestCompany.Person colleague = COMPANY.east().get(1);
        Http manager = COMPANY.eastManager().http();
        assertThat(manager.post(
                                "/api/v1/customers/" + customer + "/transfer",
                                Map.of("to", colleague.actor().staffId()))
                        .status())
                .isBetween(200, 204);
        JsonNode line = history(manager, "customers", customer, "?size=1").at("/items/0");
        assertThat(line.path("before").path("ownerId").path("name").asString()).isEqualTo(SALES.name());
        assertThat(line.path("after").path("ownerId").path("name").asString()).isEqualTo(colleague.name());
    }

    @Test
    void a_field_that_is_hidden_from_the_reader_is_hidden_in_the_past_too() {
        Http admin = COMPANY.admin().http();
        Answer made = admin.post("/api/v1/leads/fields", Map.of("label", "密级", "type", "text"));
        String field = made.at("/name").asString();
        long lead = ESTATE.lead(SALES.actor());
        change(HTTP, "/api/v1/leads/" + lead, Map.of(field, "绝密", "remark", "公开"));
        assertThat(last("leads", lead).path("after").path(field).asString()).isEqualTo("绝密");
        assertThat(admin.patch("/api/v1/leads/fields/" + field, Map.of("hiddenFrom", List.of("sales")))
                        .status())
                .isEqualTo(200);
        assertThat(last("leads", lead).path("after").propertyNames()).containsExactly("remark");
        assertThat(history(HTTP, "leads", lead, "").text()).doesNotContain("绝密", field);
        assertThat(history(admin, "leads", lead, "").text()).contains("绝密");
    }

    @Test
    void a_value_of_a_field_that_has_another_type_by_now_is_told_as_it_was() {
        Http admin = COMPANY.admin().http();
        String field = admin.post("/api/v1/leads/fields", Map.of("label", "曾是文字", "type", "text"))
                .at("/name")
                .asString();
        long lead = ESTATE.lead(SALES.actor());
        change(HTTP, "/api/v1/leads/" + lead, Map.of(field, "不是数字"));
        assertThat(admin.patch("/api/v1/leads/fields/" + field + "?loseValues=true", Map.of("type", "number"))
                        .status())
                .isEqualTo(200);
        assertThat(history(HTTP, "leads", lead, "?size=100").at("/items").toString())
                .contains("不是数字");
    }

    @Test
    void members_and_linked_contacts_are_told_by_name() {
        long customer = ESTATE.customer(SALES.actor());
        TestCompany.Person colleague = COMPANY.east().get(1);
        HTTP.put(
                "/api/v1/customers/" + customer + "/members",
                Map.of("staff", List.of(colleague.actor().staffId()), "power", "read"));
        JsonNode line = last("customers", customer);
        assertThat(line.path("members").path(0).path("name").asString()).isEqualTo(colleague.name());
        assertThat(line.path("members").path(0).path("power").asString()).isEqualTo("read");
        long contact = ESTATE.contact(SALES.actor(), customer);
        long opportunity = ESTATE.opportunity(SALES.actor(), customer);
        SERVER.bean(Opportunities.class).link(SALES.actor(), opportunity, List.of(contact));
        JsonNode linked = last("opportunities", opportunity);
        assertThat(linked.path("contacts").path(0).path("id").asLong()).isEqualTo(contact);
        assertThat(linked.path("contacts").path(0).path("name").asString()).startsWith("联系人");
    }

    @Test
    void whoever_sees_the_record_sees_its_past_and_nobody_else() {
        long customer = ESTATE.customer(SALES.actor());
        assertThat(history(COMPANY.eastManager().http(), "customers", customer, "")
                        .status())
                .isEqualTo(200);
        assertProblem(history(COMPANY.east().get(1).http(), "customers", customer, ""), 404, "not-found");
        assertProblem(history(TestCompany.create().admin().http(), "customers", customer, ""), 404, "not-found");
        assertProblem(history(HTTP, "customers", 999_999_999L, ""), 404, "not-found");
        assertProblem(HTTP.get("/api/v1/customers/x/history"), 404, "not-found");
        long lead = ESTATE.lead(SALES.actor());
        HTTP.delete("/api/v1/leads/" + lead);
        assertProblem(history(HTTP, "leads", lead, ""), 404, "not-found");
    }

    @Test
    void pages_of_the_past_follow_each_other_without_gap_or_repeat() {
        long lead = ESTATE.lead(SALES.actor());
        for (int n = 0; n < 6; n++) {
            change(HTTP, "/api/v1/leads/" + lead, Map.of("remark", "第" + n + "次"));
        }
        List<Long> read = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = history(HTTP, "leads", lead, "?size=3" + cursor);
            page.at("/items").forEach(each -> read.add(each.path("id").asLong()));
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());
        assertThat(read).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(Fresh.number("select count(*) from audit where kind = 'lead' and record_id = ?", lead))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=0",
                "size=101",
                "size=x",
                "cursor=x",
                "cursor=-1",
                "cursor=%00",
                "cursor=99999999999999999999"
            })
    void what_is_no_place_in_the_past_is_refused(String query) {
        long lead = ESTATE.lead(SALES.actor());
        assertProblem(history(HTTP, "leads", lead, "?" + query), 400, "invalid");
    }
}
