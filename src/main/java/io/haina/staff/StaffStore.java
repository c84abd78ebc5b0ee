package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Ids;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of people and of what they belong to. */
@Repository
class StaffStore {

    private static final String ACCOUNT = """
            select p.id, p.uuid, p.username, p.real_name, p.email, p.phone, p.role, p.team_id, p.department_id,
                p.must_change_password, p.password_hash, p.disabled_at, d.name as department_name, g.name as team_name,
            """ + TenantStore.COLUMNS + """

            from sign_in_name n
            join staff p on p.tenant_id = n.tenant_id and p.id = n.staff_id
            join tenant t on t.id = n.tenant_id
            left join department d on d.tenant_id = p.tenant_id and d.id = p.department_id
            left join team g on g.tenant_id = p.tenant_id and g.id = p.team_id
            where n.name_key = ?""";

    private static final String STATE =
            "jsonb_build_object('username', username, 'realName', real_name, 'email', email, 'phone', phone, 'role', role,"
                    + " 'departmentId', department_id, 'teamId', team_id)";

    private final Sql sql;

    StaffStore(Sql sql) {
        this.sql = sql;
    }

    Optional<Account> byName(String key) {
        return sql.row(new SqlText().add(ACCOUNT, key), (row, n) -> account(row));
    }

    private static Account account(ResultSet row) throws SQLException {
        Staff staff = new Staff(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("username"),
                row.getString("real_name"),
                row.getString("email"),
                row.getString("phone"),
                Role.valueOf(row.getString("role")),
                row.getString("department_name"),
                row.getString("team_name"),
                row.getBoolean("must_change_password"));
        return new Account(
                TenantStore.tenant(row),
                staff,
                Rows.optionalLong(row, "team_id"),
                Rows.optionalLong(row, "department_id"),
                row.getString("password_hash"),
                row.getTimestamp("disabled_at") != null);
    }

    /** A person whom somebody registers, who therefore knows the password. */
    Staff insert(Permit permit, StaffDraft checked, String hash, Instant now) {
        Actor by = permit.actor();
        return insert(by.tenantId(), by, checked, hash, true, now);
    }

    /**
     * The first person of a tenant, whom nobody could register.
     *
     * @return empty if there is somebody already
     */
    Optional<Staff> insertFirst(Tenant tenant, StaffDraft checked, String hash, boolean mustChange, Instant now) {
        boolean empty = sql.row(
                        new SqlText()
                                .add(
                                        "select not exists (select 1 from staff where tenant_id = t.id) as empty"
                                                + " from tenant t where t.id = ? for update",
                                        tenant.id()),
                        (row, n) -> row.getBoolean("empty"))
                .orElse(false);
        return empty ? Optional.of(insert(tenant.id(), null, checked, hash, mustChange, now)) : Optional.empty();
    }

    private Staff insert(
            long tenantId, @Nullable Actor by, StaffDraft checked, String hash, boolean mustChange, Instant now) {
        UUID uuid = Ids.uuid();
        Role role = Objects.requireNonNull(checked.role());
        Long department = nameId("department", tenantId, checked.department());
        Long team = nameId("team", tenantId, checked.team());
        SqlText write = new Write()
                .with(
                        "added",
                        """
                        insert into staff (tenant_id, uuid, username, real_name, email, phone, role, department_id,
                            team_id, password_hash, must_change_password, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *""",
                        tenantId,
                        uuid,
                        checked.username(),
                        checked.realName(),
                        checked.email(),
                        checked.phone(),
                        role.name(),
                        department,
                        team,
                        hash,
                        mustChange,
                        at(now),
                        at(now))
                .with("audited", Change.of(by, tenantId, now, "register", "staff", "added", "id", "null", STATE))
                .with(
                        "told",
                        Event.of(
                                tenantId,
                                now,
                                "staff.registered",
                                "added",
                                "id",
                                "jsonb_build_object('uuid', uuid, 'role', role)"))
                .select("select id from added");
        long id = sql.rows(write, (row, n) -> row.getLong("id")).getFirst();
        return new Staff(
                id,
                uuid,
                String.valueOf(checked.username()),
                String.valueOf(checked.realName()),
                checked.email(),
                checked.phone(),
                role,
                checked.department(),
                checked.team(),
                mustChange);
    }

    /** The id of a department or team of a name, which is made if the tenant has none of it. */
    private @Nullable Long nameId(String table, long tenantId, @Nullable String name) {
        if (name == null) {
            return null;
        }
        SqlText upsert = new SqlText()
                .add(
                        "insert into " + table + " (tenant_id, name) values (?, ?)"
                                + " on conflict (tenant_id, name) do update set name = excluded.name returning id",
                        tenantId,
                        name);
        return sql.rows(upsert, (row, n) -> row.getLong("id")).getFirst();
    }

    /**
     * Lets a person sign in by a name.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another does already
     */
    void claimName(Staff staff, long tenantId, String key) {
        sql.change(new SqlText()
                .add(
                        "insert into sign_in_name (name_key, tenant_id, staff_id) values (?, ?, ?)",
                        key,
                        tenantId,
                        staff.id()));
    }

    /**
     * Replaces the password.
     *
     * @return false if it is no longer the one that was checked
     */
    boolean changePassword(Permit permit, Account account, String hash, Instant now) {
        SqlText write = new Write()
                .with(
                        "changed",
                        """
                        update staff set password_hash = ?, must_change_password = false, updated_at = ?
                        where tenant_id = ? and id = ? and password_hash = ? and disabled_at is null returning id""",
                        hash,
                        at(now),
                        permit.actor().tenantId(),
                        permit.actor().staffId(),
                        account.passwordHash())
                .with("audited", audited(permit, "password", now, "null", "null"))
                .select("select id from changed");
        return !sql.rows(write, (row, n) -> row.getLong("id")).isEmpty();
    }

    /**
     * Locks the actor and another person of the tenant, in one order, so that of two admins who disable each other one is
     * first. What only refers to them does not wait: it may hold what a handover is about to move.
     */
    List<Locked> lock(Permit permit, UUID other) {
        return sql.rows(
                new SqlText().add("""
                                select id, uuid, role, disabled_at is not null as disabled from staff
                                where tenant_id = ? and uuid in (?, ?) order by id for no key update""", permit.actor().tenantId(), permit.actor().uuid(), other),
                (row, n) -> new Locked(
                        row.getLong("id"),
                        Rows.uuid(row, "uuid"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("disabled")));
    }

    void disable(Permit permit, long staffId, Instant now) {
        long tenantId = permit.actor().tenantId();
        sql.rows(
                new Write()
                        .with("changed", """
                                update staff set disabled_at = ?, updated_at = ?
                                where tenant_id = ? and id = ? and disabled_at is null returning id, uuid, disabled_at""", at(now), at(now), tenantId, staffId)
                        .with(
                                "audited",
                                audited(
                                        permit,
                                        "disable",
                                        now,
                                        "jsonb_build_object('disabledAt', null)",
                                        "jsonb_build_object('disabledAt', disabled_at)"))
                        .with(
                                "told",
                                Event.of(
                                        tenantId,
                                        now,
                                        "staff.disabled",
                                        "changed",
                                        "id",
                                        "jsonb_build_object('uuid', uuid)"))
                        .select("select id from changed"),
                (row, n) -> row.getLong("id"));
    }

    void enable(Permit permit, long staffId, Instant now) {
        long tenantId = permit.actor().tenantId();
        sql.rows(
                new Write()
                        .with("was", """
                                select tenant_id, id, disabled_at from staff
                                where tenant_id = ? and id = ? and disabled_at is not null for no key update""", tenantId, staffId)
                        .with("changed", """
                                update staff p set disabled_at = null, updated_at = ? from was
                                where p.tenant_id = was.tenant_id and p.id = was.id
                                returning p.id, p.uuid, was.disabled_at""", at(now))
                        .with(
                                "audited",
                                audited(
                                        permit,
                                        "enable",
                                        now,
                                        "jsonb_build_object('disabledAt', disabled_at)",
                                        "jsonb_build_object('disabledAt', null)"))
                        .with(
                                "told",
                                Event.of(
                                        tenantId,
                                        now,
                                        "staff.enabled",
                                        "changed",
                                        "id",
                                        "jsonb_build_object('uuid', uuid)"))
                        .select("select id from changed"),
                (row, n) -> row.getLong("id"));
    }

    /** Sets the role of somebody who is locked; the same again leaves no trace. */
    void changeRole(Permit permit, long staffId, Role role, Instant now) {
        long tenantId = permit.actor().tenantId();
        sql.rows(
                new Write()
                        .with("was", "select * from staff where tenant_id = ? and id = ?", tenantId, staffId)
                        .with("changed", """
                                update staff p set role = ?, updated_at = ? from was
                                where p.tenant_id = was.tenant_id and p.id = was.id and was.role <> ?
                                returning p.id, p.uuid, was.role as before, p.role""", role.name(), at(now), role.name())
                        .with(
                                "audited",
                                audited(
                                        permit,
                                        "role",
                                        now,
                                        "jsonb_build_object('role', before)",
                                        "jsonb_build_object('role', role)"))
                        .with(
                                "told",
                                Event.of(
                                        tenantId,
                                        now,
                                        "staff.changed",
                                        "changed",
                                        "id",
                                        "jsonb_build_object('uuid', uuid)"))
                        .select("select id from changed"),
                (row, n) -> row.getLong("id"));
    }

    /** Sets a password that the person has to change at the next sign-in through the console. */
    void resetPassword(Permit permit, long staffId, String hash, Instant now) {
        sql.rows(
                new Write()
                        .with("changed", """
                                update staff set password_hash = ?, must_change_password = true, updated_at = ?
                                where tenant_id = ? and id = ? returning id""", hash, at(now), permit.actor().tenantId(), staffId)
                        .with("audited", audited(permit, "password", now, "null", "null"))
                        .select("select id from changed"),
                (row, n) -> row.getLong("id"));
    }

    private static SqlText audited(Permit permit, String action, Instant now, String before, String after) {
        return Change.of(
                permit.actor(), permit.actor().tenantId(), now, action, "staff", "changed", "id", before, after);
    }

    record Locked(long id, UUID uuid, Role role, boolean disabled) {}
}
