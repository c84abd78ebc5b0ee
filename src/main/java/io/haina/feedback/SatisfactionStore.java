package io.haina.feedback;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
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
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of satisfactions. They are reached by their contact. */
@Repository
class SatisfactionStore {

    private static final FilterSql CONTACTS = new FilterSql(Layout.reachOf(RecordKind.CONTACT));

    /** Up to here a total is counted; beyond, it is said to be at least so many. */
    private static final int COUNTED = 1000;

    private static final String PEOPLE = """
            array(select w.staff_id from satisfaction_staff w
                where w.tenant_id = k.tenant_id and w.satisfaction_id = k.id order by w.position) as staff""";

    private final Sql sql;

    SatisfactionStore(Sql sql) {
        this.sql = sql;
    }

    private static SqlText contact(Filter reach) {
        return new SqlText().add(CONTACTS.where(reach)).add(" and r.deleted_at is null");
    }

    private static SqlText reached(Permit permit) {
        return new SqlText()
                .add("exists (select from contact r where ")
                .add(contact(permit.reach()))
                .add(" and r.tenant_id = k.tenant_id and r.id = k.contact_id) and k.deleted_at is null");
    }

    private record Counted(long total, @Nullable Satisfaction satisfaction) {}

    /** What a contact said, the newest first; empty if the query reaches no such contact. */
    Optional<Slice<Satisfaction>> page(Scoped scoped, long contact, Instant from, Instant until, Page page) {
        String its = " from satisfaction k where k.tenant_id = whose.tenant_id and k.contact_id = whose.id"
                + " and k.deleted_at is null and k.recorded_at >= ? and k.recorded_at < ?";
        SqlText statement = new SqlText()
                .add("with whose as (select r.tenant_id, r.id from contact r where ")
                .add(contact(scoped.filter()))
                .add(" and r.id = ?)\nselect k.*, (select count(*)" + its + ") as total,", contact, at(from), at(until))
                .add("""

                        array(select w.staff_id from satisfaction_staff w
                            where w.tenant_id = k.tenant_id and w.satisfaction_id = k.id order by w.position) as staff
                        from whose left join lateral (select *""")
                .add(its + " order by k.recorded_at desc, k.id desc ", at(from), at(until))
                .add(SqlText.limit(page))
                .add(") k on true order by k.recorded_at desc, k.id desc");
        List<Counted> found = sql.rows(
                statement,
                (row, n) -> new Counted(row.getLong("total"), row.getObject("id") == null ? null : satisfaction(row)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Satisfaction> rows = found.stream()
                .flatMap(each -> Stream.ofNullable(each.satisfaction()))
                .toList();
        return Optional.of(new Slice<>(rows, page, found.getFirst().total(), true));
    }

    /** What the contacts of a reach said, the newest first; counted up to a bound. */
    Slice<Satisfaction> page(Scoped scoped, Instant from, Instant until, Page page) {
        long bound = page.countedTo(COUNTED);
        SqlText its = new SqlText()
                .add("select k.tenant_id, k.id, k.recorded_at from satisfaction k join contact r"
                        + " on r.tenant_id = k.tenant_id and r.id = k.contact_id where ")
                .add(contact(scoped.filter()))
                .add(
                        " and k.tenant_id = ? and k.deleted_at is null and k.recorded_at >= ? and k.recorded_at < ?",
                        scoped.actor().tenantId(),
                        at(from),
                        at(until));
        SqlText statement = new SqlText()
                .add("select total.n as total, k.*, " + PEOPLE + "\nfrom (select count(*) as n from (")
                .add(its)
                .add(" limit " + (bound + 1) + ") counted) total left join (")
                .add(its)
                .add(" order by k.recorded_at desc, k.id desc ")
                .add(SqlText.limit(page))
                .add(") shown on true\nleft join satisfaction k on k.tenant_id = shown.tenant_id and k.id = shown.id"
                        + " order by k.recorded_at desc, k.id desc");
        List<Counted> found = sql.rowsPlannedAnew(
                statement,
                (row, n) -> new Counted(row.getLong("total"), row.getObject("id") == null ? null : satisfaction(row)));
        List<Satisfaction> rows = found.stream()
                .flatMap(each -> Stream.ofNullable(each.satisfaction()))
                .toList();
        long total = found.getFirst().total();
        return new Slice<>(rows, page, Math.min(total, bound), total <= bound);
    }

    /** One whose contact the query reaches. */
    Optional<Satisfaction> find(Scoped scoped, long id) {
        SqlText statement = new SqlText()
                .add("select k.*, " + PEOPLE + " from contact r join satisfaction k"
                        + " on k.tenant_id = r.tenant_id and k.contact_id = r.id and k.deleted_at is null where ")
                .add(contact(scoped.filter()))
                .add(" and k.id = ?", id);
        return sql.row(statement, (row, n) -> satisfaction(row));
    }

    private static Satisfaction satisfaction(ResultSet row) throws SQLException {
        return new Satisfaction(
                row.getLong("id"),
                row.getLong("contact_id"),
                row.getInt("value"),
                List.of((Long[]) row.getArray("staff").getArray()),
                Rows.instant(row, "recorded_at"),
                row.getString("attachment_url"),
                row.getString("note"),
                row.getLong("operator_id"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"));
    }

    /** Whether a contact is in reach; it stays until the transaction ends. */
    boolean sees(Permit permit, long contact) {
        SqlText statement = new SqlText()
                .add("select r.id from contact r where ")
                .add(contact(permit.reach()))
                .add(" and r.id = ? for key share", contact);
        return sql.row(statement, (row, n) -> true).isPresent();
    }

    /** Writes down what a contact said. @return its id; empty if there is no such contact in reach */
    Optional<Long> insert(Permit permit, Values values, Instant now) {
        Actor actor = permit.actor();
        SqlText insert = new SqlText()
                .add(
                        """
                        insert into satisfaction (tenant_id, uuid, contact_id, value, recorded_at, attachment_url, note,
                            operator_id, created_at, updated_at)
                        select r.tenant_id, ?, r.id, ?, ?, ?, ?, ?, ?, ? from contact r where\s""",
                        Ids.uuid(),
                        values.get(SatisfactionFields.VALUE),
                        time(values),
                        values.get(SatisfactionFields.ATTACHMENT),
                        values.get(SatisfactionFields.NOTE),
                        actor.staffId(),
                        at(now),
                        at(now))
                .add(contact(permit.reach()))
                .add(" and r.id = ? returning *", values.get(SatisfactionFields.CONTACT_ID));
        Write write = new Write()
                .with("made", insert)
                .with("audited", audit(actor, now, "add", "made", "null", "to_jsonb(made)"))
                .with("told", event(actor, now, "satisfaction.added", "made"));
        return sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"));
    }

    private static @Nullable OffsetDateTime time(Values values) {
        return values.get(SatisfactionFields.RECORDED_AT) instanceof Instant instant ? at(instant) : null;
    }

    /** Keeps one in reach as it is until the transaction ends. */
    void lock(Permit permit, long id) {
        sql.rows(locked(permit, id), (row, n) -> true);
    }

    private static SqlText locked(Permit permit, long id) {
        return new SqlText()
                .add(
                        "select k.* from satisfaction k where k.tenant_id = ? and k.id = ? and ",
                        permit.actor().tenantId(),
                        id)
                .add(reached(permit))
                .add(" for update");
    }

    /** Changes what a draft names of one in reach. @return whether there is one */
    boolean change(Permit permit, long id, Values values, Instant now) {
        Actor actor = permit.actor();
        SqlText update = new SqlText().add("update satisfaction k set updated_at = ?", at(now));
        set(update, values, SatisfactionFields.CONTACT_ID, "contact_id = ?");
        set(update, values, SatisfactionFields.VALUE, "value = ?");
        set(update, values, SatisfactionFields.ATTACHMENT, "attachment_url = ?");
        set(update, values, SatisfactionFields.NOTE, "note = ?");
        if (values.names(SatisfactionFields.RECORDED_AT)) {
            update.add(", recorded_at = ?", time(values));
        }
        update.add(" from was where k.tenant_id = was.tenant_id and k.id = was.id returning k.*");
        Write write = new Write()
                .with("was", locked(permit, id))
                .with("is_now", update)
                .with(
                        "audited",
                        audit(actor, now, "change", "was join is_now using (id)", "to_jsonb(was)", "to_jsonb(is_now)"))
                .with("told", event(actor, now, "satisfaction.changed", "is_now"));
        return sql.row(write.select("select id from is_now"), (row, n) -> true).isPresent();
    }

    private static void set(SqlText update, Values values, String field, String assignment) {
        if (values.names(field)) {
            update.add(", " + assignment, values.get(field));
        }
    }

    /** Says who was praised or criticised in one that this transaction has written. @return whether all are there */
    boolean name(Permit permit, long id, List<Long> staff, Instant now) {
        Actor actor = permit.actor();
        Long[] people = staff.stream().distinct().toArray(Long[]::new);
        Write write = new Write()
                .with("was", """
                        select k.tenant_id, k.id, array(
                            select w.staff_id from satisfaction_staff w
                            where w.tenant_id = k.tenant_id and w.satisfaction_id = k.id order by w.position) as people
                        from satisfaction k where k.tenant_id = ? and k.id = ?""", actor.tenantId(), id)
                .with("gone", """
                        delete from satisfaction_staff w using was
                        where w.tenant_id = was.tenant_id and w.satisfaction_id = was.id
                            and w.staff_id <> all (?)""", (Object) people)
                .with("named", """
                        insert into satisfaction_staff as k (tenant_id, satisfaction_id, staff_id, position)
                        select was.tenant_id, was.id, s.id, w.position
                        from was cross join unnest(?::bigint[]) with ordinality as w (id, position)
                        join staff s on s.tenant_id = was.tenant_id and s.id = w.id
                        on conflict (tenant_id, satisfaction_id, staff_id) do update set position = excluded.position
                        returning k.staff_id""", (Object) people)
                .with(
                        "changed",
                        "select id, people, w.asked from was cross join (select ?::bigint[] as asked) w"
                                + " where people <> w.asked",
                        (Object) people)
                .with("audited", audit(actor, now, "staff", "changed", "to_jsonb(people)", "to_jsonb(asked)"));
        return sql.row(write.select("select count(*) as n from named"), (row, n) -> row.getLong("n") == people.length)
                .orElseThrow();
    }

    /** Deletes one in reach, softly. @return whether there was one */
    boolean delete(Permit permit, long id, Instant now) {
        Actor actor = permit.actor();
        SqlText deleted = new SqlText()
                .add(
                        "update satisfaction k set deleted_at = ?, updated_at = ? where k.tenant_id = ? and k.id = ? and ",
                        at(now),
                        at(now),
                        actor.tenantId(),
                        id)
                .add(reached(permit))
                .add(" returning k.*");
        Write write = new Write()
                .with("deleted", deleted)
                .with("audited", audit(actor, now, "delete", "deleted", "to_jsonb(deleted)", "null"))
                .with("told", event(actor, now, "satisfaction.deleted", "deleted"));
        return sql.row(write.select("select id from deleted"), (row, n) -> true).isPresent();
    }

    private static SqlText audit(Actor actor, Instant now, String action, String source, String before, String after) {
        return Change.of(
                actor, actor.tenantId(), now, "satisfaction." + action, "satisfaction", source, "id", before, after);
    }

    private static SqlText event(Actor actor, Instant now, String type, String source) {
        return Event.of(actor.tenantId(), now, type, source, "id", "jsonb_build_object('satisfaction', uuid)");
    }
}
