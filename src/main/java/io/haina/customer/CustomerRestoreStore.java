package io.haina.customer;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.ownership.Protections;
import io.haina.sharing.Sharing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL by which deleted customers come back with their contacts; runs in the caller's transaction. */
@Repository
class CustomerRestoreStore {

    private static final FilterSql FILTERS = new FilterSql(CustomerLayout.LAYOUT);

    /** Why it lies in the pool, as the pool tells it. */
    private static final String REASON = "恢复时原负责人不可用";

    private static final String RULE = "restoration";

    private final Sql sql;

    CustomerRestoreStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A deleted customer as it was.
     *
     * @param owner who held it; null where it lay in a pool
     * @param active whether that person may still sign in
     * @param staysHeld whether it was won or locked, which no pool takes
     * @param pool where it lay, if that is still there
     */
    record Former(
            String name,
            @Nullable Long owner,
            boolean active,
            boolean staysHeld,
            @Nullable Long pool) {}

    /** The deleted customer of a number, within the reach. */
    Optional<Former> former(Permit permit, long id) {
        SqlText statement = new SqlText()
                .add("""
                        select c.name, c.owner_id, s.id is not null as active, c.status = 'won' or c.locked as stays_held,
                            p.id as pool_id
                        from customer c
                        left join staff s on s.tenant_id = c.tenant_id and s.id = c.owner_id and s.disabled_at is null
                        left join pool p on p.tenant_id = c.tenant_id and p.id = c.pool_id and p.deleted_at is null
                        where\s""")
                .add(FILTERS.where(permit.reach()))
                .add(" and c.deleted_at is not null and c.id = ?", id);
        return sql.row(
                statement,
                (row, n) -> new Former(
                        row.getString("name"),
                        Rows.optionalLong(row, "owner_id"),
                        row.getBoolean("active"),
                        row.getBoolean("stays_held"),
                        Rows.optionalLong(row, "pool_id")));
    }

    /**
     * What has come back.
     *
     * @param contacts those that went with the customer and came back with it
     */
    record Back(@Nullable Long owner, @Nullable Long pool, List<Long> contacts) {}

    /** Gives it to a person who may sign in, with a fresh protection. @return empty if one of the two is not there */
    Optional<Back> toPerson(Permit permit, long id, Former former, long holder, Instant now, Instant until) {
        long tenant = permit.actor().tenantId();
        Write write = new Write()
                .with("was", was(permit, id, former))
                .with("is_now", """
                        update customer c set deleted_at = null, updated_at = ?, owner_id = s.id, team_id = s.team_id,
                            protected_until = ?, pooled_at = null, pool_id = null, release_reason = null,
                            last_owner_id = case when was.owner_id = s.id then c.last_owner_id
                                else coalesce(was.owner_id, c.last_owner_id) end
                        from was, staff s
                        where c.tenant_id = ? and c.id = was.id and s.tenant_id = c.tenant_id and s.id = ?
                            and s.disabled_at is null
                        returning c.*""", at(now), at(until), tenant, holder)
                .with("protected", Protections.open(tenant, "is_now", "is_now.id", holder, RULE, now, until))
                .with("members", Sharing.withoutOwner(RecordKind.CUSTOMER, "is_now"));
        return back(permit, write, now);
    }

    /** Puts it into a pool; the default one for null. @return empty if it is not there, or there is no such pool */
    Optional<Back> toPool(Permit permit, long id, Former former, Instant now) {
        long tenant = permit.actor().tenantId();
        Long pool = former.pool();
        SqlText into = pool == null
                ? new SqlText().add("select id from pool where tenant_id = ? and is_default for share", tenant)
                : new SqlText()
                        .add(
                                "select id from pool where tenant_id = ? and id = ? and deleted_at is null for share",
                                tenant,
                                pool);
        Write write = new Write()
                .with("into_pool", into)
                .with("was", was(permit, id, former))
                .with("is_now", """
                        update customer c set deleted_at = null, updated_at = ?, owner_id = null, team_id = null,
                            protected_until = null, pool_id = into_pool.id, pooled_at = coalesce(c.pooled_at, ?),
                            release_reason = case when was.owner_id is null then c.release_reason else ? end,
                            last_owner_id = coalesce(was.owner_id, c.last_owner_id)
                        from was, into_pool
                        where c.tenant_id = ? and c.id = was.id
                        returning c.*""", at(now), at(now), REASON, tenant)
                .with("members", Sharing.clear(RecordKind.CUSTOMER, "is_now"));
        return back(permit, write, now);
    }

    private static SqlText was(Permit permit, long id, Former former) {
        return new SqlText()
                .add("select c.* from customer c where ")
                .add(FILTERS.where(permit.reach()))
                .add(
                        " and c.deleted_at is not null and c.id = ? and c.owner_id is not distinct from ?::bigint for update",
                        id,
                        former.owner());
    }

    /** Its contacts went at the same moment. One that the former owner kept is the new one's, others stay whose they are. */
    private Optional<Back> back(Permit permit, Write write, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        write.with("contacts", """
                        update contact k set deleted_at = null, is_primary = coalesce(k.id = (
                                select p.id from contact p, was
                                where p.tenant_id = ? and p.customer_id = was.id and p.deleted_at = was.deleted_at
                                    and p.is_primary
                                order by p.id desc limit 1), false),
                            owner_id = case when x.owner_id is null then null
                                when k.owner_id is distinct from was.owner_id and f.id is not null then f.id
                                else x.owner_id end,
                            team_id = case when x.owner_id is null then null
                                when k.owner_id is distinct from was.owner_id and f.id is not null then f.team_id
                                else x.team_id end
                        from is_now x, was, contact o
                        left join staff f on f.tenant_id = o.tenant_id and f.id = o.owner_id and f.disabled_at is null
                        where k.tenant_id = ? and k.customer_id = was.id and k.deleted_at = was.deleted_at
                            and x.id = was.id and o.tenant_id = k.tenant_id and o.id = k.id
                        returning k.*""", tenant, tenant)
                .with(
                        "contacts_audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "contact.restore",
                                "contact",
                                "contacts",
                                "id",
                                "null",
                                "jsonb_build_object('owner', owner_id)"))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "customer.restore",
                                "customer",
                                "was join is_now using (id)",
                                "id",
                                "to_jsonb(was)",
                                "to_jsonb(is_now)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "customer.restored",
                                "is_now",
                                "id",
                                "jsonb_build_object('customer', uuid, 'owner', owner_id)"))
                .with("searchable", """
                        insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
                        select ?, id, '', '', '{}', '{}' from is_now""", tenant);
        return sql.row(
                write.select(
                        "select owner_id, pool_id, array(select id from contacts order by id) as contacts from is_now"),
                (row, n) ->
                        new Back(Rows.optionalLong(row, "owner_id"), Rows.optionalLong(row, "pool_id"), List.of((Long[])
                                row.getArray("contacts").getArray())));
    }
}
