package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.app.AppDraft;
import io.haina.pool.PoolDraft;
import io.haina.pool.Pools;
import io.haina.staff.StaffRegister;
import io.haina.tenant.AppRight;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an app writes is read again, by it and through the other contracts, and the other way round. */
class OpenapiCrmTest {

    private static final String ADD = "/openapi/crm/add";
    private static final String UPDATE = "/openapi/crm/update";
    private static final String LIST = "/openapi/crm/list";

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Openapi app = Openapi.of(company);
    private final TestCompany.Person sales = company.sales();

    private JsonNode ok(Answer answer) {
        assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo("200");
        return answer.at("/data");
    }

    private JsonNode add(String name, String more) {
        return ok(app.post(ADD, "{\"customerName\":\"" + name + "\"" + more + "}"));
    }

    private JsonNode update(JsonNode customer, String more) {
        return ok(app.post(UPDATE, "{\"_id\":\"" + customer.at("/_id").asString() + "\"" + more + "}"));
    }

    private JsonNode read(JsonNode customer) {
        return ok(app.get("/openapi/crm/" + customer.at("/_id").asString()));
    }

    private static void refused(Answer answer, String code, String... parts) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.at("/success").asBoolean(true)).as(answer::toString).isFalse();
        assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo(code);
        for (String part : parts) {
            assertThat(answer.at("/message").asString()).contains(part);
        }
    }

    private String owner(TestCompany.Person person) {
        return ",\"owner\":\"" + person.actor().staffId() + "\"";
    }

    private Wukong wukong(TestCompany.Person person) {
        return Wukong.signIn(person.staff().username(), TestCompany.PASSWORD);
    }

    private JsonNode inRegistration(TestCompany.Person person, String name) {
        Answer list = person.http().get("/api/customers?page=1&limit=100");
        return list.at("/data/customers")
                .valueStream()
                .filter(each -> each.path("customer_name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(list));
    }

    @Test
    void a_customer_for_a_person_is_protected_with_that_person_and_seen_in_000_and_002() {
        JsonNode made = add(
                "开放接口一号",
                owner(sales)
                        + ",\"mobile\":[{\"value\":\"13800001111\",\"memo\":\"王哈\"},{\"value\":\"13800002222\"}],"
                        + "\"email\":[{\"value\":\"a@b.cn\"}],\"qq\":[{\"value\":\"10001\"}],\"wechat\":[{\"value\":\"wx😀\"}],"
                        + "\"customerSource\":\"广告\",\"assignTime\":\"2024-11-14 09:46:17\",\"visitorId\":\"v-1\"");
        assertThat(made).isEqualTo(read(made));
        assertThat(made.at("/assignTime").asString()).isEqualTo("2024-11-14 09:46:17");
        assertThat(made.at("/customerSource/0").asString()).isEqualTo("广告");
        assertThat(made.at("/mobile/1/memo").isNull()).isTrue();
        assertThat(made.at("/wechat/0/value").asString()).isEqualTo("wx😀");
        assertThat(made.at("/createMethod").asString()).isEqualTo("API");
        assertThat(made.at("/firstOwner").asString())
                .isEqualTo(made.at("/owner").asString());
        assertThat(made.at("/openSeaIds").isEmpty()).isTrue();
        JsonNode seen = inRegistration(sales, "开放接口一号");
        assertThat(seen.path("contact_phone").asString()).isEqualTo("13800001111");
        assertThat(seen.path("contact_person").asString()).isEqualTo("王哈");
        assertThat(seen.path("protected_end_date").isNull()).isFalse();
        JsonNode row = wukong(sales)
                .json("/api/CrmCustomer/queryPageList", "{\"search\":\"13800002222\"}")
                .at("/data/list/0");
        assertThat(row.path("mobile").asString()).isEqualTo("13800001111");
        assertThat(row.path("email").asString()).isEqualTo("a@b.cn");
        assertThat(row.path("客户来源").asString()).isEqualTo("广告");
        assertThat(row.path("receiveTime").asString()).isNotEqualTo("2024-11-14 09:46:17");
    }

    @Test
    void a_customer_of_somebody_who_left_can_be_sent_back_as_it_was_read() {
        TestCompany.Person leaver = company.east().get(1);
        JsonNode made = add("离职的客户", owner(leaver));
        server.bean(StaffRegister.class)
                .disable(company.admin().actor(), leaver.staff().uuid());
        JsonNode seen = read(made);
        Map<String, Object> back = new HashMap<>();
        seen.properties().forEach(entry -> back.put(entry.getKey(), entry.getValue()));
        back.put("remark", "换个备注");
        JsonNode changed = ok(app.post(UPDATE, back));
        assertThat(changed.at("/remark").asString()).isEqualTo("换个备注");
        assertThat(changed.at("/owner")).isEqualTo(seen.at("/owner"));
        refused(app.post(ADD, "{\"customerName\":\"另一个\"" + owner(leaver) + "}"), "400", "owner");
    }

    @Test
    void what_000_and_002_say_of_numbers_is_said_here_and_what_is_changed_here_is_changed_there() {
        sales.http().post("/api/customers", """
                {"customer_name": "报备客户", "contact_person": "张三", "contact_phone": "13800138000"}""");
        JsonNode found = ok(app.post(
                        LIST, "{\"search\":[{\"field\":\"mobile\",\"operator\":\"eq\",\"value\":[\"13800138000\"]}]}"))
                .at("/list/0");
        assertThat(found.at("/mobile/0/value").asString()).isEqualTo("13800138000");
        assertThat(found.at("/mobile/0/memo").asString()).isEqualTo("张三");
        assertThat(found.at("/createMethod").asString()).isEmpty();
        assertThat(found.at("/createAgent").asString())
                .isEqualTo(Long.toString(sales.actor().staffId()));

        JsonNode other = update(found, ",\"mobile\":[{\"value\":\"13800138001\",\"memo\":\"张三\"}]");
        assertThat(other.at("/mobile").size()).isEqualTo(1);
        assertThat(other.at("/updateAgent").asString()).isEqualTo("openApi");
        assertThat(inRegistration(sales, "报备客户").path("contact_phone").asString())
                .isEqualTo("13800138001");
        assertThat(wukong(sales)
                        .json("/api/CrmContacts/queryPageList", "{\"search\":\"13800138001\"}")
                        .at("/data/list/0/mobile")
                        .asString())
                .isEqualTo("13800138001");

        wukong(sales)
                .json(
                        "/api/CrmCustomer/addOrUpdate",
                        "{\"entity\":{\"customerId\":" + found.at("/_id").asString() + ",\"mobile\":\"13900000000\"}}");
        JsonNode both = read(found);
        assertThat(both.at("/mobile/0/value").asString()).isEqualTo("13900000000");
        assertThat(both.at("/mobile/1/value").asString()).isEqualTo("13800138001");
        JsonNode none = update(found, ",\"mobile\":[]");
        assertThat(none.at("/mobile").isEmpty()).isTrue();
        assertThat(inRegistration(sales, "报备客户").path("contact_phone").isNull()).isTrue();
        assertThat(wukong(sales)
                        .json(
                                "/api/CrmCustomer/queryById",
                                "{\"customerId\":" + found.at("/_id").asString() + "}")
                        .at("/data/mobile")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_update_leaves_what_it_does_not_name() {
        JsonNode made = add(
                "不动客户",
                owner(sales) + ",\"remark\":\"备注\",\"qq\":[{\"value\":\"1\",\"memo\":\"主\"}],\"telephone\":\"0755\"");
        JsonNode changed = update(made, ",\"telephone\":\"\"");
        assertThat(changed.at("/remark").asString()).isEqualTo("备注");
        assertThat(changed.at("/qq/0/memo").asString()).isEqualTo("主");
        assertThat(changed.at("/telephone").isNull()).isTrue();
        assertThat(changed.at("/owner")).isEqualTo(made.at("/owner"));
        assertThat(update(made, ",\"qq\":[]").at("/qq").isEmpty()).isTrue();
        Map<String, Object> back = new HashMap<>();
        changed.properties().forEach(each -> back.put(each.getKey(), each.getValue()));
        assertThat(ok(app.post(UPDATE, back)).at("/remark").asString()).isEqualTo("备注");
    }

    @Test
    void a_customer_goes_from_person_to_person_to_pool_and_back_with_its_history() {
        Pools pools = server.bean(Pools.class);
        long pool =
                pools.make(company.admin().actor(), new PoolDraft("渠道公海", null, null, null, List.of(), List.of(), 1));
        String main = Long.toString(
                Fresh.number("select id from pool where tenant_id = ? and is_default", company.tenantId()));
        JsonNode made = add("流转客户", "");
        assertThat(made.at("/owner").isNull()).isTrue();
        assertThat(made.at("/openSeaIds/0").asString()).isEqualTo(main);
        assertThat(made.at("/firstOwner").isNull()).isTrue();
        assertThat(sales.http().get("/api/pool/customers?page=1&limit=10").text())
                .contains("流转客户");

        JsonNode held = update(made, owner(sales) + ",\"assignTime\":\"2025-01-01 00:00:00\"");
        assertThat(held.at("/openSeaIds").isEmpty()).isTrue();
        assertThat(held.at("/assignTime").asString()).isEqualTo("2025-01-01 00:00:00");
        assertThat(held.at("/firstOwner")).isEqualTo(held.at("/owner"));
        JsonNode moved = update(made, owner(company.south().getFirst()));
        assertThat(moved.at("/owner").asString())
                .isEqualTo(Long.toString(company.south().getFirst().actor().staffId()));
        assertThat(moved.at("/firstOwner")).isEqualTo(held.at("/firstOwner"));
        assertThat(moved.at("/assignTime").asString()).isNotEqualTo("2025-01-01 00:00:00");
        JsonNode pooled = update(made, ",\"owner\":\"" + pool + "\"");
        assertThat(pooled.at("/owner").isNull()).isTrue();
        assertThat(pooled.at("/openSeaIds/0").asString()).isEqualTo(Long.toString(pool));
        assertThat(update(made, ",\"openSeaIds\":[\"" + main + "\"]")
                        .at("/openSeaIds/0")
                        .asString())
                .isEqualTo(main);
        assertThat(update(made, ",\"customerName\":\"流转客户二\"")
                        .at("/openSeaIds/0")
                        .asString())
                .isEqualTo(main);
        assertThat(Fresh.number(
                        "select count(*) from protection where tenant_id = ? and customer_id = ?",
                        company.tenantId(),
                        made.at("/_id").asLong()))
                .isEqualTo(2);
        refused(
                app.post(UPDATE, "{\"_id\":\"" + made.at("/_id").asString() + "\",\"owner\":\"99999999\"}"),
                "400",
                "owner");
    }

    @Test
    void a_taken_name_is_refused_and_changes_nothing() {
        add("同名客户", "");
        JsonNode other = add("别名客户", owner(sales));
        refused(app.post(ADD, "{\"customerName\":\"同名 客户\"}"), "409");
        refused(
                app.post(
                        UPDATE,
                        "{\"_id\":\"" + other.at("/_id").asString() + "\",\"customerName\":\"同名客户\",\"remark\":\"x\""
                                + owner(company.south().getFirst()) + "}"),
                "409");
        assertThat(read(other)).isEqualTo(other);
    }

    @Test
    void of_customers_of_one_name_that_are_added_at_once_one_is_made() {
        for (int round = 0; round < 5; round++) {
            String name = "竞争客户" + round;
            var codes = Race.winners(Race.of(
                    6,
                    n -> () -> app.post(ADD, "{\"customerName\":\"" + name + "\"}")
                            .at("/code")
                            .asString()));
            assertThat(codes)
                    .containsOnlyOnce("200")
                    .filteredOn(code -> !code.equals("200"))
                    .containsOnly("409");
        }
    }

    @Test
    void updates_at_once_keep_the_first_number_and_the_list_one() {
        JsonNode made = add("并发号码", owner(sales));
        Wukong wukong = wukong(sales);
        for (int round = 0; round < 5; round++) {
            int start = round * 10;
            Race.of(
                    4,
                    n -> () -> n % 2 == 0
                            ? app.post(
                                    UPDATE,
                                    "{\"_id\":\"" + made.at("/_id").asString() + "\",\"mobile\":[{\"value\":\"1380000"
                                            + (start + n) + "\"},{\"value\":\"1\"}]}")
                            : wukong.json(
                                    "/api/CrmCustomer/addOrUpdate",
                                    "{\"entity\":{\"customerId\":"
                                            + made.at("/_id").asString() + ",\"mobile\":\"1390000" + (start + n)
                                            + "\"}}"));
            assertThat(Fresh.number(
                            "select count(*) from customer where tenant_id = ? and id = ?"
                                    + " and mobile is not distinct from ways #>> '{mobile,0,value}'",
                            company.tenantId(),
                            made.at("/_id").asLong()))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_deleted_customer_is_gone_everywhere_and_its_name_is_free() {
        JsonNode held = add("将删客户", owner(sales));
        JsonNode pooled = add("将删公海客户", "");
        for (JsonNode each : List.of(held, pooled)) {
            String id = each.at("/_id").asString();
            ok(app.post("/openapi/crm/delete", "{\"id\":\"" + id + "\"}"));
            refused(app.get("/openapi/crm/" + id), "404");
            refused(app.post(UPDATE, "{\"_id\":\"" + id + "\",\"remark\":\"x\"}"), "404");
            refused(app.post("/openapi/crm/delete", "{\"id\":\"" + id + "\"}"), "404");
        }
        assertThat(sales.http().get("/api/customers?page=1&limit=100").text()).doesNotContain("将删");
        assertThat(sales.http().get("/api/pool/customers?page=1&limit=100").text())
                .doesNotContain("将删");
        assertThat(ok(app.post(LIST, "{}")).at("/count").asLong()).isZero();
        add("将删客户", "");
    }

    @Test
    void each_right_opens_its_calls_and_no_others() {
        JsonNode made = add("权限客户", owner(sales));
        String id = made.at("/_id").asString();
        Map<AppRight, List<List<String>>> calls = Map.of(
                AppRight.READ,
                List.of(
                        List.of("GET", "/openapi/crm/" + id, ""),
                        List.of("POST", "/openapi/crm/findById/" + id, "{}"),
                        List.of("POST", LIST, "{}")),
                AppRight.ADD,
                List.of(List.of("POST", ADD, "{\"customerName\":\"权限客户\"}")),
                AppRight.CHANGE,
                List.of(List.of("POST", UPDATE, "{\"_id\":\"" + id + "\",\"customerName\":\"权限客户\"}")),
                AppRight.FIELDS,
                List.of(List.of("POST", "/openapi/crm/config/field/list", "{}")),
                AppRight.DELETE,
                List.of(List.of("POST", "/openapi/crm/delete", "{\"id\":\"999999999\"}")));
        for (AppRight right : AppRight.values()) {
            Openapi only = with(Set.of(right));
            Openapi without = with(EnumSet.complementOf(EnumSet.of(right)));
            for (List<String> call : calls.getOrDefault(right, List.of())) {
                String body = call.get(2).isEmpty() ? null : call.get(2);
                Map<String, String> headers = only.headers();
                headers.put("Content-Type", "application/json");
                assertThat(Openapi.send(call.get(0), call.get(1), body, headers)
                                .at("/code")
                                .asString())
                        .as("%s %s", right, call)
                        .isIn("200", "404", "409");
                headers = without.headers();
                headers.put("Content-Type", "application/json");
                refused(Openapi.send(call.get(0), call.get(1), body, headers), "403");
            }
        }
        refused(
                with(Set.of(AppRight.CHANGE))
                        .post(
                                UPDATE,
                                "{\"_id\":\"" + id + "\",\"customerName\":\""
                                        + add("占名客户", "").at("/customerName").asString() + "\"}"),
                "409");
        assertThat(ok(with(Set.of(AppRight.ADD)).post(ADD, "{\"customerName\":\"只增客户\"" + owner(sales) + "}"))
                        .at("/owner")
                        .asString())
                .isEqualTo(Long.toString(sales.actor().staffId()));
    }

    private Openapi with(Set<AppRight> rights) {
        return Openapi.of(company, new AppDraft("权限应用", rights, null, null, null, null, null));
    }

    @Test
    void another_companys_customers_people_and_pools_are_not_there() {
        JsonNode made = add("甲公司客户", owner(sales));
        String id = made.at("/_id").asString();
        TestCompany other = TestCompany.create();
        Openapi stranger = Openapi.of(other);
        refused(stranger.get("/openapi/crm/" + id), "404");
        refused(stranger.post(UPDATE, "{\"_id\":\"" + id + "\",\"remark\":\"x\"}"), "404");
        refused(stranger.post("/openapi/crm/delete", "{\"id\":\"" + id + "\"}"), "404");
        assertThat(stranger.post(LIST, "{}").at("/data/count").asLong()).isZero();
        refused(stranger.post(ADD, "{\"customerName\":\"乙公司客户\"" + owner(sales) + "}"), "400", "owner");
        refused(
                stranger.post(
                        ADD,
                        "{\"customerName\":\"乙公司客户\",\"openSeaIds\":[\""
                                + Fresh.number("select id from pool where tenant_id = ?", company.tenantId()) + "\"]}"),
                "400",
                "openSeaIds");
    }
}
