package io.haina.exchange;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.customer.CustomerNames;
import io.haina.database.Grams;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.record.LinkKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What an import asks of the records that are there: which one a row means, and whether one has changed since. */
@Repository
class TargetStore {

    /** What a name may stand for; more than one is as bad as none. */
    private static final int TWO = 2;

    private static final Map<String, String> LIVE = Map.of(
            "staff", "disabled_at is null",
            "department", "true",
            "customer", "deleted_at is null",
            "contact", "deleted_at is null",
            "pipeline", "deleted_at is null",
            "stage", "true");

    private final Sql sql;

    TargetStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * The id that a name stands for, in a field of ids; null if it stands for none, or for several.
     *
     * @param row the values before it: a stage is looked for in the pipeline that the row names
     */
    @Nullable
    Long idOf(Actor actor, Field field, String name, Map<String, Object> row) {
        LinkKind link = LinkKind.of(field).orElseThrow();
        if (link == LinkKind.CUSTOMER) {
            return only(customers(actor, name));
        }
        SqlText find = new SqlText()
                .add(
                        "select id from " + link.table() + " where tenant_id = ? and " + link.nameColumn() + " = ? and "
                                + LIVE.get(link.table()),
                        actor.tenantId(),
                        name);
        if (link == LinkKind.STAGE && row.get("pipelineId") instanceof Long pipeline) {
            find.add(" and pipeline_id = ?", pipeline);
        }
        return only(sql.rows(find.add(" limit " + TWO), (found, n) -> found.getLong("id")));
    }

    private static @Nullable Long only(List<Long> ids) {
        return ids.size() == 1 ? ids.getFirst() : null;
    }

    /** The live customer of a name, whoever holds it. */
    List<Long> customers(Actor actor, String name) {
        return sql.rows(
                new SqlText()
                        .add(
                                "select id from customer where tenant_id = ? and name_key = ? and deleted_at is null",
                                actor.tenantId(),
                                CustomerNames.key(name)),
                (row, n) -> row.getLong("id"));
    }

    /** The record that has a value which may occur once. */
    List<Long> holders(Actor actor, RecordKind kind, Field field, String value) {
        return sql.rows(
                new SqlText().add("""
                                select record_id from unique_value
                                where tenant_id = ? and kind = ? and field = ? and value = ?""", actor.tenantId(), kind.key(), field.name(), Grams.fold(value)),
                (row, n) -> row.getLong("record_id"));
    }

    /** Holds a record for the rest of the transaction: what is read of it now is what is changed. */
    void lock(Actor actor, RecordKind kind, long id) {
        sql.rows(
                new SqlText()
                        .add(
                                "select id from " + kind.key() + " where tenant_id = ? and id = ? for update",
                                actor.tenantId(),
                                id),
                (row, n) -> row.getLong("id"));
    }

    /** Holds a record for the rest of the transaction, if it is as it was. @return whether it is */
    boolean lockUnchanged(Actor actor, RecordKind kind, long id, Instant stamp) {
        String untouched = kind == RecordKind.PRODUCT ? "" : " and (last_activity_at is null or last_activity_at <= ?)";
        SqlText lock = new SqlText()
                .add(
                        "select id from " + kind.key()
                                + " where tenant_id = ? and id = ? and deleted_at is null and updated_at = ?",
                        actor.tenantId(),
                        id,
                        at(stamp));
        if (!untouched.isEmpty()) {
            lock.add(untouched, at(stamp));
        }
        return sql.row(lock.add(" for update"), (row, n) -> row.getLong("id")).isPresent();
    }
}
