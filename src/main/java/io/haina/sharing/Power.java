package io.haina.sharing;

import java.util.Locale;

/** What a member of a record may do with it. */
public enum Power {
    READ,
    /** Read it, change it and say how the business goes; not give it away, lock it, delete it or choose its members. */
    WRITE;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
