package io.haina.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.problem.Problem;
import io.haina.tenant.Role;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everybody sees the figures of what they may see. */
class StatsReachTest {

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Stats stats = server.bean(Stats.class);

    private void report(Actor actor, String name, String source, CustomerStatus status) {
        Customers customers = server.bean(Customers.class);
        var draft = new CustomerDraft(name + company.number(), "制造业", null, source, null, null, null);
        customers.changeStatus(actor, customers.report(actor, draft).uuid(), status);
    }

    private Actor eastern(int n) {
        return company.east().get(n).actor();
    }

    @Test
    void aPersonSeesOwnATeamItsOwnAnAdminAll() {
        report(eastern(0), "甲方贸易", "展会", CustomerStatus.WON);
        report(eastern(1), "乙方制造", "展会", CustomerStatus.LOST);
        report(eastern(1), "丙方物流", "转介绍", CustomerStatus.WON);
        report(company.south().getFirst().actor(), "丁方科技", "转介绍", CustomerStatus.FOLLOWING);

        assertThat(stats.dashboard(eastern(0)).summary()).isEqualTo(Figures.of(0, 1, 0));
        assertThat(stats.dashboard(eastern(2)).summary()).isEqualTo(Figures.of(0, 0, 0));
        assertThat(stats.dashboard(company.eastManager().actor()).summary()).isEqualTo(Figures.of(0, 2, 1));
        assertThat(stats.dashboard(company.admin().actor()).summary()).isEqualTo(Figures.of(1, 2, 1));

        assertThat(stats.bySource(eastern(1), Range.ALL))
                .containsExactlyInAnyOrder(new Share("展会", 1, 0, 1), new Share("转介绍", 1, 1, 0));
        assertThat(stats.bySource(company.eastManager().actor(), Range.ALL))
                .containsExactly(new Share("展会", 2, 1, 1), new Share("转介绍", 1, 1, 0));
        assertThat(stats.byIndustry(company.admin().actor(), Range.ALL)).containsExactly(new Share("制造业", 4, 2, 1));
    }

    @Test
    void theTeamIsRankedByCustomersThenName() {
        report(eastern(1), "戊方贸易", "展会", CustomerStatus.WON);
        report(eastern(1), "己方制造", "展会", CustomerStatus.WON);
        report(eastern(2), "庚方物流", "展会", CustomerStatus.WON);
        TeamStats team = stats.team(company.eastManager().actor(), Range.ALL, Period.MONTH);
        assertThat(team.members())
                .extracting(Member::name)
                .containsExactly(
                        eastern(1).name(),
                        eastern(2).name(),
                        company.eastManager().name(),
                        eastern(0).name());
        assertThat(stats.team(company.admin().actor(), Range.ALL, Period.MONTH).members())
                .extracting(Member::name)
                .hasSize(8)
                .doesNotContain(company.admin().name());
    }

    @Test
    void aManagerWithoutATeamSeesNobodyElse() {
        report(eastern(0), "辛方贸易", "展会", CustomerStatus.WON);
        Actor loner = company.hire("loner-" + company.number(), Role.SALES_MANAGER, null)
                .actor();
        assertThat(stats.team(loner, Range.ALL, Period.DAY))
                .isEqualTo(new TeamStats(
                        Figures.of(0, 0, 0),
                        List.of(new Member(loner.staffId(), loner.uuid(), loner.name(), Figures.of(0, 0, 0), 0)),
                        List.of()));
    }

    @Test
    void salesPeopleHaveNoTeamStatistics() {
        assertThat(Refusal.of(() -> stats.team(eastern(0), Range.ALL, Period.DAY)))
                .isEqualTo(new Problem.RoleRequired(Set.of(Role.SALES_MANAGER, Role.ADMIN)));
    }

    @Test
    void anotherTenantCountsForNothing() {
        report(eastern(0), "壬方贸易", "展会", CustomerStatus.WON);
        Actor stranger = TestCompany.create().admin().actor();
        assertThat(stats.dashboard(stranger).summary()).isEqualTo(Figures.of(0, 0, 0));
        assertThat(stats.team(stranger, Range.ALL, Period.DAY).timeline()).isEmpty();
        assertThat(stats.bySource(stranger, Range.ALL)).isEmpty();
    }
}
