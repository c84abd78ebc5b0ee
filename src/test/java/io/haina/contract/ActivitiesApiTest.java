package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.activity.Activities;
import io.haina.activity.Activity;
import io.haina.activity.Journal;
import io.haina.activity.JournalDraft;
import io.haina.activity.JournalKind;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.lead.Leads;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.pool.Pool;
import io.haina.product.Products;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The native API's timelines. */
class ActivitiesApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final TestCompany.Person OWNER = COMPANY.sales();
    private static final Actor ACTOR = OWNER.actor();
    private static final Http HTTP = OWNER.http();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static long customer() {
        return SERVER.bean(CustomerRecords.class).add(ACTOR, Map.of("name", "时间线客户" + NUMBER.incrementAndGet() + "号"));
    }

    private static long contact(long customer) {
        return SERVER.bean(Contacts.class).add(ACTOR, Map.of("name", "联系人甲", "customerId", customer));
    }

    private static long opportunity(long customer) {
        Pipeline pipeline = SERVER.bean(Pipelines.class).of(ACTOR).getFirst();
        return SERVER.bean(Opportunities.class)
                .add(
                        ACTOR,
                        Map.of(
                                "name",
                                "商机甲",
                                "customerId",
                                customer,
                                "pipelineId",
                                pipeline.id(),
                                "stageId",
                                pipeline.stages().getFirst().id()),
                        List.of());
    }

    private static String path(String kind, long id) {
        return "/api/v1/" + kind + "/" + id + "/activities";
    }

    private static Answer done(Answer answer, int status) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        return answer;
    }

    private static List<String> contents(Answer list) {
        return done(list, 200)
                .at("/items")
                .valueStream()
                .map(item -> item.path("content").asString())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        return V1Calls.of(
                "activities",
                Map.of("$TOKEN", OWNER.token(), "$KIND", "customers", "$RECORD", Long.toString(customer())));
    }

    @Test
    void a_customers_timeline_has_what_was_done_at_its_contacts_and_opportunities_and_what_it_wants() {
        long customer = customer();
        long contact = contact(customer);
        long opportunity = opportunity(customer);
        done(HTTP.post(path("customers", customer), Map.of("kind", "call", "content", "一")), 201);
        done(HTTP.post(path("contacts", contact), Map.of("kind", "wechat", "content", "二")), 201);
        done(HTTP.post(path("opportunities", opportunity), Map.of("kind", "after-sales", "content", "三")), 201);
        SERVER.bean(Journal.class)
                .add(
                        ACTOR,
                        List.of(new JournalDraft(
                                JournalKind.DEMAND,
                                contact,
                                null,
                                List.of(COMPANY.admin().actor().staffId()),
                                Instant.parse("2020-01-01T00:00:00Z"),
                                null,
                                "要更快的交期",
                                "https://files.example/a.pdf",
                                "口头")));
        Answer all = HTTP.get(path("customers", customer));
        assertThat(contents(all)).containsExactly("三", "二", "一", "要更快的交期");
        assertThat(all.at("/total").asInt()).isEqualTo(4);
        assertThat(all.at("/items/0/opportunities/0/name").asString()).isEqualTo("商机甲");
        assertThat(all.at("/items/0/kind").asString()).isEqualTo("after-sales");
        assertThat(all.at("/items/1/contacts/0/id").asLong()).isEqualTo(contact);
        JsonNode demand = all.at("/items/3");
        assertThat(demand.path("type").asString()).isEqualTo("demand");
        assertThat(demand.path("kind").isNull()).isTrue();
        assertThat(demand.at("/followers/0/name").asString())
                .isEqualTo(COMPANY.admin().name());
        assertThat(demand.path("note").asString()).isEqualTo("口头");
        assertThat(demand.path("attachment").asString()).endsWith("a.pdf");
        assertThat(demand.path("at").asString()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(contents(HTTP.get(path("contacts", contact)))).containsExactly("二", "要更快的交期");
        assertThat(contents(HTTP.get(path("opportunities", opportunity)))).containsExactly("三");
        assertThat(contents(HTTP.get(path("opportunities", opportunity) + "?type=demand")))
                .isEmpty();
        assertThat(contents(HTTP.get(path("customers", customer) + "?type=demand")))
                .containsExactly("要更快的交期");
        Answer second = HTTP.get(path("customers", customer) + "?type=activity&page=2&size=2");
        assertThat(contents(second)).containsExactly("一");
        assertThat(second.at("/total").asInt()).isEqualTo(3);
        assertThat(contents(HTTP.get(path("customers", customer) + "?page=7"))).isEmpty();
    }

    @Test
    void what_is_written_down_is_read_by_the_other_contracts_and_moves_the_record() {
        long customer = customer();
        long contact = contact(customer);
        Answer made = done(
                HTTP.post(
                        path("customers", customer),
                        Map.of(
                                "kind",
                                "meeting",
                                "category",
                                "技术交流",
                                "content",
                                "<b>交流</b>",
                                "nextPlan",
                                "寄样",
                                "nextContactAt",
                                "2030-05-01",
                                "contacts",
                                List.of(contact))),
                201);
        assertThat(made.header("Location"))
                .isEqualTo(path("customers", customer) + "/" + made.at("/id").asLong());
        assertThat(HTTP.get(made.header("Location")).json()).isEqualTo(made.json());
        assertThat(made.at("/nextContactAt").asString()).isEqualTo("2030-04-30T16:00:00Z");
        assertThat(made.at("/contacts/0/name").asString()).isEqualTo("联系人甲");
        var row = SERVER.bean(CustomerRecords.class).get(ACTOR, customer);
        assertThat(row.instant("nextContactAt")).isEqualTo(Instant.parse("2030-04-30T16:00:00Z"));
        assertThat(SERVER.bean(Activities.class).of(ACTOR, row.uuid()))
                .singleElement()
                .extracting(Activity::content, Activity::nextPlan)
                .containsExactly("<b>交流</b>", "寄样");
        assertThat(SERVER.bean(Journal.class)
                        .get(ACTOR, JournalKind.ACTIVITY, made.at("/id").asLong())
                        .content())
                .isEqualTo("<b>交流</b>");
    }

    @Test
    void a_lead_has_a_timeline_too_and_a_product_has_none() {
        long lead = SERVER.bean(Leads.class).add(ACTOR, Map.of("name", "线索甲"));
        done(HTTP.post(path("leads", lead), Map.of("kind", "call", "content", "问过")), 201);
        assertThat(contents(HTTP.get(path("leads", lead)))).containsExactly("问过");
        long product = SERVER.bean(Products.class).add(COMPANY.admin().actor(), Map.of("name", "产品甲"));
        done(HTTP.get(path("products", product)), 404);
        done(HTTP.get(path("contracts", product)), 404);
    }

    @Test
    void nobody_reads_or_writes_at_a_record_out_of_reach() {
        long customer = customer();
        Answer made = done(HTTP.post(path("customers", customer), Map.of("kind", "call", "content", "内部")), 201);
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        for (Http other : List.of(
                COMPANY.east().get(1).http(), TestCompany.create().admin().http())) {
            done(other.get(path("customers", customer)), 404);
            done(other.get(made.header("Location")), 404);
            done(other.post(path("customers", customer), Map.of("kind", "call", "content", "x")), 404);
        }
        done(HTTP.get(path("customers", customer()) + "/" + made.at("/id").asLong()), 404);
        assertThat(Contents.of(COMPANY.tenantId()).get("activity")).isEqualTo(before.get("activity"));
    }

    @Test
    void who_sees_a_pooled_customer_does_not_learn_of_opportunities_out_of_sight() {
        long customer = customer();
        long opportunity = opportunity(customer);
        done(HTTP.post(path("opportunities", opportunity), Map.of("kind", "call", "content", "谈过")), 201);
        SERVER.bean(Pool.class)
                .release(
                        ACTOR,
                        SERVER.bean(CustomerRecords.class).get(ACTOR, customer).uuid(),
                        "没有需求");
        Answer seen = COMPANY.south().getFirst().http().get(path("customers", customer));
        assertThat(contents(seen)).containsExactly("谈过");
        assertThat(seen.at("/items/0/opportunities")).isEmpty();
    }

    @Test
    void what_comes_again_under_its_key_is_written_once() {
        long customer = customer();
        Map<String, Object> written = Map.of("kind", "call", "content", "一次");
        Map<String, String> key = Map.of("Idempotency-Key", "activity-" + customer);
        Answer first = done(HTTP.send("POST", path("customers", customer), written, key), 201);
        Answer again = done(HTTP.send("POST", path("customers", customer), written, key), 201);
        assertThat(again.json()).isEqualTo(first.json());
        done(HTTP.send("POST", path("customers", customer), Map.of("kind", "call", "content", "两次"), key), 409);
        assertThat(contents(HTTP.get(path("customers", customer)))).containsExactly("一次");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"call\"}",
                "{\"kind\":\"call\",\"content\":\" \"}",
                "{\"kind\":\"call\",\"content\":7}",
                "{\"kind\":\"CALL\",\"content\":\"x\"}",
                "{\"kind\":null,\"content\":\"x\"}",
                "{\"kind\":\"call\",\"content\":\"a\\u0000b\"}",
                "{\"kind\":\"call\",\"content\":\"x\",\"at\":\"2020-01-01\"}",
                "{\"kind\":\"call\",\"content\":\"x\",\"nextContactAt\":\"tomorrow\"}",
                "{\"kind\":\"call\",\"content\":\"x\",\"nextContactAt\":\"+999999999-01-01T00:00:00Z\"}",
                "{\"kind\":\"call\",\"content\":\"x\",\"nextContactAt\":5}",
                "{\"kind\":\"call\",\"content\":\"x\",\"contacts\":[null]}",
                "{\"kind\":\"call\",\"content\":\"x\",\"contacts\":[1.5]}",
                "{\"kind\":\"call\",\"content\":\"x\",\"contacts\":[99999999999999999999]}",
                "{\"kind\":\"call\",\"content\":\"x\",\"contacts\":7}",
                "{\"kind\":\"call\",\"content\":\"x\",\"kind\":\"call\"}",
                "[]",
                "null",
                ""
            })
    void what_cannot_be_meant_is_refused_and_changes_nothing(String body) {
        long customer = customer();
        Answer answer = HTTP.post(path("customers", customer), body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(contents(HTTP.get(path("customers", customer)))).isEmpty();
    }

    @Test
    void long_texts_and_odd_addresses_are_refused() {
        long customer = customer();
        String path = path("customers", customer);
        done(HTTP.post(path, Map.of("kind", "call", "content", "长".repeat(5_001))), 400);
        done(HTTP.post(path, Map.of("kind", "call", "content", "x", "nextPlan", "长".repeat(2_001))), 400);
        done(HTTP.post(path, Map.of("kind", "call", "content", "x", "category", "长".repeat(51))), 400);
        done(HTTP.post(path, Map.of("kind", "call", "content", "x", "contacts", List.of(9_999_999))), 404);
        done(HTTP.get(path + "?page=0"), 400);
        done(HTTP.get(path + "?page=99999999999"), 400);
        done(HTTP.get(path + "?size=-1"), 400);
        done(HTTP.get(path + "?type=visit"), 400);
        done(HTTP.get(path + "/0"), 404);
        done(HTTP.get(path + "/x"), 400);
        done(HTTP.get("/api/v1/customers/x/activities"), 400);
        done(HTTP.get("/api/v1/customers/99999999999999999999/activities"), 400);
        done(HTTP.get("/api/v1/Customers/" + customer + "/activities"), 404);
        done(SERVER.http().get(path), 401);
    }
}
