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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** All SQL by which a right to a customer is lengthened, moved and read back. */
@Repository
class OwnershipStore {

    private static final FilterSql HELD = new FilterSql(Layout.reachOf(RecordKind.CUSTOMER));

    private final Sql sql;

    OwnershipStore(Sql sql) {
        this.sql = sql;
    }

    /** Whether the query reaches the customer. */
    boolean reaches(Scoped scoped, UUID customer) {
        return sql.row(
                        new SqlText()
                                .add("select 1 from customer c where ")
                                .add(HELD.where(scoped.filter()))
                                .add(" and c.deleted_at is null and c.uuid = ?", customer),
                        (row, n) -> true)
                .isPresent();
    }

    /** The spans in which a customer was held, oldest first. */
    List<Holding> history(Scoped scoped, UUID customer) {
        SqlText statement = new SqlText()
                .add("""
                        select p.holder_id, s.real_name, p.rule, p.from_at, p.until_at, p.ended_at, p.end_reason, x.times, x.days,
                            (select r.reason from release r where r.tenant_id = p.tenant_id
                                and r.customer_id = p.customer_id and r.released_at = p.ended_at limit 1) as said
                        from customer c
                        join protection p on p.tenant_id = c.tenant_id and p.customer_id = c.id
                        join staff s on s.tenant_id = p.tenant_id and s.id = p.holder_id
                        cross join lateral (select count(*) as times, coalesce(sum(e.days), 0) as days
                            from protection_extension e
                            where e.tenant_id = p.tenant_id and e.protection_id = p.id) x
                        where\s""")
                .add(HELD.where(scoped.filter()))
                .add(" and c.deleted_at is null and c.uuid = ? order by p.from_at, p.id", customer);
        return sql.rows(
                statement,
                (row, n) -> new Holding(
                        row.getLong("holder_id"),
                        row.getString("real_name"),
                        row.getString("rule"),
                        Rows.instant(row, "from_at"),
                        Rows.instant(row, "until_at"),
                        row.getInt("times"),
                        row.getInt("days"),
                        Rows.optionalInstant(row, "ended_at"),
                        row.getString("end_reason"),
                        row.getString("said")));
    }

    /** How a customer stands now. */
    Optional<Standing> standing(Scoped scoped, UUID customer) {
        SqlText statement = new SqlText()
                .add("""
                        select c.owner_id, s.real_name, p.from_at, c.protected_until, c.locked, p.rule,
                            c.status <> 'won' and not c.locked and c.owner_id is not null as ends,
                            c.pool_id, o.name as pool_name, c.pooled_at
                        from customer c
                        left join staff s on s.tenant_id = c.tenant_id and s.id = c.owner_id
                        left join protection p on p.tenant_id = c.tenant_id and p.customer_id = c.id
                            and p.ended_at is null
                        left join pool o on o.tenant_id = c.tenant_id and o.id = c.pool_id
                        where\s""")
                .add(HELD.where(scoped.filter()))
                .add(" and c.deleted_at is null and c.uuid = ?", customer);
        return sql.row(
                statement,
                (row, n) -> new Standing(
                        Rows.optionalLong(row, "owner_id"),
                        row.getString("real_name"),
                        Rows.optionalInstant(row, "from_at"),
                        Rows.optionalInstant(row, "protected_until"),
                        row.getBoolean("locked"),
                        row.getBoolean("ends"),
                        row.getString("rule"),
                        Rows.optionalLong(row, "pool_id"),
                        row.getString("pool_name"),
                        Rows.optionalInstant(row, "pooled_at")));
    }

    /** Lengthens the protection that a person still has. @return its new end; empty if the person has none any more */
    Optional<Instant> extend(Permit permit, long customer, long holder, long approval, int days, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with(
                        "was",
                        """
                        select id, protected_until,
                            (protected_until at time zone ? + make_interval(days => ?)) at time zone ? as extended
                        from customer
                        where tenant_id = ? and id = ? and deleted_at is null and owner_id = ? and protected_until > ?
                        for update""",
                        actor.tenant().zone().getId(),
                        days,
                        actor.tenant().zone().getId(),
                        tenant,
                        customer,
                        holder,
                        at(now))
                .with("is_now", """
                        update customer c set protected_until = was.extended, updated_at = ?
                        from was where c.tenant_id = ? and c.id = was.id
                        returning c.id, c.uuid, c.protected_until""", at(now), tenant)
                .with("lengthened", """
                        update protection p set until_at = was.extended
                        from was where p.tenant_id = ? and p.customer_id = was.id and p.ended_at is null
                        returning p.id""", tenant)
                .with("extension", """
                        insert into protection_extension (tenant_id, protection_id, approval_id, days, until_before,
                            until_after, extended_at)
                        select ?, lengthened.id, ?, ?, was.protected_until, was.extended, ? from was, lengthened""", tenant, approval, days, at(now))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "protection.extend",
                                "customer",
                                "was join is_now using (id)",
                                "id",
                                "jsonb_build_object('protectedUntil', was.protected_until)",
                                "jsonb_build_object('protectedUntil', is_now.protected_until)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "protection.extended",
                                "is_now",
                                "id",
                                "jsonb_build_object('customer', uuid, 'until', protected_until)"));
        return sql.row(
                write.select("select protected_until from is_now"), (row, n) -> Rows.instant(row, "protected_until"));
    }

    /** Whether a person holds a customer now, protected or not. */
    boolean holds(Permit permit, long customer, long staff) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from customer where tenant_id = ? and id = ? and owner_id = ?"
                                                + " and deleted_at is null",
                                        permit.actor().tenantId(),
                                        customer,
                                        staff),
                        (row, n) -> true)
                .isPresent();
    }

    /**
     * Locks a customer until the transaction ends.
     *
     * @return whether the protection is its open one: looked at only when whoever had the lock has ended theirs
     */
    boolean lockWithin(Permit permit, long customer, long protection) {
        long tenant = permit.actor().tenantId();
        sql.row(
                new SqlText().add("select 1 from customer where tenant_id = ? and id = ? for update", tenant, customer),
                (row, n) -> true);
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from protection where tenant_id = ? and id = ? and customer_id = ?"
                                                + " and ended_at is null",
                                        tenant,
                                        protection,
                                        customer),
                        (row, n) -> true)
                .isPresent();
    }

    /** Whether somebody is there who may sign in. */
    boolean maySignIn(Permit permit, long staff) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from staff where tenant_id = ? and id = ? and disabled_at is null",
                                        permit.actor().tenantId(),
                                        staff),
                        (row, n) -> true)
                .isPresent();
    }

    /** Whether a customer is locked. */
    boolean isLocked(Permit permit, long customer) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from customer where tenant_id = ? and id = ? and locked"
                                                + " and deleted_at is null",
                                        permit.actor().tenantId(),
                                        customer),
                        (row, n) -> true)
                .isPresent();
    }

    /** Makes everything that brings a person customers wait for this transaction. */
    void lockHolder(Permit permit, long staff) {
        sql.row(
                new SqlText()
                        .add(
                                "select id from staff where tenant_id = ? and id = ? for no key update",
                                permit.actor().tenantId(),
                                staff),
                (row, n) -> row.getLong("id"));
    }

    /** How many customers a person holds, counted up to a limit. */
    int countHeld(Permit permit, long staff, int limit) {
        return sql.row(new SqlText().add("""
                                        select count(*) from (select 1 from customer
                                        where tenant_id = ? and owner_id = ? and deleted_at is null limit ?) held""", permit.actor().tenantId(), staff, limit), (row, n) -> row.getInt(1))
                .orElse(0);
    }
}
