package io.haina.customer;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Grams;
import io.haina.database.Ids;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.filter.Batch;
import io.haina.ownership.Protections;
import io.haina.record.RecordSearch;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Changes customers: each method is one statement, and so one transaction, with all that belongs to the change. */
@Repository
class CustomerWriteStore {

    private static final FilterSql FILTERS = new FilterSql(CustomerLayout.LAYOUT);

    static final String SEARCHABLE = """
            insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
            select ?, id, ?, ?, ?, ? from reported""";

    private final Sql sql;

    /** Whose a customer becomes. */
    record Holder(long staffId, @Nullable Long teamId) {

        static Holder of(Actor actor) {
            return new Holder(actor.staffId(), actor.teamId());
        }
    }

    record Made(long id, UUID uuid) {}

    CustomerWriteStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A new customer with its primary contact, its search row and its protection.
     *
     * @return its ids; empty if the same customer is there already
     */
    Optional<Made> insert(Permit permit, Holder holder, String name, CustomerDraft draft, Instant now, Instant until) {
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
                        holder.staffId(),
                        holder.teamId(),
                        at(until),
                        actor.staffId(),
                        at(now),
                        actor.tenant().dayOf(now),
                        at(now))
                .with("searchable", SEARCHABLE, tenant, text, core, Grams.of(tenant, text), NearKeys.of(tenant, core));
        if (draft.contactName() != null || draft.contactPhone() != null) {
            write.with(
                    "contacted",
                    """
                    insert into contact (tenant_id, uuid, customer_id, name, phone, is_primary, owner_id, team_id,
                        created_by, created_at, updated_at)
                    select ?, ?, id, ?, ?, true, ?, ?::bigint, ?, ?, ? from reported
                    returning id""",
                    tenant,
                    Ids.uuid(),
                    draft.contactName(),
                    draft.contactPhone(),
                    holder.staffId(),
                    holder.teamId(),
                    actor.staffId(),
                    at(now),
                    at(now));
            String words = RecordSearch.words(draft.contactName(), draft.contactPhone());
            write.with(
                    "contact_searchable",
                    """
                    insert into record_search (tenant_id, kind, record_id, text, grams)
                    select ?, 'contact', id, ?, ? from contacted""",
                    tenant,
                    words,
                    Grams.of(RecordSearch.seed(tenant, RecordKind.CONTACT), words));
        }
        write.with("protected", Protections.open(tenant, "reported", "id", holder.staffId(), "report", now, until))
                .with("audited", reported(actor, now))
                .with("told", told(tenant, now));
        return sql.row(
                write.select("select id, uuid from reported"),
                (row, n) -> new Made(row.getLong("id"), Rows.uuid(row, "uuid")));
    }

    static SqlText reported(Actor actor, Instant now) {
        return Change.of(
                actor,
                actor.tenantId(),
                now,
                "customer.report",
                "customer",
                "reported",
                "id",
                "null",
                "to_jsonb(reported)");
    }

    static SqlText told(long tenant, Instant now) {
        return Event.of(
                tenant,
                now,
                "customer.reported",
                "reported",
                "id",
                "jsonb_build_object('customer', uuid, 'name', name)");
    }

    /** A person of the tenant who may sign in. */
    Optional<Holder> holder(Permit permit, long staff) {
        return sql.row(
                new SqlText()
                        .add(
                                "select id, team_id from staff where tenant_id = ? and id = ? and disabled_at is null",
                                permit.actor().tenantId(),
                                staff),
                (row, n) -> new Holder(row.getLong("id"), Rows.optionalLong(row, "team_id")));
    }

    /** Brings up to date what a customer is found by, as it is now. */
    void index(Permit permit, long customer) {
        long tenant = permit.actor().tenantId();
        SqlText words = new SqlText().add("""
                select c.name, p.name as contact_name, concat_ws(E'\\n', p.phone, c.telephone,
                    (select string_agg(w ->> 'value', E'\\n') from jsonb_each(c.ways) each_kind (kind, list),
                        jsonb_array_elements(each_kind.list) w)) as phones
                from customer c
                left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
                    and p.is_primary and p.deleted_at is null
                where c.tenant_id = ? and c.id = ?""", tenant, customer);
        record Words(String text, String core) {}
        Words found = sql.row(
                        words,
                        (row, n) -> new Words(
                                CustomerNames.searchText(
                                        row.getString("name"), row.getString("contact_name"), row.getString("phones")),
                                CustomerNames.core(row.getString("name"))))
                .orElseThrow();
        sql.change(new SqlText()
                .add(
                        """
                        update customer_search set text = ?, core_name = ?, grams = ?, near = ?
                        where tenant_id = ? and customer_id = ? and (text <> ? or core_name <> ?)""",
                        found.text(),
                        found.core(),
                        Grams.of(tenant, found.text()),
                        NearKeys.of(tenant, found.core()),
                        tenant,
                        customer,
                        found.text(),
                        found.core()));
    }

    /** Sets the status of a held customer whose protection has not ended. @return whether there was one */
    boolean changeStatus(Permit permit, UUID id, CustomerStatus status, Instant now, Instant freshUntil) {
        return changeStatus(permit, new SqlText().add("c.uuid = ?", id), status, false, now, freshUntil) == 1;
    }

    /**
     * As above, of those of a batch.
     *
     * @param unlock whether they are locked no more
     * @return how many there were
     */
    int changeStatus(
            Permit permit, Batch customers, CustomerStatus status, boolean unlock, Instant now, Instant freshUntil) {
        return changeStatus(permit, among(customers), status, unlock, now, freshUntil);
    }

    private int changeStatus(
            Permit permit, SqlText which, CustomerStatus status, boolean unlock, Instant now, Instant freshUntil) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText was = new SqlText()
                .add("""
                        select c.id, c.owner_id, c.status, c.protected_until,
                            c.status = 'won' and ? <> 'won' and not c.locked and c.protected_until <= ? as reopened
                        from customer c where\s""", status.key(), at(now))
                .add(FILTERS.where(permit.reach()))
                .add("""
                         and c.deleted_at is null and c.owner_id is not null
                            and (c.status = 'won' or c.locked or c.protected_until > ?) and\s""", at(now))
                .add(which)
                .add(" order by c.id for update");
        Write write = new Write()
                .with("was", was)
                .with("is_now", """
                        update customer c set status = ?, updated_at = ?, locked = c.locked and not ?,
                            won_at = case when ? <> 'won' then null when c.status = 'won' then c.won_at else ? end,
                            protected_until = case when was.reopened then ? else c.protected_until end
                        from was where c.tenant_id = ? and c.id = was.id
                        returning c.id, c.uuid, c.status""", status.key(), at(now), unlock, status.key(), at(now), at(freshUntil), tenant);
        Protections.reopen(write, tenant, now, freshUntil);
        write.with(
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
        return count(write.select("select count(*) from is_now"));
    }

    /** Whether contacts that were not reported with it, opportunities or contracts rest on one of some customers. */
    boolean isInUse(Permit permit, Batch customers) {
        long tenant = permit.actor().tenantId();
        long[] ids = customers.array();
        return sql.row(
                        new SqlText().add("""
                                        select exists (select from contact k
                                                join customer c on c.tenant_id = k.tenant_id and c.id = k.customer_id
                                                where k.tenant_id = ? and k.customer_id = any (?) and k.deleted_at is null
                                                    and not (k.is_primary and k.created_at = c.reported_at))
                                            or exists (select from opportunity o where o.tenant_id = ?
                                                and o.customer_id = any (?) and o.deleted_at is null)
                                            or exists (select from contract k where k.tenant_id = ?
                                                and k.customer_id = any (?) and k.deleted_at is null) as in_use""", tenant, ids, tenant, ids, tenant, ids),
                        (row, n) -> row.getBoolean("in_use"))
                .orElse(true);
    }

    /** Keeps a customer in reach as it is until the transaction ends. @return whether something was signed with it */
    boolean lockSigned(Permit permit, UUID id) {
        SqlText lock = new SqlText()
                .add("select c.id from customer c where ")
                .add(FILTERS.where(permit.reach()))
                .add(" and c.deleted_at is null and c.uuid = ? for update", id);
        long tenant = permit.actor().tenantId();
        // A second statement: it sees what was signed while the first one waited.
        return sql.row(lock, (row, n) -> row.getLong("id"))
                .flatMap(customer -> sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from contract where tenant_id = ? and customer_id = ?"
                                                + " and deleted_at is null limit 1",
                                        tenant,
                                        customer),
                        (row, n) -> true))
                .isPresent();
    }

    /** Marks a held customer deleted, takes it out of the search and ends its protection. @return whether there was one */
    boolean delete(Permit permit, UUID id, Instant now) {
        return delete(permit, new SqlText().add("c.uuid = ?", id), now) == 1;
    }

    /** As above, those of a batch. @return how many there were */
    int delete(Permit permit, Batch customers, Instant now) {
        return delete(permit, among(customers), now);
    }

    private int delete(Permit permit, SqlText which, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText deleted = new SqlText()
                .add("update customer c set deleted_at = ?, updated_at = ? where ", at(now), at(now))
                .add(FILTERS.where(permit.reach()))
                .add(" and c.deleted_at is null and ")
                .add(which)
                .add(" returning c.id, c.uuid, c.name, c.owner_id");
        Write write = new Write()
                .with("deleted", deleted)
                .with(
                        "unsearchable",
                        "delete from customer_search s using deleted where s.tenant_id = ? and s.customer_id = deleted.id",
                        tenant)
                .with("freed", """
                        delete from unique_value u using deleted
                        where u.tenant_id = ? and u.kind = 'customer' and u.record_id = deleted.id""", tenant)
                .with("uncontacted", """
                        update contact k set deleted_at = ? from deleted
                        where k.tenant_id = ? and k.customer_id = deleted.id and k.deleted_at is null
                        returning k.id, k.uuid, k.name, k.phone""", at(now), tenant)
                .with("contact_words", """
                        delete from record_search s using uncontacted
                        where s.tenant_id = ? and s.kind = 'contact' and s.record_id = uncontacted.id""", tenant)
                .with("contact_values", """
                        delete from unique_value u using uncontacted
                        where u.tenant_id = ? and u.kind = 'contact' and u.record_id = uncontacted.id""", tenant)
                .with(
                        "contacts_audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "contact.delete",
                                "contact",
                                "uncontacted",
                                "id",
                                "to_jsonb(uncontacted)",
                                "null"))
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
        return count(write.select("select count(*) from deleted"));
    }

    private static SqlText among(Batch customers) {
        return new SqlText().add("c.id = any (?)", (Object) customers.array());
    }

    private int count(SqlText statement) {
        return sql.row(statement, (row, n) -> row.getInt(1)).orElse(0);
    }
}
