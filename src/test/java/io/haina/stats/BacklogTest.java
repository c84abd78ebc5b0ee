package io.haina.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.contract.Contracts;
import io.haina.customer.CustomerRecords;
import io.haina.lead.Leads;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for a person is counted of what that person holds. */
class BacklogTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Stats stats = server.bean(Stats.class);
    private final Leads leads = server.bean(Leads.class);
    private final Contracts contracts = server.bean(Contracts.class);
    private final CustomerRecords customers = server.bean(CustomerRecords.class);

    @AfterEach
    void resetClock() {
        server.clock().reset();
    }

    @Test
    void what_is_due_today_is_not_what_was_due_yesterday_or_is_tomorrow() {
        Actor me = company.sales().actor();
        LocalDate today = LocalDate.now(ZONE);
        for (String time : List.of(
                today.minusDays(1) + " 23:59:59",
                today + " 00:00:00",
                today + " 23:59:59",
                today.plusDays(1) + " 00:00:00")) {
            leads.add(me, Map.of("name", "线索 " + time, "nextContactAt", time));
            customers.add(me, Map.of("name", "待办客户 " + time + company.number(), "nextContactAt", time));
        }
        Backlog backlog = stats.backlog(me);
        assertThat(backlog.leadsToday()).isEqualTo(2);
        assertThat(backlog.customersToday()).isEqualTo(2);
        assertThat(backlog.leadsUntouched()).isEqualTo(4);
        assertThat(backlog.customersUntouched()).isEqualTo(4);
    }

    @Test
    void contracts_that_end_within_a_month_wait_for_their_owner_alone() {
        Actor me = company.sales().actor();
        long customer = customers.add(me, Map.of("name", "续约客户" + company.number()));
        LocalDate today = LocalDate.now(ZONE);
        for (String until : List.of(
                today.minusDays(1) + " 00:00:00",
                today.plusDays(1) + " 00:00:00",
                today.plusDays(30) + " 23:59:59",
                today.plusDays(31) + " 00:00:00")) {
            contracts.add(me, Map.of("customerId", customer, "name", "合同至" + until, "agesUntil", until), List.of());
        }
        contracts.add(me, Map.of("customerId", customer, "name", "无期限合同"), List.of());
        assertThat(stats.backlog(me).contractsEnding()).isEqualTo(2);
        assertThat(stats.backlog(company.eastManager().actor()).contractsEnding())
                .isZero();
    }

    @Test
    void customers_that_go_to_the_pool_soon_are_counted_for_who_holds_them_alone() {
        Actor me = company.sales().actor();
        customers.add(me, Map.of("name", "快到期客户" + company.number()));
        assertThat(stats.backlog(me).expiring()).isZero();
        server.clock().advance(Duration.ofDays(27));
        assertThat(stats.backlog(me).expiring()).isEqualTo(1);
        assertThat(stats.backlog(company.eastManager().actor()).expiring()).isZero();
        assertThat(stats.backlog(company.admin().actor()).expiring()).isZero();
    }
}
