package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.tenant.Role;
import io.haina.tenant.TokenScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of the tokens that people make for programs. */
@Repository
class AccessTokenStore {

    private static final String STATE = "jsonb_build_object('name', name, 'scopes', scopes, 'expiresAt', expires_at)";

    private final Sql sql;

    AccessTokenStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Whose token it is, with what holds for the person now.
     *
     * @param scope the widest that the token has
     */
    record Resumed(
            Actor actor,
            long id,
            TokenScope scope,
            @Nullable Instant lastUsedAt) {}

    List<AccessToken> list(Scoped scoped, Instant now) {
        return sql.rows(
                new SqlText().add("""
                                select id, name, scopes, created_at, expires_at, last_used_at from access_token
                                where tenant_id = ? and staff_id = ? and ended_at is null
                                    and (expires_at is null or expires_at > ?)
                                order by id desc""", scoped.actor().tenantId(), scoped.actor().staffId(), at(now)),
                (row, n) -> token(row));
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getLong("id"),
                row.getString("name"),
                scopes(row),
                Rows.instant(row, "created_at"),
                Rows.optionalInstant(row, "expires_at"),
                Rows.optionalInstant(row, "last_used_at"));
    }

    private static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        Rows.texts(row, "scopes").forEach(name -> scopes.add(TokenScope.valueOf(name)));
        return scopes;
    }

    /** Empty if the actor's session, or the actor, has come to its end meanwhile: whoever ends both waits, or is waited for. */
    Optional<AccessToken> insert(
            Permit permit, String name, Set<TokenScope> scopes, byte[] hash, Instant now, @Nullable Instant expiresAt) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        return sql.row(
                new Write()
                        .with("person", """
                                select p.tenant_id, p.id from staff p
                                join session s on s.tenant_id = p.tenant_id and s.id = ? and s.staff_id = p.id
                                where p.tenant_id = ? and p.id = ? and p.disabled_at is null and s.ended_at is null
                                for share of p, s""", actor.sessionId(), tenant, actor.staffId())
                        .with(
                                "made",
                                """
                                insert into access_token (tenant_id, staff_id, name, scopes, token_hash, created_at, expires_at)
                                select tenant_id, id, ?, ?, ?, ?, ?::timestamptz from person returning *""",
                                name,
                                scopes.stream().map(Enum::name).toArray(String[]::new),
                                hash,
                                at(now),
                                expiresAt == null ? null : at(expiresAt))
                        .with(
                                "audited",
                                Change.of(actor, tenant, now, "token.make", "token", "made", "id", "null", STATE))
                        .select("select id, name, scopes, created_at, expires_at, last_used_at from made"),
                (row, n) -> token(row));
    }

    /** Whether it was the actor's, and had not ended. */
    boolean end(Permit permit, long token, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        return sql.row(
                        new Write()
                                .with("ended", """
                                        update access_token set ended_at = ?, end_reason = 'deleted'
                                        where tenant_id = ? and id = ? and staff_id = ? and ended_at is null returning *""", at(now), tenant, token, actor.staffId())
                                .with(
                                        "audited",
                                        Change.of(
                                                actor, tenant, now, "token.end", "token", "ended", "id", STATE, "null"))
                                .select("select id from ended"),
                        (row, n) -> true)
                .isPresent();
    }

    /** On the path of every request that comes by a token. */
    Optional<Resumed> resume(long tenantId, byte[] hash, Instant now) {
        return sql.row(
                new SqlText().add("""
                                select k.id as token_id, k.scopes, k.last_used_at, p.id, p.uuid, p.username, p.real_name,
                                    p.role, p.team_id, p.department_id,
                                """ + TenantStore.COLUMNS + """

                                from access_token k
                                join staff p on p.tenant_id = k.tenant_id and p.id = k.staff_id
                                join tenant t on t.id = k.tenant_id
                                where k.tenant_id = ? and k.token_hash = ? and k.ended_at is null
                                    and (k.expires_at is null or k.expires_at > ?) and p.disabled_at is null""", tenantId, hash, at(now)), (row, n) -> resumed(row));
    }

    private static Resumed resumed(ResultSet row) throws SQLException {
        TokenScope scope = Collections.max(scopes(row));
        Actor actor = new Actor(
                TenantStore.tenant(row),
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("username"),
                row.getString("real_name"),
                Role.valueOf(row.getString("role")),
                Rows.optionalLong(row, "team_id"),
                Rows.optionalLong(row, "department_id"),
                0,
                null,
                scope);
        return new Resumed(actor, row.getLong("token_id"), scope, Rows.optionalInstant(row, "last_used_at"));
    }

    /** Writes down that it was used. */
    void used(Resumed resumed, Instant now) {
        sql.change(new SqlText()
                .add(
                        "update access_token set last_used_at = ? where tenant_id = ? and id = ?",
                        at(now),
                        resumed.actor().tenantId(),
                        resumed.id()));
    }
}
