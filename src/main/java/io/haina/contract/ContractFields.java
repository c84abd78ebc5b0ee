package io.haina.contract;

import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import java.util.List;

/** What a draft of a contract can name, and what lists of contracts can be narrowed by. */
public final class ContractFields {

    public static final String CUSTOMER_ID = "customerId";
    public static final String OPPORTUNITY_ID = "opportunityId";
    public static final String NAME = "name";
    public static final String CODE = "code";
    public static final String AMOUNT = "amount";
    public static final String SIGNED_AT = "signedAt";
    public static final String AGES_FROM = "agesFrom";
    public static final String AGES_UNTIL = "agesUntil";
    public static final String NOTE = "note";

    /** What was paid in all, and when the last payment was made: neither is a column, see {@link Payment}. */
    public static final String PAID = "paid";

    public static final String PAID_AT = "paidAt";

    /** Under which followers that are not there are refused. */
    public static final String FOLLOWERS = "followers";

    /** The time of signing, or of making where nothing was signed yet: lists and figures go by it. */
    static final String DATED_AT = "datedAt";

    static final FieldCatalog DRAFT = new FieldCatalog(List.of(
            drafted(NAME, FieldType.TEXT, 200).asRequired(),
            drafted(CUSTOMER_ID, FieldType.RECORD, 0).asRequired(),
            drafted(OPPORTUNITY_ID, FieldType.RECORD, 0),
            drafted(CODE, FieldType.TEXT, 100),
            drafted(AMOUNT, FieldType.MONEY, 0),
            drafted(SIGNED_AT, FieldType.INSTANT, 0),
            drafted(AGES_FROM, FieldType.INSTANT, 0),
            drafted(AGES_UNTIL, FieldType.INSTANT, 0),
            drafted(PAID, FieldType.MONEY, 0),
            drafted(PAID_AT, FieldType.INSTANT, 0),
            drafted(NOTE, FieldType.TEXTAREA, 5000)));

    private ContractFields() {}

    private static Field drafted(String name, FieldType type, int length) {
        return new Field(name, "", type, name, name, 0, length, FieldRules.NONE);
    }

    /** What narrows a list, with the time in a column of the caller's. */
    static FieldCatalog narrowedBy(String datedAt) {
        return new FieldCatalog(List.of(
                Field.of(DATED_AT, FieldType.INSTANT, datedAt),
                Field.of(CUSTOMER_ID, FieldType.RECORD, "k.customer_id")));
    }
}
