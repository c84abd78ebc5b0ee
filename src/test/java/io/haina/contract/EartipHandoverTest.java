package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.staff.Organisation;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handovers through document 001's door, and what document 002 then says of the people. */
class EartipHandoverTest {

    private static final String PATH = "/api/user/handover";

    private final TestCompany company = TestCompany.create();
    private final Estate estate = new Estate(company);
    private final Eartip admin = Eartip.signIn(company.admin());
    private final String leaver = Long.toString(company.sales().staff().id());
    private final String heir = Long.toString(company.south().getFirst().staff().id());

    private static void assertRefused(Answer answer, String message) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.at("/status").asInt()).isEqualTo(1);
        assertThat(answer.at("/msg").asString()).contains(message);
    }

    @Test
    void an_admin_looks_hands_over_and_takes_it_back() {
        long customer = estate.customer(company.sales().actor());
        Answer preview = admin.get(PATH, "user_id", leaver);
        assertThat(preview.at("/data/counts/organization").asInt()).isEqualTo(1);
        Answer made = admin.json(PATH, Map.of("user_id", leaver, "to_user_id", heir, "disable", "1"));
        assertThat(made.at("/data/moved/organization").asInt())
                .as(made::toString)
                .isEqualTo(1);
        assertThat(made.at("/data/disabled").asInt()).isEqualTo(1);
        assertThat(Estate.ownerOf("customer", customer)).isEqualTo(Long.parseLong(heir));
        assertThat(admin.get(PATH, "user_id", leaver).at("/data/status").asInt())
                .isZero();
        String id = made.at("/data/id").asString();
        Answer undone = admin.form(PATH + "/undo", "handover_id", id);
        assertThat(undone.at("/data/returned/organization").asInt()).isEqualTo(1);
        assertRefused(admin.form(PATH + "/undo", "handover_id", id), "已经撤销过");
        Answer list = admin.get("/api/user/handovers");
        assertThat(list.at("/page_info/total").asInt()).isEqualTo(1);
        assertThat(list.at("/data/0/left/organization").asInt(-1)).isZero();
    }

    @Test
    void only_admins_may() {
        for (TestCompany.Person person : List.of(company.sales(), company.eastManager())) {
            Eartip client = Eartip.signIn(person);
            assertRefused(client.get(PATH, "user_id", leaver), "没有权限");
            assertRefused(client.form(PATH, "user_id", leaver, "to_user_id", heir), "没有权限");
            assertRefused(client.form(PATH + "/undo", "handover_id", "1"), "没有权限");
            assertRefused(client.get("/api/user/handovers"), "没有权限");
        }
        assertThat(new Eartip(null).get(PATH, "user_id", leaver).status()).isEqualTo(401);
    }

    @Test
    void what_is_no_such_thing_is_refused_and_changes_nothing() {
        long customer = estate.customer(company.sales().actor());
        assertRefused(admin.get(PATH), "user_id");
        for (String bad : List.of("", "x", "1.5", "1e999999", "99999999999999999999", "\u0000", "[1]", "0", "-1")) {
            assertRefused(admin.get(PATH, "user_id", bad), "");
            assertRefused(admin.form(PATH, "user_id", bad, "to_user_id", heir), "");
            assertRefused(admin.form(PATH, "user_id", leaver, "pool_id", bad), "");
            assertRefused(admin.form(PATH + "/undo", "handover_id", bad), "");
        }
        assertRefused(admin.form(PATH, "user_id", leaver), "to_user_id");
        assertRefused(admin.form(PATH, "user_id", leaver, "to_user_id", leaver), "to_user_id");
        assertRefused(admin.form(PATH, "user_id", leaver, "to_user_id", heir, "disable", "2"), "disable");
        assertRefused(admin.json(PATH, List.of()), "");
        assertRefused(admin.json(PATH, Map.of("user_id", Map.of(), "to_user_id", heir)), "");
        assertRefused(admin.get("/api/user/handovers", "page", "0"), "");
        assertThat(Estate.ownerOf("customer", customer)).isEqualTo(Long.parseLong(leaver));
    }

    @Test
    void document_002_names_the_person_above() {
        HainaServer.get()
                .bean(Organisation.class)
                .setSuperior(
                        company.admin().actor(),
                        company.sales().staff().id(),
                        company.eastManager().staff().id());
        Answer me = Wukong.signIn(company.sales().staff().username(), TestCompany.PASSWORD)
                .get("/api/system/user/queryLoginUser");
        assertThat(me.at("/data/parentId").asLong())
                .isEqualTo(company.eastManager().staff().id());
        assertThat(me.at("/data/parentName").asString())
                .isEqualTo(company.eastManager().name());
    }
}
