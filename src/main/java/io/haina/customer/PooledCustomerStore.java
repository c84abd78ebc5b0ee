package io.haina.customer;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.customer.CustomerWriteStore.Made;
import io.haina.database.Grams;
import io.haina.database.Ids;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Registers customers that nobody holds. */
@Repository
class PooledCustomerStore {

    private final Sql sql;

    PooledCustomerStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A new customer that lies in a pool from the beginning: nobody holds it, and nothing protects it.
     *
     * @param pool null for the tenant's default pool
     * @return its ids; empty if the same customer is there already
     * @throws Refused if the actor sees no such pool
     */
    Optional<Made> insert(Permit permit, @Nullable Long pool, String name, CustomerDraft draft, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        long into = sql.row(pool(actor, pool), (row, n) -> row.getLong("id"))
                .orElseThrow(() -> Refused.notFound(Problem.Kind.POOL));
        String core = CustomerNames.core(name);
        String text = CustomerNames.searchText(name, null, null);
        Write write = new Write()
                .with(
                        "reported",
                        """
                        insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
                            pool_id, pooled_at, reported_by, reported_at, reported_on, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, name_key) where deleted_at is null do nothing
                        returning id, uuid, name, industry, region, source, pool_id""",
                        tenant,
                        Ids.uuid(),
                        name,
                        CustomerNames.key(name),
                        draft.industry(),
                        draft.region(),
                        draft.source(),
                        draft.demand(),
                        into,
                        at(now),
                        actor.staffId(),
                        at(now),
                        actor.tenant().dayOf(now),
                        at(now))
                .with(
                        "searchable",
                        CustomerWriteStore.SEARCHABLE,
                        tenant,
                        text,
                        core,
                        Grams.of(tenant, text),
                        NearKeys.of(tenant, core))
                .with("audited", CustomerWriteStore.reported(actor, now))
                .with("told", CustomerWriteStore.told(tenant, now));
        return sql.row(
                write.select("select id, uuid from reported"),
                (row, n) -> new Made(row.getLong("id"), Rows.uuid(row, "uuid")));
    }

    /** Locked, so that nobody deletes it meanwhile for being empty. */
    private static SqlText pool(Actor actor, @Nullable Long pool) {
        return pool == null
                ? new SqlText()
                        .add("select id from pool where tenant_id = ? and is_default for share", actor.tenantId())
                : new SqlText().add("""
                                select id from pool where tenant_id = ? and id = ? and deleted_at is null
                                    and id = any ((select pools_open_to(?, ?))::bigint[])
                                for share""", actor.tenantId(), pool, actor.tenantId(), actor.staffId());
    }
}
