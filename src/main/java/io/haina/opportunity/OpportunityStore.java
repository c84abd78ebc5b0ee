package io.haina.opportunity;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What opportunities have beyond other records: stages, outcomes and linked contacts. */
@Repository
class OpportunityStore {

    private static final FilterSql FILTERS = new FilterSql(Layout.reachOf(RecordKind.OPPORTUNITY));

    private static final String CONTACT = "jsonb_build_object('contact', contact_id)";

    private final Sql sql;

    OpportunityStore(Sql sql) {
        this.sql = sql;
    }

    /** Where an opportunity stands. */
    record Standing(long customerId, long pipelineId, long stageId, BigDecimal discountRate) {}

    /** Where an opportunity in reach stands; locked, it stays there until the transaction ends. */
    Optional<Standing> standing(Permit permit, long id, boolean locked) {
        SqlText statement = new SqlText()
                .add("select r.customer_id, r.pipeline_id, r.stage_id, r.discount_rate from opportunity r where ")
                .add(FILTERS.where(permit.reach()))
                .add(" and r.deleted_at is null and r.id = ?" + (locked ? " for update" : ""), id);
        return sql.row(
                statement,
                (row, n) -> new Standing(
                        row.getLong("customer_id"),
                        row.getLong("pipeline_id"),
                        row.getLong("stage_id"),
                        row.getBigDecimal("discount_rate")));
    }

    /** Keeps opportunities in reach as they are until the transaction ends. @return whether one ended in a contract */
    boolean lockSigned(Permit permit, Collection<Long> ids) {
        SqlText lock = new SqlText()
                .add("select r.id from opportunity r where ")
                .add(FILTERS.where(permit.reach()))
                .add(" and r.deleted_at is null and r.id = any (?) order by r.id for update", (Object)
                        ids.toArray(Long[]::new));
        List<Long> locked = sql.rows(lock, (row, n) -> row.getLong("id"));
        // A second statement: it sees what was signed while the first one waited.
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from contract where tenant_id = ? and opportunity_id = any (?)"
                                                + " and deleted_at is null limit 1",
                                        permit.actor().tenantId(),
                                        locked.toArray(Long[]::new)),
                        (row, n) -> true)
                .isPresent();
    }

    /** Moves an opportunity in reach to a stage of its pipeline; an ended one is open again. @return whether it moved */
    boolean advance(Permit permit, long id, long stage, @Nullable String remark, Instant now) {
        SqlText moved = new SqlText()
                .add(
                        "update opportunity k set stage_id = s.id, outcome = null, outcome_remark = ?, updated_at = ?"
                                + " from was, stage s where k.tenant_id = ? and k.id = was.id and s.tenant_id = k.tenant_id"
                                + " and s.pipeline_id = k.pipeline_id and s.id = ? returning k.*",
                        remark,
                        at(now),
                        permit.actor().tenantId(),
                        stage);
        return write(permit, id, "", moved, "advance", "advanced", now);
    }

    /** Says how an open opportunity in reach ended. @return whether there was one */
    boolean end(Permit permit, long id, Outcome outcome, @Nullable String remark, Instant now) {
        SqlText ended = new SqlText()
                .add(
                        "update opportunity k set outcome = ?, outcome_remark = ?, updated_at = ? from was"
                                + " where k.tenant_id = ? and k.id = was.id and k.outcome is null returning k.*",
                        outcome.key(),
                        remark,
                        at(now),
                        permit.actor().tenantId());
        return write(permit, id, " and r.outcome is null", ended, "end", "ended", now);
    }

    private boolean write(
            Permit permit, long id, String only, SqlText change, String action, String happened, Instant now) {
        Actor actor = permit.actor();
        SqlText was = new SqlText()
                .add("select r.id, r.stage_id, r.outcome from opportunity r where ")
                .add(FILTERS.where(permit.reach()))
                .add(" and r.deleted_at is null and r.id = ?" + only + " for update", id);
        Write write = new Write()
                .with("was", was)
                .with("is_now", change)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                actor.tenantId(),
                                now,
                                "opportunity." + action,
                                "opportunity",
                                "was join is_now using (id)",
                                "id",
                                "jsonb_build_object('stage', was.stage_id, 'outcome', was.outcome)",
                                "jsonb_build_object('stage', is_now.stage_id, 'outcome', is_now.outcome)"))
                .with(
                        "told",
                        Event.of(
                                actor.tenantId(),
                                now,
                                "opportunity." + happened,
                                "is_now",
                                "id",
                                "jsonb_build_object('opportunity', uuid, 'stage', stage_id, 'outcome', outcome)"));
        return sql.row(write.select("select id from is_now"), (row, n) -> true).isPresent();
    }

    /** Links contacts with an opportunity in reach. @return whether there is one */
    boolean link(Permit permit, long id, Collection<Long> contacts, Instant now) {
        return changeLinks(permit, id, "opportunity.link", "null", CONTACT, now, """
                insert into opportunity_contact (tenant_id, opportunity_id, contact_id)
                select ?, linked.id, c.id from linked, unnest(?::bigint[]) as c (id)
                on conflict do nothing returning opportunity_id, contact_id""", contacts);
    }

    /** Ends links of contacts with an opportunity in reach. @return whether there is one */
    boolean unlink(Permit permit, long id, Collection<Long> contacts, Instant now) {
        return changeLinks(permit, id, "opportunity.unlink", CONTACT, "null", now, """
                delete from opportunity_contact k using linked
                where k.tenant_id = ? and k.opportunity_id = linked.id and k.contact_id = any(?)
                returning k.opportunity_id, k.contact_id""", contacts);
    }

    private boolean changeLinks(
            Permit permit,
            long id,
            String action,
            String before,
            String after,
            Instant now,
            String change,
            Collection<Long> contacts) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with(
                        "linked",
                        new SqlText()
                                .add("select r.id from opportunity r where ")
                                .add(FILTERS.where(permit.reach()))
                                .add(" and r.deleted_at is null and r.id = ?", id))
                .with("links", change, tenant, contacts.toArray(Long[]::new))
                .with(
                        "audited",
                        Change.of(actor, tenant, now, action, "opportunity", "links", "opportunity_id", before, after));
        return sql.row(write.select("select id from linked"), (row, n) -> true).isPresent();
    }

    /** The live contacts that are linked with an opportunity that the query reaches. */
    List<Long> contactsOf(Scoped scoped, long id) {
        SqlText statement = new SqlText()
                .add("""
                        select k.id from opportunity r
                        join opportunity_contact l on l.tenant_id = r.tenant_id and l.opportunity_id = r.id
                        join contact k on k.tenant_id = l.tenant_id and k.id = l.contact_id and k.deleted_at is null
                        where\s""")
                .add(FILTERS.where(scoped.filter()))
                .add(" and r.deleted_at is null and r.id = ? order by k.id", id);
        return sql.rows(statement, (row, n) -> row.getLong("id"));
    }
}
