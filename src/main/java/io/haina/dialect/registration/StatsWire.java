package io.haina.dialect.registration;

import io.haina.stats.Claimer;
import io.haina.stats.Dashboard;
import io.haina.stats.Expiring;
import io.haina.stats.Figures;
import io.haina.stats.Member;
import io.haina.stats.Period;
import io.haina.stats.Point;
import io.haina.stats.PoolUse;
import io.haina.stats.Share;
import io.haina.stats.TeamStats;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of the chapter on statistics. */
sealed interface StatsWire extends RegistrationWire {

    /**
     * What somebody sees first.
     *
     * @param expiringMore whether more protections end soon than the list shows
     */
    record Overview(Summary summary, List<ExpiringCustomer> expiringCustomers, boolean expiringMore)
            implements StatsWire {
        static Overview of(Dashboard dashboard, ZoneId zone) {
            return new Overview(
                    Summary.of(dashboard),
                    dashboard.expiring().stream()
                            .map(each -> ExpiringCustomer.of(each, zone))
                            .toList(),
                    dashboard.hasMoreExpiring());
        }
    }

    record Summary(
            long total,
            long following,
            long won,
            long lost,
            String conversionRate,
            long monthReports,
            long weekFollowups)
            implements StatsWire {
        static Summary of(Dashboard dashboard) {
            Figures figures = dashboard.summary();
            return new Summary(
                    figures.total(),
                    figures.following(),
                    figures.won(),
                    figures.lost(),
                    RegistrationNames.rate(figures.won(), figures.lost()),
                    dashboard.monthReports(),
                    dashboard.weekFollowups());
        }
    }

    record ExpiringCustomer(
            UUID id,
            String customerName,
            String protectedEndDate,
            @Nullable String industry,
            @Nullable String region) implements StatsWire {
        static ExpiringCustomer of(Expiring expiring, ZoneId zone) {
            return new ExpiringCustomer(
                    expiring.uuid(),
                    expiring.name(),
                    RegistrationNames.time(expiring.protectedUntil(), zone),
                    expiring.industry(),
                    expiring.region());
        }
    }

    record Team(TeamSummary teamSummary, List<MemberRow> memberStats, List<TimelineRow> timeline) implements StatsWire {
        static Team of(TeamStats stats, Period period) {
            return new Team(
                    TeamSummary.of(stats.summary()),
                    stats.members().stream().map(MemberRow::of).toList(),
                    stats.timeline().stream()
                            .map(point -> TimelineRow.of(point, period))
                            .toList());
        }
    }

    record TeamSummary(long total, long following, long won, long lost, String conversionRate) implements StatsWire {
        static TeamSummary of(Figures figures) {
            return new TeamSummary(
                    figures.total(),
                    figures.following(),
                    figures.won(),
                    figures.lost(),
                    RegistrationNames.rate(figures.won(), figures.lost()));
        }
    }

    record MemberRow(
            UUID id,
            String realName,
            long totalCustomers,
            long following,
            long won,
            long lost,
            int activeDays,
            String conversionRate)
            implements StatsWire {
        static MemberRow of(Member member) {
            Figures figures = member.figures();
            return new MemberRow(
                    member.uuid(),
                    member.name(),
                    figures.total(),
                    figures.following(),
                    figures.won(),
                    figures.lost(),
                    member.activeDays(),
                    RegistrationNames.rate(figures.won(), figures.lost()));
        }
    }

    record TimelineRow(String period, long count, long wonCount) implements StatsWire {
        static TimelineRow of(Point point, Period period) {
            return new TimelineRow(RegistrationNames.label(point.start(), period), point.count(), point.won());
        }
    }

    record SourceRow(String source, long count, long wonCount, long lostCount, String conversionRate)
            implements StatsWire {
        static SourceRow of(Share share) {
            return new SourceRow(
                    RegistrationNames.filled(share.value()),
                    share.count(),
                    share.won(),
                    share.lost(),
                    RegistrationNames.rate(share.won(), share.lost()));
        }
    }

    record IndustryRow(String industry, long count, long wonCount, long lostCount, String conversionRate)
            implements StatsWire {
        static IndustryRow of(Share share) {
            return new IndustryRow(
                    RegistrationNames.filled(share.value()),
                    share.count(),
                    share.won(),
                    share.lost(),
                    RegistrationNames.rate(share.won(), share.lost()));
        }
    }

    record PoolUtilization(long poolTotal, long weekClaims, long monthClaims, List<TopClaimer> topClaimers)
            implements StatsWire {
        static PoolUtilization of(PoolUse use) {
            return new PoolUtilization(
                    use.total(),
                    use.weekClaims(),
                    use.monthClaims(),
                    use.top().stream().map(TopClaimer::of).toList());
        }
    }

    record TopClaimer(String realName, long claimCount) implements StatsWire {
        static TopClaimer of(Claimer claimer) {
            return new TopClaimer(claimer.name(), claimer.claims());
        }
    }
}
