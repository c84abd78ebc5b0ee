package io.haina.exchange;

/** Why a row of an import is refused. */
public enum RowReason {
    /** A required field is empty. */
    REQUIRED,
    /** The columns are not those of the present template. */
    OUTDATED_TEMPLATE,
    /** The customer that the row names is not there, or out of reach. */
    NO_SUCH_CUSTOMER,
    /** The person, product or other thing that the row names is not there. */
    NO_SUCH_NAME,
    /** Its unique values belong to several records. */
    SEVERAL_MATCHES,
    /** It would overwrite a record that the importer may not change. */
    NOT_OVERWRITABLE,
    /** Its unique values belong to another record. */
    TAKEN,
    /** A value breaks a rule. */
    INVALID,
    /** The owner holds as many records as allowed. */
    LIMIT,
    /** It is locked. */
    LOCKED,
    /** It is won, and stays with its owner. */
    WON,
    /** It is in a pool. */
    IN_POOL,
    /** It is in no pool. */
    NOT_IN_POOL,
    /** Its former owner has to wait. */
    COOLING_DOWN,
    /** It was converted before. */
    CONVERTED,
    /** Its protection, or it itself, has ended. */
    ENDED,
    /** Other records rest on it. */
    IN_USE,
    /** The importer may not do this. */
    NO_RIGHT,
    /** The server could not write it. */
    FAILED
}
