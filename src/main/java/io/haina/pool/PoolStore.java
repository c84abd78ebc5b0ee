package io.haina.pool;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.customer.CustomerLayout;
import io.haina.customer.CustomerStatus;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Batch;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.ownership.ContactOwners;
import io.haina.ownership.Protections;
import io.haina.sharing.Sharing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL of releases that somebody asks for, and of the list of claims. */
@Repository
class PoolStore {

    private static final FilterSql CUSTOMERS = new FilterSql(CustomerLayout.LAYOUT);
    private static final FilterSql CLAIMS = new FilterSql(new Layout(
            new FieldCatalog(List.of()), "k.tenant_id", "k.staff_id", "k.team_id", Layout.TextSearch.none()));

    private final Sql sql;

    PoolStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Puts a held customer into a pool.
     *
     * @param pool null for the tenant's default pool
     * @return whether there was one that may be put there, and such a pool
     */
    boolean release(Permit permit, UUID customer, @Nullable Long pool, String reason, Instant now) {
        return release(permit, new SqlText().add("c.uuid = ?", customer), pool, reason, now) == 1;
    }

    /** As above, those of a batch that this transaction has locked. @return how many could be put there */
    int release(Permit permit, Batch customers, @Nullable Long pool, String reason, Instant now) {
        return release(permit, new SqlText().add("c.id = any (?)", (Object) customers.array()), pool, reason, now);
    }

    private int release(Permit permit, SqlText which, @Nullable Long pool, String reason, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText was = new SqlText()
                .add("select c.id, c.owner_id, c.protected_until from customer c where ")
                .add(CUSTOMERS.where(permit.reach()))
                .add(" and c.deleted_at is null and c.owner_id is not null and not c.locked and c.status <> 'won' and ")
                .add(which)
                .add(" order by c.id for update");
        Write write = new Write()
                .with("into_pool", into(actor, pool))
                .with("was", was)
                .with("freed", """
                        update customer c set owner_id = null, team_id = null, protected_until = null,
                            last_owner_id = was.owner_id, pooled_at = ?, pool_id = into_pool.id, release_reason = ?,
                            updated_at = ?
                        from was, into_pool where c.tenant_id = ? and c.id = was.id
                        returning c.tenant_id, c.id, c.uuid, was.owner_id as former, was.protected_until as was_until""", at(now), reason, at(now), tenant)
                .with("ended", Protections.end(tenant, "freed", "freed.id", now, "released"))
                .with("contacts", ContactOwners.none("freed"))
                .with("members", Sharing.clear(RecordKind.CUSTOMER, "freed"))
                .with("released", """
                        insert into release (tenant_id, customer_id, former_owner_id, released_by, cause, reason,
                            released_at)
                        select ?, id, former, ?, 'manual', ?, ? from freed""", tenant, actor.staffId(), reason, at(now))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "customer.release",
                                "customer",
                                "freed",
                                "id",
                                "jsonb_build_object('owner', former, 'protectedUntil', was_until)",
                                "null"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "customer.released",
                                "freed",
                                "id",
                                "jsonb_build_object('customer', uuid, 'cause', 'manual')"));
        return sql.row(write.select("select count(*) from freed"), (row, n) -> row.getInt(1))
                .orElse(0);
    }

    /** The pool that customers go into: a chosen one is locked, so that nobody deletes it meanwhile for being empty. */
    static SqlText into(Actor actor, @Nullable Long pool) {
        return pool == null
                ? new SqlText().add("select id from pool where tenant_id = ? and is_default", actor.tenantId())
                : new SqlText().add("""
                                select id from pool where tenant_id = ? and id = ? and deleted_at is null
                                    and id = any ((select pools_open_to(?, ?))::bigint[])
                                for share""", actor.tenantId(), pool, actor.tenantId(), actor.staffId());
    }

    /** What a person holds and has claimed on a day. */
    Quota quota(Scoped own, SqlText held, LocalDate day) {
        Actor actor = own.actor();
        int perDay = actor.tenant().claimsPerDay();
        SqlText statement = new SqlText()
                .add(
                        "select coalesce((select made from claim_day where tenant_id = ? and staff_id = ? and day = ?), 0)"
                                + " as made, ",
                        actor.tenantId(),
                        actor.staffId(),
                        day)
                .add(held)
                .add(" as held");
        return sql.row(
                        statement,
                        (row, n) -> new Quota(
                                Math.max(0, perDay - row.getInt("made")),
                                perDay,
                                row.getLong("held"),
                                actor.tenant().maximumHeld()))
                .orElseThrow();
    }

    /** A page of claims; the total counts the days' claims, a row a day. */
    Slice<Claim> claims(Scoped scoped, Page page, Instant now) {
        Actor actor = scoped.actor();
        SqlText statement = new SqlText()
                .add("""
                        select total.n as total, k.id, k.claimed_at, k.customer_id, c.uuid, c.name, c.industry, c.region, c.status,
                            c.protected_until, c.locked,
                            c.owner_id = k.staff_id and c.deleted_at is null as still_held
                        from (select coalesce(sum(made), 0) as n from claim_day where tenant_id = ? and staff_id = ?) total
                        left join (select * from claim k where\s""", actor.tenantId(), actor.staffId())
                .add(CLAIMS.where(scoped.filter()))
                .add("""
                         order by k.claimed_at desc, k.id desc\s""")
                .add(SqlText.limit(page))
                .add("""
                        ) k on true
                        left join customer c on c.tenant_id = k.tenant_id and c.id = k.customer_id
                        order by k.claimed_at desc, k.id desc""");
        long[] total = {0};
        List<Claim> claims = sql
                .rows(statement, (row, n) -> {
                    total[0] = row.getLong("total");
                    return claim(row, now);
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return new Slice<>(claims, page, total[0], true);
    }

    private static Optional<Claim> claim(ResultSet row, Instant now) throws SQLException {
        if (row.getObject("id") == null) {
            return Optional.empty();
        }
        boolean held = row.getBoolean("still_held");
        CustomerStatus status = held
                ? CustomerStatus.of(row.getString("status")).orElseThrow(() -> new SQLException("unknown status"))
                : null;
        Instant until = held ? Rows.optionalInstant(row, "protected_until") : null;
        return Optional.of(new Claim(
                row.getLong("id"),
                row.getLong("customer_id"),
                Rows.uuid(row, "uuid"),
                row.getString("name"),
                row.getString("industry"),
                row.getString("region"),
                status,
                Rows.instant(row, "claimed_at"),
                until,
                held,
                status != CustomerStatus.WON && !row.getBoolean("locked") && until != null && !until.isAfter(now)));
    }
}
