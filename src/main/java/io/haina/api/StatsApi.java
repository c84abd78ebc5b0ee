package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.StatsWire.DashboardView;
import io.haina.api.StatsWire.Funnel;
import io.haina.api.StatsWire.PoolUseView;
import io.haina.api.StatsWire.Shares;
import io.haina.api.StatsWire.TeamView;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Inputs;
import io.haina.field.RecordKind;
import io.haina.opportunity.OpportunityFields;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.stats.Period;
import io.haina.stats.Range;
import io.haina.stats.Stats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures, each with the filter that lists what it counts. */
@RestController
@RequestMapping("/api/v1/stats")
@Tag(name = "stats", description = "Figures, each with the filter that lists what it counts")
class StatsApi {

    private final Stats stats;
    private final Pipelines pipelines;
    private final Catalogs catalogs;
    private final Clock clock;

    StatsApi(Stats stats, Pipelines pipelines, Catalogs catalogs, Clock clock) {
        this.stats = stats;
        this.pipelines = pipelines;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping("/dashboard")
    @Operation(
            summary =
                    "Customers held within one's reach, this month's reports, this week's follow-ups, protections that end soon")
    DashboardView dashboard(Actor actor) {
        return DashboardView.of(stats.dashboard(actor), actor.tenant(), clock.instant());
    }

    @GetMapping("/team")
    @Operation(
            summary =
                    "How the people of one's reach do, over customers reported in a range; period is day, week or month")
    TeamView team(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String period) {
        Range range = range(from, to);
        Period step =
                period == null || period.isEmpty() ? Period.DAY : ApiNames.choice("period", period, Period.values());
        return TeamView.of(stats.team(actor, range, step), range, step);
    }

    @GetMapping("/sources")
    @Operation(summary = "Customers by where they came from, most first")
    Shares sources(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Range range = range(from, to);
        return Shares.of("source", stats.bySource(actor, range), range);
    }

    @GetMapping("/industries")
    @Operation(summary = "Customers by industry, most first")
    Shares industries(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Range range = range(from, to);
        return Shares.of("industry", stats.byIndustry(actor, range), range);
    }

    @GetMapping("/pool")
    @Operation(summary = "How the company uses its pools; their rows are the customers with pool=true")
    PoolUseView pool(Actor actor) {
        return PoolUseView.of(stats.pool(actor));
    }

    @GetMapping("/funnel")
    @Operation(
            summary =
                    "Opportunities of one's reach by the stages of a pipeline, and how those that ended did; the first pipeline if none is named")
    Funnel funnel(Actor actor, @RequestParam(required = false) @Nullable String pipeline) {
        Long wanted = pipeline == null || pipeline.isEmpty() ? null : ApiNames.id(Problem.Kind.PIPELINE, pipeline);
        Pipeline found = pipelines.of(actor).stream()
                .filter(each -> wanted == null || each.id() == wanted)
                .findFirst()
                .orElseThrow(() -> Refused.notFound(Problem.Kind.PIPELINE));
        boolean seesMoney = catalogs.of(actor, RecordKind.OPPORTUNITY)
                .find(OpportunityFields.MONEY)
                .isPresent();
        return Funnel.of(found, stats.funnel(actor, found.id()), seesMoney);
    }

    private static Range range(@Nullable String from, @Nullable String to) {
        return new Range(Inputs.date("from", from), Inputs.date("to", to));
    }
}
