package io.haina.record;

import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;

/**
 * The order of a list: by a field, then by the last change, then by id, all in one direction. Records without a value are
 * the smallest, so that one index serves both directions. What every record has needs no second criterion but the id.
 */
public record Order(String field, boolean ascending) {

    /** The last change, which every kind of record has. */
    public static final String UPDATED = "updatedAt";

    /** When it was made, which every kind of record has too. */
    public static final String CREATED = "createdAt";

    /** The last changed first. */
    public static final Order NEWEST = new Order(UPDATED, false);

    /** @throws io.haina.problem.Refused if the catalogue has no such field */
    String sql(RecordKind kind, FieldCatalog catalog) {
        Field by = catalog.field(field);
        String alias = kind.alias();
        String direction = ascending ? " asc" : " desc";
        String last = alias + ".updated_at" + direction + ", " + alias + ".id" + direction;
        if (field.equals(UPDATED)) {
            return last;
        }
        if (field.equals(CREATED)) {
            return by.column() + direction + ", " + alias + ".id" + direction;
        }
        boolean never = by.stored() != null && by.required();
        return by.column() + direction + (never ? "" : ascending ? " nulls first" : " nulls last") + ", " + last;
    }
}
