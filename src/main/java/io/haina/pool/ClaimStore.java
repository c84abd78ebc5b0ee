package io.haina.pool;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.customer.CustomerLayout;
import io.haina.database.FilterSql;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.filter.Batch;
import io.haina.ownership.ContactOwners;
import io.haina.ownership.Protections;
import io.haina.sharing.Sharing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL by which a person claims customers out of pools. */
@Repository
class ClaimStore {

    private static final FilterSql CUSTOMERS = new FilterSql(CustomerLayout.LAYOUT);

    private final Sql sql;

    ClaimStore(Sql sql) {
        this.sql = sql;
    }

    /** Customers that are asked for, as a condition on {@code customer c}. */
    record Wanted(SqlText condition, int size) {

        static Wanted one(UUID customer) {
            return new Wanted(new SqlText().add("c.uuid = ?", customer), 1);
        }

        static Wanted all(Batch customers) {
            return new Wanted(new SqlText().add("c.id = any (?)", (Object) customers.array()), customers.size());
        }
    }

    /**
     * Claims customers: the rows are locked first, so that of several claims one finds them in the pool; then the counts of
     * the day go up, that of all pools and those of each, unless one would pass its quota; then the customers change hands.
     * Any of the three failing for any customer, nothing changes.
     *
     * @return when the protection of each ends; empty if nothing changed
     */
    List<Claimed> claim(Permit permit, Wanted wanted, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        LocalDate today = actor.tenant().dayOf(now);
        Write write = new Write()
                .with("target", target(permit, wanted, now))
                .with("taken", """
                        select coalesce(sum(n), 0)::integer as n, jsonb_object_agg(pool_id, n) as by_pool,
                            coalesce(jsonb_object_agg(pool_id, claims_per_day) filter (where claims_per_day is not null),
                                '{}') as limits
                        from (select pool_id, claims_per_day, count(*) as n from target group by 1, 2) each_pool""")
                .with("quota", quota(actor, wanted, today))
                .with("claimed", """
                        update customer c set owner_id = ?, team_id = ?::bigint, protected_until = target.until,
                            pooled_at = null, pool_id = null, release_reason = null,
                            status = 'following', won_at = null, claim_count = c.claim_count + 1, updated_at = ?
                        from target, quota where c.tenant_id = ? and c.id = target.id and c.owner_id is null
                        returning c.tenant_id, c.id, c.uuid, c.owner_id, c.team_id, c.last_owner_id, c.protected_until""", actor.staffId(), actor.teamId(), at(now), tenant)
                .with("recorded", """
                        insert into claim (tenant_id, customer_id, staff_id, team_id, claimed_at, claimed_on)
                        select ?, id, ?, ?::bigint, ?, ? from claimed""", tenant, actor.staffId(), actor.teamId(), at(now), today);
        hand(write, actor, "claimed", "claim", now);
        return sql.rows(
                write.select("select uuid, protected_until from claimed"),
                (row, n) -> new Claimed(Rows.uuid(row, "uuid"), Rows.instant(row, "protected_until")));
    }

    private static SqlText target(Permit permit, Wanted wanted, Instant now) {
        Actor actor = permit.actor();
        return new SqlText()
                .add("select c.id, c.pool_id, p.claims_per_day, ")
                .add(PoolRules.protectedUntil(actor, now))
                .add("""
                         as until
                        from customer c join pool p on p.tenant_id = c.tenant_id and p.id = c.pool_id
                        where\s""")
                .add(CUSTOMERS.where(permit.reach()))
                .add(" and c.deleted_at is null and ")
                .add(wanted.condition())
                .add(" and (c.last_owner_id is distinct from ? or c.pooled_at <= ", actor.staffId())
                .add(PoolRules.cooledDownSince(actor, now))
                .add(") order by c.id for update of c");
    }

    private static SqlText quota(Actor actor, Wanted wanted, LocalDate today) {
        int quota = actor.tenant().claimsPerDay();
        return new SqlText().add("""
                        insert into claim_day as d (tenant_id, staff_id, day, made, by_pool)
                        select ?, ?, ?, n, by_pool from taken
                        where n = ? and n <= ? and counts_within(by_pool, limits)
                        on conflict (tenant_id, staff_id, day) do update
                            set made = d.made + excluded.made, by_pool = counts_sum(d.by_pool, excluded.by_pool)
                            where d.made + excluded.made <= ?
                                and counts_within(counts_sum(d.by_pool, excluded.by_pool), (select limits from taken))
                        returning made""", actor.tenantId(), actor.staffId(), today, wanted.size(), quota, quota);
    }

    /**
     * What belongs to a customer's coming out of a pool into somebody's hands.
     *
     * @param source the part that moved it, with the columns of a claimed one
     */
    static void hand(Write write, Actor actor, String source, String rule, Instant now) {
        long tenant = actor.tenantId();
        write.with(
                        "protected",
                        Protections.open(
                                tenant,
                                source,
                                "id",
                                new SqlText().add("owner_id"),
                                rule,
                                now,
                                new SqlText().add("protected_until")))
                .with("contacts", ContactOwners.taken(source))
                .with("members", Sharing.clear(RecordKind.CUSTOMER, source))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "customer." + rule,
                                "customer",
                                source,
                                "id",
                                "jsonb_build_object('lastOwner', last_owner_id)",
                                "jsonb_build_object('owner', owner_id)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "customer." + source,
                                source,
                                "id",
                                "jsonb_build_object('customer', uuid)"));
    }

    /** What a refused claim is explained by. */
    record State(
            @Nullable Long ownerId,
            @Nullable Long lastOwnerId,
            @Nullable Instant pooledAt,
            @Nullable Long poolId,
            @Nullable Period coolDown,
            @Nullable Integer claimsPerDay,
            int claimsMade) {

        @Nullable
        Instant freeAgainFor(Actor actor) {
            return pooledAt != null && lastOwnerId != null && lastOwnerId == actor.staffId()
                    ? pooledAt.atZone(actor.tenant().zone())
                            .plus(coolDown == null ? actor.tenant().coolDown() : coolDown)
                            .toInstant()
                    : null;
        }
    }

    /** How customers stand that are live ones of the tenant, and not in a pool that the actor does not see. */
    List<State> states(Permit permit, Wanted wanted, LocalDate day) {
        Actor actor = permit.actor();
        SqlText statement = new SqlText()
                .add("""
                        select c.owner_id, c.last_owner_id, c.pooled_at, c.pool_id, p.cool_down, p.claims_per_day,
                            coalesce((d.by_pool ->> c.pool_id::text)::integer, 0) as made
                        from customer c
                        left join pool p on p.tenant_id = c.tenant_id and p.id = c.pool_id
                        left join claim_day d on d.tenant_id = c.tenant_id and d.staff_id = ? and d.day = ?
                        where c.tenant_id = ? and c.deleted_at is null
                            and (c.pool_id is null or c.pool_id = any ((select pools_open_to(?, ?))::bigint[])) and\s""", actor.staffId(), day, actor.tenantId(), actor.tenantId(), actor.staffId())
                .add(wanted.condition())
                .add(" order by c.id");
        return sql.rows(statement, (row, n) -> state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        String coolDown = row.getString("cool_down");
        return new State(
                Rows.optionalLong(row, "owner_id"),
                Rows.optionalLong(row, "last_owner_id"),
                Rows.optionalInstant(row, "pooled_at"),
                Rows.optionalLong(row, "pool_id"),
                coolDown == null ? null : Period.parse(coolDown),
                row.getObject("claims_per_day", Integer.class),
                row.getInt("made"));
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
}
