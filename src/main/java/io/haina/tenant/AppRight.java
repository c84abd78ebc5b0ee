package io.haina.tenant;

/** What an app, a program that signs its requests, may be allowed to do in its company. */
public enum AppRight {
    /** List and look at customers. */
    READ,
    /** Add customers. */
    ADD,
    /** Change customers, and give them to somebody else. */
    CHANGE,
    /** Delete customers. */
    DELETE,
    /** See which fields customers have. */
    FIELDS
}
