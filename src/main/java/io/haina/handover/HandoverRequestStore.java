package io.haina.handover;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.handover.HandoverMoveStore.Order;
import io.haina.handover.HandoverStore.Undoing;
import org.springframework.stereotype.Repository;

/**
 * The SQL by which undecided requests follow the customers that they are about. Whoever decides one locks it before its
 * customer, so they are locked first here too.
 */
@Repository
class HandoverRequestStore {

    private static final String COMMENT = "所涉及的工作已经交接";

    private final Sql sql;

    HandoverRequestStore(Sql sql) {
        this.sql = sql;
    }

    /** Locks the requests that a person made, and those for the person's customers. */
    void lock(Permit permit, long person) {
        sql.rows(new SqlText().add("""
                                select id from approval
                                where tenant_id = ? and status = 'pending' and (applicant_id = ? or holder_id = ?)
                                order by id for update""", permit.actor().tenantId(), person, person), (row, n) -> row.getLong("id"));
    }

    /** Requests of others for customers that went to a person are from now on requests to that person. @return how many */
    int follow(Order order, long to) {
        Write write = new Write()
                .with(
                        "followed",
                        """
                        update approval a set holder_id = ?, protection_id = p.id
                        from protection was
                        join protection p on p.tenant_id = was.tenant_id and p.customer_id = was.customer_id
                            and p.ended_at is null
                        where a.tenant_id = ? and a.status = 'pending' and a.holder_id = ? and a.applicant_id not in (?, ?)
                            and was.tenant_id = a.tenant_id and was.id = a.protection_id and was.ended_at = ?
                            and exists (select from handover_item i where i.tenant_id = a.tenant_id and i.handover_id = ?
                                and i.kind = 'customer' and i.record_id = a.customer_id and i.to_id is not null)
                        returning a.id, a.holder_id""",
                        to,
                        order.tenant(),
                        order.leaver(),
                        order.leaver(),
                        to,
                        at(order.now()),
                        order.handover())
                .with("kept", """
                        insert into handover_item (tenant_id, handover_id, kind, record_id, from_id, to_id)
                        select ?, ?, ?, id, ?, holder_id from followed""", order.tenant(), order.handover(), Possession.REQUEST.key(), order.leaver());
        audit(write, order, "approval.follow", order.leaver());
        return sql.row(write.select("select count(*) from followed"), (row, n) -> row.getInt(1))
                .orElse(0);
    }

    private static void audit(Write write, Order order, String action, long former) {
        write.with(
                "audited",
                Change.of(
                        order.actor(),
                        order.tenant(),
                        order.now(),
                        action,
                        "approval",
                        "followed",
                        "id",
                        "jsonb_build_object('holder', " + former + ")",
                        "jsonb_build_object('holder', holder_id)"));
    }

    /**
     * Turns down what can no longer be granted: what the leaver asked for, and what others asked for that has gone to the
     * pool, or to themselves. The actor's own stay: nobody decides those.
     *
     * @return how many
     */
    int close(Order order) {
        long tenant = order.tenant();
        Write write = new Write()
                .with(
                        "closed",
                        """
                        update approval a
                        set status = 'rejected', decided_by = ?, decided_at = ?, decision_comment = ?
                        where a.tenant_id = ? and a.status = 'pending' and a.applicant_id <> ?
                            and (a.applicant_id = ? or a.holder_id = ?
                                and exists (select from handover_item i where i.tenant_id = a.tenant_id
                                    and i.handover_id = ? and i.kind = 'customer' and i.record_id = a.customer_id))
                        returning a.id, a.uuid, a.kind, a.status, a.decision_comment""",
                        order.actor().staffId(),
                        at(order.now()),
                        COMMENT,
                        tenant,
                        order.actor().staffId(),
                        order.leaver(),
                        order.leaver(),
                        order.handover())
                .with(
                        "audited",
                        Change.of(
                                order.actor(),
                                tenant,
                                order.now(),
                                "approval.decide",
                                "approval",
                                "closed",
                                "id",
                                "jsonb_build_object('status', 'pending')",
                                "jsonb_build_object('status', status, 'comment', decision_comment)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                order.now(),
                                "approval.decided",
                                "closed",
                                "id",
                                "jsonb_build_object('approval', uuid, 'kind', kind, 'status', status)"));
        return sql.row(write.select("select count(*) from closed"), (row, n) -> row.getInt(1))
                .orElse(0);
    }

    /** Those that followed a customer follow it back, if it went back and nobody has decided them. @return how many */
    int followBack(Order order, Undoing undoing) {
        Write write = new Write()
                .with("followed", """
                        update approval a set holder_id = i.from_id, protection_id = p.id
                        from handover_item i
                        join handover_item c on c.tenant_id = i.tenant_id and c.handover_id = i.handover_id
                        join protection p on p.tenant_id = c.tenant_id and p.customer_id = c.record_id and p.ended_at is null
                        where i.tenant_id = ? and i.handover_id = ? and i.kind = ? and a.tenant_id = i.tenant_id
                            and a.id = i.record_id and a.status = 'pending' and a.holder_id = i.to_id
                            and c.kind = 'customer' and c.record_id = a.customer_id and c.returned_at is not null
                        returning a.id, a.holder_id""", order.tenant(), order.handover(), Possession.REQUEST.key())
                .with("returned", """
                        update handover_item i set returned_at = ? from followed
                        where i.tenant_id = ? and i.handover_id = ? and i.kind = ? and i.record_id = followed.id""", at(order.now()), order.tenant(), order.handover(), Possession.REQUEST.key());
        audit(write, order, "approval.follow", undoing.to() == null ? undoing.leaver() : undoing.to());
        return sql.row(write.select("select count(*) from followed"), (row, n) -> row.getInt(1))
                .orElse(0);
    }
}
