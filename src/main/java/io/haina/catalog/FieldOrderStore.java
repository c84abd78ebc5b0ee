package io.haina.catalog;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.Write;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Writes the order of fields. */
@Repository
class FieldOrderStore {

    private final Sql sql;

    FieldOrderStore(Sql sql) {
        this.sql = sql;
    }

    /** Numbers fields from 1 on. What is said of built-in fields besides stays. */
    void order(Permit permit, RecordKind kind, List<Field> fields, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        String[] names = fields.stream().map(Field::name).toArray(String[]::new);
        Long[] own = fields.stream().map(Field::customId).toArray(Long[]::new);
        Write write = new Write()
                .with("wanted", """
                        select w.name, w.own, w.position from unnest(?::text[], ?::bigint[])
                            with ordinality as w (name, own, position)""", names, own)
                .with("moved", """
                        update custom_field f set position = w.position from wanted w
                        where f.tenant_id = ? and f.kind = ? and f.id = w.own and f.deleted_at is null""", tenant, kind.key())
                .with("put", """
                        insert into field_setting as s (tenant_id, kind, name, required, is_unique, position)
                        select ?, ?, w.name, false, false, w.position from wanted w where w.own = 0
                        on conflict (tenant_id, kind, name) do update set position = excluded.position""", tenant, kind.key())
                .with(
                        "ordered",
                        "select ?::text as kind, jsonb_agg(name order by position) as names from wanted",
                        kind.key())
                .with("version", "update tenant set fields_version = fields_version + 1 where id = ?", tenant)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "field.order",
                                "field",
                                "ordered",
                                "null",
                                "null",
                                "jsonb_build_object('kind', kind, 'names', names)"));
        sql.row(write.select("select 1 from ordered"), (row, n) -> true);
    }
}
