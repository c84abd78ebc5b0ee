package io.haina.handover;

import static io.haina.database.Rows.at;

import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.handover.HandoverMoveStore.Order;
import io.haina.handover.HandoverStore.Undoing;
import io.haina.ownership.Protections;
import io.haina.sharing.Sharing;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/**
 * The SQL by which a handover is undone, of all that has had no other owner since. The audit tells: behind the handover's
 * own line no line of the record speaks of an owner.
 */
@Repository
class HandoverUndoStore {

    /** An item {@code i} of the handover with a record {@code x}; four values: tenant, handover, kind, and kind once more. */
    private static final String UNTOUCHED = """
            i.tenant_id = ? and i.handover_id = ? and i.kind = ? and x.tenant_id = i.tenant_id and x.id = i.record_id
                and x.deleted_at is null and x.owner_id is not distinct from i.to_id
                and not exists (select from audit a, handover h
                    where h.tenant_id = i.tenant_id and h.id = i.handover_id and a.tenant_id = h.tenant_id
                        and a.kind = ? and a.record_id = i.record_id and a.id > h.audit_id
                        and (jsonb_exists(a.before, 'owner') or jsonb_exists(a.after, 'owner')))""";

    /** A customer of a person whose protection has ended is on its way into the pool; one value. */
    private static final String NOT_LAPSED =
            " and (x.owner_id is null or x.status = 'won' or x.locked or x.protected_until > ?)";

    private final Sql sql;

    HandoverUndoStore(Sql sql) {
        this.sql = sql;
    }

    private static SqlText untouched(Order order, Possession kind) {
        SqlText text = new SqlText().add(UNTOUCHED, order.tenant(), order.handover(), kind.key(), kind.key());
        return kind == Possession.CUSTOMER ? text.add(NOT_LAPSED, at(order.now())) : text;
    }

    /** Locks the customers that will go back, in the order of their numbers. @return how many */
    int lockCustomers(Order order) {
        SqlText locked = new SqlText()
                .add("select count(*) from (select x.id from handover_item i, customer x where ")
                .add(untouched(order, Possession.CUSTOMER))
                .add(" order by x.id for update of x) going");
        return sql.row(locked, (row, n) -> row.getInt(1)).orElse(0);
    }

    /** Before the customers themselves: the contacts that have had no other owner, nor their customer. @return how many */
    int contacts(Order order) {
        SqlText was = new SqlText()
                .add("select x.id, i.from_id, x.owner_id as former from handover_item i, contact x where ")
                .add(untouched(order, Possession.CONTACT))
                .add("""

                         and not exists (select from audit a, handover h
                            where h.tenant_id = i.tenant_id and h.id = i.handover_id and a.tenant_id = h.tenant_id
                                and a.kind = 'customer' and a.record_id = x.customer_id and a.id > h.audit_id
                                and (jsonb_exists(a.before, 'owner') or jsonb_exists(a.after, 'owner')))
                        order by x.id for update of x""");
        return giveBack(order, Possession.CONTACT, was);
    }

    /** Records of a kind other than customers and contacts. @return how many */
    int records(Order order, Possession kind) {
        SqlText was = new SqlText()
                .add("select x.id, i.from_id, x.owner_id as former from handover_item i, " + kind.key() + " x where ")
                .add(untouched(order, kind))
                .add(" order by x.id for update of x");
        return giveBack(order, kind, was);
    }

    private int giveBack(Order order, Possession kind, SqlText was) {
        String table = kind.key();
        Write write = new Write()
                .with("was", was)
                .with(
                        "is_now",
                        "update " + table
                                + " x set owner_id = s.id, team_id = s.team_id, updated_at = ? from was, staff s"
                                + " where x.tenant_id = ? and x.id = was.id and s.tenant_id = x.tenant_id"
                                + " and s.id = was.from_id returning x.tenant_id, x.id, x.uuid, x.owner_id, was.former",
                        at(order.now()),
                        order.tenant());
        if (kind == Possession.OPPORTUNITY) {
            write.with("members", Sharing.withoutOwner(RecordKind.OPPORTUNITY, "is_now"));
        }
        tell(write, order, kind);
        return count(write);
    }

    /** Customers that went to a person. Each has its former protection again, or a fresh one if that would have ended. */
    int customersOfPerson(Order order, Instant fresh) {
        long tenant = order.tenant();
        Write write = returning(order, fresh, "x.owner_id is not null")
                .with(
                        "ended",
                        Protections.end(tenant, "is_now", "is_now.id", order.now(), "transferred")
                                .add(", is_now.owner_id, is_now.protected_until"))
                .with("protected", opened(order, "ended", "customer_id"))
                .with("members", Sharing.withoutOwner(RecordKind.CUSTOMER, "is_now"));
        tell(write, order, Possession.CUSTOMER);
        return count(write);
    }

    /** As above, customers that went into a pool and still lie there. */
    int customersOfPool(Order order, Instant fresh) {
        Write write = returning(order, fresh, "x.owner_id is null").with("protected", opened(order, "is_now", "id"));
        tell(write, order, Possession.CUSTOMER);
        return count(write);
    }

    private static Write returning(Order order, Instant fresh, String where) {
        SqlText was = new SqlText()
                .add("select x.id, i.from_id, i.until_at, x.owner_id as former from handover_item i, customer x where ")
                .add(untouched(order, Possession.CUSTOMER))
                .add(" and " + where + " order by x.id for update of x");
        return new Write()
                .with("was", was)
                .with("is_now", """
                        update customer x set owner_id = s.id, team_id = s.team_id, pooled_at = null, pool_id = null,
                            release_reason = null, last_owner_id = coalesce(x.owner_id, x.last_owner_id),
                            protected_until = case when was.until_at > ? then was.until_at else ? end, updated_at = ?
                        from was, staff s
                        where x.tenant_id = ? and x.id = was.id and s.tenant_id = x.tenant_id and s.id = was.from_id
                        returning x.tenant_id, x.id, x.uuid, x.owner_id, x.protected_until, was.former""", at(order.now()), at(fresh), at(order.now()), order.tenant());
    }

    private static SqlText opened(Order order, String source, String customer) {
        return Protections.open(
                order.tenant(),
                source,
                customer,
                new SqlText().add("owner_id"),
                "transfer",
                order.now(),
                new SqlText().add("protected_until"));
    }

    private static void tell(Write write, Order order, Possession kind) {
        String table = kind.key();
        write.with(
                        "returned",
                        "update handover_item i set returned_at = ? from is_now"
                                + " where i.tenant_id = ? and i.handover_id = ? and i.kind = ? and i.record_id = is_now.id",
                        at(order.now()),
                        order.tenant(),
                        order.handover(),
                        table)
                .with(
                        "audited",
                        Change.of(
                                order.actor(),
                                order.tenant(),
                                order.now(),
                                table + ".transfer",
                                table,
                                "is_now",
                                "id",
                                "jsonb_build_object('owner', former)",
                                "jsonb_build_object('owner', owner_id)"))
                .with(
                        "told",
                        Event.of(
                                order.tenant(),
                                order.now(),
                                table + ".transferred",
                                "is_now",
                                "id",
                                "jsonb_build_object('" + table + "', uuid, 'owner', owner_id)"));
    }

    /**
     * Members that the handover took off: those of what went back, and the leaver wherever the record has an owner.
     *
     * @return how many of the leaver's own
     */
    int members(Order order, Undoing undoing) {
        Write write = new Write();
        for (RecordKind kind : new RecordKind[] {RecordKind.CUSTOMER, RecordKind.OPPORTUNITY}) {
            String key = kind.key();
            write.with(key + "_members", """
                            insert into record_member (tenant_id, kind, record_id, staff_id, power, added_by, added_at)
                            select m.tenant_id, m.kind, m.record_id, m.staff_id, m.power, m.added_by, m.added_at
                            from handover_member m
                            join %1$s x on x.tenant_id = m.tenant_id and x.id = m.record_id
                            where m.tenant_id = ? and m.handover_id = ? and m.kind = '%1$s' and x.deleted_at is null
                                and x.owner_id <> m.staff_id
                                and (m.staff_id = ? or exists (select from handover_item i
                                    where i.tenant_id = m.tenant_id and i.handover_id = m.handover_id and i.kind = m.kind
                                        and i.record_id = m.record_id and i.returned_at is not null))
                            on conflict do nothing returning record_id, staff_id, power""".formatted(key), order.tenant(), order.handover(), undoing.leaver())
                    .with(
                            key + "_audited",
                            Change.of(
                                    order.actor(),
                                    order.tenant(),
                                    order.now(),
                                    key + ".members",
                                    key,
                                    key + "_members",
                                    "record_id",
                                    "null",
                                    "jsonb_build_object(staff_id::text, power)"))
                    .with(
                            key + "_told",
                            Event.of(
                                    order.tenant(),
                                    order.now(),
                                    key + ".members_changed",
                                    key + "_members",
                                    "record_id",
                                    "jsonb_build_object('" + key + "', record_id)"));
        }
        return sql.row(
                        write.select(
                                "select (select count(*) from customer_members where staff_id = ?)"
                                        + " + (select count(*) from opportunity_members where staff_id = ?)",
                                undoing.leaver(),
                                undoing.leaver()),
                        (row, n) -> row.getInt(1))
                .orElse(0);
    }

    private int count(Write write) {
        return sql.row(write.select("select count(*) from is_now"), (row, n) -> row.getInt(1))
                .orElse(0);
    }
}
