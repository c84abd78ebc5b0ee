package io.haina.trail;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.trail.FeedItem.Happening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** All SQL of the feed of changes. */
@Repository
class FeedStore {

    /** As the index says it, word for word. */
    private static final String OF_RECORDS =
            "kind in ('lead', 'customer', 'contact', 'opportunity', 'product') and record_id is not null";

    private final Sql sql;

    FeedStore(Sql sql) {
        this.sql = sql;
    }

    /** Before every line whose transaction runs or will run. */
    Cursor now() {
        return sql.row(
                        new SqlText().add("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xid"),
                        (row, n) -> new Cursor(row.getLong("xid"), 0))
                .orElseThrow();
    }

    /** Before the first line since an instant; empty if there is none. */
    Optional<Cursor> begin(Scoped scoped, Instant since) {
        return sql.row(
                new SqlText()
                        .add(
                                "select xid::text::bigint as xid from audit where tenant_id = ? and at >= ?"
                                        + " order by at, id limit 1",
                                scoped.actor().tenantId(),
                                at(since)),
                (row, n) -> new Cursor(row.getLong("xid"), 0));
    }

    /** The next lines, as far as no transaction can put any between them. One snapshot decides both. */
    List<FeedItem> after(Scoped scoped, Cursor cursor, int limit) {
        // In the order of the columns, which an index gives, and not of what is selected under their names.
        return sql.rows(
                new SqlText()
                        .add(
                                "select xid::text::bigint as xid, id, at, kind, record_id, action from audit"
                                        + " where tenant_id = ? and (xid, id) > (?::text::xid8, ?) and " + OF_RECORDS
                                        + " and xid < pg_snapshot_xmin(pg_current_snapshot())"
                                        + " order by audit.xid, audit.id limit " + limit,
                                scoped.actor().tenantId(),
                                Long.toString(cursor.transaction()),
                                cursor.line()),
                (row, n) -> item(row));
    }

    private static FeedItem item(ResultSet row) throws SQLException {
        RecordKind kind = RecordKind.of(row.getString("kind")).orElseThrow();
        String action = row.getString("action");
        return new FeedItem(
                new Cursor(row.getLong("xid"), row.getLong("id")),
                Rows.instant(row, "at"),
                kind,
                row.getLong("record_id"),
                type(kind, action),
                action);
    }

    private static Happening type(RecordKind kind, String action) {
        if (!action.startsWith(kind.key() + ".")) {
            return Happening.CHANGED;
        }
        return switch (action.substring(kind.key().length() + 1)) {
            case "add", "report" -> Happening.CREATED;
            case "delete" -> Happening.DELETED;
            case "restore" -> Happening.RESTORED;
            default -> Happening.CHANGED;
        };
    }

    /** Which of some records the actor sees, or would see if they were not deleted. */
    Set<Long> visible(Scoped scoped, RecordKind kind, Set<Long> ids) {
        String alias = kind.alias();
        return new HashSet<>(sql.rows(
                new SqlText()
                        .add("select " + alias + ".id from " + kind.key() + " " + alias + " where ")
                        .add(new FilterSql(Layout.reachOf(kind)).where(scoped.reach()))
                        .add(" and " + alias + ".id = any(?)", (Object) ids.toArray(Long[]::new)),
                (row, n) -> row.getLong("id")));
    }
}
