package io.haina.app;

/** When two requests of an app count as one sent twice. */
public enum Replay {
    /** Same nonce and timestamp. */
    NONCE,
    /** Same nonce and timestamp, and the same method, address and body: for clients that use a nonce for several calls. */
    PER_REQUEST
}
