package io.haina.catalog;

import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import java.util.ArrayList;
import java.util.List;

/** The fields that every kind of record has: whose it is, who made it, and when it changed last. */
public final class CommonFields {

    public static final String OWNER_ID = "ownerId";
    public static final String OWNER_NAME = "ownerName";
    public static final String CREATED_BY = "createdBy";
    public static final String CREATED_BY_NAME = "createdByName";
    public static final String CREATED_AT = "createdAt";
    public static final String UPDATED_AT = "updatedAt";

    /** Of kinds that one is in touch with: when next, when last, and what was said. */
    public static final String NEXT_CONTACT_AT = "nextContactAt";

    public static final String LAST_ACTIVITY_AT = "lastActivityAt";
    public static final String LAST_CONTENT = "lastContent";

    private CommonFields() {}

    /** A kind's own fields, with those that all kinds have behind them. */
    public static List<Field> with(RecordKind kind, Field... own) {
        String r = kind.alias();
        boolean customer = kind == RecordKind.CUSTOMER;
        String creator = r + (customer ? ".reported_by" : ".created_by");
        List<Field> fields = new ArrayList<>(List.of(own));
        fields.add(Field.of(OWNER_ID, FieldType.STAFF, r + ".owner_id").labelled("负责人"));
        fields.add(Field.of(OWNER_NAME, FieldType.TEXT, nameOf(r, r + ".owner_id")));
        fields.add(Field.of(CREATED_BY, FieldType.STAFF, creator).labelled("创建人"));
        fields.add(Field.of(CREATED_BY_NAME, FieldType.TEXT, nameOf(r, creator)));
        fields.add(Field.of(CREATED_AT, FieldType.INSTANT, r + (customer ? ".reported_at" : ".created_at"))
                .labelled("创建时间"));
        fields.add(Field.of(UPDATED_AT, FieldType.INSTANT, r + ".updated_at").labelled("更新时间"));
        return List.copyOf(fields);
    }

    /** As {@link #with}, for kinds that one is in touch with. */
    public static List<Field> withContact(RecordKind kind, Field... own) {
        String r = kind.alias();
        List<Field> fields = new ArrayList<>(List.of(own));
        fields.add(Field.stored(kind, NEXT_CONTACT_AT, "下次联系时间", FieldType.INSTANT, "next_contact_at", 0));
        fields.add(Field.of(LAST_ACTIVITY_AT, FieldType.INSTANT, r + ".last_activity_at")
                .labelled("最后跟进时间"));
        fields.add(Field.of(LAST_CONTENT, FieldType.TEXT, r + ".last_content").labelled("最后跟进记录"));
        return with(kind, fields.toArray(Field[]::new));
    }

    private static String nameOf(String alias, String id) {
        return "(select s.real_name from staff s where s.tenant_id = " + alias + ".tenant_id and s.id = " + id + ")";
    }
}
