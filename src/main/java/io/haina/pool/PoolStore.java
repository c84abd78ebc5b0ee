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
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.ownership.Protections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of claims and of releases that somebody asks for. */
@Repository
class PoolStore {

    private static final FilterSql CUSTOMERS = new FilterSql(CustomerLayout.LAYOUT);
    private static final FilterSql CLAIMS = new FilterSql(new Layout(
            new FieldCatalog(List.of()), "k.tenant_id", "k.staff_id", "k.team_id", Layout.TextSearch.none()));

    private final Sql sql;

    PoolStore(Sql sql) {
        this.sql = sql;
    }

    /** What a refused claim is explained by. */
    record State(
            @Nullable Long ownerId,
            @Nullable Long lastOwnerId,
            @Nullable Instant pooledAt) {

        @Nullable
        Instant freeAgainFor(Actor actor) {
            return pooledAt != null && lastOwnerId != null && lastOwnerId == actor.staffId()
                    ? pooledAt.atZone(actor.tenant().zone())
                            .plus(actor.tenant().coolDown())
                            .toInstant()
                    : null;
        }
    }

    /**
     * Claims a customer: the row is locked first, so that of several claims one finds it in the pool; then the day's count
     * goes up unless it has reached the quota; then the customer changes hands. Any of the three failing, nothing changes.
     */
    boolean claim(Permit permit, UUID customer, Instant now, Instant until) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        LocalDate today = actor.tenant().dayOf(now);
        int quota = actor.tenant().claimsPerDay();
        TemporalAmount coolDown = actor.tenant().coolDown();
        SqlText target = new SqlText()
                .add("select c.id from customer c where ")
                .add(CUSTOMERS.where(permit.reach()))
                .add(
                        " and c.uuid = ? and c.deleted_at is null"
                                + " and (c.last_owner_id is distinct from ? or c.pooled_at <= ?) for update",
                        customer,
                        actor.staffId(),
                        at(now.atZone(actor.tenant().zone()).minus(coolDown).toInstant()));
        Write write = new Write()
                .with("target", target)
                .with("quota", """
                        insert into claim_day as d (tenant_id, staff_id, day, made)
                        select ?, ?, ?, 1 from target where ? > 0
                        on conflict (tenant_id, staff_id, day) do update set made = d.made + 1 where d.made < ?
                        returning made""", tenant, actor.staffId(), today, quota, quota)
                .with("claimed", """
                        update customer c set owner_id = ?, team_id = ?::bigint, protected_until = ?, pooled_at = null,
                            release_reason = null, status = 'following', claim_count = c.claim_count + 1, updated_at = ?
                        from target, quota where c.tenant_id = ? and c.id = target.id and c.owner_id is null
                        returning c.id, c.uuid, c.last_owner_id""", actor.staffId(), actor.teamId(), at(until), at(now), tenant)
                .with("recorded", """
                        insert into claim (tenant_id, customer_id, staff_id, team_id, claimed_at, claimed_on)
                        select ?, id, ?, ?::bigint, ?, ? from claimed""", tenant, actor.staffId(), actor.teamId(), at(now), today)
                .with("protected", Protections.open(tenant, "claimed", "id", actor.staffId(), "claim", now, until))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "customer.claim",
                                "customer",
                                "claimed",
                                "id",
                                "jsonb_build_object('lastOwner', last_owner_id)",
                                "null"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "customer.claimed",
                                "claimed",
                                "id",
                                "jsonb_build_object('customer', uuid)"));
        return sql.row(write.select("select id from claimed"), (row, n) -> true).isPresent();
    }

    /** How a customer stands, if it is a live one of the tenant. */
    Optional<State> state(Permit permit, UUID customer) {
        return sql.row(
                new SqlText().add("""
                                select owner_id, last_owner_id, pooled_at from customer
                                where tenant_id = ? and uuid = ? and deleted_at is null""", permit.actor().tenantId(), customer),
                (row, n) -> new State(
                        Rows.optionalLong(row, "owner_id"),
                        Rows.optionalLong(row, "last_owner_id"),
                        Rows.optionalInstant(row, "pooled_at")));
    }

    /** Claims that the actor has made on a day. */
    int claimsMade(Permit permit, LocalDate day) {
        Actor actor = permit.actor();
        return sql.row(
                        new SqlText()
                                .add(
                                        "select made from claim_day where tenant_id = ? and staff_id = ? and day = ?",
                                        actor.tenantId(),
                                        actor.staffId(),
                                        day),
                        (row, n) -> row.getInt("made"))
                .orElse(0);
    }

    /** Puts a held customer into the pool. @return whether there was one that may be put there */
    boolean release(Permit permit, UUID customer, String reason, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText was = new SqlText()
                .add("select c.id, c.owner_id, c.protected_until from customer c where ")
                .add(CUSTOMERS.where(permit.reach()))
                .add(
                        " and c.uuid = ? and c.deleted_at is null and c.owner_id is not null and not c.locked"
                                + " and c.status <> 'won' for update",
                        customer);
        Write write = new Write()
                .with("was", was)
                .with("freed", """
                        update customer c set owner_id = null, team_id = null, protected_until = null,
                            last_owner_id = was.owner_id, pooled_at = ?, release_reason = ?, updated_at = ?
                        from was where c.tenant_id = ? and c.id = was.id
                        returning c.id, c.uuid, was.owner_id as former, was.protected_until as was_until""", at(now), reason, at(now), tenant)
                .with("ended", Protections.end(tenant, "freed", "freed.id", now, "released"))
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
        return sql.row(write.select("select id from freed"), (row, n) -> true).isPresent();
    }

    /** A page of claims; the total counts the days' claims, a row a day. */
    Slice<Claim> claims(Scoped scoped, Page page, Instant now) {
        Actor actor = scoped.actor();
        SqlText statement = new SqlText()
                .add("""
                        select total.n as total, k.id, k.claimed_at, c.uuid, c.name, c.industry, c.region, c.status,
                            c.protected_until, c.locked, c.owner_id = k.staff_id as still_held
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
        CustomerStatus status =
                CustomerStatus.of(row.getString("status")).orElseThrow(() -> new SQLException("unknown status"));
        Instant until = Rows.optionalInstant(row, "protected_until");
        return Optional.of(new Claim(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("name"),
                row.getString("industry"),
                row.getString("region"),
                status,
                Rows.instant(row, "claimed_at"),
                until,
                row.getBoolean("still_held"),
                status != CustomerStatus.WON && !row.getBoolean("locked") && until != null && !until.isAfter(now)));
    }
}
