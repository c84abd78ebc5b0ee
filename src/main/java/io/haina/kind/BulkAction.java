package io.haina.kind;

import io.haina.field.RecordKind;
import java.util.EnumSet;
import java.util.Set;

/** What one order does to many records. */
public enum BulkAction {
    CHANGE,
    DELETE,
    TRANSFER,
    /** Keeps customers from being released. */
    LOCK,
    UNLOCK,
    /** Puts customers into a pool. */
    RELEASE,
    /** Takes customers out of a pool for the actor. */
    CLAIM,
    /** Gives customers of a pool to a person. */
    DISTRIBUTE,
    /** Makes customers of leads. */
    CONVERT,
    STAR,
    UNSTAR;

    private static final Set<BulkAction> OF_ALL = EnumSet.of(CHANGE, DELETE, TRANSFER);
    private static final Set<BulkAction> OF_CUSTOMERS = EnumSet.of(LOCK, UNLOCK, RELEASE, CLAIM, DISTRIBUTE);

    /** Whether there is such a thing for records of a kind. */
    public boolean isFor(RecordKind kind) {
        return OF_ALL.contains(this)
                || (kind == RecordKind.CUSTOMER && OF_CUSTOMERS.contains(this))
                || (kind == RecordKind.LEAD && this == CONVERT)
                || (kind != RecordKind.PRODUCT && (this == STAR || this == UNSTAR));
    }

    /** Whether it is about customers in the pools. */
    public boolean isOfPool() {
        return this == CLAIM || this == DISTRIBUTE;
    }
}
