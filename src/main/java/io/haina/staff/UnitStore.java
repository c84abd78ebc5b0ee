package io.haina.staff;

import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** All SQL of teams and departments, of which a company has few. */
@Repository
class UnitStore {

    private static final String STATE = "jsonb_build_object('name', %s)";

    private final Sql sql;

    UnitStore(Sql sql) {
        this.sql = sql;
    }

    List<Unit> all(Scoped scoped, UnitKind kind) {
        String parent = kind == UnitKind.DEPARTMENT
                ? "u.parent_id, a.name as parent from department u left join department a"
                        + " on a.tenant_id = u.tenant_id and a.id = u.parent_id"
                : "null::bigint as parent_id, null as parent from team u";
        return sql.rows(
                new SqlText()
                        .add(
                                "select u.id, u.name, (select count(*) from staff s where s.tenant_id = u.tenant_id and s."
                                        + kind.table() + "_id = u.id and s.disabled_at is null) as people, " + parent
                                        + " where u.tenant_id = ? order by u.name, u.id",
                                scoped.actor().tenantId()),
                (row, n) -> new Unit(
                        row.getLong("id"),
                        row.getString("name"),
                        Rows.optionalLong(row, "parent_id"),
                        row.getString("parent"),
                        row.getInt("people")));
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another has the name */
    long insert(Permit permit, UnitKind kind, String name, Instant now) {
        Write write = new Write()
                .with(
                        "changed",
                        "insert into " + kind.table() + " (tenant_id, name) values (?, ?) returning id, name",
                        permit.actor().tenantId(),
                        name);
        return told(write, permit, kind, "add", "null", STATE.formatted("name"), now)
                .getFirst();
    }

    /**
     * Whether there was such.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another has the name
     */
    boolean rename(Permit permit, UnitKind kind, long id, String name, Instant now) {
        Write write = new Write()
                .with("was", was(permit, kind, id))
                .with(
                        "changed",
                        "update " + kind.table() + " u set name = ? from was where u.tenant_id = was.tenant_id"
                                + " and u.id = was.id returning u.id, was.name as before, u.name",
                        name);
        return !told(write, permit, kind, "change", STATE.formatted("before"), STATE.formatted("name"), now)
                .isEmpty();
    }

    /**
     * Whether it was there and empty.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody came into it meanwhile
     */
    boolean delete(Permit permit, UnitKind kind, long id, Instant now) {
        String below = kind == UnitKind.DEPARTMENT
                ? " and not exists (select from department d where d.tenant_id = u.tenant_id and d.parent_id = u.id)"
                : "";
        Write write = new Write()
                .with("was", was(permit, kind, id))
                .with(
                        "changed",
                        "delete from " + kind.table()
                                + " u using was where u.tenant_id = was.tenant_id and u.id = was.id"
                                + " and not exists (select from staff s where s.tenant_id = u.tenant_id and s."
                                + kind.table() + "_id = u.id)"
                                + " and not exists (select from pool p where p.tenant_id = u.tenant_id and u.id = any(p."
                                + kind.poolColumn() + "))" + below + " returning u.id, u.name");
        return !told(write, permit, kind, "delete", STATE.formatted("name"), "null", now)
                .isEmpty();
    }

    private static SqlText was(Permit permit, UnitKind kind, long id) {
        return new SqlText()
                .add(
                        "select * from " + kind.table() + " where tenant_id = ? and id = ? for update",
                        permit.actor().tenantId(),
                        id);
    }

    private List<Long> told(
            Write write, Permit permit, UnitKind kind, String action, String before, String after, Instant now) {
        long tenant = permit.actor().tenantId();
        write.with(
                        "audited",
                        Change.of(permit.actor(), tenant, now, action, kind.table(), "changed", "id", before, after))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                kind.table() + ".organised",
                                "changed",
                                "id",
                                "jsonb_build_object('id', id)"));
        return sql.rows(write.select("select id from changed"), (row, n) -> row.getLong("id"));
    }
}
