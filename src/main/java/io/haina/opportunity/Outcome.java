package io.haina.opportunity;

import java.util.Locale;
import java.util.Optional;

/** How an opportunity ended. */
public enum Outcome {
    WON("赢单"),
    LOST("输单"),
    /** It never was one. */
    INVALID("无效");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The value under which it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a stored value. */
    public static Optional<Outcome> of(String key) {
        for (Outcome outcome : values()) {
            if (outcome.key().equals(key)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
