package io.haina.tenant;

/** Whose records a role sees and may change, beside those that are open to it for another reason. */
public enum DataScope {
    /** Only what the person holds. */
    OWN,
    /** What the person holds, and everybody below whose superior the person is, however many levels. */
    OWN_AND_SUBORDINATES,
    /** What the person's team holds; of somebody without a team, as {@link #OWN}. */
    TEAM,
    /** What the person's department and those below it hold; of somebody without a department, as {@link #OWN}. */
    DEPARTMENT_AND_BELOW,
    /** What anybody of the tenant holds. */
    ALL
}
