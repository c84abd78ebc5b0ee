package io.haina.customer;

import java.util.Optional;

/** How a customer can be reached. */
public enum WayKind {
    MOBILE("mobile", 50),
    EMAIL("email", 200),
    QQ("qq", 50),
    WECHAT("wechat", 100);

    private final String key;
    private final int maximumLength;

    WayKind(String key, int maximumLength) {
        this.key = key;
        this.maximumLength = maximumLength;
    }

    /** The kind's name in the database and in filters. */
    public String key() {
        return key;
    }

    /** Of a value, in characters. */
    public int maximumLength() {
        return maximumLength;
    }

    /** The kind of a name in the database. */
    public static Optional<WayKind> of(String key) {
        for (WayKind kind : values()) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
