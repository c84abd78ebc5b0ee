package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.dialect.registration.RegistrationWire.Found;
import io.haina.dialect.registration.StatsWire.IndustryRow;
import io.haina.dialect.registration.StatsWire.Overview;
import io.haina.dialect.registration.StatsWire.PoolUtilization;
import io.haina.dialect.registration.StatsWire.SourceRow;
import io.haina.dialect.registration.StatsWire.Team;
import io.haina.stats.Period;
import io.haina.stats.Range;
import io.haina.stats.Stats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Document 000, statistics. */
@RestController
@RequestMapping("/api/stats")
@Tag(name = "stats", description = "统计分析")
class StatsApi {

    private final Stats stats;

    StatsApi(Stats stats) {
        this.stats = stats;
    }

    @GetMapping("/dashboard")
    @Operation(summary = "仪表盘:数量、转化率、即将到期的客户")
    Found<Overview> dashboard(Actor actor) {
        return new Found<>(Overview.of(stats.dashboard(actor), actor.tenant().zone()));
    }

    @GetMapping("/team")
    @Operation(summary = "团队统计,period 为 day、week 或 month(主管、管理员)")
    Found<Team> team(
            Actor actor,
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate,
            @RequestParam(required = false) @Nullable String period) {
        Range range = RegistrationFilters.range(startDate, endDate);
        Period wanted = RegistrationFilters.period(period);
        return new Found<>(Team.of(stats.team(actor, range, wanted), wanted));
    }

    @GetMapping("/source-analysis")
    @Operation(summary = "按客户来源统计")
    Found<List<SourceRow>> sources(
            Actor actor,
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate) {
        Range range = RegistrationFilters.range(startDate, endDate);
        return new Found<>(
                stats.bySource(actor, range).stream().map(SourceRow::of).toList());
    }

    @GetMapping("/industry-analysis")
    @Operation(summary = "按客户行业统计")
    Found<List<IndustryRow>> industries(
            Actor actor,
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate) {
        Range range = RegistrationFilters.range(startDate, endDate);
        return new Found<>(
                stats.byIndustry(actor, range).stream().map(IndustryRow::of).toList());
    }

    @GetMapping("/pool-utilization")
    @Operation(summary = "公海使用情况")
    Found<PoolUtilization> poolUtilization(Actor actor) {
        return new Found<>(PoolUtilization.of(stats.pool(actor)));
    }
}
