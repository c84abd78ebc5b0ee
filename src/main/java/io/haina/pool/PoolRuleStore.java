package io.haina.pool;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of pools and their rules. */
@Repository
class PoolRuleStore {

    /** Whether the departments and teams of a draft are the tenant's; five values. */
    private static final String OPEN_TO_OURS = """
            (select count(*) from department where tenant_id = ? and id = any (?))
                + (select count(*) from team where tenant_id = ? and id = any (?)) = ?""";

    private final Sql sql;

    PoolRuleStore(Sql sql) {
        this.sql = sql;
    }

    List<PublicPool> open(Scoped scoped) {
        Actor actor = scoped.actor();
        return sql.rows(
                new SqlText().add("""
                                select p.* from pool p
                                where p.tenant_id = ? and p.id = any ((select pools_open_to(?, ?))::bigint[])
                                order by p.position, p.id""", actor.tenantId(), actor.tenantId(), actor.staffId()), (row, n) -> pool(row));
    }

    private static PublicPool pool(ResultSet row) throws SQLException {
        return new PublicPool(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("is_default"),
                period(row.getString("protection")),
                row.getObject("claims_per_day", Integer.class),
                period(row.getString("cool_down")),
                List.of((Long[]) row.getArray("departments").getArray()),
                List.of((Long[]) row.getArray("teams").getArray()),
                row.getInt("position"));
    }

    private static @Nullable Period period(@Nullable String text) {
        return text == null ? null : Period.parse(text);
    }

    /** A new pool. @return its id; empty if it is to be open to what the tenant does not have */
    Optional<Long> insert(Permit permit, PoolDraft draft, Instant now) {
        SqlText insert = new SqlText()
                .add(
                        """
                        insert into pool (tenant_id, name, protection, claims_per_day, cool_down, departments, teams,
                            position, created_at, updated_at)
                        select ?, ?, ?, ?::integer, ?, ?, ?, ?, ?, ? where\s""",
                        permit.actor().tenantId(),
                        draft.name(),
                        text(draft.protection()),
                        draft.claimsPerDay(),
                        text(draft.coolDown()),
                        array(draft.departments()),
                        array(draft.teams()),
                        draft.position(),
                        at(now),
                        at(now))
                .add(openToOurs(permit, draft))
                .add(" returning *");
        Write write = new Write().with("made", insert);
        tell(write, permit, "made", "pool.made", "null", "to_jsonb(made)", now);
        return sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"));
    }

    /** Other rules for a pool. @return whether there is one, and what it is to be open to */
    boolean update(Permit permit, long pool, PoolDraft draft, Instant now) {
        long tenant = permit.actor().tenantId();
        SqlText update = new SqlText()
                .add(
                        """
                        update pool p set name = ?, protection = ?, claims_per_day = ?::integer, cool_down = ?,
                            departments = ?, teams = ?, position = ?, updated_at = ?
                        from was where p.tenant_id = ? and p.id = was.id and\s""",
                        draft.name(),
                        text(draft.protection()),
                        draft.claimsPerDay(),
                        text(draft.coolDown()),
                        array(draft.departments()),
                        array(draft.teams()),
                        draft.position(),
                        at(now),
                        tenant)
                .add(openToOurs(permit, draft))
                .add(" returning p.id, was.state, to_jsonb(p) as changed_to");
        Write write = new Write().with("was", """
                        select id, to_jsonb(pool) as state from pool
                        where tenant_id = ? and id = ? and deleted_at is null for no key update""", tenant, pool).with("changed", update);
        tell(write, permit, "changed", "pool.changed", "state", "changed_to", now);
        return sql.row(write.select("select id from changed"), (row, n) -> true).isPresent();
    }

    boolean exists(Permit permit, long pool) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from pool where tenant_id = ? and id = ? and deleted_at is null",
                                        permit.actor().tenantId(),
                                        pool),
                        (row, n) -> true)
                .isPresent();
    }

    /** Waits for whoever is putting something into a pool. @return whether there is one */
    boolean lock(Permit permit, long pool) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from pool where tenant_id = ? and id = ? and deleted_at is null for update",
                                        permit.actor().tenantId(),
                                        pool),
                        (row, n) -> true)
                .isPresent();
    }

    /** Takes away a pool that {@link #lock} has locked. @return whether it is empty and not the default one */
    boolean deleteEmpty(Permit permit, long pool, Instant now) {
        Write write =
                new Write().with("gone", """
                        update pool p set deleted_at = ?, updated_at = ?
                        where p.tenant_id = ? and p.id = ? and not p.is_default and not exists (select from customer c
                            where c.tenant_id = p.tenant_id and c.pool_id = p.id and c.deleted_at is null
                                and c.owner_id is null)
                        returning p.id, to_jsonb(p) as state""", at(now), at(now), permit.actor().tenantId(), pool);
        tell(write, permit, "gone", "pool.deleted", "state", "null", now);
        return sql.row(write.select("select id from gone"), (row, n) -> true).isPresent();
    }

    private static void tell(
            Write write, Permit permit, String source, String type, String before, String after, Instant now) {
        long tenant = permit.actor().tenantId();
        write.with("audited", Change.of(permit.actor(), tenant, now, type, "pool", source, "id", before, after))
                .with("told", Event.of(tenant, now, type, source, "id", "jsonb_build_object('pool', id)"));
    }

    private static SqlText openToOurs(Permit permit, PoolDraft draft) {
        return new SqlText()
                .add(
                        OPEN_TO_OURS,
                        permit.actor().tenantId(),
                        array(draft.departments()),
                        permit.actor().tenantId(),
                        array(draft.teams()),
                        draft.departments().size() + draft.teams().size());
    }

    private static @Nullable String text(@Nullable Period period) {
        return period == null ? null : period.toString();
    }

    private static long[] array(List<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
