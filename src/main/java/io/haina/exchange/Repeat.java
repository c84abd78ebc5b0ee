package io.haina.exchange;

/** What becomes of a row whose unique values belong to a record already. */
public enum Repeat {
    /** The row's values go into that record. */
    OVERWRITE,
    /** The record stays as it is. */
    SKIP,
    /** The row is refused. */
    REFUSE
}
