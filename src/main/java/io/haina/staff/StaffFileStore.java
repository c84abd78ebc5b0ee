package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.Field;
import io.haina.field.Values;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL of what a company keeps about its people. */
@Repository
class StaffFileStore {

    private final Sql sql;

    StaffFileStore(Sql sql) {
        this.sql = sql;
    }

    record Changed(
            String username,
            @Nullable String oldPhone,
            @Nullable String phone) {}

    /**
     * Sets what values name.
     *
     * @return empty if there is no such person in the tenant
     * @throws org.springframework.dao.DuplicateKeyException if somebody else has the job number
     */
    Optional<Changed> change(Permit permit, long staff, Values values, Instant now) {
        long tenant = permit.actor().tenantId();
        SqlText update = new SqlText().add("update staff p set updated_at = ?", at(now));
        values.byField().forEach((field, value) -> update.add(", " + stored(field) + " = ?", value));
        update.add("""

                from was where p.tenant_id = was.tenant_id and p.id = was.id
                returning p.id, p.uuid, p.username, was.phone as old_phone, p.phone,
                """).add(state("was", values) + " as before, " + state("p", values) + " as after");
        return sql.row(
                new Write()
                        .with(
                                "was",
                                "select * from staff where tenant_id = ? and id = ? for no key update",
                                tenant,
                                staff)
                        .with("changed", update)
                        .with(
                                "audited",
                                Change.of(
                                        permit.actor(),
                                        tenant,
                                        now,
                                        "change",
                                        "staff",
                                        "changed",
                                        "id",
                                        "before",
                                        "after"))
                        .with(
                                "told",
                                Event.of(
                                        tenant,
                                        now,
                                        "staff.changed",
                                        "changed",
                                        "id",
                                        "jsonb_build_object('uuid', uuid)"))
                        .select("select username, old_phone, phone from changed"),
                (row, n) -> new Changed(row.getString("username"), row.getString("old_phone"), row.getString("phone")));
    }

    private static String state(String alias, Values values) {
        return values.byField().keySet().stream()
                .map(field -> "'" + field.name() + "', " + alias + "." + stored(field))
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    private static String stored(Field field) {
        return Objects.requireNonNull(field.stored());
    }

    void dropName(Permit permit, long staff, String key) {
        sql.change(new SqlText()
                .add(
                        "delete from sign_in_name where name_key = ? and tenant_id = ? and staff_id = ?",
                        key,
                        permit.actor().tenantId(),
                        staff));
    }

    /** Lets a person sign in by a name. @throws org.springframework.dao.DuplicateKeyException if another does already */
    void claimName(Permit permit, long staff, String key) {
        sql.change(new SqlText()
                .add(
                        "insert into sign_in_name (name_key, tenant_id, staff_id) values (?, ?, ?)",
                        key,
                        permit.actor().tenantId(),
                        staff));
    }
}
