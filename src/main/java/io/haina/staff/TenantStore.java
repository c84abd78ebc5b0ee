package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.tenant.DataScope;
import io.haina.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of tenants; the only place where a row becomes a {@link Tenant}. */
@Repository
public class TenantStore {

    /** What {@link #tenant} reads, of {@code tenant t}. */
    public static final String COLUMNS = """
            t.id as tenant_id, t.name as tenant_name, t.zone, t.protection, t.claims_per_day, t.expiring_window,
            t.cool_down, t.maximum_held, t.sales_scope, t.manager_scope, t.fields_version""";

    private final Sql sql;

    TenantStore(Sql sql) {
        this.sql = sql;
    }

    /** The tenant of a row that has {@link #COLUMNS}. */
    public static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                row.getLong("tenant_id"),
                row.getString("tenant_name"),
                ZoneId.of(row.getString("zone")),
                Period.parse(row.getString("protection")),
                row.getInt("claims_per_day"),
                Period.parse(row.getString("expiring_window")),
                Period.parse(row.getString("cool_down")),
                row.getObject("maximum_held", Integer.class),
                DataScope.valueOf(row.getString("sales_scope")),
                DataScope.valueOf(row.getString("manager_scope")),
                row.getLong("fields_version"));
    }

    Tenant insert(String name, ZoneId zone, Instant now) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "insert into tenant as t (name, zone, created_at) values (?, ?, ?) returning "
                                                + COLUMNS,
                                        name,
                                        zone.getId(),
                                        at(now)),
                        (row, n) -> tenant(row))
                .orElseThrow();
    }

    Optional<Tenant> find(long id) {
        return sql.row(
                new SqlText().add("select " + COLUMNS + " from tenant t where t.id = ?", id), (row, n) -> tenant(row));
    }

    /** Whether the database has a zone, whose days it counts, by the same name; offsets have none. */
    boolean knows(ZoneId zone) {
        return sql.row(
                        new SqlText().add("select 1 from pg_timezone_names where name = ?", zone.getId()),
                        (row, n) -> true)
                .isPresent();
    }

    /** Writes the settings where they differ; what is the same leaves no trace. */
    void change(Permit permit, String name, Tenant settings, Instant now) {
        long id = permit.actor().tenantId();
        SqlText values = new SqlText()
                .add(
                        "(?, ?, ?, ?::integer, ?, ?, ?::integer, ?, ?)",
                        name,
                        settings.zone().getId(),
                        settings.protection().toString(),
                        settings.claimsPerDay(),
                        settings.expiringWindow().toString(),
                        settings.coolDown().toString(),
                        settings.maximumHeld(),
                        settings.salesScope().name(),
                        settings.managerScope().name());
        String columns =
                "(%1$sname, %1$szone, %1$sprotection, %1$sclaims_per_day, %1$sexpiring_window, %1$scool_down, %1$smaximum_held, %1$ssales_scope, %1$smanager_scope)";
        SqlText update = new SqlText()
                .add("update tenant t set " + columns.formatted("") + " = ")
                .add(values)
                .add(" from was where t.id = was.id and " + columns.formatted("t.") + " is distinct from ")
                .add(values)
                .add(" returning t.id, was.state as before, to_jsonb(t) as after");
        sql.rows(
                new Write()
                        .with(
                                "was",
                                "select t.id, to_jsonb(t) as state from tenant t where t.id = ? for no key update",
                                id)
                        .with("changed", update)
                        .with(
                                "audited",
                                Change.of(
                                        permit.actor(),
                                        id,
                                        now,
                                        "settings",
                                        "tenant",
                                        "changed",
                                        "id",
                                        "before",
                                        "after"))
                        .select("select id from changed"),
                (row, n) -> row.getLong("id"));
    }
}
