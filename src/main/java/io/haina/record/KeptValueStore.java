package io.haina.record;

import io.haina.access.Permit;
import io.haina.catalog.RecordType;
import io.haina.database.FilterSql;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What a draft names of fields that its author only reads, as clients do that send back what they were shown. */
@Repository
class KeptValueStore {

    private final Sql sql;

    KeptValueStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Holds a record, if one is in reach, until this transaction ends, and looks whether it has the values that a draft names.
     *
     * @param values none if the draft names no such field
     * @throws Refused with {@link Problem.FieldReadOnly} if it has another
     */
    void check(Permit permit, RecordType type, FieldCatalog catalog, long id, Map<Field, @Nullable Object> values) {
        if (values.isEmpty()) {
            return;
        }
        String alias = type.kind().alias();
        SqlText look = new SqlText().add("select case");
        values.forEach((field, value) ->
                look.add(" when ").add(Assignments.differs(alias, field, value)).add(" then ?", field.label()));
        look.add(" else '' end as label from " + type.kind().key() + " " + alias + " where ")
                .add(new FilterSql(type.layout(catalog)).where(permit.reach()))
                .add(" and " + alias + ".deleted_at is null and " + alias + ".id = ? for update", id);
        for (String label : sql.rows(look, (row, n) -> row.getString("label"))) {
            if (!label.isEmpty()) {
                throw new Refused(new Problem.FieldReadOnly(label));
            }
        }
    }
}
