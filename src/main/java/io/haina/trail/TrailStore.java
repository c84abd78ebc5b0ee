package io.haina.trail;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the audit. Each way to narrow it has an index that is in its order too. */
@Repository
class TrailStore {

    /** What is said of a line; names are looked up for the few lines of a page only. */
    private static final String SELECT = """
            select a.id, a.at, a.actor_id, p.real_name as actor, a.action, a.kind, a.record_id, a.before, a.after,
                case a.kind
                    when 'customer' then (select name from customer r where r.tenant_id = a.tenant_id and r.id = a.record_id)
                    when 'lead' then (select name from lead r where r.tenant_id = a.tenant_id and r.id = a.record_id)
                    when 'contact' then (select name from contact r where r.tenant_id = a.tenant_id and r.id = a.record_id)
                    when 'opportunity' then
                        (select name from opportunity r where r.tenant_id = a.tenant_id and r.id = a.record_id)
                    when 'product' then (select name from product r where r.tenant_id = a.tenant_id and r.id = a.record_id)
                    when 'staff' then (select real_name from staff r where r.tenant_id = a.tenant_id and r.id = a.record_id)
                    else coalesce(a.after ->> 'name', a.before ->> 'name')
                end as record_name,
                case a.kind
                    when 'customer' then exists (select from customer r where r.tenant_id = a.tenant_id and r.id = a.record_id and r.deleted_at is not null)
                    when 'lead' then exists (select from lead r where r.tenant_id = a.tenant_id and r.id = a.record_id and r.deleted_at is not null)
                    when 'contact' then exists (select from contact r where r.tenant_id = a.tenant_id and r.id = a.record_id and r.deleted_at is not null)
                    when 'opportunity' then
                        exists (select from opportunity r where r.tenant_id = a.tenant_id and r.id = a.record_id and r.deleted_at is not null)
                    when 'product' then exists (select from product r where r.tenant_id = a.tenant_id and r.id = a.record_id and r.deleted_at is not null)
                    else false
                end as gone
            from (""";

    private static final String JOIN =
            ") a left join staff p on p.tenant_id = a.tenant_id and p.id = a.actor_id order by a.at desc, a.id desc";

    private final Sql sql;

    TrailStore(Sql sql) {
        this.sql = sql;
    }

    List<TrailLine> list(Scoped scoped, TrailQuery query, @Nullable Long before, int size) {
        long tenant = scoped.actor().tenantId();
        SqlText lines = new SqlText().add("select * from audit where tenant_id = ?", tenant);
        if (before != null) {
            lines.add(
                    " and (at, id) < (select b.at, b.id from audit b where b.tenant_id = ? and b.id = ?)",
                    tenant,
                    before);
        }
        String kind = query.kind();
        if (kind == null && query.action() != null && query.action().contains(".")) {
            kind = query.action().substring(0, query.action().indexOf('.'));
        }
        narrow(lines, " and kind = ?", kind);
        narrow(lines, " and record_id = ?", query.record());
        narrow(lines, " and actor_id = ?", query.actor());
        narrow(lines, " and action = ?", query.action());
        narrow(lines, " and at >= ?", query.from() == null ? null : at(query.from()));
        narrow(lines, " and at < ?", query.until() == null ? null : at(query.until()));
        lines.add(" order by at desc, id desc limit " + size);
        return sql.rowsPlannedAnew(new SqlText().add(SELECT).add(lines).add(JOIN), (row, n) -> line(row));
    }

    private static void narrow(SqlText lines, String condition, @Nullable Object value) {
        if (value != null) {
            lines.add(condition, value);
        }
    }

    /** The lines of one record, the newest first: in the order in which they were written, for each change locks the record. */
    List<TrailLine> ofRecord(Scoped scoped, RecordKind kind, long id, @Nullable Long before, int size) {
        long tenant = scoped.actor().tenantId();
        SqlText lines = new SqlText().add("""
                        select a.id, a.at, a.actor_id, p.real_name as actor, a.action, a.kind, a.record_id, a.before, a.after,
                            null as record_name, false as gone
                        from (select * from audit where tenant_id = ? and kind = ? and record_id = ?""", tenant, kind.key(), id);
        narrow(lines, " and id < ?", before);
        lines.add(" order by id desc limit " + size)
                .add(") a left join staff p on p.tenant_id = a.tenant_id and p.id = a.actor_id order by a.id desc");
        return sql.rows(lines, (row, n) -> line(row));
    }

    /** A record that is there, as the audit would keep it. */
    Optional<String> present(Scoped scoped, RecordKind kind, long id) {
        return sql.row(
                new SqlText()
                        .add(
                                "select to_jsonb(r)::text as present from " + kind.key()
                                        + " r where r.tenant_id = ? and r.id = ? and r.deleted_at is null",
                                scoped.actor().tenantId(),
                                id),
                (row, n) -> row.getString("present"));
    }

    Optional<TrailLine> find(Scoped scoped, long line) {
        return sql.row(
                new SqlText()
                        .add(SELECT)
                        .add(
                                "select * from audit where tenant_id = ? and id = ?",
                                scoped.actor().tenantId(),
                                line)
                        .add(JOIN),
                (row, n) -> line(row));
    }

    private static TrailLine line(ResultSet row) throws SQLException {
        return new TrailLine(
                row.getLong("id"),
                Rows.instant(row, "at"),
                Rows.optionalLong(row, "actor_id"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("kind"),
                Rows.optionalLong(row, "record_id"),
                row.getString("record_name"),
                row.getBoolean("gone"),
                row.getString("before"),
                row.getString("after"));
    }
}
