package io.haina.contact;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.Write;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** The SQL of primary contacts; runs in a transaction that keeps others off the customer. */
@Repository
class ContactStore {

    private final Sql sql;

    ContactStore(Sql sql) {
        this.sql = sql;
    }

    /** Makes the oldest contact of a customer its primary one, if it has contacts and none is. */
    void choosePrimary(Permit permit, long customer, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("chosen", """
                        update contact k set is_primary = true
                        where k.tenant_id = ? and k.id = (
                                select o.id from contact o
                                where o.tenant_id = ? and o.customer_id = ? and o.deleted_at is null
                                order by o.created_at, o.id limit 1)
                            and not exists (
                                select 1 from contact p
                                where p.tenant_id = ? and p.customer_id = ? and p.is_primary and p.deleted_at is null)
                        returning k.id, k.customer_id""", tenant, tenant, customer, tenant, customer)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "contact.primary",
                                "contact",
                                "chosen",
                                "id",
                                "null",
                                "jsonb_build_object('customer', customer_id)"));
        sql.row(write.select("select id from chosen"), (row, n) -> true);
    }
}
