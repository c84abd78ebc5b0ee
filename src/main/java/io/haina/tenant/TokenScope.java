package io.haina.tenant;

/** What a person's token may be used for; each includes those before it. */
public enum TokenScope {
    /** Requests that change nothing. */
    READ,
    /** Everything but what is for admins alone. */
    WRITE,
    /** All that the person may do, but for what takes a sign-in. */
    ADMIN
}
