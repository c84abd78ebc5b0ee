package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a contract of document 001 means in the others. */
class BabelContractsTest {

    private static final String IN_USE = "该条数据与其他数据有必要关联，请勿删除";

    private final TestCompany company = TestCompany.create();
    private final Eartip eartip = Eartip.signIn(company.sales());
    private final Wukong wukong = Wukong.signIn(company.sales().staff().username(), TestCompany.PASSWORD);
    private final long customer = Fresh.customer(company.sales().actor(), "巴别塔合同");

    private String contract(String... more) {
        Map<String, Object> draft = new java.util.HashMap<>(Map.of("organization_id", customer, "name", "合同"));
        for (int n = 0; n < more.length; n += 2) {
            draft.put(more[n], more[n + 1]);
        }
        Answer made = eartip.json("/api/contract/contract", draft);
        assertThat(made.at("/status").asInt()).as(made::toString).isZero();
        return made.at("/data/contract_id").asString();
    }

    @Test
    void a_business_that_ended_in_a_contract_is_not_deleted_in_002() {
        Answer status = wukong.json("/api/CrmBusiness/queryBusinessStatus", "{}");
        String type = status.at("/data/0/typeId").asString();
        String stage = status.at("/data/0/statusList/0/statusId").asString();
        Answer made = wukong.json("/api/CrmBusiness/addOrUpdate", """
                {"entity": {"business_name": "商机", "customer_id": %d, "type_id": %s, "status_id": %s}}""".formatted(customer, type, stage));
        String business = made.at("/data/id").asString();
        String id = contract("business_id", business);
        assertThat(eartip.get("/api/contract/contract")
                        .at("/data/0/business_id")
                        .asString())
                .isEqualTo(business);
        assertThat(wukong.form("/api/CrmBusiness/deleteByIds", "businessIds", business)
                        .at("/msg")
                        .asString())
                .as(made::toString)
                .isEqualTo(IN_USE);
        eartip.form("/api/contract/delcontract", "contract_id", id);
        assertThat(wukong.form("/api/CrmBusiness/deleteByIds", "businessIds", business)
                        .at("/code")
                        .asInt())
                .isZero();
    }

    @Test
    void a_customer_with_a_contract_is_not_deleted_in_002() {
        String id = contract();
        String ids = Long.toString(customer);
        assertThat(wukong.form("/api/CrmCustomer/deleteByIds", "customerIds", ids)
                        .at("/msg")
                        .asString())
                .isEqualTo(IN_USE);
        eartip.send("DELETE", "/api/contract/delcontract?contract_id=" + id, null, "");
        assertThat(wukong.form("/api/CrmCustomer/deleteByIds", "customerIds", ids)
                        .at("/code")
                        .asInt())
                .isZero();
    }

    @Test
    void contracts_go_along_with_a_customer_that_002_hands_over_with_change_type_3() {
        contract();
        TestCompany.Person taker = company.south().getFirst();
        Eartip takers = Eartip.signIn(taker);
        assertThat(takers.get("/api/contract/contract").at("/data").size()).isZero();
        Answer moved = wukong.form(
                "/api/CrmCustomer/transfer",
                "customerIds",
                Long.toString(customer),
                "newOwnerUserId",
                Long.toString(taker.actor().staffId()),
                "transferType",
                "1",
                "changeType",
                "1,2,3");
        assertThat(moved.at("/code").asInt()).as(moved::toString).isZero();
        assertThat(takers.get("/api/contract/contract").at("/data").size()).isEqualTo(1);
        assertThat(eartip.get("/api/contract/contract").at("/data").size()).isZero();
    }

    @Test
    void a_company_reported_in_000_signs_in_001() {
        Answer reported = company.sales()
                .http()
                .send(
                        "POST",
                        "/api/customers",
                        """
                {"customer_name": "报备单位有限公司", "industry": "IT", "region": "深圳", "source": "广告",
                 "contact_person": "张三", "contact_phone": "13800138000", "demand_description": "需要CRM"}""",
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                "Bearer " + company.sales().token()));
        String uuid = reported.at("/data/id").asString();
        long id = Fresh.id(java.util.UUID.fromString(uuid));
        eartip.form(
                "/api/contract/contract",
                "organization_id",
                Long.toString(id),
                "name",
                "x",
                "amount",
                "7.50",
                "sign_time",
                "2021-08-01");
        Answer stats = eartip.get("/api/stats/sign", "start_time", "2021-01-01");
        assertThat(stats.at("/data/0/organization_id").asLong())
                .as(stats::toString)
                .isEqualTo(id);
        assertThat(HainaServer.get()
                        .http(company.sales().token())
                        .get("/api/customers/" + uuid)
                        .status())
                .isEqualTo(200);
    }
}
