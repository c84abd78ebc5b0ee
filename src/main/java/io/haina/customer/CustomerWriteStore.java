package io.haina.customer;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Ids;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.ownership.Protections;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Changes customers: each method is one statement, and so one transaction, with all that belongs to the change. */
@Repository
class CustomerWriteStore {

    private static final FilterSql FILTERS = new FilterSql(CustomerLayout.LAYOUT);

    private final Sql sql;

    CustomerWriteStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A new customer with its primary contact, its search row and its protection.
     *
     * @return its id; empty if the same customer is there already
     */
    Optional<UUID> insert(Permit permit, String name, CustomerDraft draft, Instant now, Instant until) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        String core = CustomerNames.core(name);
        String text = CustomerNames.searchText(name, draft.contactName(), draft.contactPhone());
        Write write = new Write()
                .with(
                        "reported",
                        """
                        insert into customer (tenant_id, uuid, name, name_key, industry, region, source, demand,
                            owner_id, team_id, protected_until, reported_by, reported_at, reported_on, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, name_key) where deleted_at is null do nothing
                        returning id, uuid, name, industry, region, source""",
                        tenant,
                        Ids.uuid(),
                        name,
                        CustomerNames.key(name),
                        draft.industry(),
                        draft.region(),
                        draft.source(),
                        draft.demand(),
                        actor.staffId(),
                        actor.teamId(),
                        at(until),
                        actor.staffId(),
                        at(now),
                        actor.tenant().dayOf(now),
                        at(now))
                .with(
                        "searchable",
                        """
                        insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
                        select ?, id, ?, ?, ?, ? from reported""",
                        tenant,
                        text,
                        core,
                        SearchKeys.grams(tenant, text),
                        SearchKeys.near(tenant, core));
        if (draft.contactName() != null || draft.contactPhone() != null) {
            write.with(
                    "contacted", """
                    insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, created_at, updated_at)
                    select ?, ?, id, ?, ?, true, ?, ? from reported""", tenant, Ids.uuid(), draft.contactName(), draft.contactPhone(), at(now), at(now));
        }
        write.with("protected", Protections.open(tenant, "reported", "id", actor.staffId(), "report", now, until))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "customer.report",
                                "customer",
                                "reported",
                                "id",
                                "null",
                                "to_jsonb(reported)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "customer.reported",
                                "reported",
                                "id",
                                "jsonb_build_object('customer', uuid, 'name', name)"));
        return sql.row(write.select("select uuid from reported"), (row, n) -> Rows.uuid(row, "uuid"));
    }

    /** Sets the status of a held customer whose protection has not ended. @return whether there was one */
    boolean changeStatus(Permit permit, UUID id, CustomerStatus status, Instant now, Instant freshUntil) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText was = new SqlText()
                .add("""
                        select c.id, c.owner_id, c.status, c.protected_until,
                            c.status = 'won' and ? <> 'won' and not c.locked and c.protected_until <= ? as reopened
                        from customer c where\s""", status.key(), at(now))
                .add(FILTERS.where(permit.reach()))
                .add("""
                         and c.deleted_at is null and c.uuid = ? and c.owner_id is not null
                            and (c.status = 'won' or c.locked or c.protected_until > ?)
                        for update""", id, at(now));
        Write write = new Write()
                .with("was", was)
                .with("is_now", """
                        update customer c set status = ?, updated_at = ?,
                            protected_until = case when was.reopened then ? else c.protected_until end
                        from was where c.tenant_id = ? and c.id = was.id
                        returning c.id, c.uuid, c.status""", status.key(), at(now), at(freshUntil), tenant)
                .with("ended", Protections.end(tenant, "was where was.reopened", "was.id", now, "reopened"))
                .with(
                        "protected",
                        Protections.open(
                                tenant,
                                "ended",
                                "ended.customer_id",
                                new SqlText().add("ended.holder_id"),
                                "reopening",
                                now,
                                freshUntil))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "customer.status",
                                "customer",
                                "was join is_now using (id)",
                                "id",
                                "jsonb_build_object('status', was.status)",
                                "jsonb_build_object('status', is_now.status)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "customer.status_changed",
                                "is_now",
                                "id",
                                "jsonb_build_object('customer', uuid, 'status', status)"));
        return sql.row(write.select("select id from is_now"), (row, n) -> row.getLong("id"))
                .isPresent();
    }

    /** Marks a held customer deleted, takes it out of the search and ends its protection. @return whether there was one */
    boolean delete(Permit permit, UUID id, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText deleted = new SqlText()
                .add("update customer c set deleted_at = ?, updated_at = ? where ", at(now), at(now))
                .add(FILTERS.where(permit.reach()))
                .add(" and c.deleted_at is null and c.uuid = ? returning c.id, c.uuid, c.name, c.owner_id", id);
        Write write = new Write()
                .with("deleted", deleted)
                .with(
                        "unsearchable",
                        "delete from customer_search s using deleted where s.tenant_id = ? and s.customer_id = deleted.id",
                        tenant)
                .with("ended", Protections.end(tenant, "deleted", "deleted.id", now, "deleted"))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "customer.delete",
                                "customer",
                                "deleted",
                                "id",
                                "to_jsonb(deleted)",
                                "null"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "customer.deleted",
                                "deleted",
                                "id",
                                "jsonb_build_object('customer', uuid)"));
        return sql.row(write.select("select id from deleted"), (row, n) -> row.getLong("id"))
                .isPresent();
    }
}
