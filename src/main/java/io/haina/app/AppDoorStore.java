package io.haina.app;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.staff.TenantStore;
import io.haina.tenant.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL on the way in: on the path of every signed request. */
@Repository
class AppDoorStore {

    private static final String KNOWN = "select " + AppStore.COLUMNS + """
            , p.id, p.uuid, p.username, p.real_name,
                array(select s.sealed from app_secret s
                    where s.tenant_id = a.tenant_id and s.appid = a.appid
                        and (s.expires_at is null or s.expires_at > ?)) as sealed,
            """ + TenantStore.COLUMNS + """

            from app_directory n
            join app a on a.tenant_id = n.tenant_id and a.appid = n.appid
            join staff p on p.tenant_id = a.tenant_id and p.id = a.staff_id
            join tenant t on t.id = a.tenant_id
            where n.appid = ? and a.disabled_at is null and a.deleted_at is null""";

    private final Sql sql;

    AppDoorStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * An app that may ask.
     *
     * @param sealed its secrets that hold
     */
    record Known(App app, Actor actor, List<byte[]> sealed) {}

    Optional<Known> find(long appid, Instant now) {
        return sql.row(new SqlText().add(KNOWN, at(now), appid), (row, n) -> known(row));
    }

    private static Known known(ResultSet row) throws SQLException {
        App app = AppStore.app(row);
        Actor actor = new Actor(
                TenantStore.tenant(row),
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("username"),
                row.getString("real_name"),
                Role.ADMIN,
                null,
                null,
                0,
                app.rights());
        return new Known(app, actor, List.of((byte[][]) row.getArray("sealed").getArray()));
    }

    /**
     * Spends a nonce, once among all nodes. The commit does not wait for the disk: a change that the request makes is
     * written behind it and waits for both, and where the request changes nothing, nothing is lost by doing it again.
     *
     * @return false if it was spent before
     */
    boolean spend(long tenantId, long appid, String spent, Instant forgotten) {
        return sql.change(new SqlText().add("""
                        with quick as materialized (select set_config('synchronous_commit', 'off', true))
                        insert into app_nonce (tenant_id, appid, spent, expires_at)
                        select ?, ?, decode(?, 'hex'), ? from quick on conflict do nothing""", tenantId, appid, spent, at(forgotten))) == 1;
    }

    void refund(long tenantId, long appid, String spent) {
        sql.change(new SqlText()
                .add(
                        "delete from app_nonce where tenant_id = ? and appid = ? and spent = decode(?, 'hex')",
                        tenantId,
                        appid,
                        spent));
    }

    /**
     * Deletes nonces whose time is over, at most so many.
     *
     * @return how many
     */
    int prune(Instant now, int limit) {
        return sql.change(new SqlText().add("""
                        with old as materialized (
                            select tenant_id, appid, spent from app_nonce where expires_at < ?
                            order by expires_at limit ? for update skip locked)
                        delete from app_nonce n using old
                        where n.tenant_id = old.tenant_id and n.appid = old.appid and n.spent = old.spent""", at(now), limit));
    }

    /** Deletes secrets that hold no more. */
    int pruneSecrets(Instant now) {
        return sql.change(new SqlText().add("delete from app_secret where expires_at < ?", at(now)));
    }
}
