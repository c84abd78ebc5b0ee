package io.haina.field;

/** What a field holds, and so which values and conditions it takes. */
public enum FieldType {
    TEXT,
    CHOICE,
    NUMBER,
    INSTANT,
    UUID,
    STAFF,
    BOOLEAN
}
