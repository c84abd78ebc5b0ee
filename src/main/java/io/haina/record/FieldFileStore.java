package io.haina.record;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.field.Values;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The files that fields of records name: each belongs to the record that names it. */
@Repository
class FieldFileStore {

    private static final String OF_NOTHING =
            "num_nonnulls(a.customer_id, a.lead_id, a.contact_id, a.opportunity_id, a.product_id) = 0";

    /** A lead's files go along to the customer that its owner makes of it. */
    private static final String OF_THE_LEAD = """
            or exists (select 1 from lead r join customer c on c.tenant_id = r.tenant_id and c.owner_id = r.owner_id
                where r.tenant_id = a.tenant_id and r.id = a.lead_id and c.id = ?)""";

    private final Sql sql;

    FieldFileStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Gives a record the files that its values name and the actor has sent; part of the caller's transaction.
     *
     * @throws Refused if one is neither such a file nor, now or formerly, the record's
     */
    void take(Permit permit, RecordKind kind, long id, Values values, Instant now) {
        for (Map.Entry<Field, @Nullable Object> entry : values.byField().entrySet()) {
            if (entry.getKey().type() == FieldType.FILE && entry.getValue() instanceof List<?> files) {
                String[] named = files.stream().map(Object::toString).toArray(String[]::new);
                if (taken(permit, kind, id, named, now) < named.length) {
                    throw Refused.invalid(entry.getKey().name(), Rule.NOT_A_CHOICE);
                }
            }
        }
    }

    private int taken(Permit permit, RecordKind kind, long id, String[] files, Instant now) {
        Actor actor = permit.actor();
        String column = kind.key() + "_id";
        SqlText take = new SqlText()
                .add("update attachment a set " + column + " = ? where a.tenant_id = ?", id, actor.tenantId())
                .add(" and a.uuid = any(?::uuid[]) and a.deleted_at is null and a." + column + " is null", (Object)
                        files)
                .add(" and (" + OF_NOTHING + " and a.uploaded_by = ?", actor.staffId());
        if (kind == RecordKind.CUSTOMER) {
            take.add(" ").add(OF_THE_LEAD, id);
        }
        take.add(") returning a.*");
        String state = "jsonb_build_object('" + kind.key() + "', " + column
                + ", 'fileName', file_name, 'mediaType', media_type, 'bytes', bytes)";
        Write write = new Write()
                .with("taken", take)
                .with(
                        "audited",
                        Change.of(actor, actor.tenantId(), now, "add", "attachment", "taken", "id", "null", state))
                .with(
                        "told",
                        Event.of(
                                actor.tenantId(),
                                now,
                                "attachment.added",
                                "taken",
                                "id",
                                "jsonb_build_object('uuid', uuid, '" + kind.key() + "', " + column + ")"));
        return sql.row(
                        write.select(
                                "select count(*) as n from (select uuid from taken union select uuid from attachment"
                                        + " where tenant_id = ? and uuid = any(?::uuid[]) and " + column + " = ?) f",
                                actor.tenantId(),
                                files,
                                id),
                        (row, n) -> row.getInt("n"))
                .orElse(0);
    }

    private record Held(long record, FieldFile file) {}

    /** Of some files those that records of a kind have, by record and UUID. */
    Map<Long, Map<UUID, FieldFile>> named(Actor actor, RecordKind kind, Collection<Long> records, String[] files) {
        String column = kind.key() + "_id";
        return sql
                .rows(
                        new SqlText()
                                .add(
                                        "select id, uuid, file_name, bytes, " + column + " as record from attachment"
                                                + " where tenant_id = ? and uuid = any(?::uuid[]) and deleted_at is null",
                                        actor.tenantId(),
                                        files)
                                .add(" and " + column + " = any(?)", (Object) records.toArray(Long[]::new)),
                        (row, n) -> new Held(
                                row.getLong("record"),
                                new FieldFile(
                                        row.getLong("id"),
                                        Rows.uuid(row, "uuid"),
                                        row.getString("file_name"),
                                        row.getLong("bytes"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Held::record,
                        Collectors.mapping(Held::file, Collectors.toMap(FieldFile::uuid, Function.identity()))));
    }
}
