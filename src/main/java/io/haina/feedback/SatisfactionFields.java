package io.haina.feedback;

import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import java.util.List;

/** What a draft of a satisfaction can name. */
public final class SatisfactionFields {

    public static final String CONTACT_ID = "contactId";
    public static final String VALUE = "value";
    public static final String RECORDED_AT = "recordedAt";
    public static final String ATTACHMENT = "attachment";
    public static final String NOTE = "note";

    /** Under which people who are not there are refused. */
    public static final String STAFF = "staff";

    static final FieldCatalog DRAFT = new FieldCatalog(List.of(
            drafted(CONTACT_ID, FieldType.RECORD, 0).asRequired(),
            drafted(VALUE, FieldType.NUMBER, 0).asRequired(),
            drafted(RECORDED_AT, FieldType.INSTANT, 0).asRequired(),
            drafted(ATTACHMENT, FieldType.TEXT, 1000),
            drafted(NOTE, FieldType.TEXTAREA, 5000)));

    private SatisfactionFields() {}

    private static Field drafted(String name, FieldType type, int length) {
        return new Field(name, "", type, name, name, 0, length, FieldRules.NONE);
    }
}
