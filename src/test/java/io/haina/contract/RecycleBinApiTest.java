package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import io.haina.trail.Undoing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The recycle bin and the undoing of changes at the native API's door. */
class RecycleBinApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final TestCompany.Person SALES = COMPANY.sales();
    private static final Http HTTP = SALES.http();
    private static final Http ADMIN = COMPANY.admin().http();

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isBetween(200, 204);
    }

    private static void change(String path, Map<String, ? extends @Nullable Object> values) {
        ok(HTTP.patch(path, Map.of("values", values)));
    }

    private static Answer restore(Http http, String kind, long id) {
        return http.post("/api/v1/deleted/" + kind + "/" + id + "/restore", Map.of());
    }

    private static Answer undo(Http http, long line) {
        return http.post("/api/v1/audit/" + line + "/restore", Map.of());
    }

    /** The newest line of the audit about a record. */
    private static JsonNode last(String kind, long id) {
        Answer answer = ADMIN.get("/api/v1/audit?size=1&kind=" + kind + "&record=" + id);
        ok(answer);
        return answer.at("/items/0");
    }

    private static long line(String kind, long id) {
        return last(kind, id).path("id").asLong();
    }

    private static Answer lead(long id) {
        return HTTP.get("/api/v1/leads/" + id);
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        long customer = ESTATE.customer(SALES.actor());
        change("/api/v1/customers/" + customer, Map.of("name", "改名" + customer, "remark", "改过"));
        long deleted = ESTATE.customer(SALES.actor());
        ok(HTTP.delete("/api/v1/customers/" + deleted));
        return V1Calls.of(
                "history",
                Map.of(
                        "$TOKEN",
                        SALES.token(),
                        "$ADMIN",
                        COMPANY.admin().token(),
                        "$KIND",
                        "customers",
                        "$CUSTOMER",
                        Long.toString(customer),
                        "$DELETED",
                        Long.toString(deleted),
                        "$LINE",
                        Long.toString(line("customer", customer))));
    }

    @Test
    void what_comes_back_is_seen_by_the_registration_contract_and_the_feed_at_once() {
        long customer = ESTATE.customer(SALES.actor());
        String name =
                HTTP.get("/api/v1/customers/" + customer).at("/values/name").asString();
        ok(HTTP.delete("/api/v1/customers/" + customer));
        String registration = "/api/customers?keyword=" + V1.encoded(name);
        assertThat(HTTP.get(registration).text()).doesNotContain(name);
        String begin = HTTP.get("/api/v1/changes?since=now").at("/next").asString();
        ok(restore(HTTP, "customers", customer));
        assertThat(HTTP.get(registration).text()).contains(name);
        assertThat(HTTP.get("/api/v1/changes?since=" + begin).at("/items").toString())
                .contains("\"restored\"");
        JsonNode line =
                HTTP.get("/api/v1/customers/" + customer + "/history?size=1").at("/items/0");
        assertThat(line.path("action").asString()).isEqualTo("customer.restore");
        assertThat(line.path("after").propertyNames()).isSubsetOf("protectedUntil");
    }

    @Test
    void pages_of_the_bin_follow_each_other() {
        TestCompany.Person person = COMPANY.east().get(2);
        Set<Long> deleted = new HashSet<>();
        for (int n = 0; n < 5; n++) {
            long lead = ESTATE.lead(person.actor());
            ok(person.http().delete("/api/v1/leads/" + lead));
            deleted.add(lead);
        }
        Answer first = person.http().get("/api/v1/deleted?kind=leads&size=2");
        assertThat(first.at("/total").asInt()).isEqualTo(5);
        assertThat(first.at("/totalExact").asBoolean()).isTrue();
        Set<Long> read = new HashSet<>();
        for (int page = 1; page <= 3; page++) {
            person.http()
                    .get("/api/v1/deleted?kind=leads&size=2&page=" + page)
                    .at("/items")
                    .forEach(item ->
                            assertThat(read.add(item.path("id").asLong())).isTrue());
        }
        assertThat(read).isEqualTo(deleted);
    }

    @Test
    void refusals_name_the_reason_and_change_nothing() {
        long customer = ESTATE.customer(SALES.actor());
        String name =
                HTTP.get("/api/v1/customers/" + customer).at("/values/name").asString();
        ok(HTTP.delete("/api/v1/customers/" + customer));
        Fresh.customer(COMPANY.south().getFirst().actor(), name);
        Answer taken = restore(HTTP, "customers", customer);
        assertProblem(taken, 409, "duplicate-customer");
        assertThat(taken.at("/duplicate/name").asString()).isEqualTo(name);
        assertProblem(restore(COMPANY.east().get(1).http(), "customers", customer), 404, "not-found");
        assertProblem(restore(HTTP, "customers", ESTATE.customer(SALES.actor())), 404, "not-found");
        assertProblem(restore(HTTP, "products", 1), 403, "role-required");
        assertProblem(HTTP.get("/api/v1/deleted?kind=products"), 403, "role-required");
        assertProblem(HTTP.post("/api/v1/deleted/customers/x/restore", Map.of()), 404, "not-found");
        assertProblem(HTTP.post("/api/v1/deleted/things/1/restore", Map.of()), 404, "no-such-path");
    }

    @Test
    void a_unique_value_that_is_hidden_from_who_restores_is_claimed_all_the_same() {
        String field = ADMIN.post("/api/v1/leads/fields", Map.of("label", "暗号", "type", "text", "unique", true))
                .at("/name")
                .asString();
        long lead = ESTATE.lead(SALES.actor());
        change("/api/v1/leads/" + lead, Map.of(field, "天王盖地虎"));
        ok(HTTP.delete("/api/v1/leads/" + lead));
        ok(ADMIN.patch("/api/v1/leads/fields/" + field, Map.of("hiddenFrom", List.of("sales"))));
        ok(restore(HTTP, "leads", lead));
        long other = ESTATE.lead(SALES.actor());
        assertProblem(
                ADMIN.patch("/api/v1/leads/" + other, Map.of("values", Map.of(field, "天王盖地虎"))), 409, "value-taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kind=",
                "kind=customer",
                "kind=%00",
                "kind=customers&size=0",
                "kind=customers&size=101",
                "kind=customers&page=0",
                "kind=customers&page=100000",
                "kind=customers&page=x"
            })
    void what_is_no_page_of_the_bin_is_refused(String query) {
        assertProblem(HTTP.get("/api/v1/deleted?" + query), 400, "invalid");
    }

    @Test
    void a_change_is_undone_with_every_type_of_value_and_leaves_a_line_of_its_own() {
        String money = ADMIN.post("/api/v1/leads/fields", Map.of("label", "预算", "type", "money"))
                .at("/name")
                .asString();
        String day = ADMIN.post("/api/v1/leads/fields", Map.of("label", "日子", "type", "date"))
                .at("/name")
                .asString();
        String choice = ADMIN.post(
                        "/api/v1/leads/fields",
                        Map.of("label", "标签", "type", "multi-choice", "options", List.of("红", "绿", "蓝")))
                .at("/name")
                .asString();
        long lead = ESTATE.lead(SALES.actor());
        String path = "/api/v1/leads/" + lead;
        change(
                path,
                Map.of(
                        money,
                        9_007_199_254_740.93,
                        day,
                        "2026-01-20",
                        choice,
                        List.of("红", "绿"),
                        "nextContactAt",
                        "2027-01-20T02:00:00Z",
                        "remark",
                        "原来"));
        JsonNode before = lead(lead).at("/values");
        Map<String, @Nullable Object> emptied = new HashMap<>();
        List.of(money, day, choice, "nextContactAt", "remark").forEach(name -> emptied.put(name, null));
        change(path, emptied);
        JsonNode changed = last("lead", lead);
        assertThat(changed.path("restorable").asBoolean()).isTrue();
        ok(undo(ADMIN, changed.path("id").asLong()));
        JsonNode after = lead(lead).at("/values");
        List.of(money, day, choice, "nextContactAt", "remark")
                .forEach(name -> assertThat(after.path(name)).isEqualTo(before.path(name)));
        JsonNode own = last("lead", lead);
        assertThat(own.path("action").asString()).isEqualTo("lead.change");
        assertThat(own.path("actor").path("name").asString())
                .isEqualTo(COMPANY.admin().name());
        ok(undo(ADMIN, own.path("id").asLong()));
        assertThat(lead(lead).at("/values/remark").isNull()).isTrue();
    }

    @Test
    void what_has_changed_again_is_named_and_nothing_is_written() {
        long lead = ESTATE.lead(SALES.actor());
        String path = "/api/v1/leads/" + lead;
        change(path, Map.of("remark", "一", "email", "a@example.com"));
        long line = line("lead", lead);
        change(path, Map.of("remark", "二"));
        Answer refused = undo(ADMIN, line);
        assertProblem(refused, 409, "changed-since");
        assertThat(refused.at("/detail").asString()).isEqualTo("remark");
        assertThat(lead(lead).at("/values/email").asString()).isEqualTo("a@example.com");
        change(path, Map.of("remark", "一"));
        ok(undo(ADMIN, line));
        assertThat(lead(lead).at("/values/email").isNull()).isTrue();
    }

    @Test
    void a_former_name_is_taken_back_only_while_it_is_free() {
        long customer = ESTATE.customer(SALES.actor());
        String name =
                HTTP.get("/api/v1/customers/" + customer).at("/values/name").asString();
        change("/api/v1/customers/" + customer, Map.of("name", "改名" + name));
        long line = line("customer", customer);
        long other = Fresh.customer(SALES.actor(), name);
        assertProblem(undo(ADMIN, line), 409, "duplicate-customer");
        ok(HTTP.delete("/api/v1/customers/" + other));
        ok(undo(ADMIN, line));
        assertThat(HTTP.get("/api/v1/customers/" + customer).at("/values/name").asString())
                .isEqualTo(name);
        assertThat(HTTP.get("/api/v1/customers/duplicates?name=" + V1.encoded(name))
                        .text())
                .contains(name);
    }

    @Test
    void a_deletion_is_undone_as_the_bin_does() {
        long lead = ESTATE.lead(SALES.actor());
        ok(HTTP.delete("/api/v1/leads/" + lead));
        JsonNode deletion = last("lead", lead);
        assertThat(deletion.path("restorable").asBoolean()).isTrue();
        ok(undo(ADMIN, deletion.path("id").asLong()));
        assertThat(lead(lead).status()).isEqualTo(200);
        assertThat(ADMIN.get("/api/v1/audit?kind=lead&record=" + lead)
                        .at("/items/1/restorable")
                        .asBoolean())
                .isFalse();
        assertProblem(undo(ADMIN, deletion.path("id").asLong()), 404, "not-found");
    }

    @Test
    void lines_about_something_else_are_not_restorable_and_say_so() {
        long customer = ESTATE.customer(SALES.actor());
        JsonNode report = last("customer", customer);
        assertThat(report.path("restorable").asBoolean()).isFalse();
        assertProblem(undo(ADMIN, report.path("id").asLong()), 409, "not-restorable");
        ok(HTTP.put("/api/v1/customers/" + customer + "/status", Map.of("status", "won")));
        assertProblem(undo(ADMIN, line("customer", customer)), 409, "not-restorable");
        JsonNode staff = ADMIN.get("/api/v1/audit?kind=staff&size=1").at("/items/0");
        assertThat(staff.path("restorable").asBoolean()).isFalse();
        assertProblem(undo(ADMIN, staff.path("id").asLong()), 409, "not-restorable");
        long lead = ESTATE.lead(SALES.actor());
        change("/api/v1/leads/" + lead, Map.of("remark", "后来删了"));
        long line = line("lead", lead);
        ok(HTTP.delete("/api/v1/leads/" + lead));
        assertProblem(undo(ADMIN, line), 404, "not-found");
        assertProblem(undo(HTTP, line), 403, "role-required");
        assertProblem(undo(TestCompany.create().admin().http(), line), 404, "not-found");
        assertProblem(undo(ADMIN, 999_999_999_999L), 404, "not-found");
        assertProblem(ADMIN.post("/api/v1/audit/x/restore", Map.of()), 404, "not-found");
    }

    @Test
    void of_several_who_undo_one_change_at_once_one_does_and_a_change_between_is_never_lost() {
        Undoing undoing = SERVER.bean(Undoing.class);
        for (int round = 0; round < 10; round++) {
            long lead = ESTATE.lead(SALES.actor());
            String path = "/api/v1/leads/" + lead;
            change(path, Map.of("remark", "改了"));
            long line = line("lead", lead);
            assertThat(Race.winners(
                            Race.of(3, n -> () -> undoing.undo(COMPANY.admin().actor(), line))))
                    .hasSize(1);
            change(path, Map.of("remark", "再改", "email", "b@example.com"));
            long second = line("lead", lead);
            Race.of(2, n -> () -> {
                if (n == 0) {
                    undoing.undo(COMPANY.admin().actor(), second);
                } else {
                    change(path, Map.of("remark", "最后"));
                }
                return n;
            });
            assertThat(lead(lead).at("/values/remark").asString()).isEqualTo("最后");
        }
    }
}
