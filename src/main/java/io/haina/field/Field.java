package io.haina.field;

/**
 * One field of a kind of record.
 *
 * @param name the core's name, the key by which filters and drafts speak of it
 * @param column where it is stored, as an SQL expression of this program's own making, never of a client's
 * @param maximumLength in characters, for texts; 0 where length says nothing
 */
public record Field(String name, FieldType type, String column, int maximumLength, boolean required) {

    /** An optional text. */
    public static Field text(String name, String column, int maximumLength) {
        return new Field(name, FieldType.TEXT, column, maximumLength, false);
    }

    /** A field of a type whose length says nothing. */
    public static Field of(String name, FieldType type, String column) {
        return new Field(name, type, column, 0, false);
    }

    /** The same field, which must not be empty. */
    public Field asRequired() {
        return new Field(name, type, column, maximumLength, true);
    }
}
