package io.haina.outreach;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Grams;
import io.haina.database.Ids;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.Values;
import io.haina.record.RecordSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes outreach records. */
@Repository
class OutreachWriteStore {

    private static final FilterSql FILTERS = new FilterSql(OutreachStore.LAYOUT);

    private final Sql sql;

    OutreachWriteStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A record that was there before another of the same key.
     *
     * @param reached whether the permit reaches it
     */
    record Kept(OutreachRecord record, boolean reached) {}

    /**
     * Makes records of the actor's, all in one statement, but for those that are there already or stand before among them.
     * The order in which they are made is the same for all who make some, so that no two wait for each other in a circle.
     *
     * @return those that were made, by their place among the drafts
     */
    Map<Integer, OutreachRecord> insert(Permit permit, List<OutreachDraft> drafts, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Map<UUID, Integer> places = new HashMap<>();
        drafts.forEach(draft -> places.put(Ids.uuid(), places.size()));
        String[] uuids = new String[drafts.size()];
        places.forEach((uuid, place) -> uuids[place] = uuid.toString());
        Write write = new Write()
                .with("sent", sent(uuids, drafts, RecordSearch.seed(tenant, OutreachStore.KIND)))
                .with("made", """
                        insert into outreach as r (tenant_id, uuid, name, position, contact, reply_status,
                            wechat_exchanged, account_id, worker_id, notes, contacted_at, owner_id, team_id, created_by,
                            created_at, updated_at)
                        select ?, uuid, name, position, contact, reply_status, wechat_exchanged, account_id, worker_id,
                            notes, contacted_at, ?, ?::bigint, ?, ?, ?
                        from sent order by contact, contacted_at, account_id, worker_id, place
                        on conflict (tenant_id, contact, contacted_at, account_id, worker_id)
                            where deleted_at is null and contact is not null and contacted_at is not null do nothing
                        returning *""", tenant, actor.staffId(), actor.teamId(), actor.staffId(), at(now), at(now))
                .with("worded", """
                        insert into record_search (tenant_id, kind, record_id, text, grams)
                        select made.tenant_id, ?, made.id, sent.text, sent.grams::integer[]
                        from made join sent using (uuid)""", OutreachStore.KIND)
                .with("audited", audit(actor, now, "add", "made", "null", "to_jsonb(made)"))
                .with("told", event(tenant, now, "added", "made"));
        Map<Integer, OutreachRecord> made = new HashMap<>();
        sql.rows(write.select("select " + OutreachRows.COLUMNS + " from made r"), (row, n) -> OutreachRows.read(row))
                .forEach(each -> made.put(Objects.requireNonNull(places.get(each.uuid())), each));
        return made;
    }

    private static SqlText sent(String[] uuids, List<OutreachDraft> drafts, long seed) {
        return new SqlText()
                .add(
                        "select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[],"
                                + " ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[]) with ordinality"
                                + " as s (uuid, name, position, contact, reply_status, wechat_exchanged, account_id,"
                                + " worker_id, notes, contacted_at, text, grams, place)",
                        uuids,
                        texts(drafts, OutreachDraft::name),
                        texts(drafts, OutreachDraft::position),
                        texts(drafts, OutreachDraft::contact),
                        texts(drafts, OutreachDraft::replyStatus),
                        texts(drafts, OutreachDraft::wechatExchanged),
                        texts(drafts, OutreachDraft::accountId),
                        texts(drafts, OutreachDraft::workerId),
                        texts(drafts, OutreachDraft::notes),
                        texts(drafts, OutreachDraft::contactedAt),
                        texts(drafts, OutreachDraft::words),
                        texts(drafts, draft -> grams(seed, draft.words())));
    }

    private static String grams(long seed, String words) {
        return Arrays.toString(Grams.of(seed, words)).replace('[', '{').replace(']', '}');
    }

    private static @Nullable String[] texts(
            List<OutreachDraft> drafts, Function<OutreachDraft, ? extends @Nullable Object> each) {
        @Nullable String[] texts = new @Nullable String[drafts.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = each.apply(drafts.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** The records of the tenant that have the keys of some drafts, whosever they are, by their place among the drafts. */
    Map<Integer, Kept> sameAs(Permit permit, List<OutreachDraft> drafts) {
        SqlText statement = new SqlText()
                .add("select k.n, " + OutreachRows.COLUMNS + ", (")
                .add(FILTERS.where(permit.reach()))
                .add(
                        """
                        ) as reached
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[]) with ordinality
                            as k (account_id, worker_id, contact, contacted_at, n)
                        join outreach r on r.tenant_id = ? and r.deleted_at is null and r.contact = k.contact
                            and r.contacted_at = k.contacted_at and r.account_id is not distinct from k.account_id
                            and r.worker_id is not distinct from k.worker_id""",
                        texts(drafts, OutreachDraft::accountId),
                        texts(drafts, OutreachDraft::workerId),
                        texts(drafts, OutreachDraft::contact),
                        texts(drafts, OutreachDraft::contactedAt),
                        permit.actor().tenantId());
        Map<Integer, Kept> found = new HashMap<>();
        sql.rows(
                statement,
                (row, n) ->
                        found.put(row.getInt("n") - 1, new Kept(OutreachRows.read(row), row.getBoolean("reached"))));
        return found;
    }

    /**
     * Sets what a draft names, in the caller's transaction.
     *
     * @return the record as it is now; empty if the permit reaches none of that id
     */
    Optional<OutreachRecord> change(Permit permit, long id, Values values, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        List<String> sets = new ArrayList<>();
        List<@Nullable Object> bound = new ArrayList<>();
        values.byField().forEach((field, value) -> {
            sets.add(field.stored() + " = ?");
            bound.add(
                    value instanceof Instant instant
                            ? at(Objects.requireNonNull(OutreachDraft.seconds(instant)))
                            : value);
        });
        sets.add("updated_at = ?");
        bound.add(at(now));
        Write write = new Write()
                .with("was", locked(permit, List.of(id)))
                .with(
                        "is_now",
                        new SqlText()
                                .add("update outreach r set " + String.join(", ", sets), bound.toArray())
                                .add(" from was where r.tenant_id = ? and r.id = was.id returning r.*", tenant))
                .with(
                        "audited",
                        audit(actor, now, "change", "was join is_now using (id)", "to_jsonb(was)", "to_jsonb(is_now)"))
                .with("told", event(tenant, now, "changed", "is_now"));
        Optional<OutreachRecord> changed = sql.row(
                write.select("select " + OutreachRows.COLUMNS + " from is_now r"), (row, n) -> OutreachRows.read(row));
        changed.ifPresent(record -> index(tenant, record));
        return changed;
    }

    private void index(long tenant, OutreachRecord record) {
        String words = RecordSearch.words(record.name(), record.position(), record.contact());
        sql.change(new SqlText()
                .add(
                        """
                        update record_search set text = ?, grams = ?
                        where tenant_id = ? and kind = ? and record_id = ? and text <> ?""",
                        words,
                        Grams.of(RecordSearch.seed(tenant, OutreachStore.KIND), words),
                        tenant,
                        OutreachStore.KIND,
                        record.id(),
                        words));
    }

    /** Deletes a record, softly. @return whether the permit reaches one of that id */
    boolean delete(Permit permit, long id, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("was", locked(permit, List.of(id)))
                .with(
                        "deleted",
                        "update outreach r set deleted_at = ?, updated_at = ? from was"
                                + " where r.tenant_id = ? and r.id = was.id returning r.id, r.uuid",
                        at(now),
                        at(now),
                        tenant)
                .with(
                        "unfound",
                        "delete from record_search s using deleted"
                                + " where s.tenant_id = ? and s.kind = ? and s.record_id = deleted.id",
                        tenant,
                        OutreachStore.KIND)
                .with("audited", audit(actor, now, "delete", "was", "to_jsonb(was)", "null"))
                .with("told", event(tenant, now, "deleted", "deleted"));
        return sql.row(write.select("select id from deleted"), (row, n) -> true).isPresent();
    }

    /** Those of some ids that the permit reaches, in the order of their ids; others who would change them wait. */
    List<OutreachRecord> lock(Permit permit, List<Long> ids) {
        return sql.rows(locked(permit, ids), (row, n) -> OutreachRows.read(row));
    }

    /** Says which leads records have become; the caller has locked them. */
    void convert(Permit permit, List<OutreachLead> made, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with(
                        "converted",
                        """
                        update outreach r set lead_id = k.lead_id, updated_at = ?
                        from unnest(?::bigint[], ?::bigint[]) as k (id, lead_id)
                        where r.tenant_id = ? and r.id = k.id returning r.id, r.uuid, r.lead_id""",
                        at(now),
                        made.stream().map(OutreachLead::outreachId).toArray(Long[]::new),
                        made.stream().map(OutreachLead::leadId).toArray(Long[]::new),
                        tenant)
                .with(
                        "audited",
                        audit(actor, now, "convert", "converted", "null", "jsonb_build_object('lead', lead_id)"))
                .with("told", event(tenant, now, "converted", "converted"));
        sql.rows(write.select("select id from converted"), OutreachWriteStore::nothing);
    }

    private static boolean nothing(ResultSet row, int n) throws SQLException {
        return true;
    }

    private static SqlText locked(Permit permit, List<Long> ids) {
        return new SqlText()
                .add("select r.* from outreach r where ")
                .add(FILTERS.where(permit.reach()))
                .add(" and r.deleted_at is null and r.id = any(?) order by r.id for update", (Object)
                        ids.toArray(Long[]::new));
    }

    private static SqlText audit(Actor actor, Instant now, String action, String source, String before, String after) {
        String kind = OutreachStore.KIND;
        return Change.of(actor, actor.tenantId(), now, kind + "." + action, kind, source, "id", before, after);
    }

    private static SqlText event(long tenant, Instant now, String what, String source) {
        String kind = OutreachStore.KIND;
        return Event.of(tenant, now, kind + "." + what, source, "id", "jsonb_build_object('" + kind + "', uuid)");
    }
}
