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
    /** The importer may not do this. */
    NO_RIGHT,
    /** The server could not write it. */
    FAILED
}
