package io.haina.pool;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.customer.CustomerLayout;
import io.haina.database.FilterSql;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.filter.Batch;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** The SQL by which customers of pools are given to somebody. */
@Repository
class DistributionStore {

    private static final FilterSql CUSTOMERS = new FilterSql(CustomerLayout.LAYOUT);

    private final Sql sql;

    DistributionStore(Sql sql) {
        this.sql = sql;
    }

    /** Gives those that lie in a pool of the actor's reach to a person. @return how many */
    int distribute(Permit permit, Batch customers, long to, Instant now) {
        Actor actor = permit.actor();
        SqlText target = new SqlText()
                .add("select c.id, ")
                .add(PoolRules.protectedUntil(actor, now))
                .add("""
                         as until
                        from customer c join pool p on p.tenant_id = c.tenant_id and p.id = c.pool_id
                        where\s""")
                .add(CUSTOMERS.where(permit.reach()))
                .add(" and c.deleted_at is null and c.id = any (?) order by c.id for update of c", (Object)
                        customers.array());
        Write write = new Write().with("target", target).with("distributed", """
                        update customer c set owner_id = s.id, team_id = s.team_id, protected_until = target.until,
                            pooled_at = null, pool_id = null, release_reason = null,
                            status = 'following', won_at = null, updated_at = ?
                        from target, staff s
                        where c.tenant_id = ? and c.id = target.id and c.owner_id is null
                            and s.tenant_id = c.tenant_id and s.id = ?
                        returning c.tenant_id, c.id, c.uuid, c.owner_id, c.team_id, c.last_owner_id, c.protected_until""", at(now), actor.tenantId(), to);
        ClaimStore.hand(write, actor, "distributed", "distribution", now);
        return sql.row(write.select("select count(*) from distributed"), (row, n) -> row.getInt(1))
                .orElse(0);
    }

    /** Takes those that lie in a pool of the actor's reach to another. @return how many */
    int move(Permit permit, Batch customers, long pool, Instant now) {
        Actor actor = permit.actor();
        SqlText was = new SqlText()
                .add("select c.id, c.pool_id from customer c where ")
                .add(CUSTOMERS.where(permit.reach()))
                .add(
                        " and c.deleted_at is null and c.owner_id is null and c.id = any (?) order by c.id for update",
                        (Object) customers.array());
        Write write = new Write()
                .with("into_pool", PoolStore.into(actor, pool))
                .with("was", was)
                .with("is_now", """
                        update customer c set pool_id = into_pool.id, updated_at = ? from was, into_pool
                        where c.tenant_id = ? and c.id = was.id returning c.id, c.uuid, c.pool_id""", at(now), actor.tenantId())
                .with(
                        "audited",
                        Change.of(
                                actor,
                                actor.tenantId(),
                                now,
                                "customer.pool",
                                "customer",
                                "was join is_now using (id)",
                                "id",
                                "jsonb_build_object('pool', was.pool_id)",
                                "jsonb_build_object('pool', is_now.pool_id)"))
                .with(
                        "told",
                        Event.of(
                                actor.tenantId(),
                                now,
                                "customer.changed",
                                "is_now",
                                "id",
                                "jsonb_build_object('customer', uuid)"));
        return sql.row(write.select("select count(*) from is_now"), (row, n) -> row.getInt(1))
                .orElse(0);
    }
}
