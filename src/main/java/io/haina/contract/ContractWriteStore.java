package io.haina.contract;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Ids;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.field.Values;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Changes contracts, in the caller's transaction. */
@Repository
class ContractWriteStore {

    private static final FilterSql OPPORTUNITIES = new FilterSql(Layout.reachOf(RecordKind.OPPORTUNITY));

    private final Sql sql;

    ContractWriteStore(Sql sql) {
        this.sql = sql;
    }

    /** What of a contract decides how it can change. */
    record Standing(
            long customer,
            @Nullable Long opportunity,
            @Nullable Instant agesFrom,
            @Nullable Instant agesUntil) {}

    /** How a contract in reach stands; locked, it stays so until the transaction ends. */
    Optional<Standing> standing(Permit permit, long id, boolean locked) {
        SqlText statement = new SqlText()
                .add("select k.customer_id, k.opportunity_id, k.ages_from, k.ages_until from contract k where ")
                .add(ContractReach.condition(permit))
                .add(" and k.id = ?" + (locked ? " for update" : ""), id);
        return sql.row(
                statement,
                (row, n) -> new Standing(
                        row.getLong("customer_id"),
                        Rows.optionalLong(row, "opportunity_id"),
                        Rows.optionalInstant(row, "ages_from"),
                        Rows.optionalInstant(row, "ages_until")));
    }

    /** Keeps an opportunity from being deleted until the transaction ends. @return whether the customer has it, in reach */
    boolean lockOpportunity(Permit permit, long opportunity, long customer) {
        SqlText statement = new SqlText()
                .add("select r.id from opportunity r where ")
                .add(OPPORTUNITIES.where(permit.reach()))
                .add(
                        " and r.deleted_at is null and r.id = ? and r.customer_id = ? for no key update",
                        opportunity,
                        customer);
        return sql.row(statement, (row, n) -> true).isPresent();
    }

    /** Makes a contract of the actor's with a customer that this transaction has locked. @return its id */
    long insert(Permit permit, Values values, long customer, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        OffsetDateTime signed = time(values, ContractFields.SIGNED_AT);
        Write write = new Write()
                .with(
                        "made",
                        """
                        insert into contract (tenant_id, uuid, customer_id, opportunity_id, name, code, amount, signed_at,
                            dated_at, ages_from, ages_until, note, owner_id, team_id, holder_id, holder_team_id,
                            created_by, edited_by, created_at, updated_at)
                        select c.tenant_id, ?, c.id, ?::bigint, ?, ?, ?::numeric, ?::timestamptz,
                            ?, ?::timestamptz, ?::timestamptz, ?, ?, ?::bigint, c.owner_id, c.team_id,
                            ?, ?, ?, ?
                        from customer c where c.tenant_id = ? and c.id = ? returning *""",
                        Ids.uuid(),
                        values.get(ContractFields.OPPORTUNITY_ID),
                        values.get(ContractFields.NAME),
                        values.get(ContractFields.CODE),
                        values.get(ContractFields.AMOUNT),
                        signed,
                        signed == null ? at(now) : signed,
                        time(values, ContractFields.AGES_FROM),
                        time(values, ContractFields.AGES_UNTIL),
                        values.get(ContractFields.NOTE),
                        actor.staffId(),
                        actor.teamId(),
                        actor.staffId(),
                        actor.staffId(),
                        at(now),
                        at(now),
                        tenant,
                        customer)
                .with("audited", audit(permit, now, "add", "made", "null", "to_jsonb(made)"))
                .with("told", event(tenant, now, "contract.added", "made"));
        return sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"))
                .orElseThrow();
    }

    /**
     * Changes what a draft names of a contract that this transaction has locked.
     *
     * @param opportunity which it has from then on
     */
    void change(Permit permit, long id, Values values, @Nullable Long opportunity, Instant now) {
        long tenant = permit.actor().tenantId();
        SqlText update = new SqlText()
                .add(
                        "update contract k set opportunity_id = ?::bigint, edited_by = ?, updated_at = ?",
                        opportunity,
                        permit.actor().staffId(),
                        at(now));
        set(update, values, ContractFields.NAME, "name", "text");
        set(update, values, ContractFields.CODE, "code", "text");
        set(update, values, ContractFields.AMOUNT, "amount", "numeric");
        set(update, values, ContractFields.NOTE, "note", "text");
        set(update, values, ContractFields.AGES_FROM, "ages_from", "timestamptz");
        set(update, values, ContractFields.AGES_UNTIL, "ages_until", "timestamptz");
        if (values.names(ContractFields.SIGNED_AT)) {
            OffsetDateTime signed = time(values, ContractFields.SIGNED_AT);
            update.add(
                    ", signed_at = ?::timestamptz, dated_at = coalesce(?::timestamptz, k.created_at)", signed, signed);
        }
        if (values.names(ContractFields.CUSTOMER_ID)) {
            update.add(", customer_id = c.id, holder_id = c.owner_id, holder_team_id = c.team_id");
        }
        update.add(
                " from was, customer c where k.tenant_id = ? and k.id = was.id and c.tenant_id = k.tenant_id"
                        + " and c.id = coalesce(?::bigint, k.customer_id) returning k.*",
                tenant,
                values.get(ContractFields.CUSTOMER_ID));
        Write write = new Write()
                .with("was", "select * from contract where tenant_id = ? and id = ?", tenant, id)
                .with("is_now", update)
                .with(
                        "audited",
                        audit(permit, now, "change", "was join is_now using (id)", "to_jsonb(was)", "to_jsonb(is_now)"))
                .with("told", event(tenant, now, "contract.changed", "is_now"));
        sql.row(write.select("select id from is_now"), (row, n) -> true);
    }

    private static void set(SqlText update, Values values, String field, String column, String type) {
        if (values.names(field)) {
            Object value = type.equals("timestamptz") ? time(values, field) : values.get(field);
            update.add(", " + column + " = ?::" + type, value);
        }
    }

    private static @Nullable OffsetDateTime time(Values values, String field) {
        return values.get(field) instanceof Instant instant ? at(instant) : null;
    }

    /** Says who follows a contract that this transaction has locked. @return whether all of them are there */
    boolean follow(Permit permit, long id, List<Long> followers, Instant now) {
        long tenant = permit.actor().tenantId();
        Long[] people = followers.stream().distinct().toArray(Long[]::new);
        Write write = new Write()
                .with("was", """
                        select k.tenant_id, k.id, k.dated_at, array(
                            select f.staff_id from contract_follower f
                            where f.tenant_id = k.tenant_id and f.contract_id = k.id order by f.position) as people
                        from contract k where k.tenant_id = ? and k.id = ?""", tenant, id)
                .with("gone", """
                        delete from contract_follower f using was
                        where f.tenant_id = was.tenant_id and f.contract_id = was.id and f.staff_id <> all (?)""", (Object) people)
                .with("follow", """
                        insert into contract_follower as f (tenant_id, contract_id, staff_id, position, dated_at)
                        select was.tenant_id, was.id, s.id, w.position, was.dated_at
                        from was cross join unnest(?::bigint[]) with ordinality as w (id, position)
                        join staff s on s.tenant_id = was.tenant_id and s.id = w.id
                        on conflict (tenant_id, contract_id, staff_id) do update set position = excluded.position
                        returning f.staff_id""", (Object) people)
                .with(
                        "changed",
                        "select id, people, w.asked from was cross join (select ?::bigint[] as asked) w"
                                + " where people <> w.asked",
                        (Object) people)
                .with("audited", audit(permit, now, "follow", "changed", "to_jsonb(people)", "to_jsonb(asked)"));
        return sql.row(write.select("select count(*) as n from follow"), (row, n) -> row.getLong("n") == people.length)
                .orElseThrow();
    }

    /** Deletes a contract in reach, softly. @return whether there was one */
    boolean delete(Permit permit, long id, Instant now) {
        long tenant = permit.actor().tenantId();
        SqlText deleted = new SqlText()
                .add(
                        "update contract k set deleted_at = ?, updated_at = ?, edited_by = ? where ",
                        at(now),
                        at(now),
                        permit.actor().staffId())
                .add(ContractReach.condition(permit))
                .add(" and k.id = ? returning k.*", id);
        Write write = new Write()
                .with("deleted", deleted)
                .with("audited", audit(permit, now, "delete", "deleted", "to_jsonb(deleted)", "null"))
                .with("told", event(tenant, now, "contract.deleted", "deleted"));
        return sql.row(write.select("select id from deleted"), (row, n) -> true).isPresent();
    }

    private static SqlText audit(
            Permit permit, Instant now, String action, String source, String before, String after) {
        Actor actor = permit.actor();
        return Change.of(actor, actor.tenantId(), now, "contract." + action, "contract", source, "id", before, after);
    }

    private static SqlText event(long tenant, Instant now, String type, String source) {
        return Event.of(tenant, now, type, source, "id", "jsonb_build_object('contract', uuid)");
    }
}
