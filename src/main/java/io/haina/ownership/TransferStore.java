package io.haina.ownership;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.filter.Batch;
import io.haina.sharing.Power;
import io.haina.sharing.Sharing;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** The SQL by which customers go from one person to another. */
@Repository
class TransferStore {

    private final Sql sql;

    TransferStore(Sql sql) {
        this.sql = sql;
    }

    /** Moves a customer from the person who holds it to another. @return whether that person still held it, unlocked */
    boolean transfer(Permit permit, long customer, long from, long to, Instant now, Instant until) {
        SqlText was = new SqlText().add("""
                        select id, owner_id from customer
                        where tenant_id = ? and id = ? and deleted_at is null and owner_id = ? and not locked
                            and (status = 'won' or protected_until > ?)
                        for update""", permit.actor().tenantId(), customer, from, at(now));
        return move(permit, was, to, Handover.WHOLE, now, until) == 1;
    }

    /**
     * Moves customers that this transaction has locked; those that the person holds already stay.
     *
     * @return how many were moved: none if there is no such person who may sign in
     */
    int transfer(Permit permit, Batch customers, long to, Handover handover, Instant now, Instant until) {
        SqlText was = new SqlText()
                .add(
                        "select id, owner_id from customer where tenant_id = ? and id = any (?) and owner_id <> ?",
                        permit.actor().tenantId(),
                        customers.array(),
                        to);
        return move(permit, was, to, handover, now, until);
    }

    private int move(Permit permit, SqlText was, long to, Handover handover, Instant now, Instant until) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("was", was)
                .with("is_now", """
                        update customer c set owner_id = s.id, team_id = s.team_id, last_owner_id = was.owner_id,
                            protected_until = ?, updated_at = ?
                        from was, staff s
                        where c.tenant_id = ? and c.id = was.id and s.tenant_id = c.tenant_id and s.id = ?
                            and s.disabled_at is null
                        returning c.tenant_id, c.id, c.uuid, c.owner_id, c.team_id, was.owner_id as former""", at(until), at(now), tenant, to)
                .with("ended", Protections.end(tenant, "is_now", "is_now.id", now, "transferred"))
                .with("protected", Protections.open(tenant, "ended", "ended.customer_id", to, "transfer", now, until))
                .with("members", Sharing.withoutOwner(RecordKind.CUSTOMER, "is_now"))
                .with("audited", audit(actor, RecordKind.CUSTOMER, "is_now", now))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "customer.transferred",
                                "is_now",
                                "id",
                                "jsonb_build_object('customer', uuid, 'owner', owner_id)"));
        Power stays = handover.formerStays();
        if (stays != null) {
            write.with("stays", Sharing.keepFormer(RecordKind.CUSTOMER, "is_now", stays, actor, now));
        }
        if (handover.along().contains(RecordKind.CONTACT)) {
            write.with("contacts", ContactOwners.moved("is_now"))
                    .with("contacts_audited", audit(actor, RecordKind.CONTACT, "contacts", now));
        }
        if (handover.along().contains(RecordKind.OPPORTUNITY)) {
            opportunities(write, actor, handover, now);
        }
        if (handover.contracts()) {
            contracts(write, actor, handover, now);
        }
        return sql.row(write.select("select count(*) from is_now"), (row, n) -> row.getInt(1))
                .orElse(0);
    }

    private static void opportunities(Write write, Actor actor, Handover handover, Instant now) {
        write.with("opportunities", """
                        update opportunity o set owner_id = x.owner_id, team_id = x.team_id, updated_at = ?
                        from is_now x
                        where o.tenant_id = x.tenant_id and o.customer_id = x.id and o.owner_id = x.former
                            and o.deleted_at is null
                        returning o.tenant_id, o.id, x.former, o.owner_id""", at(now))
                .with("opportunity_members", Sharing.withoutOwner(RecordKind.OPPORTUNITY, "opportunities"))
                .with("opportunities_audited", audit(actor, RecordKind.OPPORTUNITY, "opportunities", now));
        Power stays = handover.formerStays();
        if (stays != null) {
            write.with(
                    "opportunity_stays",
                    Sharing.keepFormer(RecordKind.OPPORTUNITY, "opportunities", stays, actor, now));
        }
    }

    /** A former owner who stays at the customer goes on following what he was the owner of. */
    private static void contracts(Write write, Actor actor, Handover handover, Instant now) {
        write.with("contracts", """
                        update contract k set owner_id = x.owner_id, team_id = x.team_id, updated_at = ?
                        from is_now x
                        where k.tenant_id = x.tenant_id and k.customer_id = x.id and k.owner_id = x.former
                            and k.deleted_at is null
                        returning k.tenant_id, k.id, k.dated_at, x.former, k.owner_id""", at(now)).with("contracts_audited", audit(actor, "contract", "contracts", now));
        if (handover.formerStays() != null) {
            write.with("contract_stays", """
                    insert into contract_follower (tenant_id, contract_id, staff_id, position, dated_at)
                    select tenant_id, id, former, 1000, dated_at from contracts on conflict do nothing""");
        }
    }

    private static SqlText audit(Actor actor, RecordKind kind, String source, Instant now) {
        return audit(actor, kind.key(), source, now);
    }

    private static SqlText audit(Actor actor, String kind, String source, Instant now) {
        return Change.of(
                actor,
                actor.tenantId(),
                now,
                kind + ".transfer",
                kind,
                source,
                "id",
                "jsonb_build_object('owner', former)",
                "jsonb_build_object('owner', owner_id)");
    }
}
