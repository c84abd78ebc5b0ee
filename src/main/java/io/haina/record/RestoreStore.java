package io.haina.record;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.catalog.RecordType;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.sharing.Sharing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL by which deleted records come back; runs in the caller's transaction. */
@Repository
class RestoreStore {

    private final Sql sql;

    RestoreStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes the mark of deletion off a record in reach. Whoever held it holds it again; if that person may no longer sign in,
     * the actor.
     *
     * @param columns what its kind sets besides
     * @param nobodys whether nobody is to hold it
     * @return empty if there is no such deleted record
     */
    Optional<Restored> restore(
            Permit permit,
            RecordKind kind,
            long id,
            Map<String, ? extends @Nullable Object> columns,
            boolean nobodys,
            Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        String key = kind.key();
        SqlText was = new SqlText()
                .add("select r.* from " + key + " r where ")
                .add(new FilterSql(Layout.reachOf(kind)).where(permit.reach()))
                .add(" and r.deleted_at is not null and r.id = ? for update", id);
        Assignments set = new Assignments();
        set.set("updated_at", at(now));
        columns.forEach(set::set);
        SqlText back = new SqlText()
                .add("update " + key + " r set deleted_at = null, owner_id = (select id from holder),"
                        + " team_id = (select team_id from holder), ")
                .add(set.updated("r"))
                .add(" from was where r.tenant_id = ? and r.id = was.id returning r.*", tenant);
        Write write = new Write()
                .with("was", was)
                .with("holder", """
                        select s.id, s.team_id from was join staff s on s.tenant_id = ?
                            and s.id = coalesce((select f.id from staff f where f.tenant_id = ? and f.id = was.owner_id
                                and f.disabled_at is null), ?)
                        where was.owner_id is not null and not ?""", tenant, tenant, actor.staffId(), nobodys)
                .with("is_now", back);
        if (kind == RecordKind.OPPORTUNITY) {
            write.with("members", Sharing.withoutOwner(kind, "is_now"));
        }
        write.with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                key + ".restore",
                                key,
                                "was join is_now using (id)",
                                "id",
                                "to_jsonb(was)",
                                "to_jsonb(is_now)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                key + ".restored",
                                "is_now",
                                "id",
                                "jsonb_build_object('" + key + "', uuid)"));
        return sql.row(
                write.select("select id, owner_id from is_now"),
                (row, n) -> new Restored(row.getLong("id"), Rows.optionalLong(row, "owner_id"), null));
    }

    /** What a record has in some fields. */
    Map<String, @Nullable Object> values(Permit permit, RecordType type, Collection<Field> fields, long id) {
        String alias = type.kind().alias();
        StringBuilder columns = new StringBuilder();
        fields.stream()
                .filter(field -> !field.isCustom())
                .forEach(field -> columns.append(", ")
                        .append(field.column())
                        .append(" as \"")
                        .append(field.name())
                        .append('"'));
        SqlText statement = new SqlText()
                .add(
                        "select %1$s.id, %1$s.uuid, %1$s.custom, false as starred, null::bigint[] as readers, null::bigint[] as writers%2$s from %3$s %1$s where %1$s.tenant_id = ? and %1$s.id = ?"
                                .formatted(alias, columns, type.kind().key()),
                        permit.actor().tenantId(),
                        id);
        List<Row> rows = sql.rows(statement, (row, n) -> RowReader.row(row, fields));
        return rows.isEmpty() ? Map.of() : rows.getFirst().values();
    }
}
