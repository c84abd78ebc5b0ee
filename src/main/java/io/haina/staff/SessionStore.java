package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.database.Ahead;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.tenant.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of sessions. A session that has ended stays for a while, so that it can be told who was signed in. */
@Repository
class SessionStore {

    private static final String PERSON = """
            select s.id as session_id, s.expires_at, p.id, p.uuid, p.username, p.real_name, p.role, p.team_id,
                p.department_id,
            """ + TenantStore.COLUMNS + "\nfrom ";

    private static final String OPEN = """

            join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
            join tenant t on t.id = s.tenant_id
            where s.ended_at is null and s.expires_at > ? and p.disabled_at is null""";

    private static final String RESUME = PERSON + "session s" + OPEN + " and s.tenant_id = ? and s.id = ?";

    private static final String RESUME_BY_TOKEN = PERSON
            + "session_token k join session s on s.tenant_id = k.tenant_id and s.id = k.session_id" + OPEN
            + " and k.token_hash = ?";

    private final Sql sql;

    SessionStore(Sql sql) {
        this.sql = sql;
    }

    /** Who acts in an open session of somebody who may sign in: on the path of every request. */
    Optional<Actor> resume(long tenantId, long sessionId, Instant now) {
        return sql.row(resuming(tenantId, sessionId, now), (row, n) -> actor(row));
    }

    /** As {@link #resume}, on the way of what is done for whoever acted last in the session. */
    Ahead<Actor> resumeAhead(Actor last, Instant now) {
        return new Ahead<>(sql, resuming(last.tenantId(), last.sessionId(), now), (row, n) -> actor(row), last);
    }

    private static SqlText resuming(long tenantId, long sessionId, Instant now) {
        return new SqlText().add(RESUME, at(now), tenantId, sessionId);
    }

    /** As {@link #resume}, of the session that a token opens. */
    Optional<Resumed> resume(byte[] tokenHash, Instant now) {
        return sql.row(resuming(tokenHash, now), (row, n) -> resumed(row));
    }

    /** As {@link #resumeAhead}, of the session that a token opens. */
    Ahead<Resumed> resumeAhead(byte[] tokenHash, Resumed last, Instant now) {
        return new Ahead<>(sql, resuming(tokenHash, now), (row, n) -> resumed(row), last);
    }

    private static SqlText resuming(byte[] tokenHash, Instant now) {
        return new SqlText().add(RESUME_BY_TOKEN, at(now), tokenHash);
    }

    private static Resumed resumed(ResultSet row) throws SQLException {
        return new Resumed(actor(row), Rows.instant(row, "expires_at"));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                TenantStore.tenant(row),
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("username"),
                row.getString("real_name"),
                Role.valueOf(row.getString("role")),
                Rows.optionalLong(row, "team_id"),
                Rows.optionalLong(row, "department_id"),
                row.getLong("session_id"));
    }

    /** Lets an open session live longer, never shorter. */
    void extend(Actor actor, Instant until) {
        sql.change(new SqlText().add("""
                        update session set expires_at = ?
                        where tenant_id = ? and id = ? and ended_at is null and expires_at < ?""", at(until), actor.tenantId(), actor.sessionId(), at(until)));
    }

    /**
     * Opens a session and forgets the failures before it.
     *
     * @param tokenHash of the opaque token that resumes it; null where none does
     * @return empty if the account has been disabled or its password changed since it was read
     */
    OptionalLong open(
            Account account, String key, String dialect, Instant now, Instant expiresAt, byte @Nullable [] tokenHash) {
        Write write = new Write()
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
                        select tenant_id, id, ?, ?, ? from seen returning tenant_id, id""", dialect, at(now), at(expiresAt));
        if (tokenHash != null) {
            write.with(
                    "tokened",
                    "insert into session_token (token_hash, tenant_id, session_id) select ?, tenant_id, id from opened",
                    (Object) tokenHash);
        }
        return sql.rows(write.select("select id from opened"), (row, n) -> row.getLong("id")).stream()
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
     * Ends all sessions and tokens of a person. Must be a statement of its own, after the one that changed the person in the same
     * transaction: only so it sees a session that was opened while that one waited.
     */
    void endAll(Permit permit, long staffId, String reason, Instant now) {
        for (String table : List.of("session", "access_token")) {
            sql.change(new SqlText()
                    .add(
                            "update " + table + " set ended_at = ?, end_reason = ?"
                                    + " where tenant_id = ? and staff_id = ? and ended_at is null",
                            at(now),
                            reason,
                            permit.actor().tenantId(),
                            staffId));
        }
    }

    /** Deletes sessions that expired before an instant. */
    int prune(Instant before) {
        return sql.change(new SqlText().add("delete from session where expires_at < ?", at(before)));
    }

    /** @param expiresAt when the session ends unless it is used before */
    record Resumed(Actor actor, Instant expiresAt) {}
}
