package io.haina.field;

/** What a field holds, and so which values and conditions it takes. */
public enum FieldType {
    TEXT(Shape.TEXT),
    TEXTAREA(Shape.TEXT),
    /** One of the field's options. */
    CHOICE(Shape.TEXT),
    /** Some of the field's options. */
    MULTI_CHOICE(Shape.LIST),
    /** A path of choices, from the widest to the narrowest. */
    CASCADE(Shape.LIST),
    NUMBER(Shape.WHOLE),
    DECIMAL(Shape.DECIMAL),
    /** Two digits behind the point. */
    MONEY(Shape.DECIMAL),
    /** A calendar day, of no zone. */
    DATE(Shape.DATE),
    INSTANT(Shape.INSTANT),
    MOBILE(Shape.TEXT),
    EMAIL(Shape.TEXT),
    /** Places from the largest to the smallest, with commas between them. */
    ADDRESS(Shape.TEXT),
    /** Public ids of attachments. */
    FILE(Shape.LIST),
    BOOLEAN(Shape.BOOLEAN),
    /** A person's id. */
    STAFF(Shape.WHOLE),
    /** A department's id. */
    DEPARTMENT(Shape.WHOLE),
    /** Another record's id. */
    RECORD(Shape.WHOLE),
    UUID(Shape.UUID);

    /** How a value is held in Java and compared in the database. */
    public enum Shape {
        /** A String. */
        TEXT,
        /** A List of String. */
        LIST,
        /** A Long. */
        WHOLE,
        /** A BigDecimal. */
        DECIMAL,
        /** A LocalDate. */
        DATE,
        /** An Instant. */
        INSTANT,
        /** A Boolean. */
        BOOLEAN,
        /** A java.util.UUID. */
        UUID
    }

    private final Shape shape;

    FieldType(Shape shape) {
        this.shape = shape;
    }

    public Shape shape() {
        return shape;
    }
}
