package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.tenant.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All SQL of sessions. A session that has ended stays for a while, so that it can be told who was signed in. */
@Repository
class SessionStore {

    private static final String RESUME = """
            select p.id, p.uuid, p.username, p.real_name, p.role, p.team_id, p.department_id,
            """ + TenantStore.COLUMNS + """

            from session s
            join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
            join tenant t on t.id = s.tenant_id
            where s.tenant_id = ? and s.id = ? and s.ended_at is null and s.expires_at > ? and p.disabled_at is null""";

    private final Sql sql;
    private final JdbcTemplate jdbc;

    SessionStore(Sql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Who acts in an open session of somebody who may sign in: on the path of every request. */
    Optional<Actor> resume(long tenantId, long sessionId, Instant now) {
        List<Actor> actors = jdbc.query(
                RESUME,
                (row, n) -> new Actor(
                        TenantStore.tenant(row),
                        row.getLong("id"),
                        Rows.uuid(row, "uuid"),
                        row.getString("username"),
                        row.getString("real_name"),
                        Role.valueOf(row.getString("role")),
                        Rows.optionalLong(row, "team_id"),
                        Rows.optionalLong(row, "department_id"),
                        sessionId),
                tenantId,
                sessionId,
                at(now));
        return actors.stream().findFirst();
    }

    /**
     * Opens a session and forgets the failures before it.
     *
     * @return empty if the account has been disabled or its password changed since it was read
     */
    OptionalLong open(Account account, String key, String dialect, Instant now, Instant expiresAt) {
        SqlText write = new Write()
                .with("cleared", GuardStore.clearing(key))
                .with(
                        "seen",
                        """
                        update staff set last_sign_in_at = ?
                        where tenant_id = ? and id = ? and password_hash = ? and disabled_at is null
                        returning tenant_id, id""",
                        at(now),
                        account.tenant().id(),
                        account.staff().id(),
                        account.passwordHash())
                .with("opened", """
                        insert into session (tenant_id, staff_id, dialect, created_at, expires_at)
                        select tenant_id, id, ?, ?, ? from seen returning id""", dialect, at(now), at(expiresAt))
                .select("select id from opened");
        return sql.rows(write, (row, n) -> row.getLong("id")).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void end(Permit permit, Instant now) {
        Actor actor = permit.actor();
        sql.change(new SqlText().add("""
                        update session set ended_at = ?, end_reason = 'signed_out'
                        where tenant_id = ? and id = ? and staff_id = ? and ended_at is null""", at(now), actor.tenantId(), actor.sessionId(), actor.staffId()));
    }

    /**
     * Ends all sessions of a person. Must be a statement of its own, after the one that changed the person in the same
     * transaction: only so it sees a session that was opened while that one waited.
     */
    void endAll(Permit permit, long staffId, String reason, Instant now) {
        sql.change(new SqlText().add("""
                        update session set ended_at = ?, end_reason = ?
                        where tenant_id = ? and staff_id = ? and ended_at is null""", at(now), reason, permit.actor().tenantId(), staffId));
    }

    /** Deletes sessions that expired before an instant. */
    int prune(Instant before) {
        return sql.change(new SqlText().add("delete from session where expires_at < ?", at(before)));
    }
}
