package io.haina.record;

import io.haina.database.FilterSql;
import io.haina.database.Rows;
import io.haina.database.SqlText;
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

    /** What the kinds call it by which people know a record. */
    private static final String NAME = "name";

    /** So many records are put into an order that no index gives; more would cost each reader of the list too much. */
    public static final int MOST_SORTED = 10_000;

    /** The last changed first. */
    public static final Order NEWEST = new Order(UPDATED, false);

    /** @throws io.haina.problem.Refused if the catalogue has no such field */
    String sql(RecordKind kind, FieldCatalog catalog) {
        String alias = kind.alias();
        String direction = ascending ? " asc" : " desc";
        String last = alias + ".updated_at" + direction + ", " + alias + ".id" + direction;
        if (field.equals(UPDATED)) {
            return last;
        }
        Field by = catalog.field(field);
        if (field.equals(CREATED)) {
            return by.column() + direction + ", " + alias + ".id" + direction;
        }
        boolean never = isNeverEmpty(kind, by);
        return by.column() + direction + (never ? "" : ascending ? " nulls first" : " nulls last") + ", " + last;
    }

    /** Whatever a tenant requires now, records are older than its rules: only the table's own promise counts. */
    private static boolean isNeverEmpty(RecordKind kind, Field by) {
        return by.name().equals(NAME) && kind != RecordKind.CONTACT;
    }

    /**
     * Whether an index gives the order of a field, of all records of a kind or of those in the pools. Others are made by
     * sorting all that a list finds.
     */
    public static boolean isIndexed(RecordKind kind, Field by, boolean pooled) {
        if (by.isCustom()) {
            return by.rules().indexed();
        }
        return switch (by.name()) {
            case UPDATED -> true;
            case CREATED, NAME -> kind != RecordKind.PRODUCT;
            case "money" -> kind == RecordKind.OPPORTUNITY;
            case "pooledAt" -> pooled;
            default -> false;
        };
    }

    /** The condition that a record comes behind a place. @throws io.haina.problem.Refused as {@link #sql} */
    SqlText behind(RecordKind kind, FieldCatalog catalog, Place place) {
        String alias = kind.alias();
        String than = ascending ? " > " : " < ";
        Object updated = Rows.at(place.updatedAt());
        if (field.equals(UPDATED)) {
            return new SqlText()
                    .add("(" + alias + ".updated_at, " + alias + ".id)" + than + "(?, ?)", updated, place.id());
        }
        Field by = catalog.field(field);
        Object value = place.value();
        SqlText tied = new SqlText()
                .add("(" + alias + ".updated_at, " + alias + ".id)" + than + "(?, ?)", updated, place.id());
        String column = by.column();
        if (value == null) {
            return ascending
                    ? new SqlText()
                            .add("(" + column + " is not null or ")
                            .add(tied)
                            .add(")")
                    : new SqlText()
                            .add("(" + column + " is null and ")
                            .add(tied)
                            .add(")");
        }
        Object bound = FilterSql.bound(by, value);
        if (field.equals(CREATED)) {
            // One comparison of rows, which an index answers.
            return new SqlText().add("(" + column + ", " + alias + ".id)" + than + "(?, ?)", bound, place.id());
        }
        return new SqlText()
                .add("(" + column + than + "?" + (ascending ? "" : " or " + column + " is null"), bound)
                .add(" or (" + column + " = ? and ", bound)
                .add(tied)
                .add("))");
    }
}
