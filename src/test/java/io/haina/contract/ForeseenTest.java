package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.staff.StaffRegister;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A token that has come before is looked at again on the way of what it is sent for: whatever has changed meanwhile holds at
 * once, for every kind of answer.
 */
class ForeseenTest {

    /** A list, a detail that is none, a wrong question, an answer without a question to the store, a search and a file. */
    private static final List<String> READS = List.of(
            "/api/customers",
            "/api/customers/00000000-0000-0000-0000-000000000000",
            "/api/customers?page=x",
            "/api/stats/dashboard",
            "/api/customers?keyword=%E7%A7%91%E6%8A%80",
            "/api/v1/session",
            "/api/v1/customers?size=0",
            "/api/v1/customers/0",
            "/api/v1/customers",
            "/api/v1/leads/imports/template");

    private final TestCompany company = TestCompany.create();
    private final TestCompany.Person person = company.sales();

    private static List<Integer> statuses(Http http) {
        return READS.stream().map(path -> http.get(path).status()).toList();
    }

    @Test
    void who_was_disabled_gets_nothing_any_more() {
        List<Integer> before = statuses(person.http());
        assertThat(before).contains(200, 400, 404).doesNotContain(401, 500);
        assertThat(statuses(person.http())).isEqualTo(before);
        HainaServer.get()
                .bean(StaffRegister.class)
                .disable(company.admin().actor(), person.staff().uuid());
        assertThat(statuses(person.http())).containsOnly(401);
        assertThat(statuses(person.http())).containsOnly(401);
    }

    @Test
    void a_session_that_a_cookie_carries_ends_at_once() {
        Browser browser = new Browser();
        browser.signIn(person.staff().username(), TestCompany.PASSWORD);
        for (int again = 0; again < 3; again++) {
            assertThat(browser.get("/api/v1/customers").status()).isEqualTo(200);
        }
        HainaServer.get()
                .jdbc()
                .update(
                        "update staff set real_name = '改名' where id = ?",
                        person.staff().id());
        assertThat(browser.get("/api/v1/session").at("/name").asString()).isEqualTo("改名");
        HainaServer.get()
                .jdbc()
                .update(
                        "update session set ended_at = now() where staff_id = ?",
                        person.staff().id());
        assertThat(browser.get("/api/v1/customers").status()).isEqualTo(401);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void another_role_holds_from_the_next_request_on() {
        Http http = person.http();
        Fresh.customer(company.east().get(1).actor(), "角色改变后可见有限公司");
        assertThat(http.get("/api/approvals/pending").status()).isEqualTo(403);
        assertThat(http.get("/api/approvals/pending").status()).isEqualTo(403);
        assertThat(total(http)).isZero();
        HainaServer.get()
                .jdbc()
                .update(
                        "update staff set role = 'SALES_MANAGER' where id = ?",
                        person.staff().id());
        assertThat(total(http)).isEqualTo(1);
        assertThat(http.get("/api/approvals/pending").status()).isEqualTo(200);
        HainaServer.get()
                .jdbc()
                .update(
                        "update staff set role = 'SALES' where id = ?",
                        person.staff().id());
        assertThat(http.get("/api/approvals/pending").status()).isEqualTo(403);
        assertThat(total(http)).isZero();
    }

    @Test
    void another_zone_of_the_company_holds_from_the_next_request_on() {
        Fresh.customer(person.actor(), "时区改变有限公司");
        String here = reportedAt();
        assertThat(reportedAt()).isEqualTo(here);
        HainaServer.get().jdbc().update("update tenant set zone = 'Pacific/Auckland' where id = ?", company.tenantId());
        assertThat(reportedAt()).isNotEqualTo(here);
    }

    private String reportedAt() {
        return person.http()
                .get("/api/customers")
                .at("/data/customers/0/report_time")
                .asString();
    }

    private static int total(Http http) {
        return http.get("/api/customers").at("/data/pagination/total").asInt();
    }
}
