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
 * own line no line of the record speaks of an owner. An order is as large as what somebody held, so tables are joined to
 * tables by their keys alone, whatever the database thinks of their size.
 */
@Repository
class HandoverUndoStore {

    /** An item {@code i} of the handover and its record {@code x}; three values: tenant, handover, kind. */
    private static final String ITEM = """
            i.tenant_id = ? and i.handover_id = ? and i.kind = ? and x.tenant_id = i.tenant_id and x.id = i.record_id""";

    private final Sql sql;

    HandoverUndoStore(Sql sql) {
        this.sql = sql;
    }

    /** An undoing at work. */
    record Back(Order order, Undoing undoing) {
        private SqlText item(Possession kind) {
            return new SqlText().add(ITEM, order.tenant(), order.handover(), kind.key());
        }

        /** The audit speaks of no owner of a record behind the handover's line: one look by an index for each. */
        private SqlText sameOwner(Possession kind, String record) {
            return new SqlText()
                    .add(
                            " and coalesce((select false from audit a where a.tenant_id = ? and a.kind = ? and a.record_id = "
                                    + record
                                    + " and a.id > ? and (jsonb_exists(a.before, 'owner') or jsonb_exists(a.after, 'owner'))"
                                    + " limit 1), true)",
                            order.tenant(),
                            kind.key(),
                            undoing.auditId());
        }

        /** What goes back; of the customers of a person not those that are on their way into the pool. */
        private SqlText untouched(Possession kind) {
            SqlText text = item(kind)
                    .add(" and x.deleted_at is null and x.owner_id is not distinct from i.to_id")
                    .add(sameOwner(kind, "i.record_id"));
            return switch (kind) {
                case CUSTOMER ->
                    text.add(
                            " and (x.owner_id is null or x.status = 'won' or x.locked or x.protected_until > ?)",
                            at(order.now()));
                case CONTACT -> text.add(sameOwner(Possession.CUSTOMER, "x.customer_id"));
                default -> text;
            };
        }
    }

    /** Locks the records that will go back, in the order of their numbers. @return how many */
    int lock(Back back, Possession kind) {
        SqlText locked = new SqlText()
                .add("select count(*) from (select x.id from handover_item i, " + kind.key() + " x where ")
                .add(back.untouched(kind))
                .add(" order by x.id for update of x) going");
        return sql.row(locked, (row, n) -> row.getInt(1)).orElse(0);
    }

    /** Marks the items that go back. Their records are locked. */
    private void mark(Back back, Possession kind) {
        sql.change(new SqlText()
                .add(
                        "update handover_item i set returned_at = ? from " + kind.key() + " x where ",
                        at(back.order().now()))
                .add(back.untouched(kind)));
    }

    /** Records of a kind other than customers; contacts come before their customers. @return how many */
    int records(Back back, Possession kind) {
        lock(back, kind);
        mark(back, kind);
        SqlText move = new SqlText()
                .add(
                        "update " + kind.key() + " x set owner_id = s.id, team_id = s.team_id, updated_at = ?"
                                + " from handover_item i, staff s where ",
                        at(back.order().now()))
                .add(back.item(kind))
                .add(" and i.returned_at is not null and s.tenant_id = i.tenant_id and s.id = i.from_id")
                .add(" returning x.tenant_id, x.id, x.uuid, x.owner_id, i.to_id as former");
        Write write = new Write().with("is_now", move);
        if (kind == Possession.OPPORTUNITY) {
            write.with("members", Sharing.withoutOwner(RecordKind.OPPORTUNITY, "is_now"));
        }
        tell(write, back.order(), kind);
        return count(write);
    }

    /**
     * Customers, which are locked, of a person, and those that lie in the pool still. Each has its former protection again,
     * or a fresh one if that would have ended.
     *
     * @return how many
     */
    int customers(Back back, Instant fresh) {
        mark(back, Possession.CUSTOMER);
        Order order = back.order();
        Write held = new Write()
                .with("is_now", move(back, fresh, "x.owner_id = i.to_id"))
                .with(
                        "ended",
                        Protections.end(order.tenant(), "is_now", "is_now.id", order.now(), "transferred")
                                .add(", is_now.owner_id, is_now.protected_until"))
                .with("protected", opened(order, "ended", "customer_id"))
                .with("members", Sharing.withoutOwner(RecordKind.CUSTOMER, "is_now"));
        tell(held, order, Possession.CUSTOMER);
        Write pooled = new Write()
                .with("is_now", move(back, fresh, "x.owner_id is null and i.to_id is null"))
                .with("protected", opened(order, "is_now", "id"));
        tell(pooled, order, Possession.CUSTOMER);
        return count(held) + count(pooled);
    }

    private static SqlText move(Back back, Instant fresh, String where) {
        Instant now = back.order().now();
        return new SqlText()
                .add("""
                        update customer x set owner_id = s.id, team_id = s.team_id, pooled_at = null, pool_id = null,
                            release_reason = null, last_owner_id = coalesce(x.owner_id, x.last_owner_id),
                            protected_until = case when i.until_at > ? then i.until_at else ? end, updated_at = ?
                        from handover_item i, staff s where\s""", at(now), at(fresh), at(now))
                .add(back.item(Possession.CUSTOMER))
                .add(" and i.returned_at is not null and s.tenant_id = i.tenant_id and s.id = i.from_id and " + where)
                .add(" returning x.tenant_id, x.id, x.uuid, x.owner_id, x.protected_until, i.to_id as former");
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
