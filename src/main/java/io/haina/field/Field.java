package io.haina.field;

import org.jspecify.annotations.Nullable;

/**
 * One field of a kind of record.
 *
 * @param name the core's name, the key by which filters and drafts speak of it; a tenant's own field is {@code f} and its id
 * @param label what people call it; empty for what the system keeps by itself
 * @param column how it is read, as an SQL expression of this program's own making, never of a client's
 * @param stored the column that a draft sets; null for a field that is derived, or a tenant's own
 * @param customId the id of a tenant's own field; 0 for a built-in one
 * @param maximumLength in characters, for texts; 0 where length says nothing
 */
public record Field(
        String name,
        String label,
        FieldType type,
        String column,
        @Nullable String stored,
        long customId,
        int maximumLength,
        FieldRules rules) {

    /** An optional text that is only checked. */
    public static Field text(String name, String column, int maximumLength) {
        return new Field(name, "", FieldType.TEXT, column, null, 0, maximumLength, FieldRules.NONE);
    }

    /** A field that is read and filtered by, and not set by drafts. */
    public static Field of(String name, FieldType type, String column) {
        return new Field(name, "", type, column, null, 0, 0, FieldRules.NONE);
    }

    /** A field that drafts set: read as the column of the kind's table. */
    public static Field stored(RecordKind kind, String name, String label, FieldType type, String stored, int length) {
        return new Field(name, label, type, kind.alias() + "." + stored, stored, 0, length, FieldRules.NONE);
    }

    /** A tenant's own field, which lies in the record's jsonb. */
    public static Field custom(RecordKind kind, long id, String label, FieldType type, int length, FieldRules rules) {
        return new Field("f" + id, label, type, customSql(kind.alias() + ".custom", id, type), null, id, length, rules);
    }

    /** How a tenant's own field is read out of a jsonb; an index on it must say exactly the same. */
    public static String customSql(String jsonb, long id, FieldType type) {
        String text = "(" + jsonb + " ->> '" + id + "')";
        return switch (type.shape()) {
            case WHOLE -> "(" + text + "::bigint)";
            case DECIMAL -> "(" + text + "::numeric)";
            case BOOLEAN -> "(" + text + "::boolean)";
            case LIST -> "(" + jsonb + " -> '" + id + "')";
            case TEXT, DATE, INSTANT, UUID -> text;
        };
    }

    /** The same field, which must not be empty. */
    public Field asRequired() {
        return with(rules.asRequired());
    }

    /** The same field under other rules. */
    public Field with(FieldRules other) {
        return new Field(name, label, type, column, stored, customId, maximumLength, other);
    }

    /** The same field under another label. */
    public Field labelled(String other) {
        return new Field(name, other, type, column, stored, customId, maximumLength, rules);
    }

    public boolean required() {
        return rules.required();
    }

    /** Whether a tenant made it. */
    public boolean isCustom() {
        return customId != 0;
    }

    /** Whether a draft can set it. */
    public boolean isWritable() {
        return stored != null || isCustom();
    }
}
