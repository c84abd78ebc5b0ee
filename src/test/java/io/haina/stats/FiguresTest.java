package io.haina.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.customer.CustomerLayout;
import io.haina.database.FilterSql;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import io.haina.testing.HainaServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** After any history, and however much of it is folded, every figure is what a plain recount finds. */
class FiguresTest {

    private final HainaServer server = HainaServer.get();
    private final Stats stats = server.bean(Stats.class);
    private final Tallies tallies = server.bean(Tallies.class);
    private final JdbcTemplate jdbc = server.jdbc();

    @AfterEach
    void backToRealTime() {
        server.clock().reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFigureEqualsARecount(long seed) throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        History history = new History(seed);
        try (Folding folding = Folding.heldBack(server)) {
            history.go(90, now.minus(Duration.ofDays(100)), Duration.ofHours(24));
            check(history, "nothing folded");
            folding.some(37);
            check(history, "partly folded");
            history.go(90, now.minus(Duration.ofDays(9)), Duration.ofHours(2));
            check(history, "partly folded, then changed");
        }
        Folding.all(server, history.tenantId());
        check(history, "all folded");
        history.go(60, now.minus(Duration.ofDays(1)), Duration.ofMinutes(20));
        Folding.all(server, history.tenantId());
        check(history, "folded again");
        List<String> folded = Recount.rows(jdbc, history.tenantId());
        tallies.rebuild(history.tenantId());
        assertThat(Recount.rows(jdbc, history.tenantId())).isEqualTo(folded).hasSizeGreaterThan(100);
        check(history, "rebuilt");
    }

    @Test
    void rebuildingRepairsWhateverIsWrong() {
        History history = new History(4);
        history.go(80, Instant.now().minus(Duration.ofDays(50)), Duration.ofHours(14));
        Folding.all(server, history.tenantId());
        List<String> right = Recount.rows(jdbc, history.tenantId());
        jdbc.update("update tally set n = n + 7 where tenant_id = ? and facet = ''", history.tenantId());
        jdbc.update("delete from tally where tenant_id = ? and span = 'month'", history.tenantId());
        jdbc.update(
                "insert into tally_delta (tenant_id, measure, day, n) values (?, 'won', now(), 5)", history.tenantId());
        jdbc.update("update active_month set days = ~days & 255 where tenant_id = ?", history.tenantId());
        jdbc.update("delete from active_month where tenant_id = ? and staff_id % 2 = 0", history.tenantId());
        tallies.rebuild(history.tenantId());
        assertThat(Recount.rows(jdbc, history.tenantId())).isEqualTo(right);
        check(history, "rebuilt");
    }

    @Test
    void rowsThatFallToNothingGo() {
        History history = new History(5);
        history.go(60, Instant.now().minus(Duration.ofDays(50)), Duration.ofHours(14));
        Folding.all(server, history.tenantId());
        for (String table : List.of("customer", "contact")) {
            jdbc.update(
                    "update " + table + " set deleted_at = now() where tenant_id = ? and deleted_at is null",
                    history.tenantId());
        }
        Folding.all(server, history.tenantId());
        assertThat(jdbc.queryForObject(
                        "select count(*) from tally where tenant_id = ? and measure not in ('followup', 'claim')",
                        Long.class,
                        history.tenantId()))
                .isZero();
        check(history, "all deleted");
    }

    private void check(History history, String when) {
        Instant now = server.clock().instant();
        LocalDate today = history.actors().getFirst().tenant().dayOf(now);
        List<Range> ranges = List.of(
                Range.ALL,
                new Range(today.minusDays(40), null),
                new Range(null, today.minusDays(3)),
                new Range(today.minusDays(75), today.minusDays(6)),
                new Range(today, today),
                new Range(
                        today.minusMonths(2).withDayOfMonth(1),
                        today.withDayOfMonth(1).minusDays(1)));
        Recount recount = new Recount(jdbc, now);
        for (Actor actor : history.actors()) {
            String who = when + ", " + actor.username();
            assertThat(stats.dashboard(actor)).as(who).isEqualTo(recount.dashboard(actor));
            assertThat(stats.pool(actor)).as(who).isEqualTo(recount.pool(actor));
            checkTotals(actor, who);
            for (Range range : ranges) {
                assertThat(stats.bySource(actor, range)).as(who).isEqualTo(recount.shares(actor, "source", range));
                assertThat(stats.byIndustry(actor, range)).as(who).isEqualTo(recount.shares(actor, "industry", range));
                if (UseCase.STATS_TEAM.roles().contains(actor.role())) {
                    for (Period period : Period.values()) {
                        TeamStats team = stats.team(actor, range, period);
                        assertThat(team)
                                .as("%s, %s by %s", who, range, period)
                                .isEqualTo(recount.team(actor, range, period));
                        assertThat(team.members().stream()
                                        .mapToLong(m -> m.figures().total())
                                        .sum())
                                .isEqualTo(team.summary().total());
                    }
                }
            }
        }
    }

    private void checkTotals(Actor actor, String who) {
        List<Filter> wishes = new ArrayList<>(List.of(Filter.EVERYTHING));
        for (String status : List.of("following", "won", "lost")) {
            wishes.add(new Filter.Is("status", Set.of(status)));
            wishes.add(Filter.all(new Filter.Is("status", Set.of(status)), new Filter.Is("region", Set.of("北京"))));
        }
        wishes.add(new Filter.Is("status", Set.of("won", "lost")));
        wishes.add(new Filter.Is("industry", Set.of("金融")));
        wishes.add(new Filter.Is("source", Set.of("展会")));
        wishes.add(new Filter.Is("source", Set.of("没有的")));
        for (Filter wish : wishes) {
            Scoped listed = Access.scoped(actor, UseCase.CUSTOMER_LIST, wish);
            assertThat(tallies.total(listed)).as("%s, %s", who, wish).hasValue(counted(listed));
        }
        Scoped pooled = Access.scoped(actor, UseCase.POOL_LIST, new Filter.Is("industry", Set.of("金融")));
        assertThat(tallies.total(pooled)).as(who).hasValue(counted(pooled));
        Scoped ofAll = Access.scoped(actor, UseCase.POOL_LIST);
        assertThat(tallies.total(ofAll)).as(who).hasValue(counted(ofAll));
    }

    private long counted(Scoped scoped) {
        SqlText sql = new SqlText()
                .add("select count(*) from customer c where c.deleted_at is null and ")
                .add(new FilterSql(CustomerLayout.LAYOUT).where(scoped.filter()));
        Long count = jdbc.queryForObject(sql.text(), Long.class, sql.values().toArray());
        return count == null ? -1 : count;
    }
}
