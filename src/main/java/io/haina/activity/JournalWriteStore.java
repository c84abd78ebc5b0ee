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
import io.haina.filter.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes the journal; runs in a transaction that keeps the customers of the entry as they are. */
@Repository
class JournalWriteStore {

    private static final FilterSql CUSTOMERS = new FilterSql(CustomerLayout.LAYOUT);

    private final Sql sql;

    JournalWriteStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * An entry at a moment, whoever sees it.
     *
     * @param day of the tenant's on which it happened
     * @param state all that the audit says of it, as JSON
     */
    record Before(
            long customer,
            @Nullable Long contact,
            @Nullable Long lead,
            @Nullable Long opportunity,
            long staff,
            LocalDate day,
            String state) {}

    Optional<Before> before(Permit permit, JournalKind kind, long id) {
        boolean activity = kind == JournalKind.ACTIVITY;
        return sql.row(
                new SqlText()
                        .add(
                                "select j.customer_id, j.contact_id, "
                                        + (activity
                                                ? "j.lead_id, j.opportunity_id, "
                                                : "null::bigint as lead_id, null::bigint as opportunity_id, ")
                                        + "j.staff_id, j.happened_on, " + state(kind) + "::text as state from "
                                        + kind.table()
                                        + " j where j.tenant_id = ? and j.id = ? and j.deleted_at is null"
                                        + " and j.customer_id is not null",
                                permit.actor().tenantId(),
                                id),
                JournalWriteStore::before);
    }

    private static Before before(ResultSet row, int number) throws SQLException {
        return new Before(
                row.getLong("customer_id"),
                Rows.optionalLong(row, "contact_id"),
                Rows.optionalLong(row, "lead_id"),
                Rows.optionalLong(row, "opportunity_id"),
                row.getLong("staff_id"),
                row.getObject("happened_on", LocalDate.class),
                row.getString("state"));
    }

    private static String state(JournalKind kind) {
        return "jsonb_build_object('customer', j.customer_id, 'contact', j.contact_id, 'content', j.content, 'note', j.note,"
                + (kind == JournalKind.ACTIVITY ? " 'kind', j.kind," : "")
                + " 'attachment', j.attachment_url, 'happened_at', j.happened_at, 'followers',"
                + " (select jsonb_agg(f.staff_id order by f.position) from journal_follower f where f.tenant_id = j.tenant_id"
                + " and f.kind = '" + kind.table() + "' and f.entry_id = j.id))";
    }

    /** A contact and how its customer stands. */
    record ContactOf(long customer, boolean pooled) {}

    /** The customer of a contact, if the query reaches it. */
    Optional<ContactOf> contact(Scoped customers, long contact) {
        return sql.row(
                new SqlText()
                        .add(
                                "select c.id, c.owner_id is null as pooled from contact k join customer c"
                                        + " on c.tenant_id = k.tenant_id and c.id = k.customer_id and c.deleted_at is null where ")
                        .add(CUSTOMERS.where(customers.filter()))
                        .add(" and k.id = ? and k.deleted_at is null", contact),
                (row, n) -> new ContactOf(row.getLong("id"), row.getBoolean("pooled")));
    }

    /** Whether a customer that the query reaches lies in the pool. */
    boolean isPooled(Scoped customers, long customer) {
        return sql.row(
                        new SqlText()
                                .add("select 1 from customer c where ")
                                .add(CUSTOMERS.where(customers.filter()))
                                .add(" and c.deleted_at is null and c.owner_id is null and c.id = ?", customer),
                        (row, n) -> true)
                .isPresent();
    }

    /** The condition for a held customer {@code c} of the reach and the contact {@code k} of a draft. */
    private static SqlText target(Filter reach, JournalDraft draft) {
        SqlText sql = new SqlText()
                .add(CUSTOMERS.where(reach))
                .add(
                        " and c.deleted_at is null and c.owner_id is not null and k.tenant_id = c.tenant_id"
                                + " and k.customer_id = c.id and k.deleted_at is null and k.id = ?",
                        draft.contact());
        return draft.customer() == null ? sql : sql.add(" and c.id = ?", draft.customer());
    }

    /** Writes down a new entry. @return its id; empty if there is no such contact of a held customer in reach */
    Optional<Long> insert(Permit permit, JournalDraft draft, Instant now) {
        return draft.journal() == JournalKind.ACTIVITY
                ? insertActivity(permit, draft, now)
                : insertDemand(permit, draft, now);
    }

    private Optional<Long> insertActivity(Permit permit, JournalDraft draft, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Instant happened = happenedAt(draft);
        Write write = new Write()
                .with(
                        "touched",
                        touch("customer c", "c", draft)
                                .add(" from contact k where ")
                                .add(target(permit.reach(), draft))
                                .add(" returning c.id, k.id as contact_id"))
                .with(
                        "contact_touched",
                        touch("contact r", "r", draft)
                                .add(" from touched where r.tenant_id = ? and r.id = touched.contact_id", tenant))
                .with(
                        "added",
                        """
                        insert into activity (tenant_id, uuid, customer_id, contact_id, staff_id, team_id, kind, content, note,
                            attachment_url, happened_at, happened_on, created_at)
                        select ?, ?, id, contact_id, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ? from touched
                        returning id, uuid, customer_id, kind""",
                        tenant,
                        Ids.uuid(),
                        actor.staffId(),
                        actor.teamId(),
                        Objects.requireNonNull(draft.kind()).key(),
                        Objects.requireNonNullElse(draft.content(), ""),
                        empty(draft.note()),
                        empty(draft.attachment()),
                        at(happened),
                        actor.tenant().dayOf(happened),
                        at(now));
        ActivityStore.recorded(write, actor, happened, now);
        return sql.row(write.select("select id from added"), (row, n) -> row.getLong("id"));
    }

    /** Entries may be older than what is known already. */
    private static SqlText touch(String table, String r, JournalDraft draft) {
        OffsetDateTime happened = at(happenedAt(draft));
        String content = empty(draft.content());
        String shown = content == null ? empty(draft.note()) : content;
        return new SqlText()
                .add(
                        ("update " + table + " set last_activity_at = greatest(%1$s.last_activity_at, ?),"
                                        + " last_content = case when %1$s.last_activity_at > ? then %1$s.last_content else ? end")
                                .formatted(r),
                        happened,
                        happened,
                        shown == null ? null : ActivityStore.beginning(shown));
    }

    private Optional<Long> insertDemand(Permit permit, JournalDraft draft, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Instant happened = happenedAt(draft);
        Write write = new Write()
                .with(
                        "target",
                        new SqlText()
                                .add("select c.id, k.id as contact_id from customer c, contact k where ")
                                .add(target(permit.reach(), draft)))
                .with(
                        "added",
                        """
                        insert into demand_change (tenant_id, uuid, customer_id, contact_id, staff_id, team_id, content, note,
                            attachment_url, happened_at, happened_on, created_at)
                        select ?, ?, id, contact_id, ?, ?::bigint, ?, ?, ?, ?, ?, ? from target
                        returning id, uuid, customer_id""",
                        tenant,
                        Ids.uuid(),
                        actor.staffId(),
                        actor.teamId(),
                        draft.content(),
                        empty(draft.note()),
                        empty(draft.attachment()),
                        at(happened),
                        actor.tenant().dayOf(happened),
                        at(now))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "demand_change.add",
                                "demand_change",
                                "added",
                                "id",
                                "null",
                                "jsonb_build_object('customer', customer_id)"))
                .with("told", told(JournalKind.DEMAND, tenant, now, "added", "added"));
        return sql.row(write.select("select id from added"), (row, n) -> row.getLong("id"));
    }

    private static SqlText told(JournalKind kind, long tenant, Instant now, String what, String source) {
        return Event.of(
                tenant,
                now,
                kind.table() + "." + what,
                source,
                source + ".id",
                "jsonb_build_object('" + kind.table() + "', " + source + ".uuid)");
    }

    /** Says who took part. @return how many of them are people of the company */
    int follow(Permit permit, JournalDraft draft, long id) {
        long tenant = permit.actor().tenantId();
        String table = draft.journal().table();
        return sql.change(new SqlText()
                .add(
                        "insert into journal_follower (tenant_id, kind, entry_id, staff_id, position, happened_at)\n"
                                + "select j.tenant_id, '" + table + "', j.id, s.id, x.n, j.happened_at from " + table
                                + " j, unnest(?::bigint[]) with ordinality x (id, n)\n"
                                + "join staff s on s.tenant_id = ? and s.id = x.id where j.tenant_id = ? and j.id = ?",
                        draft.followers().toArray(Long[]::new),
                        tenant,
                        tenant,
                        id));
    }

    /** Forgets who took part. */
    void unfollow(Permit permit, JournalKind kind, long id) {
        long tenant = permit.actor().tenantId();
        sql.change(new SqlText()
                .add(
                        "delete from journal_follower where tenant_id = ? and kind = ? and entry_id = ?",
                        tenant,
                        kind.table(),
                        id));
    }

    /** Forgets what else an activity was about, after it went to another customer. */
    void detach(Permit permit, long id) {
        sql.change(new SqlText()
                .add(
                        "delete from activity_about where tenant_id = ? and activity_id = ?",
                        permit.actor().tenantId(),
                        id));
    }

    /** Selects an entry of a held customer in reach. */
    private static SqlText own(Permit permit, JournalKind kind, long id) {
        return new SqlText()
                .add("select j.id from " + kind.table() + " j join customer c on c.tenant_id = j.tenant_id"
                        + " and c.id = j.customer_id and c.deleted_at is null and c.owner_id is not null where ")
                .add(CUSTOMERS.where(permit.reach()))
                .add(" and j.id = ? and j.deleted_at is null", id);
    }

    /** Whether an entry may be changed at all. */
    boolean reached(Permit permit, JournalKind kind, long id) {
        return sql.row(own(permit, kind, id), (row, n) -> true).isPresent();
    }

    /** Writes an entry anew. @return whether it and the contact of the draft are in reach */
    boolean change(Permit permit, long id, JournalDraft draft, Instant now) {
        long tenant = permit.actor().tenantId();
        JournalKind kind = draft.journal();
        boolean activity = kind == JournalKind.ACTIVITY;
        Instant happened = draft.happenedAt();
        SqlText changed = new SqlText()
                .add(
                        "update " + kind.table() + " j set customer_id = target.id, contact_id = target.contact_id,"
                                + " content = coalesce(?, j.content), note = nullif(coalesce(?, j.note), ''),"
                                + " attachment_url = nullif(coalesce(?, j.attachment_url), ''),"
                                + " happened_at = coalesce(?::timestamptz, j.happened_at),"
                                + " happened_on = coalesce(?::date, j.happened_on)",
                        draft.content(),
                        draft.note(),
                        draft.attachment(),
                        happened == null ? null : at(happened),
                        happened == null ? null : permit.actor().tenant().dayOf(happened));
        if (activity) {
            changed.add(
                    ", kind = coalesce(?, j.kind),"
                            + " lead_id = case when j.customer_id = target.id then j.lead_id end,"
                            + " opportunity_id = case when j.customer_id = target.id then j.opportunity_id end",
                    draft.kind() == null ? null : draft.kind().key());
        }
        changed.add(" from target, own where j.tenant_id = ? and j.id = own.id returning j.id, j.uuid", tenant);
        Write write = new Write()
                .with("own", own(permit, kind, id))
                .with(
                        "target",
                        new SqlText()
                                .add("select c.id, k.id as contact_id from customer c, contact k where ")
                                .add(target(permit.reach(), draft)))
                .with("changed", changed)
                .with("told", told(kind, tenant, now, "changed", "changed"));
        return sql.row(write.select("select id from changed"), (row, n) -> true).isPresent();
    }

    /** Says in the audit what was and what is. */
    void audit(Permit permit, JournalKind kind, long id, Before before, Before after, Instant now) {
        Write write = new Write()
                .with(
                        "states",
                        "select ?::bigint as id, ?::jsonb as was, ?::jsonb as now_is",
                        id,
                        before.state(),
                        after.state())
                .with(
                        "audited",
                        Change.of(
                                permit.actor(),
                                permit.actor().tenantId(),
                                now,
                                kind.table() + ".change",
                                kind.table(),
                                "states",
                                "id",
                                "was",
                                "now_is"));
        sql.row(write.select("select id from states"), (row, n) -> true);
    }

    /** Deletes an entry, softly. @return whether it is in reach */
    boolean delete(Permit permit, JournalKind kind, long id, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("own", own(permit, kind, id))
                .with(
                        "deleted",
                        "update " + kind.table()
                                + " j set deleted_at = ? from own where j.tenant_id = ? and j.id = own.id"
                                + " returning j.id, j.uuid, " + state(kind) + " as state",
                        at(now),
                        tenant)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                kind.table() + ".delete",
                                kind.table(),
                                "deleted",
                                "id",
                                "state",
                                "null"))
                .with("told", told(kind, tenant, now, "deleted", "deleted"));
        return sql.row(write.select("select id from deleted"), (row, n) -> true).isPresent();
    }

    private static Instant happenedAt(JournalDraft draft) {
        return Objects.requireNonNull(draft.happenedAt());
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
