package io.haina.record;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.catalog.RecordType;
import io.haina.database.FilterSql;
import io.haina.database.Grams;
import io.haina.database.Ids;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.Values;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.sharing.Power;
import io.haina.sharing.Sharing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Writes records of any kind. Several statements of one change run in the caller's transaction. */
@Repository
class RecordWriteStore {

    private final Sql sql;

    RecordWriteStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A new record of the actor's.
     *
     * @param values what the draft sets, and what the kind sets besides
     * @return its id
     */
    long insert(Permit permit, RecordType type, Assignments values, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        String kind = type.kind().key();
        values.set("tenant_id", tenant);
        values.set("uuid", Ids.uuid());
        values.setIfAbsent("owner_id", actor.staffId());
        values.setIfAbsent("team_id", actor.teamId());
        values.set("created_by", actor.staffId());
        values.set("created_at", at(now));
        values.set("updated_at", at(now));
        Write write = new Write()
                .with(
                        "made",
                        new SqlText()
                                .add("insert into " + kind + " ")
                                .add(values.inserted())
                                .add(" returning *"))
                .with(
                        "audited",
                        Change.of(actor, tenant, now, kind + ".add", kind, "made", "id", "null", "to_jsonb(made)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                kind + ".added",
                                "made",
                                "id",
                                "jsonb_build_object('" + kind + "', uuid)"));
        return guarded(() -> sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"))
                .orElseThrow());
    }

    /** Sets what a draft names. @return whether there is such a record in reach */
    boolean change(
            Permit permit,
            RecordType type,
            FieldCatalog catalog,
            long id,
            Assignments values,
            Instant now,
            String action) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        String kind = type.kind().key();
        String alias = type.kind().alias();
        values.set("updated_at", at(now));
        SqlText was = new SqlText()
                .add("select " + alias + ".* from " + kind + " " + alias + " where ")
                .add(new FilterSql(type.layout(catalog)).where(permit.reach()))
                .add(" and " + alias + ".deleted_at is null and " + alias + ".id = ? for update", id);
        Write write = new Write()
                .with("was", was)
                .with(
                        "is_now",
                        new SqlText()
                                .add("update " + kind + " " + alias + " set ")
                                .add(values.updated(alias))
                                .add(
                                        " from was where " + alias + ".tenant_id = ? and " + alias
                                                + ".id = was.id returning " + alias + ".*",
                                        tenant))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                kind + "." + action,
                                kind,
                                "was join is_now using (id)",
                                "id",
                                "to_jsonb(was)",
                                "to_jsonb(is_now)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                kind + ".changed",
                                "is_now",
                                "id",
                                "jsonb_build_object('" + kind + "', uuid)"));
        return guarded(() ->
                sql.row(write.select("select id from is_now"), (row, n) -> true).isPresent());
    }

    /** Sets columns of a record that this transaction has made. */
    void complete(Permit permit, RecordType type, long id, Assignments values) {
        String kind = type.kind().key();
        String alias = type.kind().alias();
        guarded(() -> sql.change(new SqlText()
                .add("update " + kind + " " + alias + " set ")
                .add(values.updated(alias))
                .add(" where tenant_id = ? and id = ?", permit.actor().tenantId(), id)));
    }

    /** Deletes records, softly, and frees what they alone may have. @return how many of them were in reach */
    int delete(Permit permit, RecordType type, FieldCatalog catalog, List<Long> ids, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        String kind = type.kind().key();
        String alias = type.kind().alias();
        SqlText was = new SqlText()
                .add("select " + alias + ".* from " + kind + " " + alias + " where ")
                .add(new FilterSql(type.layout(catalog)).where(permit.reach()))
                .add(
                        " and " + alias + ".deleted_at is null and " + alias + ".id = any(?) order by id for update",
                        (Object) ids.toArray(Long[]::new));
        Write write = new Write()
                .with("was", was)
                .with(
                        "deleted",
                        "update " + kind + " k set deleted_at = ?, updated_at = ? from was"
                                + " where k.tenant_id = ? and k.id = was.id returning k.id, k.uuid",
                        at(now),
                        at(now),
                        tenant)
                .with(
                        "unfound",
                        "delete from record_search s using deleted"
                                + " where s.tenant_id = ? and s.kind = ? and s.record_id = deleted.id",
                        tenant,
                        kind)
                .with(
                        "freed",
                        "delete from unique_value u using deleted"
                                + " where u.tenant_id = ? and u.kind = ? and u.record_id = deleted.id",
                        tenant,
                        kind)
                .with(
                        "audited",
                        Change.of(actor, tenant, now, kind + ".delete", kind, "was", "id", "to_jsonb(was)", "null"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                kind + ".deleted",
                                "deleted",
                                "id",
                                "jsonb_build_object('" + kind + "', uuid)"));
        return sql.row(write.select("select count(*) as n from deleted"), (row, n) -> row.getInt("n"))
                .orElse(0);
    }

    /** Whether there is such a person, who may sign in. */
    boolean mayHold(Permit permit, long staff) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from staff where tenant_id = ? and id = ? and disabled_at is null",
                                        permit.actor().tenantId(),
                                        staff),
                        (row, n) -> true)
                .isPresent();
    }

    /**
     * Gives records to a person who may sign in, and who is no member of them from then on. They are locked before: who is
     * made a member meanwhile is one that is seen.
     *
     * @param stays what former owners may do as members; null if they leave
     * @return how many of them were in reach
     */
    int moveTo(
            Permit permit,
            RecordType type,
            FieldCatalog catalog,
            List<Long> ids,
            long staff,
            @Nullable Power stays,
            Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        String kind = type.kind().key();
        String alias = type.kind().alias();
        SqlText lock = new SqlText()
                .add("select " + alias + ".id from " + kind + " " + alias + " where ")
                .add(new FilterSql(type.layout(catalog)).where(permit.reach()))
                .add(
                        " and " + alias + ".deleted_at is null and " + alias + ".id = any(?) order by id for update",
                        (Object) ids.toArray(Long[]::new));
        List<Long> locked = sql.rows(lock, (row, n) -> row.getLong("id"));
        Write write = new Write()
                .with(
                        "was",
                        "select id, owner_id from " + kind + " where tenant_id = ? and id = any(?)",
                        tenant,
                        locked.toArray(Long[]::new))
                .with(
                        "is_now",
                        "update " + kind + " k set owner_id = s.id, team_id = s.team_id, updated_at = ?"
                                + " from was, staff s where k.tenant_id = ? and k.id = was.id"
                                + " and s.tenant_id = k.tenant_id and s.id = ? and s.disabled_at is null"
                                + " returning k.tenant_id, k.id, k.uuid, k.owner_id, was.owner_id as former",
                        at(now),
                        tenant,
                        staff)
                .with("members", Sharing.withoutOwner(type.kind(), "is_now"))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                kind + ".transfer",
                                kind,
                                "is_now",
                                "id",
                                "jsonb_build_object('owner', former)",
                                "jsonb_build_object('owner', owner_id)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                kind + ".transferred",
                                "is_now",
                                "id",
                                "jsonb_build_object('" + kind + "', uuid, 'owner', owner_id)"));
        if (stays != null) {
            write.with("left_by", "select * from is_now where former <> owner_id")
                    .with("stays", Sharing.keepFormer(type.kind(), "left_by", stays, actor, now));
        }
        return sql.row(write.select("select count(*) as n from is_now"), (row, n) -> row.getInt("n"))
                .orElse(0);
    }

    /** Holds the people and departments that a company's own fields name, until the record that names them is written. */
    void holdNamed(Permit permit, Values values) {
        values.byField().forEach((field, value) -> {
            String table = named(field);
            if (table != null && value != null && !isThere(permit.actor().tenantId(), table, value)) {
                throw Refused.invalid(field.name(), Rule.NOT_A_CHOICE);
            }
        });
    }

    /** Lets nobody make a field unique until this transaction ends. @return the version that the fields have */
    long holdFields(Permit permit) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select fields_version from tenant where id = ? for key share",
                                        permit.actor().tenantId()),
                        (row, n) -> row.getLong("fields_version"))
                .orElseThrow();
    }

    /** Where the database itself does not look, because the value lies in the jsonb. */
    private static @Nullable String named(Field field) {
        if (field.customId() == 0) {
            return null;
        }
        return switch (field.type()) {
            case STAFF -> "staff";
            case DEPARTMENT -> "department";
            default -> null;
        };
    }

    private boolean isThere(long tenant, String table, Object id) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from " + table + " where tenant_id = ? and id = ? for key share",
                                        tenant,
                                        id),
                        (row, n) -> true)
                .isPresent();
    }

    /** Takes the values of fields that may occur once, and lets go of what the record had before in them. */
    void claimUnique(Permit permit, RecordType type, FieldCatalog rules, long id, Values values) {
        long tenant = permit.actor().tenantId();
        String kind = type.kind().key();
        for (Map.Entry<Field, @Nullable Object> entry : values.byField().entrySet()) {
            Field field = rules.find(entry.getKey().name()).orElse(entry.getKey());
            if (!field.rules().unique()) {
                continue;
            }
            String value = entry.getValue() == null
                    ? null
                    : Grams.fold(entry.getValue().toString());
            sql.change(new SqlText()
                    .add(
                            "delete from unique_value where tenant_id = ? and kind = ? and record_id = ? and field = ?"
                                    + " and value is distinct from ?::text",
                            tenant,
                            kind,
                            id,
                            field.name(),
                            value));
            if (value != null && !claim(permit, kind, id, field, value)) {
                throw new Refused(RecordProblems.taken(type.kind(), field));
            }
        }
    }

    /** Takes one value, folded. @return whether no other record has it */
    boolean claim(Permit permit, String kind, long id, Field field, String value) {
        long tenant = permit.actor().tenantId();
        return sql.row(new SqlText().add("""
                                        insert into unique_value as u (tenant_id, kind, field, value, record_id)
                                        values (?, ?, ?, ?, ?)
                                        on conflict (tenant_id, kind, field, value)
                                            do update set record_id = u.record_id where u.record_id = excluded.record_id
                                        returning 1""", tenant, kind, field.name(), value, id), (row, n) -> true)
                .isPresent();
    }

    /** Writes down the words that a record is found by, as they are now. */
    void index(Permit permit, RecordType type, long id) {
        long tenant = permit.actor().tenantId();
        String kind = type.kind().key();
        String words = "concat_ws(E'\\n', " + String.join(", ", type.searched()) + ")";
        String text = sql.row(
                        new SqlText()
                                .add(
                                        "select " + words + " as words from " + kind
                                                + " where tenant_id = ? and id = ?",
                                        tenant,
                                        id),
                        (row, n) -> Grams.fold(row.getString("words")))
                .orElseThrow();
        sql.change(new SqlText()
                .add("""
                        insert into record_search as s (tenant_id, kind, record_id, text, grams)
                        values (?, ?, ?, ?, ?)
                        on conflict (tenant_id, kind, record_id)
                            do update set text = excluded.text, grams = excluded.grams where s.text <> excluded.text""", tenant, kind, id, text, Grams.of(RecordSearch.seed(tenant, type.kind()), text)));
    }

    /** What the database refuses because of what a draft says of other records. */
    private static <T> T guarded(Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw e;
        } catch (DataIntegrityViolationException e) {
            throw Refused.invalid(RecordProblems.reference(e), Rule.NOT_A_CHOICE);
        }
    }
}
