package io.haina.activity;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.customer.CustomerLayout;
import io.haina.database.FilterSql;
import io.haina.database.Ids;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of follow-ups. */
@Repository
class ActivityStore {

    private static final FilterSql CUSTOMERS = new FilterSql(CustomerLayout.LAYOUT);

    /** What is shown of an activity {@code a} that says nothing of what came of it. */
    static final String SHOWN_CONTENT = "coalesce(nullif(a.content, ''), a.note, '')";

    /** So many characters of it are shown at the record itself. */
    static final int BEGINNING = 200;

    private final Sql sql;

    ActivityStore(Sql sql) {
        this.sql = sql;
    }

    /** The newest follow-ups of a customer that the query reaches. */
    List<Activity> newest(Scoped scoped, UUID customer, int limit) {
        SqlText statement = new SqlText()
                .add("select " + SHOWN_CONTENT + """
                         as content, a.id, a.uuid, a.kind, a.next_plan, a.staff_id, s.real_name, a.happened_at
                        from customer c
                        join activity a on a.tenant_id = c.tenant_id and a.customer_id = c.id and a.deleted_at is null
                        join staff s on s.tenant_id = a.tenant_id and s.id = a.staff_id
                        where\s""")
                .add(CUSTOMERS.where(scoped.filter()))
                .add(
                        " and c.deleted_at is null and c.uuid = ? order by a.happened_at desc, a.id desc limit "
                                + limit,
                        customer);
        return sql.rows(
                statement,
                (row, n) -> new Activity(
                        row.getLong("id"),
                        Rows.uuid(row, "uuid"),
                        ActivityKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("unknown kind")),
                        row.getString("content"),
                        row.getString("next_plan"),
                        row.getLong("staff_id"),
                        row.getString("real_name"),
                        Rows.instant(row, "happened_at")));
    }

    /** Writes down a follow-up of a held customer. @return its id; empty if there is no such customer in reach */
    Optional<UUID> insert(
            Permit permit, UUID customer, ActivityKind kind, String content, @Nullable String nextPlan, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText touched = new SqlText()
                .add("update customer c set last_activity_at = ?, last_content = ? where ", at(now), beginning(content))
                .add(CUSTOMERS.where(permit.reach()))
                .add(
                        " and c.deleted_at is null and c.owner_id is not null and c.uuid = ?"
                                + " returning c.id, c.uuid",
                        customer);
        Write write = new Write()
                .with("touched", touched)
                .with(
                        "added",
                        """
                        insert into activity (tenant_id, uuid, customer_id, staff_id, team_id, kind, content, next_plan,
                            happened_at, happened_on, created_at)
                        select ?, ?, id, ?, ?::bigint, ?, ?, ?, ?, ?, ? from touched
                        returning id, uuid, customer_id, kind""",
                        tenant,
                        Ids.uuid(),
                        actor.staffId(),
                        actor.teamId(),
                        kind.key(),
                        content,
                        nextPlan,
                        at(now),
                        actor.tenant().dayOf(now),
                        at(now));
        recorded(write, actor, now, now);
        return sql.row(write.select("select uuid from added"), (row, n) -> Rows.uuid(row, "uuid"));
    }

    /** What is shown of a follow-up at the record itself. */
    static String beginning(String content) {
        int points = Math.min(BEGINNING, content.codePointCount(0, content.length()));
        return content.substring(0, content.offsetByCodePoints(0, points));
    }

    /** What goes with a new row of {@code activity} in the part {@code added}: the day of the actor's, audit and event. */
    static void recorded(Write write, Actor actor, Instant happened, Instant now) {
        long tenant = actor.tenantId();
        LocalDate day = actor.tenant().dayOf(happened);
        int bit = 1 << (day.getDayOfMonth() - 1);
        write.with("active", """
                        insert into active_month as m (tenant_id, staff_id, month, days)
                        select ?, ?, ?, ? from added
                        on conflict (tenant_id, staff_id, month) do update set days = m.days | excluded.days
                        where m.days <> m.days | excluded.days""", tenant, actor.staffId(), day.withDayOfMonth(1), bit)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "activity.add",
                                "activity",
                                "added",
                                "id",
                                "null",
                                "jsonb_build_object('customer', customer_id, 'kind', kind)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "activity.added",
                                "added",
                                "id",
                                "jsonb_build_object('activity', added.uuid, 'kind', kind)"));
    }
}
