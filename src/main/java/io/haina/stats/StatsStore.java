package io.haina.stats;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the figures of the dashboard, of the pool and of analyses: each is one statement, so one state of the data. */
@Repository
class StatsStore {

    private final Sql sql;

    StatsStore(Sql sql) {
        this.sql = sql;
    }

    private record Lead(
            Figures summary,
            long monthReports,
            long weekFollowups,
            @Nullable Expiring expiring) {}

    Dashboard dashboard(Scoped scoped, Instant now) {
        Actor actor = scoped.actor();
        Scope scope = Scope.of(scoped);
        LocalDate today = actor.tenant().dayOf(now);
        LocalDate month = today.withDayOfMonth(1);
        SqlText held = new SqlText()
                .add("select t.span, t.measure, t.n from tally t where ")
                .add(scope.rows("t", ""))
                .add(
                        " and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'won', 'lost')")
                .add("\nunion all select t.span, t.measure, t.n from tally t where ")
                .add(scope.rows("t", ""))
                .add(" and t.span = 'month' and t.start = ? and t.measure in ('following', 'won', 'lost')", month)
                .add(
                        "\nunion all select s.span, d.measure, d.n from pending d cross join (values ('all'), ('month')) s(span) where ")
                .add(scope.deltas("d"))
                .add(
                        " and d.measure <> 'followup' and (s.span = 'all' or d.day between ? and ?)",
                        month,
                        month.with(TemporalAdjusters.lastDayOfMonth()));
        SqlText expiring = new SqlText()
                .add("select c.id, c.uuid, c.name, c.protected_until, c.industry, c.region from customer c where ")
                .add(scope.holds("c", "owner_id"))
                .add("""
                         and c.deleted_at is null and c.owner_id is not null and c.status <> 'won' and not c.locked
                            and c.protected_until > ? and c.protected_until <= ?
                        order by c.protected_until, c.id limit\s""", at(now), at(actor.tenant().expiringUntil(now)))
                .add(String.valueOf(Dashboard.MAXIMUM_EXPIRING + 1));
        SqlText statement = new Write()
                .with("pending", pending(scope, "'following', 'won', 'lost', 'followup'"))
                .with("held", held)
                .with("made", made(scope, "followup", monday(today)))
                .with("expiring", expiring)
                .select("""
                        select f.*, (select coalesce(sum(n), 0) from made) as week_followups, e.*
                        from (select coalesce(sum(n) filter (where span = 'all' and measure = 'following'), 0) as following,
                                  coalesce(sum(n) filter (where span = 'all' and measure = 'won'), 0) as won,
                                  coalesce(sum(n) filter (where span = 'all' and measure = 'lost'), 0) as lost,
                                  coalesce(sum(n) filter (where span = 'month'), 0) as month_reports
                              from held) f
                        left join expiring e on true
                        order by e.protected_until, e.id""");
        List<Lead> rows = sql.rows(
                statement,
                (row, n) -> new Lead(
                        figures(row), row.getLong("month_reports"), row.getLong("week_followups"), expiring(row)));
        Lead first = rows.getFirst();
        List<Expiring> ending = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.expiring()).stream())
                .toList();
        List<Expiring> soonest = ending.subList(0, Math.min(ending.size(), Dashboard.MAXIMUM_EXPIRING));
        return new Dashboard(
                first.summary(), first.monthReports(), first.weekFollowups(), soonest, ending.size() > soonest.size());
    }

    private record Use(
            long total, long week, long month, @Nullable Claimer claimer) {}

    PoolUse pool(Scoped scoped, Instant now) {
        Scope tenant = Scope.tenant(scoped.actor().tenantId());
        LocalDate today = scoped.actor().tenant().dayOf(now);
        LocalDate month = today.withDayOfMonth(1);
        LocalDate monthEnd = today.with(TemporalAdjusters.lastDayOfMonth());
        SqlText pooled = new SqlText()
                .add("select t.n from tally t where ")
                .add(tenant.rows("t", ""))
                .add(" and t.span = 'all' and t.start = date '0001-01-01' and t.measure = 'pooled'")
                .add("\nunion all select d.n from pending d where d.measure = 'pooled'");
        SqlText claims = new SqlText()
                .add(
                        "select t.scope_id as staff_id, t.n from tally t where t.tenant_id = ? and t.scope = 'staff'",
                        tenant.id())
                .add(" and t.scope_id = any (array(")
                .add(tenant.people())
                .add(")) and t.facet = '' and t.span = 'month' and t.start = ? and t.measure = 'claim'", month)
                .add("\nunion all select d.staff_id, d.n from pending d")
                .add(" where d.measure = 'claim' and d.day between ? and ?", month, monthEnd);
        SqlText top = new SqlText().add("""
                        select s.id, s.real_name, m.n
                        from (select staff_id, sum(n) as n from month_claims group by staff_id) m
                        join staff s on s.tenant_id = ? and s.id = m.staff_id
                        where m.n > 0 order by m.n desc, s.real_name, s.id limit\s""", tenant.id()).add(String.valueOf(PoolUse.MAXIMUM_TOP));
        SqlText statement = new Write()
                .with("pending", pending(tenant, "'pooled', 'claim'"))
                .with("pooled", pooled)
                .with("week_claims", made(tenant, "claim", monday(today)))
                .with("month_claims", claims)
                .with("top", top)
                .select("""
                        select f.*, top.id, top.real_name, top.n as claims
                        from (select (select coalesce(sum(n), 0) from pooled) as total,
                                     (select coalesce(sum(n), 0) from week_claims) as week,
                                     (select coalesce(sum(n), 0) from month_claims) as month) f
                        left join top on true
                        order by top.n desc, top.real_name, top.id""");
        List<Use> rows = sql.rows(statement, (row, n) -> {
            String name = row.getString("real_name");
            Claimer claimer = name == null ? null : new Claimer(row.getLong("id"), name, row.getLong("claims"));
            return new Use(row.getLong("total"), row.getLong("week"), row.getLong("month"), claimer);
        });
        Use first = rows.getFirst();
        List<Claimer> claimers = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.claimer()).stream())
                .toList();
        return new PoolUse(first.total(), first.week(), first.month(), claimers);
    }

    Map<Long, Long> pooled(Scoped scoped) {
        Scope scope = Scope.of(scoped);
        SqlText statement = new SqlText()
                .add("select x.pool_id, sum(x.n) as n from (select t.scope_id as pool_id, t.n from tally t where ")
                .add(scope.rows("t", ""))
                .add(" and t.span = 'all' and t.start = date '0001-01-01' and t.measure = 'pooled'")
                .add("\nunion all select d.pool_id, d.n from tally_delta d where ")
                .add(scope.deltas("d"))
                .add(" and d.measure = 'pooled') x group by 1");
        return sql.rows(statement, (row, n) -> Map.entry(row.getLong("pool_id"), row.getLong("n"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param facet the column, a name of this program's own making */
    List<Share> shares(Scoped scoped, String facet, Range range) {
        Scope scope = Scope.of(scoped);
        boolean folded = !scope.kind().ofPeople() || range.equals(Range.ALL);
        SqlText counted = folded ? tallied(scope, facet, Spans.of(range)) : counted(scope, facet, Spans.of(range));
        SqlText statement = new SqlText()
                .add("""
                        select value, sum(n) as total, coalesce(sum(n) filter (where measure = 'won'), 0) as won,
                            coalesce(sum(n) filter (where measure = 'lost'), 0) as lost
                        from (""")
                .add(counted)
                .add(") x group by value having sum(n) > 0 order by total desc, value");
        return sql.rows(
                statement,
                (row, n) -> new Share(
                        row.getString("value"), row.getLong("total"), row.getLong("won"), row.getLong("lost")));
    }

    private static SqlText tallied(Scope scope, String facet, Spans spans) {
        return new SqlText()
                .add(spans.select(
                        "t.measure, t.value, t.n",
                        scope.rows("t", facet).add(" and t.measure in ('following', 'won', 'lost')")))
                .add("\nunion all select d.measure, coalesce(d." + facet + ", ''), d.n from tally_delta d where ")
                .add(scope.deltas("d"))
                .add(
                        " and d.measure in ('following', 'won', 'lost') and d.day between ? and ?",
                        spans.first(),
                        spans.last());
    }

    /** What people hold is few enough to be counted, and tallies of each person, day and value would be too many. */
    private static SqlText counted(Scope scope, String facet, Spans spans) {
        return new SqlText()
                .add("select c.status as measure, coalesce(c." + facet
                        + ", '') as value, 1 as n from customer c where ")
                .add(scope.holds("c", "owner_id"))
                .add(
                        " and c.deleted_at is null and c.owner_id is not null and c.reported_on between ? and ?",
                        spans.first(),
                        spans.last());
    }

    /** What is not folded yet, of some measures. */
    private static SqlText pending(Scope scope, String measures) {
        return new SqlText()
                .add(
                        "select * from tally_delta where tenant_id = ? and measure in (" + measures + ")",
                        scope.tenantId());
    }

    /** What people made since a day, of a measure that counts deeds and not customers. */
    private static SqlText made(Scope scope, String measure, LocalDate since) {
        boolean tenant = scope.kind() == Scope.Kind.TENANT;
        SqlText sql = new SqlText()
                .add(
                        "select t.n from tally t where t.tenant_id = ? and t.scope = ?",
                        scope.tenantId(),
                        tenant ? "tenant" : "staff")
                .add(" and t.scope_id = any (array(")
                .add(tenant ? new SqlText().add("select ?::bigint", scope.id()) : scope.people())
                .add(")) and t.facet = '' and t.span = 'day' and t.start >= ? and t.measure = ?", since, measure)
                .add("\nunion all select d.n from pending d where d.day >= ? and d.measure = ?", since, measure);
        return tenant
                ? sql
                : sql.add(" and d.staff_id in (").add(scope.people()).add(")");
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static Figures figures(ResultSet row) throws SQLException {
        return Figures.of(row.getLong("following"), row.getLong("won"), row.getLong("lost"));
    }

    private static @Nullable Expiring expiring(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return name == null
                ? null
                : new Expiring(
                        row.getLong("id"),
                        Rows.uuid(row, "uuid"),
                        name,
                        Rows.instant(row, "protected_until"),
                        row.getString("industry"),
                        row.getString("region"));
    }
}
