package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import io.haina.testing.TestCompany.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written through one contract is read through the others. */
class BabelTest {

    private static final String NAME = "巴别塔科技有限公司";

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Person sales = company.sales();
    private final Wukong wukong = Wukong.signIn(sales.staff().username(), TestCompany.PASSWORD);

    private Answer registration(String method, String path, @Nullable Object body) {
        return registration(sales, method, path, body);
    }

    private Answer registration(Person person, String method, String path, @Nullable Object body) {
        Map<String, String> headers = new java.util.HashMap<>(Map.of("Authorization", "Bearer " + person.token()));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return server.http().send(method, path, body, headers);
    }

    private String report() {
        return registration("POST", "/api/customers", """
                        {"customer_name": "%s", "industry": "IT", "region": "深圳", "source": "广告",
                         "contact_person": "张三", "contact_phone": "13800138000", "demand_description": "需要CRM"}""".formatted(NAME))
                .at("/data/id")
                .asString();
    }

    private Answer wukongList() {
        return wukong.json("/api/CrmCustomer/queryPageList", "{\"search\":\"巴别塔\"}");
    }

    @Test
    void a_reported_customer_is_a_customer_with_contact_and_words_of_its_own_in_002() {
        report();
        Answer list = wukongList();
        assertThat(list.at("/data/totalRow").asLong()).isEqualTo(1);
        assertThat(list.at("/data/list/0/customerName").asString()).isEqualTo(NAME);
        assertThat(list.at("/data/list/0/contactsName").asString()).isEqualTo("张三");
        assertThat(list.at("/data/list/0/contactsMobile").asString()).isEqualTo("13800138000");
        assertThat(list.at("/data/list/0/客户来源").asString()).isEqualTo("广告");
        assertThat(list.at("/data/list/0/客户行业").asString()).isEqualTo("IT");
        assertThat(list.at("/data/list/0/ownerUserName").asString()).isEqualTo(sales.name());
        assertThat(list.at("/data/list/0/dealStatus").asInt()).isZero();
        Answer contacts = wukong.json("/api/CrmContacts/queryPageList", "{\"search\":\"张三\"}");
        assertThat(contacts.at("/data/list/0/customerName").asString()).isEqualTo(NAME);
    }

    @Test
    void a_customer_made_in_002_is_found_by_the_duplicate_check_and_in_the_list_of_000() {
        wukong.json("/api/CrmCustomer/addOrUpdate", "{\"entity\":{\"customer_name\":\"" + NAME + "\"}}");
        Answer check = registration(
                company.south().getFirst(),
                "GET",
                "/api/customers/check-duplicate?customer_name="
                        + URLEncoder.encode("巴别塔 科技有限公司。", StandardCharsets.UTF_8),
                null);
        assertThat(check.at("/has_conflict").asBoolean()).as(check::toString).isTrue();
        assertThat(check.at("/conflict_type").asString()).isEqualTo("exact");
        Answer list = registration("GET", "/api/customers?page=1&limit=10", null);
        assertThat(list.at("/data/customers/0/customer_name").asString()).isEqualTo(NAME);
        Answer again = wukong.json("/api/CrmCustomer/addOrUpdate", "{\"entity\":{\"customer_name\":\"" + NAME + "\"}}");
        assertThat(again.at("/msg").asString()).isEqualTo("客户名称已存在");
    }

    @Test
    void a_customer_put_into_the_pool_in_002_is_claimed_in_000_and_belongs_to_the_claimer_in_both() {
        String uuid = report();
        String id = wukongList().at("/data/list/0/customerId").asString();
        assertThat(wukong.form("/api/CrmCustomer/updateCustomerByIds", "ids", id)
                        .at("/code")
                        .asInt())
                .isZero();
        assertThat(wukongList().at("/data/totalRow").asLong()).isZero();
        Person other = company.east().get(1);
        Answer pool = registration(other, "GET", "/api/pool/customers?page=1&limit=10", null);
        assertThat(pool.at("/data/customers/0/customer_name").asString()).isEqualTo(NAME);
        Answer claim = registration(other, "POST", "/api/pool/claim", "{\"customer_id\":\"" + uuid + "\"}");
        assertThat(claim.status()).as(claim::toString).isEqualTo(200);
        Answer row = Wukong.signIn(other.staff().username(), TestCompany.PASSWORD)
                .json("/api/CrmCustomer/queryById", "{\"customerId\":" + id + "}");
        assertThat(row.at("/data/ownerUserName").asString()).isEqualTo(other.name());
        assertThat(row.at("/data/preOwnerUserId").asLong())
                .isEqualTo(sales.actor().staffId());
        assertThat(row.at("/data/isPool").asInt()).isZero();
    }

    @Test
    void a_follow_up_written_in_either_contract_is_read_in_both() {
        String uuid = report();
        String id = wukongList().at("/data/list/0/customerId").asString();
        registration("POST", "/api/customers/followup", """
                {"customer_id": "%s", "followup_type": "visit", "content": "上门拜访"}""".formatted(uuid));
        wukong.form(
                "/api/CrmLeads/addOrUpdate",
                "activityType",
                "2",
                "activityTypeId",
                id,
                "content",
                "电话回访",
                "category",
                "打电话",
                "nextTime",
                "2026-12-16 00:00:00");
        Answer detail = registration("GET", "/api/customers/" + uuid, null);
        assertThat(detail.at("/data/followups").toString()).contains("上门拜访", "电话回访", "\"call\"");
        Answer records = wukong.form("/api/CrmCustomer/getRecord", "customerId", id);
        assertThat(records.at("/data").toString()).contains("上门拜访", "电话回访", "打电话");
        assertThat(wukongList().at("/data/list/0/nextTime").asString()).isEqualTo("2026-12-16 00:00:00");
    }

    @Test
    void won_in_002_is_won_in_000_and_a_locked_one_is_not_released_in_either() {
        String uuid = report();
        String id = wukongList().at("/data/list/0/customerId").asString();
        wukong.form("/api/CrmCustomer/lock", "ids", id, "status", "2");
        Answer release = registration(
                "POST", "/api/pool/release", "{\"customer_id\":\"" + uuid + "\",\"release_reason\":\"放弃\"}");
        assertThat(release.status()).isEqualTo(409);
        assertThat(wukong.form("/api/CrmCustomer/updateCustomerByIds", "ids", id)
                        .at("/msg")
                        .asString())
                .isEqualTo("选中的客户有被锁定的，不能放入公海！");
        wukong.form("/api/CrmCustomer/setDealStatus", "ids", id, "dealStatus", "1");
        Answer detail = registration("GET", "/api/customers/" + uuid, null);
        assertThat(detail.at("/data/customer/status").asString()).isEqualTo("won");
        assertThat(wukongList().at("/data/list/0/isLock").asInt()).isZero();
    }

    @Test
    void an_outreach_record_of_003_becomes_a_lead_in_the_list_of_002() {
        Answer made = registration(
                "POST", "/api/contacts", "{\"name\": \"巴别塔线索\", \"contact\": \"13900139000\", \"position\": \"产品经理\"}");
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        Answer lead =
                registration("POST", "/api/contacts/" + made.at("/data/id").asString() + "/lead", null);
        Answer list = wukong.json("/api/CrmLeads/queryPageList", "{\"search\":\"巴别塔线索\"}");
        assertThat(list.at("/data/list/0/leadsId").asLong())
                .as(list::toString)
                .isEqualTo(lead.at("/data/lead_id").asLong());
        assertThat(list.at("/data/list/0/mobile").asString()).isEqualTo("13900139000");
        assertThat(list.at("/data/list/0/ownerUserName").asString()).isEqualTo(sales.name());
        assertThat(Wukong.signIn(company.south().getFirst().staff().username(), TestCompany.PASSWORD)
                        .json("/api/CrmLeads/queryPageList", "{\"search\":\"巴别塔线索\"}")
                        .at("/data/totalRow")
                        .asLong())
                .isZero();
    }

    @Test
    void an_organization_of_001_is_a_customer_of_000_and_002_and_its_people_are_contacts_of_002() {
        Eartip eartip = Eartip.signIn(sales);
        String id = eartip.form("/api/customers/organization", "groupName", NAME, "groupDetail", "说明")
                .at("/data/id")
                .asString();
        Answer row = wukongList();
        assertThat(row.at("/data/list/0/customerId").asString()).isEqualTo(id);
        assertThat(row.at("/data/list/0/remark").asString()).isEqualTo("说明");
        Answer list = registration("GET", "/api/customers?page=1&limit=10", null);
        assertThat(list.at("/data/customers/0/customer_name").asString()).isEqualTo(NAME);
        eartip.form(
                "/api/customers/customers",
                "organization_id",
                id,
                "realName",
                "赵丽萍",
                "phoneNumber",
                "13987022559",
                "job",
                "主任",
                "sex",
                "2");
        Answer contacts = wukong.json("/api/CrmContacts/queryPageList", "{\"search\":\"赵丽萍\"}");
        assertThat(contacts.at("/data/list/0/customerName").asString()).isEqualTo(NAME);
        assertThat(contacts.at("/data/list/0/post").asString()).isEqualTo("主任");
        assertThat(contacts.at("/data/list/0/性别").asString()).isEqualTo("女");
        assertThat(registration("GET", "/api/customers?page=1&limit=10", null)
                        .at("/data/customers/0/contact_person")
                        .asString())
                .isEqualTo("赵丽萍");
    }

    @Test
    void a_customer_reported_in_000_and_a_contact_of_002_are_an_organization_and_a_customer_of_001() {
        report();
        Eartip eartip = Eartip.signIn(sales);
        Answer organizations = eartip.get("/api/customers/organization", "name", "巴别塔");
        assertThat(organizations.at("/data/0/groupName").asString()).isEqualTo(NAME);
        String id = organizations.at("/data/0/id").asString();
        wukong.json(
                "/api/CrmContacts/addOrUpdate",
                "{\"entity\":{\"name\":\"李四\",\"customer_id\":" + id
                        + "},\"field\":[{\"name\":\"性别\",\"value\":\"男\"}]}");
        Answer people = eartip.get("/api/customers/customers", "name", "巴别塔");
        assertThat(people.at("/data")
                        .valueStream()
                        .map(each -> each.path("realName").asString()))
                .containsExactly("李四", "张三");
        assertThat(people.at("/data/0/sex").asInt()).isEqualTo(1);
        assertThat(people.at("/data/1/phoneNumber").asString()).isEqualTo("13800138000");
    }
}
