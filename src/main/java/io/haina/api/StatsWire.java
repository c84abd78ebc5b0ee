package io.haina.api;

import io.haina.api.ApiWire.Link;
import io.haina.opportunity.Outcome;
import io.haina.opportunity.Pipeline;
import io.haina.stats.Dashboard;
import io.haina.stats.Expiring;
import io.haina.stats.Figures;
import io.haina.stats.FunnelStep;
import io.haina.stats.Member;
import io.haina.stats.Period;
import io.haina.stats.Point;
import io.haina.stats.PoolUse;
import io.haina.stats.Range;
import io.haina.stats.Share;
import io.haina.stats.TeamStats;
import io.haina.tenant.Tenant;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chapter on figures. {@code filter} is as lists of customers take it; of a part, such as won, add its status. */
sealed interface StatsWire extends ApiWire {

    /** How many customers, by how the business goes. */
    @Schema(name = "CustomerFigures")
    record Counts(long total, long following, long won, long lost) implements StatsWire {

        static Counts of(Figures figures) {
            return new Counts(figures.total(), figures.following(), figures.won(), figures.lost());
        }
    }

    /** A customer whose protection ends soon. */
    @Schema(name = "ExpiringCustomer")
    record Ending(
            long id,
            String name,
            Instant protectedUntil,
            @Nullable String industry,
            @Nullable String region) implements StatsWire {

        static Ending of(Expiring expiring) {
            return new Ending(
                    expiring.id(), expiring.name(), expiring.protectedUntil(), expiring.industry(), expiring.region());
        }
    }

    /**
     * What somebody sees first.
     *
     * @param summary customers held now within the reach
     * @param monthReports of these, reported in the present month of the company's zone
     * @param weekFollowups follow-ups made since Monday by the people of the reach
     * @param expiring protections that end soon, the soonest first, at most 20
     * @param filters for each figure the filter of its customers: total, following, won, lost, monthReports, expiring
     */
    @Schema(name = "Dashboard")
    record DashboardView(
            Counts summary,
            long monthReports,
            long weekFollowups,
            List<Ending> expiring,
            Map<String, Map<String, Object>> filters)
            implements StatsWire {

        static DashboardView of(Dashboard dashboard, Tenant tenant, Instant now) {
            LocalDate month = tenant.dayOf(now).withDayOfMonth(1);
            Map<String, Map<String, Object>> filters = new LinkedHashMap<>();
            filters.put("total", StatsFilters.HELD);
            for (String status : List.of("following", "won", "lost")) {
                filters.put(status, StatsFilters.all(StatsFilters.HELD, StatsFilters.status(status)));
            }
            filters.put(
                    "monthReports",
                    StatsFilters.all(
                            StatsFilters.HELD,
                            StatsFilters.made(month, month.plusMonths(1).minusDays(1))));
            filters.put("expiring", expiring(tenant, now));
            return new DashboardView(
                    Counts.of(dashboard.summary()),
                    dashboard.monthReports(),
                    dashboard.weekFollowups(),
                    dashboard.expiring().stream().map(Ending::of).toList(),
                    filters);
        }

        static Map<String, Object> expiring(Tenant tenant, Instant now) {
            return StatsFilters.all(
                    StatsFilters.HELD,
                    StatsFilters.condition("status", "is-not", "won"),
                    StatsFilters.condition("locked", "is", false),
                    StatsFilters.condition("protectedUntil", "greater", now.toString()),
                    StatsFilters.condition(
                            "protectedUntil",
                            "at-most",
                            tenant.expiringUntil(now).toString()));
        }
    }

    /**
     * How one person does.
     *
     * @param customers those that the person holds now
     * @param activeDays days of the range with at least one follow-up
     */
    @Schema(name = "TeamMember")
    record MemberView(Link person, Counts customers, int activeDays, Map<String, Object> filter) implements StatsWire {

        static MemberView of(Member member, Range range) {
            return new MemberView(
                    new Link(member.id(), member.name()),
                    Counts.of(member.figures()),
                    member.activeDays(),
                    StatsFilters.all(
                            StatsFilters.condition("ownerId", "is", member.id()),
                            StatsFilters.made(range.from(), range.to())));
        }
    }

    /**
     * One step of a timeline.
     *
     * @param start its first day, even where the range begins later
     * @param count customers reported in it and held now, {@code won} of them won now
     */
    @Schema(name = "TimelinePoint")
    record PointView(LocalDate start, long count, long won, Map<String, Object> filter) implements StatsWire {

        static PointView of(Point point, Range range, Period period) {
            LocalDate start = point.start();
            LocalDate end = switch (period) {
                case DAY -> start;
                case WEEK -> start.plusDays(6);
                case MONTH -> start.plusMonths(1).minusDays(1);
            };
            LocalDate from = range.from();
            LocalDate to = range.to();
            return new PointView(
                    start,
                    point.count(),
                    point.won(),
                    StatsFilters.all(
                            StatsFilters.HELD,
                            StatsFilters.made(
                                    from != null && from.isAfter(start) ? from : start,
                                    to != null && to.isBefore(end) ? to : end)));
        }
    }

    /**
     * How the people of a reach do, over customers reported in a range and held now.
     *
     * @param members most customers first
     * @param timeline the steps with at least one report, the oldest first
     */
    @Schema(name = "TeamFigures")
    record TeamView(Counts summary, List<MemberView> members, List<PointView> timeline, Map<String, Object> filter)
            implements StatsWire {

        static TeamView of(TeamStats stats, Range range, Period period) {
            return new TeamView(
                    Counts.of(stats.summary()),
                    stats.members().stream()
                            .map(member -> MemberView.of(member, range))
                            .toList(),
                    stats.timeline().stream()
                            .map(point -> PointView.of(point, range, period))
                            .toList(),
                    StatsFilters.all(StatsFilters.HELD, StatsFilters.made(range.from(), range.to())));
        }
    }

    /**
     * The customers that have one value in common.
     *
     * @param value null for those without any
     */
    @Schema(name = "Share")
    record ShareView(@Nullable String value, long count, long won, long lost, Map<String, Object> filter)
            implements StatsWire {}

    /** Customers by what they have in common, most first. */
    @Schema(name = "ShareFigures")
    record Shares(List<ShareView> items) implements StatsWire {

        static Shares of(String field, List<Share> shares, Range range) {
            return new Shares(shares.stream()
                    .map(share -> new ShareView(
                            share.value().isEmpty() ? null : share.value(),
                            share.count(),
                            share.won(),
                            share.lost(),
                            StatsFilters.all(
                                    StatsFilters.HELD,
                                    StatsFilters.value(field, share.value()),
                                    StatsFilters.made(range.from(), range.to()))))
                    .toList());
        }
    }

    /** Somebody who claims from the pools. */
    @Schema(name = "Claimer")
    record ClaimerView(Link person, long claims) implements StatsWire {}

    /**
     * How the company uses its pools.
     *
     * @param total customers in them now
     * @param weekClaims claims made since Monday
     * @param monthClaims claims made in the present month
     * @param top who made most of the month's claims, at most 10
     */
    @Schema(name = "PoolUse")
    record PoolUseView(long total, long weekClaims, long monthClaims, List<ClaimerView> top) implements StatsWire {

        static PoolUseView of(PoolUse use) {
            return new PoolUseView(
                    use.total(),
                    use.weekClaims(),
                    use.monthClaims(),
                    use.top().stream()
                            .map(claimer -> new ClaimerView(new Link(claimer.id(), claimer.name()), claimer.claims()))
                            .toList());
        }
    }

    /**
     * The opportunities at one stage.
     *
     * @param rate how likely a sale is from here, in per cent
     * @param money what they are worth together; null where the reader does not see what opportunities are worth
     */
    record FunnelStage(
            Link stage, int rate, long count, @Nullable BigDecimal money, Map<String, Object> filter)
            implements StatsWire {}

    /** The opportunities that ended in one way: won, lost or invalid. */
    record FunnelOutcome(
            String outcome, long count, @Nullable BigDecimal money, Map<String, Object> filter) implements StatsWire {}

    /**
     * The opportunities of a pipeline; each {@code filter} is as lists of opportunities take it.
     *
     * @param stages all of them in their order, with those that are open
     */
    record Funnel(Link pipeline, List<FunnelStage> stages, List<FunnelOutcome> outcomes) implements StatsWire {

        static Funnel of(Pipeline pipeline, List<FunnelStep> steps, boolean seesMoney) {
            Map<String, Object> inPipeline = StatsFilters.condition("pipelineId", "is", pipeline.id());
            List<FunnelStage> stages = pipeline.stages().stream()
                    .map(stage -> {
                        List<FunnelStep> open = steps.stream()
                                .filter(step -> step.stageId() == stage.id()
                                        && step.outcome().isEmpty())
                                .toList();
                        return new FunnelStage(
                                new Link(stage.id(), stage.name()),
                                stage.rate(),
                                count(open),
                                seesMoney ? money(open) : null,
                                StatsFilters.all(
                                        StatsFilters.HELD,
                                        StatsFilters.condition("stageId", "is", stage.id()),
                                        StatsFilters.condition("outcome", "is-null")));
                    })
                    .toList();
            List<FunnelOutcome> outcomes = Arrays.stream(Outcome.values())
                    .map(Outcome::key)
                    .map(outcome -> {
                        List<FunnelStep> ended = steps.stream()
                                .filter(step -> step.outcome().equals(outcome))
                                .toList();
                        return new FunnelOutcome(
                                outcome,
                                count(ended),
                                seesMoney ? money(ended) : null,
                                StatsFilters.all(
                                        StatsFilters.HELD,
                                        inPipeline,
                                        StatsFilters.condition("outcome", "is", outcome)));
                    })
                    .toList();
            return new Funnel(new Link(pipeline.id(), pipeline.name()), stages, outcomes);
        }

        private static long count(List<FunnelStep> steps) {
            return steps.stream().mapToLong(FunnelStep::count).sum();
        }

        private static BigDecimal money(List<FunnelStep> steps) {
            return steps.stream().map(FunnelStep::money).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
