package io.haina.app;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.staff.ServiceAccounts;
import io.haina.tenant.AppRight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL by which apps are kept. A company has few apps. */
@Repository
class AppStore {

    /** What {@link #app} reads, of {@code app a}. */
    static final String COLUMNS = """
            a.appid, a.name, a.rights, a.networks, a.rate_burst, a.rate_per_second, a.replay, a.created_at,
                a.updated_at, a.disabled_at as app_disabled_at""";

    private static final String STATE = """
            jsonb_build_object('name', name, 'rights', rights, 'networks', networks, 'burst', rate_burst,
                'perSecond', rate_per_second, 'replay', replay, 'disabledAt', disabled_at)""";

    private static final String FROM =
            "select " + COLUMNS + " from app a where a.tenant_id = ? and a.deleted_at is null";

    private final Sql sql;

    AppStore(Sql sql) {
        this.sql = sql;
    }

    static App app(ResultSet row) throws SQLException {
        Set<AppRight> rights = EnumSet.noneOf(AppRight.class);
        Rows.texts(row, "rights").forEach(right -> rights.add(AppRight.valueOf(right)));
        return new App(
                row.getLong("appid"),
                row.getString("name"),
                Collections.unmodifiableSet(rights),
                Rows.texts(row, "networks").stream()
                        .flatMap(network -> Network.of(network).stream())
                        .toList(),
                row.getInt("rate_burst"),
                row.getInt("rate_per_second"),
                Replay.valueOf(row.getString("replay")),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                Rows.optionalInstant(row, "app_disabled_at"));
    }

    List<App> all(Scoped scoped) {
        return sql.rows(
                new SqlText().add(FROM + " order by a.appid", scoped.actor().tenantId()), (row, n) -> app(row));
    }

    Optional<App> find(Scoped scoped, long appid) {
        return sql.row(
                new SqlText().add(FROM + " and a.appid = ?", scoped.actor().tenantId(), appid), (row, n) -> app(row));
    }

    /**
     * A new app with its account and first secret.
     *
     * @param wanted the appid; null for the next one
     */
    App insert(Permit permit, @Nullable Long wanted, UUID account, AppDraft draft, byte[] sealed, Instant now) {
        long tenantId = permit.actor().tenantId();
        String name = String.valueOf(draft.name());
        Write write = new Write()
                .with("named", """
                        insert into app_directory (appid, tenant_id)
                        select coalesce(?::bigint, nextval(pg_get_serial_sequence('app_directory', 'appid'))), ?
                        returning appid""", wanted, tenantId)
                .with("account", ServiceAccounts.made(permit, account, name, "named", "'app-' || appid", now))
                .with(
                        "made",
                        """
                        insert into app (tenant_id, appid, staff_id, name, rights, networks, rate_burst, rate_per_second,
                            replay, disabled_at, created_at, updated_at)
                        select ?, named.appid, account.id, ?, ?, ?, ?, ?, ?, ?, ?, ? from named, account returning *""",
                        tenantId,
                        name,
                        texts(draft.rights()),
                        texts(draft.networks()),
                        draft.burst(),
                        draft.perSecond(),
                        draft.replay() == null ? null : draft.replay().name(),
                        Boolean.TRUE.equals(draft.disabled()) ? at(now) : null,
                        at(now),
                        at(now))
                .with("secret", """
                        insert into app_secret (tenant_id, appid, sealed, created_at)
                        select tenant_id, appid, ?, ? from made""", sealed, at(now));
        return change(write, permit, "make", "app.made", "made", "null", STATE, now)
                .orElseThrow();
    }

    private static String @Nullable [] texts(@Nullable Collection<?> values) {
        return values == null ? null : values.stream().map(Object::toString).toArray(String[]::new);
    }

    /**
     * Writes what the draft gives where it differs; what is the same leaves no trace.
     *
     * @return false if there is no such app
     */
    boolean update(Permit permit, long appid, AppDraft draft, Instant now) {
        long tenantId = permit.actor().tenantId();
        Write write = new Write()
                .with(
                        "was",
                        """
                        select a.*, coalesce(?::text, name) as new_name, coalesce(?::text[], rights) as new_rights,
                            coalesce(?::text[], networks) as new_networks, coalesce(?::int, rate_burst) as new_burst,
                            coalesce(?::int, rate_per_second) as new_per_second, coalesce(?::text, replay) as new_replay,
                            case ?::boolean when true then coalesce(disabled_at, ?) when false then null
                                else disabled_at end as new_disabled_at
                        from app a where tenant_id = ? and appid = ? and deleted_at is null for update""",
                        draft.name(),
                        texts(draft.rights()),
                        texts(draft.networks()),
                        draft.burst(),
                        draft.perSecond(),
                        draft.replay() == null ? null : draft.replay().name(),
                        draft.disabled(),
                        at(now),
                        tenantId,
                        appid)
                .with("changed", """
                        update app a set name = new_name, rights = new_rights, networks = new_networks,
                            rate_burst = new_burst, rate_per_second = new_per_second, replay = new_replay,
                            disabled_at = new_disabled_at, updated_at = ?
                        from was
                        where a.tenant_id = was.tenant_id and a.appid = was.appid
                            and (a.name, a.rights, a.networks, a.rate_burst, a.rate_per_second, a.replay, a.disabled_at)
                            is distinct from
                            (new_name, new_rights, new_networks, new_burst, new_per_second, new_replay, new_disabled_at)
                        returning a.*""", at(now))
                .with("renamed", ServiceAccounts.renamed(permit, "changed", now));
        change(write, permit, "change", "app.changed", "changed", "(select " + STATE + " from was)", STATE, now);
        return exists(permit, appid);
    }

    /**
     * Makes whoever else changes the app or rotates its secret wait until the transaction ends.
     *
     * @return its account; empty if there is none
     */
    Optional<UUID> lock(Permit permit, long appid) {
        return sql.row(new SqlText().add("""
                                select p.uuid from app a join staff p on p.tenant_id = a.tenant_id and p.id = a.staff_id
                                where a.tenant_id = ? and a.appid = ? and a.deleted_at is null for update of a""", permit.actor().tenantId(), appid), (row, n) -> Rows.uuid(row, "uuid"));
    }

    /** Lets the newest secret hold until an instant, and ends those before it. */
    void endSecrets(Permit permit, long appid, Instant until, Instant now) {
        sql.change(new SqlText().add("""
                        update app_secret set expires_at = case when expires_at is null then ? else ? end
                        where tenant_id = ? and appid = ? and (expires_at is null or expires_at > ?)""", at(until), at(now), permit.actor().tenantId(), appid, at(now)));
    }

    App rotate(Permit permit, long appid, byte[] sealed, Instant until, Instant now) {
        Write write = new Write()
                .with(
                        "changed",
                        "update app set updated_at = ? where tenant_id = ? and appid = ? returning *",
                        at(now),
                        permit.actor().tenantId(),
                        appid)
                .with("secret", """
                        insert into app_secret (tenant_id, appid, sealed, created_at)
                        select tenant_id, appid, ?, ? from changed""", sealed, at(now));
        String after = "jsonb_build_object('formerUntil', '" + until + "'::timestamptz)";
        return change(write, permit, "rotate", "app.rotated", "changed", "null", after, now)
                .orElseThrow();
    }

    /**
     * Deletes an app and ends its secrets.
     *
     * @return false if there is no such app
     */
    boolean delete(Permit permit, long appid, Instant now) {
        Write write = new Write()
                .with("changed", """
                        update app set deleted_at = ?, updated_at = ?
                        where tenant_id = ? and appid = ? and deleted_at is null returning *""", at(now), at(now), permit.actor().tenantId(), appid)
                .with("ended", """
                        update app_secret s set expires_at = ? from changed c
                        where s.tenant_id = c.tenant_id and s.appid = c.appid""", at(now));
        return change(write, permit, "delete", "app.deleted", "changed", STATE, "null", now)
                .isPresent();
    }

    private boolean exists(Permit permit, long appid) {
        return sql.row(
                        new SqlText()
                                .add(FROM + " and a.appid = ?", permit.actor().tenantId(), appid),
                        (row, n) -> true)
                .isPresent();
    }

    private Optional<App> change(
            Write write,
            Permit permit,
            String action,
            String event,
            String source,
            String before,
            String after,
            Instant now) {
        long tenantId = permit.actor().tenantId();
        write.with("audited", Change.of(permit.actor(), tenantId, now, action, "app", source, "appid", before, after))
                .with("told", Event.of(tenantId, now, event, source, "appid", "jsonb_build_object('name', name)"));
        return sql.row(write.select("select " + COLUMNS + " from " + source + " a"), (row, n) -> app(row));
    }
}
