package io.haina.stats;

import io.haina.access.Actor;
import io.haina.tenant.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same figures as {@link Stats}, counted the plain way from the records. */
final class Recount {

    private static final String FIGURES = """
            count(*) filter (where c.status = 'following') as following,
            count(*) filter (where c.status = 'won') as won, count(*) filter (where c.status = 'lost') as lost""";

    private final JdbcTemplate jdbc;
    private final Instant now;

    Recount(JdbcTemplate jdbc, Instant now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    private static String held(Actor actor) {
        String tenant = " c.tenant_id = " + actor.tenantId() + " and c.deleted_at is null and c.owner_id is not null";
        return switch (actor.role()) {
            case ADMIN -> tenant;
            case SALES_MANAGER ->
                tenant
                        + (actor.teamId() == null
                                ? " and c.owner_id = " + actor.staffId()
                                : " and c.team_id = " + actor.teamId());
            case SALES -> tenant + " and c.owner_id = " + actor.staffId();
        };
    }

    private static String people(Actor actor) {
        String tenant = "select id from staff where tenant_id = " + actor.tenantId();
        return switch (actor.role()) {
            case ADMIN -> tenant;
            case SALES_MANAGER ->
                tenant + (actor.teamId() == null ? " and id = " + actor.staffId() : " and team_id = " + actor.teamId());
            case SALES -> tenant + " and id = " + actor.staffId();
        };
    }

    private static String within(String column, Range range) {
        LocalDate from = Objects.requireNonNullElse(range.from(), LocalDate.of(1, 1, 1));
        LocalDate to = Objects.requireNonNullElse(range.to(), LocalDate.of(9999, 12, 31));
        return " and " + column + " between date '" + from + "' and date '" + to + "'";
    }

    Dashboard dashboard(Actor actor) {
        LocalDate today = actor.tenant().dayOf(now);
        Range month = new Range(today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth()));
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Expiring> ending = expiring(actor);
        return new Dashboard(
                one("select " + FIGURES + " from customer c where" + held(actor)),
                number("select count(*) from customer c where" + held(actor) + within("c.reported_on", month)),
                number("select count(*) from activity where tenant_id = " + actor.tenantId()
                        + " and deleted_at is null and staff_id in (" + people(actor) + ")"
                        + within("happened_on", new Range(monday, null))),
                ending.stream().limit(20).toList(),
                ending.size() > 20);
    }

    private List<Expiring> expiring(Actor actor) {
        return jdbc.query(
                "select * from customer c where" + held(actor)
                        + " and status <> 'won' and not locked and protected_until > ? and protected_until <= ?"
                        + " order by protected_until, id",
                (row, n) -> new Expiring(
                        row.getLong("id"),
                        row.getObject("uuid", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("protected_until").toInstant(),
                        row.getString("industry"),
                        row.getString("region")),
                now.atOffset(ZoneOffset.UTC),
                actor.tenant().expiringUntil(now).atOffset(ZoneOffset.UTC));
    }

    TeamStats team(Actor actor, Range range, Period period) {
        String reported = held(actor) + within("c.reported_on", range);
        String unit = period.name().toLowerCase(Locale.ROOT);
        List<Member> members = jdbc.query(
                "select s.id, s.uuid, s.real_name, " + FIGURES
                        + ", (select count(distinct happened_on) from activity a where a.tenant_id = s.tenant_id"
                        + " and a.staff_id = s.id and a.deleted_at is null" + within("a.happened_on", range)
                        + ") as active_days from staff s left join customer c on c.owner_id = s.id and" + reported
                        + " where s.tenant_id = " + actor.tenantId() + " and s.id in (" + people(actor) + ")"
                        + " group by s.tenant_id, s.id having count(c.id) > 0 or s.disabled_at is null"
                        + (actor.role() == Role.ADMIN ? " and s.role <> 'ADMIN'" : "")
                        + " order by count(c.id) desc, s.real_name, s.id",
                (row, n) -> new Member(
                        row.getLong("id"),
                        row.getObject("uuid", UUID.class),
                        row.getString("real_name"),
                        figures(row),
                        row.getInt("active_days")));
        List<Point> timeline = jdbc.query(
                "select date_trunc('" + unit + "', c.reported_on)::date as start, count(*) as n,"
                        + " count(*) filter (where c.status = 'won') as won from customer c where" + reported
                        + " group by 1 order by 1",
                (row, n) -> new Point(row.getObject("start", LocalDate.class), row.getLong("n"), row.getLong("won")));
        return new TeamStats(one("select " + FIGURES + " from customer c where" + reported), members, timeline);
    }

    List<Share> shares(Actor actor, String column, Range range) {
        return jdbc.query(
                "select coalesce(c." + column + ", '') collate \"C\" as value, count(*) as n, " + FIGURES
                        + " from customer c where" + held(actor) + within("c.reported_on", range)
                        + " group by 1 order by n desc, value",
                (row, n) ->
                        new Share(row.getString("value"), row.getLong("n"), row.getLong("won"), row.getLong("lost")));
    }

    PoolUse pool(Actor actor) {
        LocalDate today = actor.tenant().dayOf(now);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Range month = new Range(today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth()));
        String claims =
                " from claim k join staff s on s.tenant_id = k.tenant_id and s.id = k.staff_id where k.tenant_id = "
                        + actor.tenantId();
        return new PoolUse(
                number(
                        "select count(*) from customer c where c.deleted_at is null and c.owner_id is null and c.tenant_id = "
                                + actor.tenantId()),
                number("select count(*)" + claims + within("k.claimed_on", new Range(monday, null))),
                number("select count(*)" + claims + within("k.claimed_on", month)),
                jdbc.query(
                        "select s.id, s.real_name, count(*) as n" + claims + within("k.claimed_on", month)
                                + " group by s.id, s.real_name order by n desc, s.real_name, s.id limit 10",
                        (row, n) -> new Claimer(row.getLong("id"), row.getString("real_name"), row.getLong("n"))));
    }

    /** All tally rows of a tenant, in order. */
    static List<String> rows(JdbcTemplate jdbc, long tenantId) {
        return new ArrayList<>(jdbc.queryForList(
                "select tally::text from tally where tenant_id = ? and n <> 0 order by 1", String.class, tenantId));
    }

    private Figures one(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, (row, n) -> figures(row)));
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return Figures.of(row.getLong("following"), row.getLong("won"), row.getLong("lost"));
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
