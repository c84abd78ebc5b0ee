package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who works on what through the door of document 002, before and after it changes hands. */
class WukongTeamTest {

    private final TestCompany company = TestCompany.create();
    private final Wukong sales = Wukong.signIn(company.sales().staff().username(), TestCompany.PASSWORD);
    private final Wukong manager = Wukong.signIn(company.eastManager().staff().username(), TestCompany.PASSWORD);
    private final String owner = company.sales().name();
    private final TestCompany.Person other = company.east().get(1);
    private final String to = Long.toString(other.staff().id());

    private String customer() {
        Answer made = sales.json(
                "/api/CrmCustomer/addOrUpdate", Map.of("entity", Map.of("customer_name", "团队的客户" + UUID.randomUUID())));
        return made.at("/data/customerId").asString();
    }

    private String opportunity() {
        JsonNode group =
                sales.get("/api/CrmBusiness/queryBusinessStatus").at("/data").path(0);
        Answer made = sales.json(
                "/api/CrmBusiness/addOrUpdate",
                Map.of(
                        "entity",
                        Map.of(
                                "business_name", "团队的商机",
                                "customer_id", customer(),
                                "type_id", group.path("typeId").asLong(),
                                "status_id", group.at("/statusList/0/statusId").asLong())));
        assertThat(made.at("/code").asInt(-1)).as(made::toString).isZero();
        return made.at("/data/id").asString();
    }

    private List<String> members(String chapter, String id) {
        return manager.get("/api/Crm" + chapter + "/getMembers", "id", id)
                .at("/data")
                .valueStream()
                .map(member -> member.path("realname").asString() + " "
                        + member.path("power").asString())
                .toList();
    }

    private Answer transfer(String id, String transferType, String power) {
        return manager.form(
                "/api/CrmBusiness/transfer",
                "businessIds",
                id,
                "newOwnerUserId",
                to,
                "transferType",
                transferType,
                "power",
                power);
    }

    @Test
    void the_former_owner_of_an_opportunity_stays_or_leaves_as_the_order_says() {
        String mine = other.name() + " 负责人权限";
        String id = opportunity();
        assertThat(transfer(id, "7", "").at("/code").asInt()).isEqualTo(500);
        assertThat(transfer(id, "2", "3").at("/code").asInt()).isEqualTo(500);
        assertThat(members("Business", id)).containsExactly(owner + " 负责人权限");
        assertThat(transfer(id, "2", "2").text()).isEqualTo("{\"code\":0}");
        assertThat(members("Business", id)).containsExactly(mine, owner + " 读写");
        assertThat(transfer(id, "2", "1").text()).isEqualTo("{\"code\":0}");
        assertThat(members("Business", id)).as("nobody was handed anything").containsExactly(mine, owner + " 读写");
        String second = opportunity();
        transfer(second, "2", "");
        assertThat(members("Business", second)).containsExactly(mine, owner + " 只读");
        String third = opportunity();
        manager.form("/api/CrmBusiness/addMembers", "ids", third, "memberIds", to, "power", "1");
        transfer(third, "", "");
        assertThat(members("Business", third)).containsExactly(mine);
    }

    @Test
    void a_change_of_powers_makes_nobody_a_member() {
        for (String chapter : List.of("Customer", "Business")) {
            String id = chapter.equals("Customer") ? customer() : opportunity();
            String path = "/api/Crm" + chapter + "/updateMembers";
            String[] order = {"ids", id, "memberIds", to, "power", "2"};
            assertThat(sales.form(path, order).text()).isEqualTo("{\"code\":0}");
            assertThat(members(chapter, id)).containsExactly(owner + " 负责人权限");
            sales.form("/api/Crm" + chapter + "/addMembers", "ids", id, "memberIds", to, "power", "1");
            assertThat(members(chapter, id)).contains(other.name() + " 只读");
            assertThat(sales.form(path, order).text()).isEqualTo("{\"code\":0}");
            assertThat(members(chapter, id)).contains(other.name() + " 读写");
            Wukong stranger = Wukong.signIn(company.south().getFirst().staff().username(), TestCompany.PASSWORD);
            assertThat(stranger.form(path, order).at("/code").asInt()).isEqualTo(500);
        }
    }
}
