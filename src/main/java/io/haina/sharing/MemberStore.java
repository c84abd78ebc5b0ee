package io.haina.sharing;

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
import io.haina.filter.Batch;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Repository;

/** All SQL of members. Whoever changes them locks their record, so that none comes while it changes hands. */
@Repository
class MemberStore {

    private final Sql sql;

    MemberStore(Sql sql) {
        this.sql = sql;
    }

    /** How many of the records, and of the people, of an order were there. */
    record Found(int records, int people) {}

    /** The owner and the members of a record that the query reaches; none where it reaches no such record. */
    List<Member> members(Scoped scoped, RecordKind kind, long id) {
        String alias = kind.alias();
        SqlText statement = new SqlText()
                .add("""
                        select s.id, s.real_name, d.name as department, m.power, m.power is null as owner
                        from (select %1$s.tenant_id, %1$s.id, %1$s.owner_id from %2$s %1$s where\s""".formatted(alias, kind.key()))
                .add(reach(kind).where(scoped.filter()))
                .add(" and " + alias + ".deleted_at is null and " + alias + ".id = ?) x" + """

                        cross join lateral (
                            select x.owner_id as staff_id, null as power where x.owner_id is not null
                            union all
                            select r.staff_id, r.power from record_member r
                            where r.tenant_id = x.tenant_id and r.kind = ? and r.record_id = x.id) m
                        join staff s on s.tenant_id = x.tenant_id and s.id = m.staff_id
                        left join department d on d.tenant_id = s.tenant_id and d.id = s.department_id
                        order by m.power is not null, s.real_name, s.id""", id, kind.key());
        return sql.rows(
                statement,
                (row, n) -> new Member(
                        row.getLong("id"),
                        row.getString("real_name"),
                        row.getString("department"),
                        row.getBoolean("owner")
                                ? Power.WRITE
                                : Power.valueOf(row.getString("power").toUpperCase(Locale.ROOT)),
                        row.getBoolean("owner")));
    }

    /** Makes people members of records, or changes their power, of what is there of both. */
    Found put(Permit permit, RecordKind kind, Batch records, Batch people, Power power, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("target", locked(permit, kind, records))
                .with(
                        "person",
                        "select id from staff where tenant_id = ? and id = any (?) and disabled_at is null",
                        tenant,
                        people.array())
                .with("put", """
                        insert into record_member as m (tenant_id, kind, record_id, staff_id, power, added_by, added_at)
                        select ?, ?, target.id, person.id, ?, ?, ? from target cross join person
                        where target.owner_id <> person.id
                        on conflict (tenant_id, kind, record_id, staff_id) do update set power = excluded.power
                        where m.power <> excluded.power
                        returning record_id, staff_id, power""", tenant, kind.key(), power.key(), actor.staffId(), at(now));
        audit(write, actor, kind, "put", "null", "members", now);
        return sql.row(
                        write.select(
                                "select (select count(*) from target) as records, (select count(*) from person) as people"),
                        (row, n) -> new Found(row.getInt("records"), row.getInt("people")))
                .orElseThrow();
    }

    /** Changes the power of members of records, of those that are there. */
    Found change(Permit permit, RecordKind kind, Batch records, Batch people, Power power, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write()
                .with("target", locked(permit, kind, records))
                .with("put", """
                        update record_member m set power = ? from target
                        where m.tenant_id = ? and m.kind = ? and m.record_id = target.id and m.staff_id = any (?)
                            and m.power <> ?
                        returning m.record_id, m.staff_id, m.power""", power.key(), actor.tenantId(), kind.key(), people.array(), power.key());
        audit(write, actor, kind, "put", "null", "members", now);
        return sql.row(
                        write.select("select count(*) as records from target"),
                        (row, n) -> new Found(row.getInt("records"), 0))
                .orElseThrow();
    }

    /** Takes people off records, of those that are there. */
    Found remove(Permit permit, RecordKind kind, Batch records, Batch people, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write()
                .with("target", locked(permit, kind, records))
                .with("gone", """
                        delete from record_member m using target
                        where m.tenant_id = ? and m.kind = ? and m.record_id = target.id and m.staff_id = any (?)
                        returning m.record_id, m.staff_id, m.power""", actor.tenantId(), kind.key(), people.array());
        audit(write, actor, kind, "gone", "members", "null", now);
        return sql.row(
                        write.select("select count(*) as records from target"),
                        (row, n) -> new Found(row.getInt("records"), 0))
                .orElseThrow();
    }

    /** Takes the actor off a record. @return whether there was anything to take off */
    boolean leave(Permit permit, RecordKind kind, long id, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write().with("gone", """
                        delete from record_member
                        where tenant_id = ? and kind = ? and record_id = ? and staff_id = ?
                        returning record_id, staff_id, power""", actor.tenantId(), kind.key(), id, actor.staffId());
        audit(write, actor, kind, "gone", "members", "null", now);
        return sql.row(write.select("select record_id from gone"), (row, n) -> true)
                .isPresent();
    }

    /** One line and one event a record: who was given which power, or had which. */
    private static void audit(
            Write write, Actor actor, RecordKind kind, String source, String before, String after, Instant now) {
        write.with(
                        "changed",
                        "select record_id, jsonb_object_agg(staff_id, power) as members from " + source
                                + " group by record_id")
                .with(
                        "audited",
                        Change.of(
                                actor,
                                actor.tenantId(),
                                now,
                                kind.key() + ".members",
                                kind.key(),
                                "changed",
                                "record_id",
                                before,
                                after))
                .with(
                        "told",
                        Event.of(
                                actor.tenantId(),
                                now,
                                kind.key() + ".members_changed",
                                "changed",
                                "record_id",
                                "jsonb_build_object('" + kind.key() + "', record_id)"));
    }

    private static SqlText locked(Permit permit, RecordKind kind, Batch records) {
        String alias = kind.alias();
        return new SqlText()
                .add("select %1$s.id, %1$s.owner_id from %2$s %1$s where ".formatted(alias, kind.key()))
                .add(reach(kind).where(permit.reach()))
                .add(
                        " and %1$s.deleted_at is null and %1$s.id = any (?) order by %1$s.id for no key update"
                                .formatted(alias),
                        (Object) records.array());
    }

    private static FilterSql reach(RecordKind kind) {
        return new FilterSql(Layout.reachOf(kind));
    }
}
