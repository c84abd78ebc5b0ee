package io.haina.exchange;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
    WAITING,
    RUNNING,
    /** It came to its end; single rows may have been refused. */
    DONE,
    /** It could not go on; what was done before stays, and is told. */
    FAILED,
    /** Its owner stopped it; what was done before stays, and is told. */
    CANCELLED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more will happen. */
    public boolean isFinal() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
