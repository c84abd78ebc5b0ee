package io.haina.activity;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Ids;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of follow-ups of records of any kind. */
@Repository
class RecordActivityStore {

    private final Sql sql;

    RecordActivityStore(Sql sql) {
        this.sql = sql;
    }

    private static SqlText reached(RecordKind kind, Filter reach, long id) {
        return new SqlText()
                .add(new FilterSql(Layout.reachOf(kind)).where(reach))
                .add(" and %1$s.deleted_at is null and %1$s.id = ?".formatted(kind.alias()), id);
    }

    private record Counted(long total, @Nullable RecordActivity activity) {}

    /** Follow-ups of a record that the query reaches, newest first. */
    Slice<RecordActivity> page(Scoped scoped, RecordKind kind, long id, Page page) {
        String r = kind.alias();
        String own = "select x.id from activity x where x.tenant_id = %1$s.tenant_id and x.%2$s_id = %1$s.id"
                .formatted(r, kind.key());
        String about = """

                union select b.activity_id from activity_about b
                where b.tenant_id = %1$s.tenant_id and b.kind = '%2$s' and b.record_id = %1$s.id""".formatted(r, kind.key());
        boolean named = kind == RecordKind.CONTACT || kind == RecordKind.OPPORTUNITY;
        SqlText statement = new SqlText()
                .add("with its as materialized (select a.tenant_id, a.id, a.happened_at from " + kind.key() + " " + r
                        + "\ncross join lateral (" + own + (named ? about : "") + ") f\n"
                        + "join activity a on a.tenant_id = " + r + ".tenant_id and a.id = f.id"
                        + " and a.deleted_at is null where ")
                .add(reached(kind, scoped.filter(), id))
                .add(")\nselect " + ActivityStore.SHOWN_CONTENT + """
                         as shown_content, total.n as total, a.*, s.real_name, array(
                                select b.record_id from activity_about b where b.tenant_id = a.tenant_id
                                    and b.activity_id = a.id and b.kind = 'contact' order by 1) as contacts, array(
                                select b.record_id from activity_about b where b.tenant_id = a.tenant_id
                                    and b.activity_id = a.id and b.kind = 'opportunity' order by 1) as opportunities
                        from (select count(*) as n from its) total
                        left join (select * from its order by happened_at desc, id desc\s""")
                .add(SqlText.limit(page))
                .add("""
                        ) shown on true
                        left join activity a on a.tenant_id = shown.tenant_id and a.id = shown.id
                        left join staff s on s.tenant_id = a.tenant_id and s.id = a.staff_id
                        order by a.happened_at desc, a.id desc""");
        List<Counted> found = sql.rows(
                statement,
                (row, n) -> new Counted(row.getLong("total"), row.getObject("id") == null ? null : activity(row)));
        List<RecordActivity> rows = found.stream()
                .flatMap(each -> Stream.ofNullable(each.activity()))
                .toList();
        return new Slice<>(rows, page, found.getFirst().total(), true);
    }

    private static RecordActivity activity(ResultSet row) throws SQLException {
        return new RecordActivity(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                ActivityKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("unknown kind")),
                row.getString("category"),
                row.getString("shown_content"),
                Rows.optionalInstant(row, "next_contact_at"),
                row.getLong("staff_id"),
                row.getString("real_name"),
                Rows.instant(row, "happened_at"),
                List.of((Long[]) row.getArray("contacts").getArray()),
                List.of((Long[]) row.getArray("opportunities").getArray()));
    }

    /**
     * Writes down a follow-up of a record that somebody holds, whose customer the caller has locked.
     *
     * @return its id; empty if there is no such record in reach
     */
    Optional<Long> insert(Permit permit, RecordKind kind, long id, RecordActivityDraft draft, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        boolean customer = kind == RecordKind.CUSTOMER;
        String content = draft.content() == null ? "" : draft.content();
        Instant next = draft.nextContactAt();
        SqlText touched = touch(kind, content, next, now)
                .add(" where ")
                .add(reached(kind, permit.reach(), id))
                .add(" and %1$s.owner_id is not null returning %1$s.id, %2$s as customer_id"
                        .formatted(kind.alias(), customer ? "c.id" : "r.customer_id"));
        Write write = new Write().with("touched", touched);
        if (!customer) {
            write.with(
                    "customer_touched",
                    touch(RecordKind.CUSTOMER, content, next, now)
                            .add(
                                    " from touched where c.tenant_id = ? and c.id = touched.customer_id"
                                            + " and c.deleted_at is null",
                                    tenant));
        }
        write.with(
                "added",
                new SqlText()
                        .add("insert into activity (tenant_id, uuid, customer_id, "
                                + (customer ? "" : kind.key() + "_id, ")
                                + "staff_id, team_id, kind, category, content, next_plan, next_contact_at, happened_at, happened_on,"
                                + " created_at)\n")
                        .add(
                                "select ?, ?, customer_id, " + (customer ? "" : "id, ")
                                        + "?, ?::bigint, ?, ?, ?, ?, ?::timestamptz, ?, ?, ? from touched"
                                        + " returning id, uuid, customer_id, kind",
                                tenant,
                                Ids.uuid(),
                                actor.staffId(),
                                actor.teamId(),
                                draft.kind().key(),
                                draft.category(),
                                content,
                                draft.nextPlan(),
                                bound(next),
                                at(now),
                                actor.tenant().dayOf(now),
                                at(now)));
        about(write, tenant, draft);
        ActivityStore.recorded(write, actor, now, now);
        return sql.row(write.select("select id from added"), (row, n) -> row.getLong("id"));
    }

    private static SqlText touch(RecordKind kind, String content, @Nullable Instant next, Instant now) {
        String r = kind.alias();
        return new SqlText()
                .add(
                        "update " + kind.key() + " " + r + " set last_activity_at = ?, last_content = ?,"
                                + " next_contact_at = coalesce(?::timestamptz, " + r + ".next_contact_at)",
                        at(now),
                        ActivityStore.beginning(content),
                        bound(next));
    }

    private static void about(Write write, long tenant, RecordActivityDraft draft) {
        List<String> kinds = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (long contact : draft.contacts()) {
            kinds.add(RecordKind.CONTACT.key());
            ids.add(contact);
        }
        for (long opportunity : draft.opportunities()) {
            kinds.add(RecordKind.OPPORTUNITY.key());
            ids.add(opportunity);
        }
        if (!ids.isEmpty()) {
            write.with("about", """
                    insert into activity_about (tenant_id, kind, record_id, activity_id)
                    select ?, x.kind, x.id, added.id from added, unnest(?::text[], ?::bigint[]) as x (kind, id)
                    on conflict do nothing""", tenant, kinds.toArray(String[]::new), ids.toArray(Long[]::new));
        }
    }

    private static @Nullable OffsetDateTime bound(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
