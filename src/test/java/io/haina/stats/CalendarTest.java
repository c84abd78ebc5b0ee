package io.haina.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.activity.Activities;
import io.haina.activity.ActivityDraft;
import io.haina.activity.ActivityKind;
import io.haina.customer.CustomerDraft;
import io.haina.customer.Customers;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days, weeks and months are those of Asia/Shanghai, eight hours before the clock of the server. */
class CalendarTest {

    private static final Instant LAST_OF_LEAP_DAY = Instant.parse("2024-02-29T15:55:00Z");
    private static final Instant FIRST_OF_MARCH = Instant.parse("2024-02-29T16:00:00Z");
    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Stats stats = server.bean(Stats.class);
    private final Actor admin = company.admin().actor();
    private final Actor sales = company.sales().actor();

    @AfterEach
    void backToRealTime() {
        server.clock().reset();
    }

    private UUID reportAt(Instant instant, String name) {
        server.clock().moveTo(instant);
        CustomerDraft draft = new CustomerDraft(name + company.number(), null, null, null, null, null, null);
        return server.bean(Customers.class).report(sales, draft).uuid();
    }

    private void followUp(UUID customer) {
        server.bean(Activities.class).add(sales, new ActivityDraft(customer, ActivityKind.VISIT, "上门拜访", null));
    }

    private TeamStats team(LocalDate from, LocalDate to, Period period) {
        return stats.team(admin, new Range(from, to), period);
    }

    private int activeDays(TeamStats team) {
        return team.members().stream()
                .filter(member -> member.uuid().equals(sales.uuid()))
                .mapToInt(Member::activeDays)
                .sum();
    }

    @Test
    void theDayEndsAtMidnightInShanghai() {
        UUID before = reportAt(LAST_OF_LEAP_DAY, "闰日的客户");
        followUp(before);
        assertThat(stats.dashboard(sales).monthReports()).isEqualTo(1);
        UUID after = reportAt(FIRST_OF_MARCH, "三月的客户");
        followUp(after);
        followUp(after);
        assertThat(stats.dashboard(sales).monthReports()).isEqualTo(1);
        assertThat(stats.dashboard(sales).weekFollowups()).isEqualTo(3);

        TeamStats both = team(LEAP_DAY, MARCH, Period.DAY);
        assertThat(both.timeline()).containsExactly(new Point(LEAP_DAY, 1, 0), new Point(MARCH, 1, 0));
        assertThat(activeDays(both)).isEqualTo(2);
        TeamStats february = team(LEAP_DAY.withDayOfMonth(1), LEAP_DAY, Period.DAY);
        assertThat(february.timeline()).containsExactly(new Point(LEAP_DAY, 1, 0));
        assertThat(activeDays(february)).isEqualTo(1);
        assertThat(team(MARCH, MARCH, Period.MONTH).summary().total()).isEqualTo(1);
        assertThat(activeDays(team(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 28), Period.MONTH)))
                .isZero();
        assertThat(both).isEqualTo(recount().team(admin, new Range(LEAP_DAY, MARCH), Period.DAY));
    }

    @Test
    void aWeekBeginsOnMondayEvenInTheYearBefore() {
        reportAt(Instant.parse("2023-12-31T15:55:00Z"), "周日的客户");
        UUID monday = reportAt(Instant.parse("2023-12-31T16:00:00Z"), "周一的客户");
        followUp(monday);
        reportAt(Instant.parse("2025-01-01T03:00:00Z"), "跨年周的客户");
        assertThat(stats.team(admin, Range.ALL, Period.WEEK).timeline())
                .containsExactly(
                        new Point(LocalDate.of(2023, 12, 25), 1, 0),
                        new Point(LocalDate.of(2024, 1, 1), 1, 0),
                        new Point(LocalDate.of(2024, 12, 30), 1, 0));
        assertThat(stats.team(admin, Range.ALL, Period.MONTH).timeline())
                .extracting(Point::start)
                .isEqualTo(List.of(LocalDate.of(2023, 12, 1), LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)));
        assertThat(stats.dashboard(sales).weekFollowups()).as("a year later").isZero();
        server.clock().moveTo(Instant.parse("2024-01-07T15:00:00Z"));
        assertThat(stats.dashboard(sales).weekFollowups()).as("on Sunday").isEqualTo(1);
        server.clock().moveTo(Instant.parse("2024-01-07T16:00:00Z"));
        assertThat(stats.dashboard(sales).weekFollowups()).as("on Monday").isZero();
    }

    @Test
    void aProtectionIsShownAsEndingFromThreeDaysBeforeUntilItEnds() {
        reportAt(Instant.parse("2024-01-20T02:30:00Z"), "快到期的客户");
        Instant end = Instant.parse("2024-02-20T02:30:00Z");
        server.clock().moveTo(end.minusSeconds(3 * 86_400 + 60));
        assertThat(stats.dashboard(sales).expiring()).isEmpty();
        server.clock().moveTo(end.minusSeconds(3 * 86_400));
        assertThat(stats.dashboard(sales).expiring())
                .singleElement()
                .satisfies(expiring -> assertThat(expiring.protectedUntil()).isEqualTo(end));
        server.clock().moveTo(end.minusSeconds(60));
        assertThat(stats.dashboard(admin).expiring()).hasSize(1);
        assertThat(stats.dashboard(company.eastManager().actor()).expiring()).hasSize(1);
        assertThat(stats.dashboard(company.southManager().actor()).expiring()).isEmpty();
        server.clock().moveTo(end);
        assertThat(stats.dashboard(admin).expiring()).isEmpty();
    }

    @Test
    void ofALongListThatEndsSoonTheFirstAreShownAndThatThereAreMoreIsSaid() {
        server.clock().moveTo(Instant.parse("2024-01-20T02:30:00Z"));
        for (int n = 0; n < 20; n++) {
            reportAt(Instant.parse("2024-01-20T02:30:00Z").plusSeconds(n), "到期" + n);
        }
        server.clock().moveTo(Instant.parse("2024-02-20T02:29:00Z"));
        assertThat(stats.dashboard(sales)).isEqualTo(recount().dashboard(sales)).satisfies(all -> {
            assertThat(all.expiring()).hasSize(20);
            assertThat(all.hasMoreExpiring()).isFalse();
        });
        reportAt(Instant.parse("2024-01-20T02:31:00Z"), "到期20");
        server.clock().moveTo(Instant.parse("2024-02-20T02:29:00Z"));
        assertThat(stats.dashboard(sales)).isEqualTo(recount().dashboard(sales)).satisfies(all -> {
            assertThat(all.expiring()).hasSize(20);
            assertThat(all.hasMoreExpiring()).isTrue();
        });
    }

    private Recount recount() {
        return new Recount(server.jdbc(), server.clock().instant());
    }
}
