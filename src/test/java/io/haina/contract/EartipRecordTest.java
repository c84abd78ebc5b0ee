package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Visits, demands and their statistics at the door of document 001, and what the other documents see of them. */
class EartipRecordTest {

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final TestCompany.Person sales = company.sales();
    private final Eartip client = Eartip.signIn(sales);
    private final long me = sales.actor().staffId();
    private final long colleague = company.east().get(1).actor().staffId();
    private final long customer =
            server.bean(CustomerRecords.class).add(sales.actor(), Map.of("name", "云南耳尖" + company.number()));
    private final long contact =
            server.bean(Contacts.class).add(sales.actor(), Map.of("name", "赵丽萍", "customerId", customer));

    private String uploaded(String more) {
        return "{\"customers_id\":" + contact + ",\"follower_id\":[" + me + "],\"record_time\":\"2026-03-05 12:00:00\","
                + more + "}";
    }

    private JsonNode upload(String more) {
        Answer answer = client.json("/api/record/upload", uploaded(more));
        assertThat(answer.at("/status").asInt(-1)).as(answer::toString).isZero();
        return answer.at("/data");
    }

    private static Answer list(Eartip client, String kind) {
        return client.get("/api/record/" + kind, "start_time", "2026-03-01", "end_time", "2026-03-31");
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.at("/status").asInt()).as(answer::toString).isEqualTo(1);
        assertThat(answer.at("/msg").asString()).isNotBlank().doesNotContain("服务器内部错误");
        assertThat(answer.text()).doesNotContain("Exception", "io.haina", "select ");
    }

    @Test
    void followers_come_in_every_spelling_in_json_and_in_forms() {
        List<Object> spellings = List.of(
                List.of(me, colleague),
                List.of("" + me, "" + colleague),
                "[" + me + "," + colleague + "]",
                "[\"" + me + "\", \"" + colleague + "\"]",
                me + "," + colleague);
        for (Object spelling : spellings) {
            Answer answer = client.json(
                    "/api/record/upload",
                    Map.of(
                            "customers_id",
                            contact,
                            "follower_id",
                            spelling,
                            "record_time",
                            "2026-03-05 12:00:00",
                            "event",
                            "2"));
            assertThat(answer.at("/status").asInt(-1)).as(answer::toString).isZero();
        }
        String[] common = {"customers_id", "" + contact, "record_time", "2026-03-05 12:00:00", "event", "3"};
        for (String[] followers : new String[][] {
            {"follower_id", "[" + me + "," + colleague + "]"},
            {"follower_id", "" + me, "follower_id", "" + colleague},
            {"follower_id[]", "" + me, "follower_id[]", "" + colleague},
            {"follower_id", me + "," + colleague}
        }) {
            List<String> form = new ArrayList<>(List.of(common));
            form.addAll(List.of(followers));
            Answer answer = client.form("/api/record/upload", form.toArray(String[]::new));
            assertThat(answer.at("/status").asInt(-1)).as(answer::toString).isZero();
        }
        Answer found = list(client, "follow");
        assertThat(found.at("/page_info/total").asInt()).isEqualTo(9);
        found.at("/data")
                .values()
                .forEach(row ->
                        assertThat(row.at("/follower")).as(row.toString()).hasSize(2));
    }

    @Test
    void markup_and_emoji_are_stored_and_shown_as_they_came() {
        String text = "<script>alert(1)</script> '; drop table activity; -- 😀 %_\\";
        JsonNode made = client.json(
                        "/api/record/upload",
                        Map.of(
                                "customers_id", contact,
                                "organization_id", customer,
                                "follower_id", List.of(me),
                                "record_time", "2026-03-05 12:00:00",
                                "event", 5,
                                "gain", text,
                                "event_note", text,
                                "content", text,
                                "content_note", text,
                                "content_attach", "/static/" + text))
                .at("/data");
        JsonNode follow = client.get(
                        "/api/record/follow", "follow_id", made.at("/follow_id").asString())
                .at("/data/0");
        assertThat(follow.at("/gain").asString()).isEqualTo(text);
        assertThat(follow.at("/note").asString()).isEqualTo(text);
        assertThat(follow.at("/event").asInt()).isEqualTo(5);
        JsonNode demand = client.get(
                        "/api/record/demand", "demand_id", made.at("/demand_id").asString())
                .at("/data/0");
        assertThat(demand.at("/content").asString()).isEqualTo(text);
        assertThat(demand.at("/attach").asString()).isEqualTo("/static/" + text);
    }

    @Test
    void what_cannot_be_meant_is_refused_and_changes_nothing() {
        String path = "/api/record/upload";
        long other = Fresh.customer(company.south().getFirst().actor(), "别队客户" + company.number());
        for (String body : List.of(
                uploaded("\"gain\":\"x\""),
                uploaded("\"content\":\" \""),
                uploaded("\"event\":6"),
                uploaded("\"event\":0"),
                uploaded("\"event\":1.5"),
                uploaded("\"event\":\"走访\""),
                uploaded("\"event\":[1]"),
                uploaded("\"event\":true"),
                uploaded("\"event\":99999999999"),
                uploaded("\"event\":1e999999"),
                uploaded("\"content\":\"a\\u0000b\""),
                uploaded("\"content\":\"\\ud800\""),
                uploaded("\"content\":{\"a\":1}"),
                uploaded("\"content\":\"" + "字".repeat(5001) + "\""),
                uploaded("\"event\":2,\"event_note\":\"" + "x".repeat(5001) + "\""),
                uploaded("\"event\":2,\"event_attach\":\"javascript:alert(1)\""),
                uploaded("\"event\":2,\"event_attach\":\"data:text/html,x\""),
                uploaded("\"event\":2,\"organization_id\":" + other),
                uploaded("\"event\":2,\"organization_id\":\"x\""),
                uploaded("\"event\":2").replace("2026-03-05 12:00:00", "2026-02-30 12:00:00"),
                uploaded("\"event\":2").replace("2026-03-05 12:00:00", "2026-03-05 25:00:00"),
                uploaded("\"event\":2").replace("2026-03-05 12:00:00", "0000-00-00 00:00:00"),
                uploaded("\"event\":2").replace("2026-03-05 12:00:00", "99999-01-01 00:00:00"),
                uploaded("\"event\":2").replace("2026-03-05 12:00:00", ""),
                uploaded("\"event\":2").replace("[" + me + "]", "[]"),
                uploaded("\"event\":2").replace("[" + me + "]", "[9007199254740993]"),
                uploaded("\"event\":2").replace("[" + me + "]", "[1.5]"),
                uploaded("\"event\":2").replace("[" + me + "]", "[[" + me + "]]"),
                uploaded("\"event\":2").replace("[" + me + "]", "{\"a\":1}"),
                uploaded("\"event\":2").replace("[" + me + "]", "\"[1;drop]\""),
                uploaded("\"event\":2").replace("\"customers_id\":" + contact, "\"customers_id\":-1"),
                uploaded("\"event\":2").replace("\"customers_id\":" + contact, "\"customers_id\":\"1 or 1=1\""),
                uploaded("\"event\":2")
                        .replace("\"customers_id\":" + contact, "\"customers_id\":9999999999999999999999"),
                uploaded("\"event\":2").replace("\"customers_id\":" + contact + ",", ""),
                "[]",
                "{")) {
            refused(client.json(path, body));
        }
        refused(client.send("POST", path, "customers_id=%zz", "application/x-www-form-urlencoded"));
        refused(client.get("/api/record/follow", "start_time", "2026-03-31", "end_time", "2026-03-01"));
        refused(client.get("/api/record/follow", "start_time", "2026-13-01"));
        refused(client.get("/api/record/follow", "page", "0"));
        refused(client.get("/api/record/follow", "page", "1.5"));
        refused(client.get("/api/record/follow", "count", "-1"));
        refused(client.get("/api/record/follow", "customers_id", "x"));
        refused(client.get("/api/record/follow", "follow_id", "999999999"));
        refused(client.get("/api/stats/demand"));
        refused(client.get("/api/stats/demand", "organization_ids", "[]"));
        refused(client.get("/api/stats/demand", "organization_ids", "[1,x]"));
        refused(client.get("/api/stats/follow"));
        refused(client.get("/api/stats/follow", "organization_id", "[1,2]"));
        refused(client.get(
                "/api/stats/follow",
                "organization_id",
                "" + customer,
                "start_time",
                "2026-03-02",
                "end_time",
                "2026-03-01"));
        refused(client.form("/api/record/delfollow"));
        refused(client.form("/api/record/deldemand", "demand_id", "999999999"));
        assertThat(list(client, "follow").at("/page_info/total").asInt()).isZero();
        assertThat(list(client, "demand").at("/page_info/total").asInt()).isZero();
    }

    @Test
    void planned_visits_are_asked_for_without_an_end() {
        upload("\"event\":2,\"event_note\":\"计划\",\"content\":\"想要\"");
        Answer none = client.get("/api/record/follow", "start_time", "2700-03-01");
        assertThat(none.at("/status").asInt(-1)).as(none::toString).isZero();
        client.json(
                "/api/record/upload", uploaded("\"event\":2,\"content\":\"想要\"").replace("2026-", "2700-"));
        String organization = Long.toString(customer);
        for (Answer found : List.of(
                client.get("/api/record/follow", "start_time", "2700-03-01"),
                client.get("/api/record/demand", "start_time", "2700-03-01 00:00:00"))) {
            assertThat(found.at("/data").size()).as(found::toString).isEqualTo(1);
        }
        for (Answer counted : List.of(
                client.get("/api/stats/follow", "start_time", "2700-03-01", "organization_id", organization),
                client.get("/api/stats/demand", "start_time", "2700-03-01", "organization_ids", organization))) {
            assertThat(counted.at("/data/0").size()).as(counted::toString).isEqualTo(1);
        }
    }

    @Test
    void a_change_names_all_that_the_document_requires() {
        String id = upload("\"event\":2,\"gain\":\"先\"").at("/follow_id").asString();
        Map<String, Object> whole = Map.of(
                "follow_id",
                id,
                "customers_id",
                contact,
                "organization_id",
                customer,
                "follower_id",
                List.of(colleague),
                "record_time",
                "2026-03-06 08:00:00",
                "event",
                3);
        for (String name : whole.keySet()) {
            Map<String, Object> less = new java.util.HashMap<>(whole);
            less.remove(name);
            refused(client.json("/api/record/follow", less));
        }
        assertThat(client.json("/api/record/follow", whole).at("/msg").asString())
                .isEqualTo("修改成功");
        JsonNode row = list(client, "follow").at("/data/0");
        assertThat(row.at("/gain").asString()).isEqualTo("先");
        assertThat(row.at("/event").asInt()).isEqualTo(3);
        assertThat(row.at("/recordTime").asString()).isEqualTo("2026-03-06 08:00:00");
    }

    @Test
    void records_of_others_are_neither_listed_nor_counted_nor_touched() {
        JsonNode made = upload("\"event\":2,\"content\":\"要求\"");
        Eartip stranger = Eartip.signIn(company.south().getFirst());
        String window = "2026-01-01";
        String follow = made.at("/follow_id").asString();
        assertThat(list(stranger, "follow").at("/page_info/total").asInt()).isZero();
        assertThat(list(stranger, "demand").at("/page_info/total").asInt()).isZero();
        assertThat(stranger.get("/api/record/follow", "customers_id", "" + contact, "start_time", window)
                        .at("/data"))
                .isEmpty();
        refused(stranger.get("/api/record/follow", "follow_id", follow));
        refused(stranger.form("/api/record/delfollow", "follow_id", follow));
        refused(stranger.json("/api/record/upload", uploaded("\"event\":2")));
        assertThat(stranger.get("/api/stats/follow", "organization_id", "" + customer, "start_time", window)
                        .at("/data/0"))
                .isEmpty();
        Eartip manager = Eartip.signIn(company.eastManager());
        assertThat(list(manager, "follow").at("/page_info/total").asInt()).isEqualTo(1);
        assertThat(manager.get("/api/stats/follow", "organization_id", "" + customer, "start_time", window)
                        .at("/data/0/0/follow_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(manager.get("/api/stats/demand", "organization_ids", "[" + customer + ",1]", "start_time", window)
                        .at("/data/1/total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_deletion_by_get_needs_the_session_in_a_header() {
        String id = upload("\"event\":2").at("/follow_id").asString();
        Answer byCookie = server.http()
                .send("GET", "/api/record/delfollow?follow_id=" + id, null, Map.of("Cookie", "sid=" + client.sid()));
        assertThat(byCookie.status()).isEqualTo(401);
        assertThat(list(client, "follow").at("/page_info/total").asInt()).isEqualTo(1);
        assertThat(client.get("/api/record/delfollow", "follow_id", id)
                        .at("/msg")
                        .asString())
                .isEqualTo("删除成功");
        assertThat(list(client, "follow").at("/page_info/total").asInt()).isZero();
        refused(client.send("DELETE", "/api/record/delfollow?follow_id=" + id, null, ""));
    }

    @Test
    void what_is_written_here_is_read_in_the_other_documents_and_the_other_way_round() {
        Wukong wukong = Wukong.signIn(sales.staff().username(), TestCompany.PASSWORD);
        upload("\"event\":2,\"gain\":\"上门谈成\"");
        upload("\"event\":4,\"event_note\":\"只有备注\"");
        Answer detail = server.http(sales.token()).get("/api/customers/" + Fresh.uuid(customer));
        assertThat(detail.at("/data/followups").toString()).contains("上门谈成", "\"visit\"", "只有备注", "\"other\"");
        assertThat(wukong.form("/api/CrmCustomer/getRecord", "customerId", "" + customer)
                        .at("/data")
                        .toString())
                .contains("上门谈成", "见面拜访");
        assertThat(wukong.form("/api/CrmContacts/getRecord", "contactsId", "" + contact)
                        .at("/data")
                        .toString())
                .contains("上门谈成");
        server.http(sales.token()).post("/api/customers/followup", """
                {"customer_id": "%s", "followup_type": "call", "content": "电话回访"}""".formatted(Fresh.uuid(customer)));
        wukong.form("/api/CrmContacts/addRecord", "typesId", "" + contact, "content", "发了邮件", "category", "发邮件");
        Answer found = client.get("/api/record/follow", "customers_id", "" + contact);
        assertThat(found.at("/data").toString()).contains("电话回访", "发了邮件");
        assertThat(found.at("/data/0/event").asInt(-1)).isZero();
        assertThat(found.at("/data/0/event_name").asString()).isEqualTo("邮件");
        assertThat(found.at("/data/1/event").asInt()).isEqualTo(3);
        assertThat(found.at("/data/1/follower/0/realName").asString()).isEqualTo(sales.name());
        assertThat(found.at("/data/1/customers/realName").asString()).isEqualTo("赵丽萍");
    }
}
