package io.haina.staff;

import io.haina.access.Actor;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.tenant.Role;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Reads who somebody is when no session of theirs is at hand. */
@Repository
class DeputyStore {

    private static final String DEPUTY = """
            select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id, p.department_id,
            """ + TenantStore.COLUMNS + """

            from staff p
            join tenant t on t.id = p.tenant_id
            where p.tenant_id = ? and p.id = ? and p.disabled_at is null""";

    private final Sql sql;

    DeputyStore(Sql sql) {
        this.sql = sql;
    }

    /** A person who may sign in, outside of any session. */
    Optional<Actor> find(long tenantId, long staffId) {
        return sql.row(
                new SqlText().add(DEPUTY, tenantId, staffId),
                (row, n) -> new Actor(
                        TenantStore.tenant(row),
                        row.getLong("id"),
                        Rows.uuid(row, "uuid"),
                        row.getString("username"),
                        row.getString("real_name"),
                        Role.valueOf(row.getString("role")),
                        Rows.optionalLong(row, "team_id"),
                        Rows.optionalLong(row, "department_id"),
                        0));
    }
}
