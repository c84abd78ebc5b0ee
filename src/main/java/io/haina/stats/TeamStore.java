package io.haina.stats;

import io.haina.access.Scoped;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads how the people of a reach do, in one statement and so of one state of the data. */
@Repository
class TeamStore {

    private static final int ALL_DAYS = 0x7fff_ffff;

    private static final String COUNTED = """
            coalesce(sum(n) filter (where measure = 'following'), 0) as following,
            coalesce(sum(n) filter (where measure = 'won'), 0) as won,
            coalesce(sum(n) filter (where measure = 'lost'), 0) as lost
            """;

    private final Sql sql;

    TeamStore(Sql sql) {
        this.sql = sql;
    }

    /** A row of the answer: a person's, or where there is none a period's. */
    private record Line(@Nullable Member member, LocalDate start, Figures figures) {}

    TeamStats team(Scoped scoped, Range range, Period period) {
        Scope scope = Scope.of(scoped);
        Spans spans = Spans.of(range);
        SqlText statement = new Write()
                .with("pending", pending(scope, spans))
                .with("point", points(scope, Spans.of(range, period), period))
                .with("person", people(scope))
                .with("held", held(scope, spans))
                .select("""
                        select null::uuid as uuid, null as real_name, start, following, won, lost, 0 as active_days,
                            0 as place, 0 as id
                        from point where following + won + lost > 0
                        union all
                        select m.uuid, m.real_name, date '0001-01-01', coalesce(following, 0), coalesce(won, 0),
                            coalesce(lost, 0), coalesce(active_days, 0)::integer, -(coalesce(following + won + lost, 0)), m.id
                        from person m
                        left join held on held.staff_id = m.id
                        where m.counts or following + won + lost > 0
                        order by place, start, real_name, id""");
        return stats(sql.rows(statement, (row, n) -> line(row)));
    }

    private static TeamStats stats(List<Line> lines) {
        Figures summary = Figures.of(0, 0, 0);
        List<Member> members = new ArrayList<>();
        List<Point> timeline = new ArrayList<>();
        for (Line line : lines) {
            if (line.member() != null) {
                members.add(line.member());
            } else {
                summary = summary.plus(line.figures());
                timeline.add(new Point(
                        line.start(), line.figures().total(), line.figures().won()));
            }
        }
        return new TeamStats(summary, List.copyOf(members), List.copyOf(timeline));
    }

    /** Of the whole tenant: what a person holds may be on its way between teams. */
    private static SqlText pending(Scope scope, Spans spans) {
        return new SqlText().add("""
                        select * from tally_delta d where d.tenant_id = ?
                            and d.measure in ('following', 'won', 'lost') and d.day between ? and ?""", scope.tenantId(), spans.first(), spans.last());
    }

    private static SqlText points(Scope scope, Spans spans, Period period) {
        String unit = period.name().toLowerCase(Locale.ROOT);
        return new SqlText()
                .add("select date_trunc('" + unit + "', x.start)::date as start, " + COUNTED)
                .add("from (")
                .add(spans.select(
                        "t.start, t.measure, t.n",
                        scope.rows("t", "").add(" and t.measure in ('following', 'won', 'lost')")))
                .add("\nunion all select d.day, d.measure, d.n from pending d where ")
                .add(scope.deltas("d"))
                .add(") x group by 1");
    }

    /** {@code counts}: whether somebody is named even without customers. */
    private static SqlText people(Scope scope) {
        String named = scope.kind() == Scope.Kind.TENANT ? " and s.role in ('SALES', 'SALES_MANAGER')" : "";
        return new SqlText()
                .add("select s.id, s.uuid, s.real_name, s.disabled_at is null" + named
                        + " as counts from staff s where ")
                .add(scope.holds("s", "id"));
    }

    private static SqlText held(Scope scope, Spans spans) {
        SqlText rows = new SqlText().add("""
                        t.tenant_id = ? and t.scope = 'staff' and t.scope_id = any (array(select id from person))
                            and t.facet = '' and t.measure in ('following', 'won', 'lost')""", scope.tenantId());
        return new SqlText()
                .add("select x.staff_id, sum(n) filter (where measure = 'active') as active_days, " + COUNTED)
                .add("from (")
                .add(spans.select("t.scope_id as staff_id, t.measure, t.n", rows))
                .add("\nunion all select d.staff_id, d.measure, d.n from pending d\nunion all ")
                .add(active(scope, spans))
                .add(") x group by 1");
    }

    private static SqlText active(Scope scope, Spans spans) {
        LocalDate first = spans.first();
        LocalDate last = spans.last();
        return new SqlText()
                .add(
                        """
                        select a.staff_id, 'active', bit_count((a.days
                            & case when a.month = ? then ? else ? end
                            & case when a.month = ? then ? else ? end)::bit(32))
                        from active_month a
                        where a.tenant_id = ? and a.staff_id = any (array(select id from person))
                            and a.month between ? and ?""",
                        first.withDayOfMonth(1),
                        ALL_DAYS & (-1 << (first.getDayOfMonth() - 1)),
                        ALL_DAYS,
                        last.withDayOfMonth(1),
                        ALL_DAYS >>> (31 - last.getDayOfMonth()),
                        ALL_DAYS,
                        scope.tenantId(),
                        first.withDayOfMonth(1),
                        last.withDayOfMonth(1));
    }

    private static Line line(ResultSet row) throws SQLException {
        Figures figures = StatsStore.figures(row);
        String name = row.getString("real_name");
        Member member = name == null
                ? null
                : new Member(row.getLong("id"), Rows.uuid(row, "uuid"), name, figures, row.getInt("active_days"));
        return new Line(member, row.getObject("start", LocalDate.class), figures);
    }
}
