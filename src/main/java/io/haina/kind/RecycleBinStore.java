package io.haina.kind;

import io.haina.access.Scoped;
import io.haina.database.Layout;
import io.haina.database.PageSql;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.kind.DeletedRecord.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what was deleted. Who deleted it is looked up for the few records of a page. */
@Repository
class RecycleBinStore {

    /** Up to here deleted records are counted; beyond, there are said to be at least so many. */
    private static final int COUNTED = 1000;

    private final Sql sql;

    RecycleBinStore(Sql sql) {
        this.sql = sql;
    }

    private record Counted(long n, @Nullable DeletedRecord deleted) {}

    /** Deleted records within a reach, the last deleted first. */
    Slice<DeletedRecord> list(Scoped scoped, RecordKind kind, Page page) {
        String alias = kind.alias();
        PageSql pages = new PageSql(Layout.reachOf(kind), alias + ".deleted_at is not null");
        String order = "%1$s.deleted_at desc, %1$s.id desc".formatted(alias);
        long bound = page.countedTo(COUNTED);
        SqlText statement = new SqlText()
                .add(
                        "select counted.n, %1$s.id, %1$s.name, %1$s.deleted_at, %1$s.owner_id, o.real_name as owner_name, d.id as deleter_id, d.real_name as deleter_name from (select "
                                .formatted(alias))
                .add(pages.total(scoped.filter(), bound, part -> Optional.empty())
                        .counted())
                .add(" as n) counted left join (")
                .add(pages.rows(scoped.filter(), order, true, page))
                .add("""
                        ) %1$s on true
                        left join staff o on o.tenant_id = %1$s.tenant_id and o.id = %1$s.owner_id
                        left join lateral (select a.actor_id from audit a
                            where a.tenant_id = %1$s.tenant_id and a.kind = ? and a.record_id = %1$s.id and a.action = ?
                            order by a.id desc limit 1) l on true
                        left join staff d on d.tenant_id = %1$s.tenant_id and d.id = l.actor_id
                        order by %2$s""".formatted(alias, order), kind.key(), kind.key() + ".delete");
        List<Counted> found = sql.rows(
                statement,
                (row, n) -> new Counted(row.getLong("n"), row.getObject("id") == null ? null : deleted(row, kind)));
        long counted = found.getFirst().n();
        List<DeletedRecord> rows = found.stream()
                .flatMap(each -> Optional.ofNullable(each.deleted()).stream())
                .toList();
        return new Slice<>(rows, page, Math.min(counted, bound), counted <= bound);
    }

    private static DeletedRecord deleted(ResultSet row, RecordKind kind) throws SQLException {
        return new DeletedRecord(
                kind,
                row.getLong("id"),
                row.getString("name"),
                person(row, "owner_id", "owner_name"),
                Rows.instant(row, "deleted_at"),
                person(row, "deleter_id", "deleter_name"));
    }

    private static @Nullable Person person(ResultSet row, String id, String name) throws SQLException {
        Long number = Rows.optionalLong(row, id);
        return number == null ? null : new Person(number, row.getString(name));
    }
}
