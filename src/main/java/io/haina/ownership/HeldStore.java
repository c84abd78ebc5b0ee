package io.haina.ownership;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.filter.Batch;
import io.haina.ownership.HeldCustomers.Held;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The SQL of batches of held customers: locking their rows, and keeping them from being released. */
@Repository
class HeldStore {

    private static final FilterSql REACH = new FilterSql(Layout.reachOf(RecordKind.CUSTOMER));

    private final Sql sql;

    HeldStore(Sql sql) {
        this.sql = sql;
    }

    /** Locks the rows of those within reach, in the order of their numbers. */
    List<Held> lock(Permit permit, Batch customers) {
        SqlText statement = new SqlText()
                .add(
                        "select c.id, c.owner_id, c.status = 'won' as won, c.locked, c.protected_until from customer c where ")
                .add(REACH.where(permit.reach()))
                .add(
                        " and c.deleted_at is null and c.owner_id is not null and c.id = any (?) order by c.id for update",
                        (Object) customers.array());
        return sql.rows(
                statement,
                (row, n) -> new Held(
                        row.getLong("id"),
                        row.getLong("owner_id"),
                        row.getBoolean("won"),
                        row.getBoolean("locked"),
                        Rows.instant(row, "protected_until")));
    }

    /** Whether all of them are there and held within a query. */
    boolean reachesAll(Scoped scoped, Batch customers) {
        int found = sql.row(
                        new SqlText()
                                .add("select count(*) from customer c where ")
                                .add(REACH.where(scoped.filter()))
                                .add(" and c.deleted_at is null and c.owner_id is not null and c.id = any (?)", (Object)
                                        customers.array()),
                        (row, n) -> row.getInt(1))
                .orElse(0);
        return found == customers.size();
    }

    /** Whether one of them lies in a pool that the query reaches. */
    boolean isPooled(Scoped pools, Batch customers) {
        return sql.row(
                        new SqlText()
                                .add("select 1 from customer c where ")
                                .add(REACH.where(pools.filter()))
                                .add(
                                        " and c.deleted_at is null and c.owner_id is null and c.id = any (?) limit 1",
                                        (Object) customers.array()),
                        (row, n) -> true)
                .isPresent();
    }

    /** Keeps customers that this transaction has locked from being released, or lets them be again. */
    void keep(Permit permit, Batch customers, boolean locked, Instant now, Instant freshUntil) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("was", """
                        select id, locked, locked and status <> 'won' and protected_until <= ? as reopened from customer
                        where tenant_id = ? and id = any (?) and locked <> ?""", at(now), tenant, customers.array(), locked)
                .with("is_now", """
                        update customer c set locked = not was.locked, updated_at = ?,
                            protected_until = case when was.reopened then ? else c.protected_until end
                        from was where c.tenant_id = ? and c.id = was.id
                        returning c.id, c.uuid, c.locked""", at(now), at(freshUntil), tenant);
        Protections.reopen(write, tenant, now, freshUntil);
        write.with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "customer.lock",
                                "customer",
                                "is_now",
                                "id",
                                "jsonb_build_object('locked', not locked)",
                                "jsonb_build_object('locked', locked)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                locked ? "customer.locked" : "customer.unlocked",
                                "is_now",
                                "id",
                                "jsonb_build_object('customer', uuid)"));
        sql.rows(write.select("select id from is_now"), (row, n) -> row.getLong("id"));
    }
}
