package io.haina.exchange;

import java.util.Locale;

/** What a job does. */
public enum JobKind {
    IMPORT,
    EXPORT,
    /** Takes back what an import did. */
    UNDO,
    /** Does one thing to many records. */
    BULK;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
