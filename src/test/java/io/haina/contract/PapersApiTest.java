package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The native API's visits, demands, contracts, satisfactions and outreach records. */
class PapersApiTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static final TestCompany.Person OWNER = COMPANY.sales();
    private static final Actor ACTOR = OWNER.actor();
    private static final Http HTTP = OWNER.http();
    private static final Http COLLEAGUE = COMPANY.south().getFirst().http();
    private static final Http STRANGER = TestCompany.create().admin().http();
    private static final String WHEN = "2026-11-20T02:00:00Z";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static long customer() {
        return HainaServer.get()
                .bean(CustomerRecords.class)
                .add(ACTOR, Map.of("name", "文书客户" + NUMBER.incrementAndGet() + "号"));
    }

    private static long contact(long customer) {
        return HainaServer.get().bean(Contacts.class).add(ACTOR, Map.of("name", "文书联系人", "customerId", customer));
    }

    private static Answer done(Answer answer, int status) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        return answer;
    }

    private static List<Long> ids(Answer list) {
        return done(list, 200)
                .at("/items")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        long customer = customer();
        return V1Calls.of(
                "papers",
                Map.of(
                        "$TOKEN",
                        OWNER.token(),
                        "$CUSTOMER",
                        Long.toString(customer),
                        "$CONTACT",
                        Long.toString(contact(customer)),
                        "$ME",
                        Long.toString(ACTOR.staffId())));
    }

    @Test
    void visits_and_demands_are_listed_by_time_and_by_customer_and_counted_alike() {
        long customer = customer();
        long contact = contact(customer);
        List<Long> made = new ArrayList<>();
        for (String day : List.of("2026-03-01", "2026-03-31", "2026-04-01")) {
            made.add(done(
                            HTTP.post(
                                    "/api/v1/demands",
                                    Map.of("contact", contact, "happenedAt", day, "content", "要" + day)),
                            201)
                    .at("/id")
                    .asLong());
        }
        String march = "from=2026-03-01&to=2026-03-31";
        assertThat(ids(HTTP.get("/api/v1/demands?" + march + "&customer=" + customer)))
                .containsExactly(made.get(1), made.get(0));
        assertThat(ids(HTTP.get("/api/v1/demands?" + march))).contains(made.get(1), made.get(0));
        assertThat(ids(HTTP.get("/api/v1/demands?from=2026-03-01&to=2026-03-30T16:00:00Z&customer=" + customer)))
                .containsExactly(made.get(0));
        assertThat(HTTP.get("/api/v1/stats/demands?" + march + "&customer=" + customer)
                        .at("/items/0/count")
                        .asInt())
                .isEqualTo(2);
        assertThat(HTTP.get("/api/v1/stats/visits?customer=" + customer).at("/items"))
                .isEmpty();
        done(HTTP.get("/api/v1/stats/visits"), 400);
        done(HTTP.get("/api/v1/stats/visits?customer="), 400);
        assertThat(ids(COLLEAGUE.get("/api/v1/demands?" + march))).isEmpty();
        assertThat(COLLEAGUE.get("/api/v1/stats/demands?customer=" + customer).at("/items"))
                .isEmpty();
        done(COLLEAGUE.get("/api/v1/demands?customer=" + customer), 404);
    }

    @Test
    void a_change_of_an_entry_leaves_what_it_does_not_name() {
        long customer = customer();
        contact(customer);
        Answer visit = done(
                HTTP.post(
                        "/api/v1/visits",
                        Map.of(
                                "customer",
                                customer,
                                "happenedAt",
                                WHEN,
                                "kind",
                                "after-sales",
                                "content",
                                "修好了",
                                "note",
                                "备注",
                                "followers",
                                List.of(COMPANY.admin().actor().staffId(), ACTOR.staffId()))),
                201);
        String path = visit.header("Location");
        assertThat(visit.at("/contact/name").asString()).isEqualTo("文书联系人");
        assertThat(visit.at("/followers/0/name").asString())
                .isEqualTo(COMPANY.admin().name());
        Answer changed = done(HTTP.patch(path, "{\"content\":\"修好了两台\",\"note\":null}"), 200);
        assertThat(changed.at("/content").asString()).isEqualTo("修好了两台");
        assertThat(changed.at("/note").isNull()).as(changed::toString).isTrue();
        for (String same : List.of("/kind", "/happenedAt", "/followers", "/contact", "/customer", "/by")) {
            assertThat(changed.at(same)).isEqualTo(visit.at(same));
        }
        done(HTTP.get(path.replace("visits", "demands")), 404);
        done(COLLEAGUE.get(path), 404);
        done(COLLEAGUE.patch(path, Map.of("content", "x")), 404);
        done(COLLEAGUE.delete(path), 404);
        done(STRANGER.get(path), 404);
        done(HTTP.delete(path), 204);
        done(HTTP.get(path), 404);
    }

    @Test
    void a_customer_without_contacts_takes_no_entry_until_it_has_one() {
        long customer = customer();
        Map<String, Object> demand = Map.of("customer", customer, "happenedAt", WHEN, "content", "要样品");
        done(HTTP.post("/api/v1/demands", demand), 400);
        long contact = contact(customer);
        assertThat(done(HTTP.post("/api/v1/demands", demand), 201)
                        .at("/contact/id")
                        .asLong())
                .isEqualTo(contact);
        done(COLLEAGUE.post("/api/v1/demands", demand), 400);
        done(COLLEAGUE.post("/api/v1/demands", Map.of("contact", contact, "happenedAt", WHEN, "content", "偷看")), 404);
    }

    @Test
    void payments_add_up_and_are_never_taken_back_beyond_nothing() {
        long customer = customer();
        Answer made = done(
                HTTP.post("/api/v1/contracts", Map.of("name", "付款合同", "customer", customer, "amount", 100.5)), 201);
        String path = made.header("Location");
        assertThat(made.at("/amount").decimalValue()).isEqualByComparingTo("100.5");
        done(HTTP.post(path + "/payments", Map.of("amount", 60.25)), 201);
        done(HTTP.post(path + "/payments", Map.of("amount", -10)), 201);
        assertThat(HTTP.get(path).at("/paid").decimalValue()).isEqualByComparingTo("50.25");
        for (String bad : List.of("-50.26", "0", "1.005", "1e300", "\"7\"", "null", "99999999999999999999")) {
            done(HTTP.post(path + "/payments", "{\"amount\":" + bad + "}"), 400);
        }
        done(HTTP.patch(path, Map.of("paid", 80)), 200);
        Answer paid = HTTP.get(path);
        assertThat(paid.at("/paid").decimalValue()).isEqualByComparingTo("80");
        assertThat(paid.at("/payments")).hasSize(3);
        done(COLLEAGUE.post(path + "/payments", Map.of("amount", 1)), 404);
    }

    @Test
    void of_many_who_take_back_a_payment_at_once_only_as_many_do_as_there_is_to_take() {
        String path = done(HTTP.post("/api/v1/contracts", Map.of("name", "抢退款", "customer", customer())), 201)
                .header("Location");
        done(HTTP.post(path + "/payments", Map.of("amount", 30)), 201);
        List<Integer> statuses =
                Race.of(
                                6,
                                n -> () -> HTTP.post(path + "/payments", Map.of("amount", -10))
                                        .status())
                        .stream()
                        .map(outcome -> ((Race.Won<Integer>) outcome).result())
                        .toList();
        assertThat(statuses).containsOnly(201, 400);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(HTTP.get(path).at("/paid").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void contracts_are_seen_by_their_owner_and_followers_and_changed_by_the_owner() {
        long customer = customer();
        Answer made = done(
                HTTP.post(
                        "/api/v1/contracts",
                        Map.of(
                                "name",
                                "跟进合同",
                                "number",
                                "N-1",
                                "customer",
                                customer,
                                "signedAt",
                                WHEN,
                                "followers",
                                List.of(COMPANY.south().getFirst().actor().staffId()))),
                201);
        String path = made.header("Location");
        assertThat(COLLEAGUE.get(path).at("/number").asString()).isEqualTo("N-1");
        done(COLLEAGUE.patch(path, Map.of("name", "我的")), 403);
        done(COLLEAGUE.delete(path), 403);
        done(COMPANY.south().get(1).http().get(path), 404);
        done(STRANGER.get(path), 404);
        Answer changed = done(HTTP.patch(path, "{\"number\":null,\"followers\":[]}"), 200);
        assertThat(changed.at("/number").isNull()).isTrue();
        assertThat(changed.at("/followers")).isEmpty();
        assertThat(changed.at("/name").asString()).isEqualTo("跟进合同");
        done(COLLEAGUE.get(path), 404);
        String narrowed = "?from=2026-11-20&to=2026-11-20&customer=" + customer;
        assertThat(ids(HTTP.get("/api/v1/contracts" + narrowed)))
                .containsExactly(made.at("/id").asLong());
        assertThat(HTTP.get("/api/v1/stats/contracts" + narrowed)
                        .at("/items/0/count")
                        .asInt())
                .isEqualTo(1);
        done(HTTP.delete(path), 204);
        assertThat(ids(HTTP.get("/api/v1/contracts" + narrowed))).isEmpty();
    }

    @Test
    void satisfactions_of_all_contacts_in_reach_are_listed_and_no_others() {
        long contact = contact(customer());
        List<Long> made = new ArrayList<>();
        for (int value : List.of(-10, 0, 10)) {
            made.addFirst(done(
                            HTTP.post(
                                    "/api/v1/satisfaction",
                                    Map.of(
                                            "contact",
                                            contact,
                                            "value",
                                            value,
                                            "recordedAt",
                                            "2025-05-0" + (5 + value / 10))),
                            201)
                    .at("/id")
                    .asLong());
        }
        String may = "/api/v1/satisfaction?from=2025-05-01&to=2025-05-31";
        assertThat(ids(HTTP.get(may))).isEqualTo(made);
        assertThat(ids(HTTP.get(may + "&contact=" + contact))).isEqualTo(made);
        Answer second = HTTP.get(may + "&page=2&size=2");
        assertThat(ids(second)).containsExactly(made.getLast());
        assertThat(second.at("/total").asInt()).isEqualTo(3);
        assertThat(ids(COMPANY.eastManager().http().get(may))).isEqualTo(made);
        assertThat(ids(COLLEAGUE.get(may))).isEmpty();
        assertThat(ids(STRANGER.get(may))).isEmpty();
        String path = "/api/v1/satisfaction/" + made.getFirst();
        done(COLLEAGUE.get(path), 404);
        done(COLLEAGUE.get(may + "&contact=" + contact), 404);
        done(COLLEAGUE.patch(path, Map.of("value", 1)), 404);
        done(COLLEAGUE.delete(path), 404);
        done(HTTP.patch(path, Map.of("value", 11)), 400);
        done(HTTP.patch(path, Map.of("value", 1.5)), 400);
        assertThat(HTTP.get(path).at("/value").asInt()).isEqualTo(10);
    }

    @Test
    void an_outreach_record_that_comes_again_is_there_once() {
        Map<String, Object> record =
                Map.of("name", "王工", "contact", "13900000001", "accountId", 5, "workerId", "w", "contactedAt", WHEN);
        Answer first = done(HTTP.post("/api/v1/outreach", record), 201);
        Answer again = done(HTTP.post("/api/v1/outreach", record), 200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.at("/replyStatus").asString()).isEqualTo("未回复");
        String path = first.header("Location");
        done(COLLEAGUE.get(path), 404);
        done(COLLEAGUE.delete(path), 404);
        done(
                COLLEAGUE.post(
                        "/api/v1/outreach/leads",
                        Map.of("ids", List.of(first.at("/id").asLong()))),
                404);
        done(HTTP.patch(path, Map.of("wechatExchanged", "yes")), 400);
        done(HTTP.post("/api/v1/outreach/leads", Map.of("ids", List.of())), 400);
        done(HTTP.get("/api/v1/outreach?wechatExchanged=maybe"), 400);
        assertThat(ids(HTTP.get("/api/v1/outreach?q=王工&replyStatus=x".replace("王工", "%E7%8E%8B%E5%B7%A5"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "visits       | {}",
                "visits       | {\"contact\":$CONTACT}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\"}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"kind\":\"VISIT\"}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"now\",\"kind\":\"call\"}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":1,\"kind\":\"call\"}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"kind\":\"call\",\"content\":7}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"kind\":\"call\",\"content\":\"a\\u0000\"}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"kind\":\"call\",\"followers\":[]}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"kind\":\"call\",\"followers\":[null]}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"kind\":\"call\",\"followers\":7}",
                "visits       | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"kind\":\"call\",\"attachment\":\"javascript:x\"}",
                "visits       | {\"contact\":\"x\",\"happenedAt\":\"2026-11-20\",\"kind\":\"call\"}",
                "visits       | {\"contact\":99999999999999999999,\"happenedAt\":\"2026-11-20\",\"kind\":\"call\"}",
                "demands      | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\"}",
                "demands      | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"content\":\" \"}",
                "demands      | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"content\":\"x\",\"kind\":\"call\"}",
                "demands      | {\"contact\":$CONTACT,\"happenedAt\":\"2026-11-20\",\"content\":\"x\",\"more\":1}",
                "contracts    | {}",
                "contracts    | {\"name\":\"x\"}",
                "contracts    | {\"name\":7,\"customer\":$CUSTOMER}",
                "contracts    | {\"name\":\"x\",\"customer\":true}",
                "contracts    | {\"name\":\"x\",\"customer\":$CUSTOMER,\"amount\":\"7\"}",
                "contracts    | {\"name\":\"x\",\"customer\":$CUSTOMER,\"amount\":-1}",
                "contracts    | {\"name\":\"x\",\"customer\":$CUSTOMER,\"amount\":1e999999}",
                "contracts    | {\"name\":\"x\",\"customer\":$CUSTOMER,\"signedAt\":\"soon\"}",
                "contracts    | {\"name\":\"x\",\"customer\":$CUSTOMER,\"agesFrom\":\"2026-12-01\",\"agesUntil\":\"2026-11-01\"}",
                "contracts    | {\"name\":\"x\",\"customer\":$CUSTOMER,\"paidAt\":\"2026-12-01\"}",
                "satisfaction | {}",
                "satisfaction | {\"contact\":$CONTACT,\"value\":11,\"recordedAt\":\"2026-11-20\"}",
                "satisfaction | {\"contact\":$CONTACT,\"value\":\"1\",\"recordedAt\":\"2026-11-20\"}",
                "satisfaction | {\"contact\":$CONTACT,\"value\":1}",
                "satisfaction | {\"contact\":$CONTACT,\"value\":1,\"recordedAt\":\"2026-11-20\",\"staff\":\"x\"}",
                "outreach     | {}",
                "outreach     | {\"name\":\"a\\u0000\"}",
                "outreach     | {\"name\":\"x\",\"accountId\":1.5}",
                "outreach     | {\"name\":\"x\",\"accountId\":-99999999999999999999}",
                "outreach     | {\"name\":\"x\",\"contactedAt\":5}",
                "outreach     | []",
            })
    void what_cannot_be_meant_is_refused_and_changes_nothing(String path, String body) {
        long customer = customer();
        String filled = body.replace("$CONTACT", Long.toString(contact(customer)))
                .replace("$CUSTOMER", Long.toString(customer));
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        done(HTTP.post("/api/v1/" + path, filled), 400);
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void odd_addresses_are_refused() {
        for (String path : List.of("visits", "demands", "contracts", "satisfaction", "outreach")) {
            String list = "/api/v1/" + path;
            for (String bad :
                    List.of("?page=0", "?size=x", "?from=x", "?to=2026-13-01", "?from=2026-02-05&to=2026-02-01")) {
                done(HTTP.get(list + bad), 400);
            }
            done(HTTP.get(list + "/x"), 400);
            done(HTTP.get(list + "/0"), 404);
            done(HTTP.patch(list + "/0", "{}"), 404);
            done(HTTP.delete(list + "/0"), 404);
            done(HainaServer.get().http().get(list), 401);
        }
        done(HTTP.get("/api/v1/visits?customer=x"), 400);
        done(HTTP.get("/api/v1/contracts?customer=1,,2"), 400);
        done(HTTP.get("/api/v1/stats/visits?customer=1,x"), 400);
    }
}
