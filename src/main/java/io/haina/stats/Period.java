package io.haina.stats;

/** The steps of a timeline, in the tenant's zone; a week begins on Monday. */
public enum Period {
    DAY,
    WEEK,
    MONTH
}
