package io.haina.handover;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.ownership.ContactOwners;
import io.haina.ownership.Protections;
import io.haina.sharing.Sharing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/**
 * The SQL by which what a person holds goes to others: each kind in one statement, however much it is, which writes into
 * the handover's record what it moved. A customer whose protection has ended stays: it is on its way into the pool.
 */
@Repository
class HandoverMoveStore {

    /** Records other than customers, in the order in which they move. */
    static final List<Possession> RECORDS = List.of(
            Possession.LEAD,
            Possession.CONTACT,
            Possession.OPPORTUNITY,
            Possession.PRODUCT,
            Possession.CONTRACT,
            Possession.OUTREACH);

    private static final String REASON = "员工交接";

    private static final String HELD = """
            select c.id, c.owner_id, c.protected_until from customer c
            where c.tenant_id = ? and c.owner_id = ? and c.deleted_at is null\s""";

    private static final String IN_ORDER = " order by c.id for update";

    /** What is kept of members that are taken off. */
    private static final String MEMBERSHIP =
            " returning m.kind, m.record_id, m.staff_id, m.power, m.added_by, m.added_at";

    private final Sql sql;

    HandoverMoveStore(Sql sql) {
        this.sql = sql;
    }

    /** A handover in the making: whose permit, its number, the leaver, and when. */
    record Order(Permit permit, long handover, long leaver, Instant now) {
        Actor actor() {
            return permit.actor();
        }

        long tenant() {
            return permit.actor().tenantId();
        }
    }

    /** How many customers the leaver holds. Locks them, in the order of their numbers, until the transaction ends. */
    int lockCustomers(Order order) {
        SqlText locked = new SqlText()
                .add("select count(*) from (" + HELD, order.tenant(), order.leaver())
                .add(
                        "and (c.status = 'won' or c.locked or c.protected_until > ?)" + IN_ORDER + ") held",
                        at(order.now()));
        return sql.row(locked, (row, n) -> row.getInt(1)).orElse(0);
    }

    /** Puts those customers that are neither won nor locked into a pool, which is locked. @return how many */
    int customersInto(Order order, long pool) {
        long tenant = order.tenant();
        Instant now = order.now();
        Write write = new Write()
                .with(
                        "was",
                        HELD + "and not c.locked and c.status <> 'won' and c.protected_until > ?" + IN_ORDER,
                        tenant,
                        order.leaver(),
                        at(now))
                .with("is_now", """
                        update customer c set owner_id = null, team_id = null, protected_until = null,
                            last_owner_id = was.owner_id, pooled_at = ?, pool_id = ?, release_reason = ?,
                            updated_at = ?
                        from was where c.tenant_id = ? and c.id = was.id
                        returning c.tenant_id, c.id, c.uuid, c.owner_id, was.owner_id as former,
                            was.protected_until as was_until""", at(now), pool, REASON, at(now), tenant)
                .with("ended", Protections.end(tenant, "is_now", "is_now.id", now, "released"))
                .with("contact_was", """
                        select k.id, k.owner_id as former from is_now x
                        join contact k on k.tenant_id = x.tenant_id and k.customer_id = x.id
                        where k.deleted_at is null and k.owner_id is not null for update of k""")
                .with("contacts", """
                        update contact k set owner_id = null, team_id = null from contact_was x
                        where k.tenant_id = ? and k.id = x.id returning k.id, x.former, k.owner_id""", tenant)
                .with("released", """
                        insert into release (tenant_id, customer_id, former_owner_id, released_by, cause, reason,
                            released_at)
                        select ?, id, former, ?, 'manual', ?, ? from is_now""", tenant, order.actor().staffId(), REASON, at(now))
                .with("members", Sharing.clear(RecordKind.CUSTOMER, "is_now") + MEMBERSHIP);
        keep(write, order, Possession.CUSTOMER, "is_now", "was_until");
        keep(write, order, Possession.CONTACT, "contacts", "null");
        keepMembers(write, order, "members");
        audit(write, order, "customer.release", "customer", "is_now");
        audit(write, order, "contact.transfer", "contact", "contacts");
        write.with(
                "told",
                Event.of(
                        tenant,
                        now,
                        "customer.released",
                        "is_now",
                        "id",
                        "jsonb_build_object('customer', uuid, 'cause', 'manual')"));
        return count(write);
    }

    /** Gives the customers that are left to a person, with a new protection for each, and the leaver's contacts of them. */
    int customersTo(Order order, long to, Instant until) {
        long tenant = order.tenant();
        Instant now = order.now();
        Write write = new Write()
                .with(
                        "was",
                        HELD + "and (c.status = 'won' or c.locked or c.protected_until > ?)" + IN_ORDER,
                        tenant,
                        order.leaver(),
                        at(now))
                .with("is_now", """
                        update customer c set owner_id = s.id, team_id = s.team_id, last_owner_id = was.owner_id,
                            protected_until = ?, updated_at = ?
                        from was, staff s
                        where c.tenant_id = ? and c.id = was.id and s.tenant_id = c.tenant_id and s.id = ?
                        returning c.tenant_id, c.id, c.uuid, c.owner_id, c.team_id, was.owner_id as former,
                            was.protected_until as was_until""", at(until), at(now), tenant, to)
                .with("ended", Protections.end(tenant, "is_now", "is_now.id", now, "transferred"))
                .with("protected", Protections.open(tenant, "ended", "ended.customer_id", to, "transfer", now, until))
                .with("contacts", ContactOwners.moved("is_now"))
                .with("members", Sharing.withoutOwner(RecordKind.CUSTOMER, "is_now") + MEMBERSHIP);
        keep(write, order, Possession.CUSTOMER, "is_now", "was_until");
        keep(write, order, Possession.CONTACT, "contacts", "null");
        keepMembers(write, order, "members");
        audit(write, order, "customer.transfer", "customer", "is_now");
        audit(write, order, "contact.transfer", "contact", "contacts");
        write.with(
                "told",
                Event.of(
                        tenant,
                        now,
                        "customer.transferred",
                        "is_now",
                        "id",
                        "jsonb_build_object('customer', uuid, 'owner', owner_id)"));
        return count(write);
    }

    /** Gives the leaver's records of another kind to a person; contacts of customers on their way into the pool stay. */
    int recordsTo(Order order, Possession kind, long to) {
        long tenant = order.tenant();
        String table = kind.key();
        Write write = new Write()
                .with(
                        "was",
                        "select k.id, k.owner_id from " + table
                                + " k where k.tenant_id = ? and k.owner_id = ? and k.deleted_at is null" + besides(kind)
                                + " order by k.id for update of k",
                        tenant,
                        order.leaver())
                .with(
                        "is_now",
                        "update " + table
                                + " k set owner_id = s.id, team_id = s.team_id, updated_at = ? from was, staff s"
                                + " where k.tenant_id = ? and k.id = was.id and s.tenant_id = k.tenant_id and s.id = ?"
                                + " returning k.tenant_id, k.id, k.uuid, k.owner_id, was.owner_id as former",
                        at(order.now()),
                        tenant,
                        to);
        if (kind == Possession.OPPORTUNITY) {
            write.with("members", Sharing.withoutOwner(RecordKind.OPPORTUNITY, "is_now") + MEMBERSHIP);
            keepMembers(write, order, "members");
        }
        keep(write, order, kind, "is_now", "null");
        audit(write, order, table + ".transfer", table, "is_now");
        write.with(
                "told",
                Event.of(
                        tenant,
                        order.now(),
                        table + ".transferred",
                        "is_now",
                        "id",
                        "jsonb_build_object('" + table + "', uuid, 'owner', owner_id)"));
        return count(write);
    }

    /** Contacts of a customer on its way into the pool lose their owner with it. */
    private static String besides(Possession kind) {
        return kind == Possession.CONTACT
                ? " and not exists (select from customer c where c.tenant_id = k.tenant_id and c.id = k.customer_id"
                        + " and c.owner_id = k.owner_id and c.deleted_at is null)"
                : "";
    }

    /** Whether the leaver still holds any record, but for customers on their way into the pool and their contacts. */
    boolean holdsAnything(Order order) {
        SqlText anything = new SqlText()
                .add("select exists (" + HELD, order.tenant(), order.leaver())
                .add("and (c.status = 'won' or c.locked or c.protected_until > ?))", at(order.now()));
        for (Possession kind : RECORDS) {
            anything.add(
                    " or exists (select from " + kind.key()
                            + " k where k.tenant_id = ? and k.owner_id = ? and k.deleted_at is null" + besides(kind)
                            + ")",
                    order.tenant(),
                    order.leaver());
        }
        return sql.row(anything.add(" as anything"), (row, n) -> row.getBoolean("anything"))
                .orElse(false);
    }

    /** How many contacts the handover moved: with their customers, or by themselves. Empty for none. */
    Optional<Long> contactsMoved(Order order) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select count(*) from handover_item where tenant_id = ? and handover_id = ? and kind = ?",
                                        order.tenant(),
                                        order.handover(),
                                        Possession.CONTACT.key()),
                        (row, n) -> row.getLong(1))
                .filter(contacts -> contacts > 0);
    }

    /** The leaver is no member of any record any more. @return of how many */
    int endMemberships(Order order) {
        Write write = new Write().with("members", """
                        delete from record_member m where m.tenant_id = ? and m.staff_id = ?
                        returning m.kind, m.record_id, m.staff_id, m.power, m.added_by, m.added_at""", order.tenant(), order.leaver());
        keepMembers(write, order, "members");
        for (RecordKind kind : List.of(RecordKind.CUSTOMER, RecordKind.OPPORTUNITY)) {
            String key = kind.key();
            write.with(key + "_members", "select * from members where kind = '" + key + "'")
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
                                    "jsonb_build_object(staff_id::text, power)",
                                    "null"))
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
        return sql.row(write.select("select count(*) from members"), (row, n) -> row.getInt(1))
                .orElse(0);
    }

    /** Writes down who had what. */
    private static void keep(Write write, Order order, Possession kind, String source, String until) {
        write.with(
                source + "_kept",
                "insert into handover_item (tenant_id, handover_id, kind, record_id, from_id, to_id, until_at)"
                        + " select ?, ?, ?, id, former, owner_id, " + until + "::timestamptz from " + source,
                order.tenant(),
                order.handover(),
                kind.key());
    }

    private static void keepMembers(Write write, Order order, String source) {
        write.with(source + "_kept", """
                        insert into handover_member (tenant_id, handover_id, kind, record_id, staff_id, power, added_by,
                            added_at)
                        select ?, ?, kind, record_id, staff_id, power, added_by, added_at from\s""" + source, order.tenant(), order.handover());
    }

    private static void audit(Write write, Order order, String action, String kind, String source) {
        write.with(
                source + "_audited",
                Change.of(
                        order.actor(),
                        order.tenant(),
                        order.now(),
                        action,
                        kind,
                        source,
                        "id",
                        "jsonb_build_object('owner', former)",
                        "jsonb_build_object('owner', owner_id)"));
    }

    private int count(Write write) {
        return sql.row(write.select("select count(*) from is_now"), (row, n) -> row.getInt(1))
                .orElse(0);
    }
}
