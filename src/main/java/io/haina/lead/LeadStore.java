package io.haina.lead;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** The SQL by which a lead becomes a customer; runs in the caller's transaction. */
@Repository
class LeadStore {

    private final Sql sql;

    LeadStore(Sql sql) {
        this.sql = sql;
    }

    /** Makes everybody else who would convert the lead wait. @return whether it is still to be converted */
    boolean lockUnconverted(Permit permit, long lead) {
        return sql.row(new SqlText().add("""
                                        select 1 from lead where tenant_id = ? and id = ? and converted_at is null
                                            and deleted_at is null for update""", permit.actor().tenantId(), lead), (row, n) -> true)
                .isPresent();
    }

    /** Says which customer the lead has become, and takes its follow-ups and files along. */
    void convert(Permit permit, long lead, long customer, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("converted", """
                        update lead set converted_at = ?, customer_id = ?, updated_at = ?
                        where tenant_id = ? and id = ? and converted_at is null
                        returning id, uuid, customer_id""", at(now), customer, at(now), tenant, lead)
                .with("followed", """
                        update activity a set customer_id = converted.customer_id from converted
                        where a.tenant_id = ? and a.lead_id = converted.id""", tenant)
                .with("filed", """
                        update attachment f set customer_id = converted.customer_id from converted
                        where f.tenant_id = ? and f.lead_id = converted.id""", tenant)
                .with("last", """
                        update customer c set last_activity_at = l.last_activity_at, last_content = l.last_content
                        from converted, lead l
                        where c.tenant_id = ? and c.id = converted.customer_id
                            and l.tenant_id = c.tenant_id and l.id = converted.id""", tenant)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "lead.convert",
                                "lead",
                                "converted",
                                "id",
                                "null",
                                "jsonb_build_object('customer', customer_id)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "lead.converted",
                                "converted",
                                "id",
                                "jsonb_build_object('lead', uuid, 'customer', customer_id)"));
        sql.row(write.select("select id from converted"), (row, n) -> true);
    }
}
