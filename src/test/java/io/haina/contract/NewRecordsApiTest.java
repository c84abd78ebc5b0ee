package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.staff.StaffRegister;
import io.haina.tenant.Role;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New records with a contact of their own, and for somebody else, at the native API's door. */
class NewRecordsApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final TestCompany.Person SALES = COMPANY.sales();
    private static final TestCompany.Person COLLEAGUE = COMPANY.east().get(1);
    private static final TestCompany.Person STRANGER = COMPANY.south().getFirst();
    private static final Http HTTP = SALES.http();
    private static final Http BOSS = COMPANY.eastManager().http();
    private static final Estate ESTATE = new Estate(COMPANY);

    private static Map<String, Object> draft(String kind, String name, Actor owner) {
        Map<String, Object> values = new HashMap<>(Map.of("name", name + COMPANY.number()));
        if (kind.equals("contacts") || kind.equals("opportunities")) {
            values.put("customerId", ESTATE.customer(owner));
        }
        if (kind.equals("opportunities")) {
            Pipeline pipeline = SERVER.bean(Pipelines.class).of(owner).getFirst();
            values.put("pipelineId", pipeline.id());
            values.put("stageId", pipeline.stages().getFirst().id());
        }
        return new HashMap<>(Map.of("values", values));
    }

    private static Map<String, Object> customer(String name, Object contact) {
        Map<String, Object> draft = draft("customers", name, SALES.actor());
        draft.put("contact", contact);
        return draft;
    }

    @Test
    void a_customer_is_reported_with_its_primary_contact_as_in_000() {
        Answer made = HTTP.post("/api/v1/customers", customer("带联系人", Map.of("name", " 李雷 ", "mobile", "13800001111")));
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        Answer contacts = HTTP.get(made.header("Location") + "/contacts");
        assertThat(contacts.at("/items")).hasSize(1);
        assertThat(contacts.at("/items/0/values/name").asString()).isEqualTo("李雷");
        assertThat(contacts.at("/items/0/values/mobile").asString()).isEqualTo("13800001111");
        assertThat(contacts.at("/items/0/values/primary").asBoolean()).isTrue();
        Answer there = HTTP.get("/api/customers?keyword=" + V1.encoded("带联系人" + COMPANY.number()));
        assertThat(there.at("/data/customers/0/contact_person").asString()).isEqualTo("李雷");
        assertThat(there.at("/data/customers/0/contact_phone").asString()).isEqualTo("13800001111");
        assertThat(V1.names(HTTP.get("/api/v1/customers?q=" + V1.encoded("李雷"))))
                .contains("带联系人" + COMPANY.number());
        assertThat(V1.names(HTTP.get("/api/v1/contacts?q=13800001111"))).containsExactly("李雷");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|contact.name",
                "{\"name\":\"\"}|contact.name",
                "{\"mobile\":\"1\"}|contact.name",
                "{\"name\":\"a\\u0000b\"}|contact.name",
                "{\"name\":\"李\",\"mobile\":\"a\\u0000\"}|contact.mobile",
                "{\"name\":\"李\",\"mobile\":\"000000000011111111112222222222333333333344444444445\"}|contact.mobile",
                "{\"name\":7}|",
                "{\"name\":\"李\",\"phone\":\"1\"}|",
                "[]|",
                "\"李雷\"|",
            })
    void a_contact_that_is_none_makes_no_customer(String contact, String field) {
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        Answer refused = HTTP.post("/api/v1/customers", "{\"values\":{\"name\":\"无\"},\"contact\":" + contact + "}");
        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        if (field != null) {
            assertThat(refused.at("/field").asString()).isEqualTo(field);
        }
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void a_taken_name_leaves_no_contact_behind_and_other_kinds_have_none() {
        HTTP.post("/api/v1/customers", draft("customers", "占用", SALES.actor()));
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        assertProblem(HTTP.post("/api/v1/customers", customer("占用", Map.of("name", "韩梅梅"))), 409, "duplicate-customer");
        Map<String, Object> lead = draft("leads", "线索", SALES.actor());
        lead.put("contact", Map.of("name", "韩梅梅"));
        Answer refused = HTTP.post("/api/v1/leads", lead);
        assertProblem(refused, 400, "invalid");
        assertThat(refused.at("/field").asString()).isEqualTo("contact");
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "customers", "contacts", "opportunities", "products"})
    void a_manager_makes_a_record_for_somebody_of_the_team(String kind) {
        Map<String, Object> draft = draft(kind, "代建", COMPANY.eastManager().actor());
        draft.put("ownerId", Map.of("id", COLLEAGUE.actor().staffId(), "name", "x"));
        Answer made = BOSS.post("/api/v1/" + kind, draft);
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        assertThat(made.at("/values/ownerId/id").asLong())
                .isEqualTo(COLLEAGUE.actor().staffId());
        assertThat(made.at("/values/createdBy/id").asLong())
                .isEqualTo(COMPANY.eastManager().actor().staffId());
        assertThat(COLLEAGUE.http().get(made.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void the_customer_of_another_is_protected_for_that_person_with_its_contact() {
        Map<String, Object> draft = customer("代报备", Map.of("name", "王五"));
        draft.put("ownerId", COLLEAGUE.actor().staffId());
        Answer made = BOSS.post("/api/v1/customers", draft);
        Answer protection = COLLEAGUE.http().get(made.header("Location") + "/protection");
        assertThat(protection.at("/owner/id").asLong())
                .as(protection::toString)
                .isEqualTo(COLLEAGUE.actor().staffId());
        Answer owners = COLLEAGUE.http().get(made.header("Location") + "/owners");
        assertThat(owners.at("/items")).hasSize(1);
        Answer contacts = COLLEAGUE.http().get(made.header("Location") + "/contacts");
        assertThat(contacts.at("/items/0/values/ownerId/id").asLong())
                .isEqualTo(COLLEAGUE.actor().staffId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "customers", "contacts", "opportunities"})
    void who_is_out_of_reach_gone_or_nobody_gets_nothing(String kind) {
        TestCompany.Person leaver = COMPANY.hire("leaver-" + kind + COMPANY.number(), Role.SALES, TestCompany.EAST);
        SERVER.bean(StaffRegister.class)
                .disable(COMPANY.admin().actor(), leaver.staff().uuid());
        Map<String, Object> ofSales = draft(kind, "给别人", SALES.actor());
        Map<String, Object> ofBoss = draft(kind, "给别人", COMPANY.eastManager().actor());
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        ofSales.put("ownerId", COLLEAGUE.actor().staffId());
        assertProblem(HTTP.post("/api/v1/" + kind, ofSales), 404, "not-found");
        for (Object owner : List.of(
                STRANGER.actor().staffId(), leaver.actor().staffId(), Long.MAX_VALUE, -1, 0, Map.of("id", 999999999))) {
            ofBoss.put("ownerId", owner);
            Answer refused = BOSS.post("/api/v1/" + kind, ofBoss);
            assertProblem(refused, 404, "not-found");
            assertThat(refused.at("/title").asString()).contains("staff");
        }
        for (Object owner : List.of("7", true, 1.5, List.of(), Map.of("name", "x"), 1e30)) {
            ofBoss.put("ownerId", owner);
            Answer refused = BOSS.post("/api/v1/" + kind, ofBoss);
            assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        }
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void nobody_is_given_more_customers_than_one_may_hold_by_however_many_at_once() {
        TestCompany company = TestCompany.create();
        Fresh.rules(company, 5, 2);
        long owner = company.sales().actor().staffId();
        List<Race.Outcome<Answer>> outcomes = Race.of(
                6,
                n -> () -> company.eastManager()
                        .http()
                        .post("/api/v1/customers", Map.of("values", Map.of("name", "上限" + n), "ownerId", owner)));
        List<Integer> statuses = outcomes.stream()
                .map(each -> ((Race.Won<Answer>) each).result().status())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(4);
    }

    @Test
    void who_would_lock_or_hand_over_a_customer_that_lies_in_the_pool_is_told_so() {
        String path = HTTP.post("/api/v1/customers", draft("customers", "入池", SALES.actor()))
                .header("Location");
        assertThat(HTTP.post(path + "/release", Map.of("reason", "x")).status()).isEqualTo(204);
        assertProblem(HTTP.put(path + "/lock", null), 409, "in-pool");
        assertProblem(HTTP.delete(path + "/lock"), 409, "in-pool");
        assertProblem(
                HTTP.post(path + "/transfer", Map.of("to", COLLEAGUE.staff().id())), 409, "in-pool");
    }
}
