package io.haina.catalog;

import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.Field;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.tenant.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Reads what a tenant's catalogues have beyond the program's. */
@Repository
class CatalogStore {

    private final Sql sql;

    CatalogStore(Sql sql) {
        this.sql = sql;
    }

    /** The tenant's own fields. */
    Map<RecordKind, List<Field>> custom(Actor actor) {
        Map<RecordKind, List<Field>> fields = new EnumMap<>(RecordKind.class);
        sql.rows(
                new SqlText()
                        .add(
                                "select * from custom_field where tenant_id = ? and deleted_at is null order by position, id",
                                actor.tenantId()),
                (row, n) -> {
                    RecordKind kind = kind(row);
                    fields.computeIfAbsent(kind, any -> new ArrayList<>()).add(field(kind, row));
                    return kind;
                });
        return fields;
    }

    private static Field field(RecordKind kind, ResultSet row) throws SQLException {
        return Field.custom(
                kind,
                row.getLong("id"),
                row.getString("label"),
                FieldType.valueOf(row.getString("type")),
                row.getInt("maximum_length"),
                new FieldRules(
                        row.getBoolean("required"),
                        row.getBoolean("is_unique"),
                        row.getBoolean("indexed"),
                        Rows.texts(row, "options"),
                        row.getInt("fill_level"),
                        row.getString("default_value"),
                        row.getString("hint"),
                        row.getInt("position"),
                        roles(row, "hidden_from"),
                        roles(row, "read_only_for")));
    }

    /** What the tenant says of built-in fields. */
    Map<RecordKind, Map<String, FieldSetting>> settings(Actor actor) {
        Map<RecordKind, Map<String, FieldSetting>> settings = new EnumMap<>(RecordKind.class);
        sql.rows(new SqlText().add("select * from field_setting where tenant_id = ?", actor.tenantId()), (row, n) -> {
            FieldSetting setting = new FieldSetting(
                    row.getString("name"),
                    row.getString("label"),
                    new FieldRules(
                            row.getBoolean("required"),
                            row.getBoolean("is_unique"),
                            false,
                            Rows.texts(row, "options"),
                            null,
                            null,
                            row.getInt("position"),
                            roles(row, "hidden_from"),
                            roles(row, "read_only_for")));
            settings.computeIfAbsent(kind(row), any -> new HashMap<>()).put(setting.name(), setting);
            return setting;
        });
        return settings;
    }

    /** When and by whom the tenant's own fields of a kind were made and changed, and since when the tenant is there. */
    FieldOrigins origins(Scoped scoped, RecordKind kind) {
        long tenant = scoped.actor().tenantId();
        SqlText statement = new SqlText().add("""
                        select t.created_at as since, f.id, f.created_at, made.actor_id as created_by,
                            coalesce(last.at, f.created_at) as updated_at, coalesce(last.actor_id, made.actor_id) as updated_by
                        from tenant t
                        left join custom_field f on f.tenant_id = t.id and f.kind = ? and f.deleted_at is null
                        left join lateral (select a.actor_id from audit a where a.tenant_id = f.tenant_id
                            and a.kind = 'field' and a.record_id = f.id order by a.id limit 1) made on true
                        left join lateral (select a.at, a.actor_id from audit a where a.tenant_id = f.tenant_id
                            and a.kind = 'field' and a.record_id = f.id order by a.id desc limit 1) last on true
                        where t.id = ?""", kind.key(), tenant);
        Map<Long, FieldOrigins.Origin> origins = new HashMap<>();
        Instant[] since = new Instant[1];
        sql.rows(statement, (row, n) -> {
            since[0] = Rows.instant(row, "since");
            Long id = Rows.optionalLong(row, "id");
            if (id != null) {
                origins.put(
                        id,
                        new FieldOrigins.Origin(
                                Rows.instant(row, "created_at"),
                                Rows.optionalLong(row, "created_by"),
                                Rows.instant(row, "updated_at"),
                                Rows.optionalLong(row, "updated_by")));
            }
            return since;
        });
        return new FieldOrigins(since[0], origins);
    }

    private static RecordKind kind(ResultSet row) throws SQLException {
        return RecordKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("unknown kind"));
    }

    private static Set<Role> roles(ResultSet row, String column) throws SQLException {
        return Rows.texts(row, column).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
