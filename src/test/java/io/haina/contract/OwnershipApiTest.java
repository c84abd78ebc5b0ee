package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The native API's chapter on whose customers are, on pools and on approvals. */
class OwnershipApiTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static final String CUSTOMERS = "/api/v1/customers/";
    private static final TestCompany.Person SALES = COMPANY.sales();
    private static final TestCompany.Person COLLEAGUE = COMPANY.east().get(1);
    private static final TestCompany.Person SOUTH = COMPANY.south().getFirst();

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        TestCompany own = TestCompany.create();
        Map<String, String> values = new HashMap<>(Map.of(
                "$SALES", own.sales().token(),
                "$MANAGER", own.eastManager().token(),
                "$ADMIN", own.admin().token(),
                "$COLLEAGUE", Long.toString(own.east().get(1).staff().id()),
                "$CUSTOMER", Long.toString(Fresh.customer(own.sales().actor(), "晨光精密仪器(北京)有限公司"))));
        return Call.all("v1").stream()
                .filter(call -> call.name().contains("-own-"))
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> {
                    Answer answer = call.send(HainaServer.get().http(), text -> {
                        String filled = text;
                        for (Map.Entry<String, String> value : values.entrySet()) {
                            filled = filled.replace(value.getKey(), value.getValue());
                        }
                        return filled;
                    });
                    assertThat(answer.status()).as(answer::toString).isEqualTo(call.status());
                    if (!call.answer().isEmpty()) {
                        assertThat(Shape.missing(call.answer(), answer.json()))
                                .as(answer::toString)
                                .isEmpty();
                    }
                    if (answer.status() == 201) {
                        String id = answer.at("/id").asString();
                        values.put(call.path().endsWith("pools") ? "$POOL" : "$APPROVAL", id);
                        assertThat(answer.header("Location")).isEqualTo(call.path() + "/" + id);
                    }
                }));
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.at("/type").asString()).as(answer::toString).isEqualTo("urn:haina:problem:" + type);
    }

    private static long customer(TestCompany.Person owner, String name) {
        return Fresh.customer(owner.actor(), name);
    }

    private static Answer released(TestCompany.Person owner, long customer) {
        return owner.http().post(CUSTOMERS + customer + "/release", Map.of("reason", "暂无需求"));
    }

    @Test
    void a_name_meets_the_same_one_a_near_one_or_none() {
        long id = customer(SALES, "蓝海智能制造有限公司");
        Answer own = SALES.http().get(CUSTOMERS + "duplicates?name=" + encoded("蓝海智能制造有限公司"));
        assertThat(own.at("/match").asString()).isEqualTo("exact");
        assertThat(own.at("/id").asLong()).isEqualTo(id);
        Answer stranger = SOUTH.http().get(CUSTOMERS + "duplicates?name=" + encoded("蓝海智能制造（有限公司）"));
        assertThat(stranger.at("/match").asString()).isEqualTo("exact");
        assertThat(stranger.at("/owner").asString()).isEqualTo(SALES.name());
        assertThat(stranger.at("/id").isNull()).as(stranger::toString).isTrue();
        assertThat(stranger.at("/uuid").asString()).isEqualTo(Fresh.uuid(id).toString());
        Answer near = SOUTH.http().get(CUSTOMERS + "duplicates?name=" + encoded("蓝海智能制选有限公司"));
        assertThat(near.at("/match").asString()).isEqualTo("similar");
        Answer none = SOUTH.http().get(CUSTOMERS + "duplicates?name=" + encoded("绝无仅有贸易行"));
        assertThat(none.at("/match").asString()).isEqualTo("none");
        assertThat(none.at("/name").isNull()).isTrue();
        assertProblem(SALES.http().get(CUSTOMERS + "duplicates"), 400, "invalid");
    }

    @Test
    void a_released_customer_is_seen_in_the_pool_claimed_once_and_has_a_history() {
        long id = customer(SALES, "历史流转有限公司");
        assertThat(released(SALES, id).status()).isEqualTo(204);
        JsonNode pooled = SOUTH.http().get(CUSTOMERS + id + "/protection").json();
        assertThat(pooled.at("/owner").isNull()).isTrue();
        assertThat(pooled.at("/pool/name").asString()).isEqualTo("公海");
        assertThat(pooled.at("/ends").asBoolean()).isFalse();
        assertProblem(released(SALES, id), 409, "in-pool");
        Answer claimed = SOUTH.http().post(CUSTOMERS + id + "/claim", null);
        assertThat(claimed.status()).isEqualTo(200);
        assertProblem(SOUTH.http().post(CUSTOMERS + id + "/claim", null), 409, "already-owner");
        assertProblem(SALES.http().post(CUSTOMERS + id + "/claim", null), 409, "not-in-pool");
        JsonNode now = SOUTH.http().get(CUSTOMERS + id + "/protection").json();
        assertThat(now.at("/until")).isEqualTo(claimed.at("/protectedUntil"));
        assertThat(now.at("/rule").asString()).isEqualTo("claim");
        JsonNode owners = SOUTH.http().get(CUSTOMERS + id + "/owners").at("/items");
        assertThat(owners.valueStream().map(each -> each.at("/owner/name").asString()))
                .containsExactly(SALES.name(), SOUTH.name());
        assertThat(owners.at("/0/endReason").asString()).isEqualTo("released");
        assertThat(owners.at("/0/releaseReason").asString()).isEqualTo("暂无需求");
        assertThat(SOUTH.http().get("/api/v1/claims").at("/items/0/customer/id").asLong())
                .isEqualTo(id);
    }

    @Test
    void the_pool_tells_what_is_left_and_what_lies_in_it_as_the_other_contracts_count() {
        TestCompany own = TestCompany.create();
        Http sales = own.sales().http();
        long first = Fresh.customer(own.sales().actor(), "计数一号公司");
        long second = Fresh.customer(own.sales().actor(), "计数二号公司");
        Fresh.customer(own.sales().actor(), "计数三号公司");
        released(own.sales(), first);
        released(own.sales(), second);
        JsonNode before = sales.get("/api/v1/pool").json();
        assertThat(before.at("/held").asInt()).isEqualTo(1);
        assertThat(before.at("/pools/0/customers").asInt()).isEqualTo(2);
        Answer claim = own.south().getFirst().http().post(CUSTOMERS + first + "/claim", null);
        assertThat(claim.at("/claimsLeftToday").asInt()).isEqualTo(4);
        JsonNode after = own.south().getFirst().http().get("/api/v1/pool").json();
        assertThat(after.at("/claimsLeftToday").asInt()).isEqualTo(4);
        assertThat(after.at("/held").asInt()).isEqualTo(1);
        assertThat(after.at("/pools/0/customers").asInt()).isEqualTo(1);
        assertThat(sales.get("/api/pool/customers").at("/data/pagination/total").asInt())
                .isEqualTo(1);
    }

    @Test
    void of_many_claims_at_once_one_wins() {
        TestCompany own = TestCompany.create();
        List<Http> clients = own.south().stream().map(TestCompany.Person::http).toList();
        for (int round = 0; round < 5; round++) {
            long id = customer(own.sales(), "抢领" + round + "有限公司");
            released(own.sales(), id);
            assertThat(Race.of(
                            clients.size(),
                            n -> () -> clients.get(n)
                                    .post(CUSTOMERS + id + "/claim", null)
                                    .status()))
                    .containsOnlyOnce(new Race.Won<>(200))
                    .allMatch(each -> each.equals(new Race.Won<>(200)) || each.equals(new Race.Won<>(409)));
        }
    }

    @Test
    void a_transfer_leaves_the_former_owner_what_was_said() {
        long id = customer(SALES, "移交读者有限公司");
        assertThat(SALES.http()
                        .post(
                                CUSTOMERS + id + "/transfer",
                                Map.of("to", COLLEAGUE.staff().id(), "keepFormer", "read"))
                        .status())
                .isEqualTo(204);
        JsonNode now = SALES.http().get(CUSTOMERS + id + "/protection").json();
        assertThat(now.at("/owner/id").asLong()).isEqualTo(COLLEAGUE.staff().id());
        assertThat(now.at("/rule").asString()).isEqualTo("transfer");
        assertProblem(released(SALES, id), 404, "not-found");
        assertThat(COLLEAGUE
                        .http()
                        .post(
                                CUSTOMERS + id + "/transfer",
                                Map.of("to", SOUTH.staff().id()))
                        .status())
                .isEqualTo(204);
        assertProblem(COLLEAGUE.http().get(CUSTOMERS + id + "/protection"), 404, "not-found");
    }

    @Test
    void a_locked_customer_stays_until_it_is_unlocked() {
        long id = customer(SALES, "锁定保留制造有限公司");
        assertThat(SALES.http().put(CUSTOMERS + id + "/lock", null).status()).isEqualTo(204);
        assertProblem(released(SALES, id), 409, "locked");
        JsonNode locked = SALES.http().get(CUSTOMERS + id + "/protection").json();
        assertThat(locked.at("/locked").asBoolean()).isTrue();
        assertThat(locked.at("/ends").asBoolean()).isFalse();
        assertThat(SALES.http().delete(CUSTOMERS + id + "/lock").status()).isEqualTo(204);
        assertThat(released(SALES, id).status()).isEqualTo(204);
    }

    @Test
    void an_extension_is_asked_for_shown_at_the_customer_and_decided_once() {
        long id = customer(SALES, "延期申请有限公司");
        Map<String, Object> wish = Map.of("kind", "extension", "customerId", id, "reason", "合同在走流程", "days", 10);
        Answer filed = SALES.http().send("POST", "/api/v1/approvals", wish, Map.of("Idempotency-Key", "once-" + id));
        Answer again = SALES.http().send("POST", "/api/v1/approvals", wish, Map.of("Idempotency-Key", "once-" + id));
        assertThat(again.at("/id")).as(again::toString).isEqualTo(filed.at("/id"));
        String approval = "/api/v1/approvals/" + filed.at("/id").asLong();
        for (TestCompany.Person who : List.of(SALES, COMPANY.eastManager(), COMPANY.admin())) {
            assertThat(who.http().get(CUSTOMERS + id + "/protection").at("/pendingApproval/id"))
                    .isEqualTo(filed.at("/id"));
            assertThat(who.http().get(approval).status()).isEqualTo(200);
        }
        for (TestCompany.Person who : List.of(SOUTH, COMPANY.southManager(), COLLEAGUE)) {
            assertProblem(who.http().get(approval), 404, "not-found");
        }
        assertProblem(SALES.http().post(approval + "/decision", Map.of("approve", true)), 403, "role-required");
        assertProblem(
                COMPANY.southManager().http().post(approval + "/decision", Map.of("approve", true)), 404, "not-found");
        assertProblem(COMPANY.eastManager().http().post(approval + "/decision", Map.of()), 400, "invalid");
        Answer decided =
                COMPANY.eastManager().http().post(approval + "/decision", Map.of("approve", true, "comment", "同意"));
        assertThat(decided.at("/status").asString()).isEqualTo("approved");
        assertThat(decided.at("/decidedBy/id").asLong())
                .isEqualTo(COMPANY.eastManager().staff().id());
        assertProblem(
                COMPANY.eastManager().http().post(approval + "/decision", Map.of("approve", false)),
                409,
                "already-decided");
        assertThat(SALES.http()
                        .get(CUSTOMERS + id + "/protection")
                        .at("/pendingApproval")
                        .isNull())
                .isTrue();
        assertThat(SALES.http()
                        .get(CUSTOMERS + id + "/owners")
                        .at("/items/0/daysExtended")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void what_one_does_not_see_is_asked_for_by_the_id_that_nobody_guesses() {
        long id = customer(SALES, "跨队转移有限公司");
        Map<String, Object> byNumber = Map.of("kind", "transfer", "customerId", id, "reason", "老客户");
        assertProblem(SOUTH.http().post("/api/v1/approvals", byNumber), 404, "not-found");
        Answer filed = SOUTH.http()
                .post(
                        "/api/v1/approvals",
                        Map.of(
                                "kind",
                                "transfer",
                                "customerUuid",
                                Fresh.uuid(id).toString(),
                                "reason",
                                "老客户"));
        assertThat(filed.status()).as(filed::toString).isEqualTo(201);
        Answer decided = COMPANY.southManager()
                .http()
                .post("/api/v1/approvals/" + filed.at("/id").asLong() + "/decision", Map.of("approve", true));
        assertThat(decided.status()).as(decided::toString).isEqualTo(200);
        assertThat(SOUTH.http()
                        .get(CUSTOMERS + id + "/protection")
                        .at("/owner/id")
                        .asLong())
                .isEqualTo(SOUTH.staff().id());
    }

    @Test
    void pools_are_made_by_admins_and_seen_by_those_to_whom_they_are_open() {
        Http admin = COMPANY.admin().http();
        long team = Fresh.number(
                "select team_id from staff where id = ?", SALES.staff().id());
        Answer made = admin.post("/api/v1/pools", Map.of("name", "华东专用", "teams", List.of(team), "claimsPerDay", 1));
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        String path = "/api/v1/pools/" + made.at("/id").asLong();
        assertThat(SALES.http().get(path).status()).isEqualTo(200);
        assertProblem(SOUTH.http().get(path), 404, "not-found");
        for (TestCompany.Person who : List.of(SALES, COMPANY.eastManager())) {
            assertProblem(who.http().post("/api/v1/pools", Map.of("name", "x")), 403, "role-required");
            assertProblem(who.http().put(path, Map.of("name", "x")), 403, "role-required");
            assertProblem(who.http().delete(path), 403, "role-required");
        }
        assertProblem(admin.post("/api/v1/pools", Map.of("name", "华东专用")), 409, "value-taken");
        for (int n = 0; n < 2; n++) {
            Answer once =
                    admin.send("POST", "/api/v1/pools", Map.of("name", "只建一次"), Map.of("Idempotency-Key", "pool-once"));
            assertThat(once.status()).as(once::toString).isEqualTo(201);
        }
        assertProblem(admin.post("/api/v1/pools", Map.of("name", "没有", "teams", List.of(999_999_999))), 400, "invalid");
        long first = SALES.http().get("/api/v1/pools").at("/items/0/id").asLong();
        assertProblem(admin.delete("/api/v1/pools/" + first), 409, "in-use");
        Http stranger = TestCompany.create().admin().http();
        assertProblem(stranger.put(path, Map.of("name", "x")), 404, "not-found");
        assertProblem(stranger.delete(path), 404, "not-found");
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertProblem(admin.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protection", "owners"})
    void what_another_holds_is_not_found(String what) {
        long id = customer(SALES, "不可见" + what + "有限公司");
        assertProblem(SOUTH.http().get(CUSTOMERS + id + "/" + what), 404, "not-found");
        assertProblem(TestCompany.create().admin().http().get(CUSTOMERS + id + "/" + what), 404, "not-found");
        for (String none : List.of("0", "-1", "x", "9999999999999999999", "1%20")) {
            assertProblem(SALES.http().get(CUSTOMERS + none + "/" + what), 404, "not-found");
        }
    }

    @Test
    void nobody_changes_what_another_holds() {
        long id = customer(SALES, "不可改动有限公司");
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        for (Http http : List.of(SOUTH.http(), TestCompany.create().admin().http())) {
            assertProblem(http.put(CUSTOMERS + id + "/status", Map.of("status", "won")), 404, "not-found");
            assertProblem(http.post(CUSTOMERS + id + "/release", Map.of("reason", "x")), 404, "not-found");
            assertProblem(
                    http.post(
                            CUSTOMERS + id + "/transfer",
                            Map.of("to", SOUTH.staff().id())),
                    404,
                    "not-found");
            assertProblem(http.put(CUSTOMERS + id + "/lock", null), 404, "not-found");
            assertProblem(http.delete(CUSTOMERS + id + "/lock"), 404, "not-found");
        }
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT|status|{}",
                "PUT|status|{\"status\":\"WON\"}",
                "PUT|status|{\"status\":7}",
                "PUT|status|{\"status\":\"a\\u0000b\"}",
                "PUT|status|[]",
                "POST|release|{}",
                "POST|release|{\"reason\":\"  \"}",
                "POST|release|{\"reason\":\"a\\u0000b\"}",
                "POST|release|{\"reason\":\"x\",\"why\":1}",
                "POST|release|nonsense",
                "POST|transfer|{}",
                "POST|transfer|{\"to\":null}",
                "POST|transfer|{\"to\":\"7\"}",
                "POST|transfer|{\"to\":7.5}",
                "POST|transfer|{\"to\":99999999999999999999}",
                "POST|transfer|{\"to\":7,\"keepFormer\":\"all\"}",
                "POST|transfer|{\"to\":7,\"along\":[\"money\"]}",
                "POST|transfer|{\"to\":7,\"along\":[null]}",
            })
    void what_makes_no_sense_is_refused_and_changes_nothing(String method, String what, String body) {
        long id = customer(SALES, "坏输入" + Math.abs((method + what + body).hashCode()) + "有限公司");
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        Answer answer = SALES.http().send(method, CUSTOMERS + id + "/" + what, body, Map.of());
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"gift\",\"reason\":\"x\"}",
                "{\"kind\":\"extension\",\"reason\":\"x\",\"days\":5}",
                "{\"kind\":\"extension\",\"customerId\":\"7\",\"reason\":\"x\",\"days\":5}",
                "{\"kind\":\"extension\",\"customerUuid\":\"7\",\"reason\":\"x\",\"days\":5}",
                "{\"kind\":\"extension\",\"customerId\":$ID,\"reason\":\"x\"}",
                "{\"kind\":\"extension\",\"customerId\":$ID,\"reason\":\"x\",\"days\":0}",
                "{\"kind\":\"extension\",\"customerId\":$ID,\"reason\":\"x\",\"days\":366}",
                "{\"kind\":\"extension\",\"customerId\":$ID,\"reason\":\"\",\"days\":5}",
                "{\"kind\":\"extension\",\"customerId\":$ID,\"reason\":\"a\\u0000\",\"days\":5}",
            })
    void a_request_that_makes_no_sense_is_refused(String body) {
        long id = customer(SALES, "坏申请" + Math.abs(body.hashCode()) + "有限公司");
        Answer answer = SALES.http().post("/api/v1/approvals", body.replace("$ID", Long.toString(id)));
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(answer.at("/field").asString()).isNotEqualTo("extensionDays");
    }

    @Test
    void what_is_done_here_is_at_once_so_in_document_000() {
        long id = customer(SALES, "巴别归属有限公司");
        released(SALES, id);
        Answer claimed = SOUTH.http().post(CUSTOMERS + id + "/claim", null);
        assertThat(claimed.status()).as(claimed::toString).isEqualTo(200);
        String theirs = "/api/customers/" + Fresh.uuid(id);
        assertThat(SOUTH.http().get(theirs + "/history").at("/data")).hasSize(2);
        assertThat(SOUTH.http().get(theirs).at("/data/customer/owner_name").asString())
                .isEqualTo(SOUTH.name());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
