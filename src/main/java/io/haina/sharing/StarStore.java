package io.haina.sharing;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.field.RecordKind;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL that changes stars. They are a person's own, so neither audit nor outbox tells of them. */
@Repository
class StarStore {

    private final Sql sql;

    StarStore(Sql sql) {
        this.sql = sql;
    }

    /** Marks a record, or leaves the mark. @return whether it is in reach */
    boolean put(Permit permit, RecordKind kind, long id, Instant now) {
        Write write = new Write()
                .with("target", target(permit, kind, id))
                .with("made", """
                        insert into star (tenant_id, staff_id, kind, record_id, starred_at)
                        select tenant_id, ?, ?, id, ? from target
                        on conflict do nothing""", permit.actor().staffId(), kind.key(), at(now));
        return sql.row(write.select("select id from target"), (row, n) -> true).isPresent();
    }

    /** Takes the mark off a record that has one. @return whether it is in reach */
    boolean remove(Permit permit, RecordKind kind, long id) {
        Write write = new Write()
                .with("target", target(permit, kind, id))
                .with("gone", """
                        delete from star s using target
                        where s.tenant_id = target.tenant_id and s.staff_id = ? and s.kind = ?
                            and s.record_id = target.id""", permit.actor().staffId(), kind.key());
        return sql.row(write.select("select id from target"), (row, n) -> true).isPresent();
    }

    private static SqlText target(Permit permit, RecordKind kind, long id) {
        String alias = kind.alias();
        return new SqlText()
                .add("select %1$s.tenant_id, %1$s.id from %2$s %1$s where ".formatted(alias, kind.key()))
                .add(new FilterSql(Layout.reachOf(kind)).where(permit.reach()))
                .add(" and %1$s.deleted_at is null and %1$s.id = ?".formatted(alias), id);
    }

    /** Marks a record, or takes the mark away. @return whether it is marked now; empty if it is out of reach */
    Optional<Boolean> toggle(Permit permit, RecordKind kind, long id, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write()
                .with("target", target(permit, kind, id))
                .with("gone", """
                        delete from star s using target
                        where s.tenant_id = target.tenant_id and s.staff_id = ? and s.kind = ?
                            and s.record_id = target.id
                        returning s.record_id""", actor.staffId(), kind.key())
                .with("made", """
                        insert into star (tenant_id, staff_id, kind, record_id, starred_at)
                        select tenant_id, ?, ?, id, ? from target where not exists (select from gone)
                        on conflict do nothing""", actor.staffId(), kind.key(), at(now));
        return sql.row(
                write.select("select not exists (select from gone) as starred from target"),
                (row, n) -> row.getBoolean("starred"));
    }
}
