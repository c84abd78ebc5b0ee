package io.haina.kind;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What can be asked of a record of any kind beside its values. */
@Repository
class KindStore {

    private final Sql sql;

    KindStore(Sql sql) {
        this.sql = sql;
    }

    /** A record's version, and whether it is within some reaches; a null reach is none. */
    Optional<Standing> standing(
            Actor actor,
            RecordKind kind,
            long id,
            @Nullable Permit change,
            @Nullable Permit delete,
            @Nullable Permit transfer) {
        String alias = kind.alias();
        SqlText statement = new SqlText()
                .add("select " + alias + ".xmin::text as version, ")
                .add(within(kind, change))
                .add(" as may_change, ")
                .add(within(kind, delete))
                .add(" as may_delete, ")
                .add(within(kind, transfer))
                .add(
                        " as may_transfer from %2$s %1$s where %1$s.tenant_id = ? and %1$s.id = ? and %1$s.deleted_at is null"
                                .formatted(alias, kind.key()),
                        actor.tenantId(),
                        id);
        return sql.row(
                statement,
                (row, n) -> new Standing(
                        row.getString("version"),
                        row.getBoolean("may_change"),
                        row.getBoolean("may_delete"),
                        row.getBoolean("may_transfer")));
    }

    /** The version of a record that is there. */
    Optional<String> version(Actor actor, RecordKind kind, long id) {
        return sql.row(
                new SqlText()
                        .add(
                                "select xmin::text as version from " + kind.key()
                                        + " where tenant_id = ? and id = ? and deleted_at is null",
                                actor.tenantId(),
                                id),
                (row, n) -> row.getString("version"));
    }

    /** Keeps a record as it is until the transaction ends, if it is there. */
    void lock(Permit permit, RecordKind kind, long id) {
        sql.rows(
                new SqlText()
                        .add(
                                "select id from " + kind.key() + " where tenant_id = ? and id = ? for update",
                                permit.actor().tenantId(),
                                id),
                (row, n) -> true);
    }

    private static SqlText within(RecordKind kind, @Nullable Permit permit) {
        return permit == null
                ? new SqlText().add("false")
                : new SqlText()
                        .add("((")
                        .add(new FilterSql(Layout.reachOf(kind)).where(permit.reach()))
                        .add(") is true)");
    }
}
