package io.haina.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody was in touch with a customer. */
public enum ActivityKind {
    CALL,
    VISIT,
    WECHAT,
    EMAIL,
    MEETING,
    OTHER,
    INTAKE,
    SIGNING,
    AFTER_SALES;

    /** The value under which it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a stored value. */
    public static Optional<ActivityKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
