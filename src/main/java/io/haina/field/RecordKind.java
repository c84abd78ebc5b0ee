package io.haina.field;

import java.util.Optional;

/** The kinds of record that have a catalogue of fields, and so can be listed, filtered, imported and exported alike. */
public enum RecordKind {
    LEAD("lead", "r"),
    CUSTOMER("customer", "c"),
    CONTACT("contact", "r"),
    OPPORTUNITY("opportunity", "r"),
    PRODUCT("product", "r");

    private final String key;
    private final String alias;

    RecordKind(String key, String alias) {
        this.key = key;
        this.alias = alias;
    }

    /** The kind's name in the database: its table, and the word in columns that name a kind. */
    public String key() {
        return key;
    }

    /** How statements that read the table call it. */
    public String alias() {
        return alias;
    }

    /** The kind of a name in the database. */
    public static Optional<RecordKind> of(String key) {
        for (RecordKind kind : values()) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
