package io.haina.outreach;

import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import java.util.List;

/** The fields of an outreach record. */
public final class OutreachFields {

    public static final String NAME = "name";
    public static final String POSITION = "position";
    public static final String CONTACT = "contact";
    public static final String REPLY_STATUS = "replyStatus";
    public static final String WECHAT_EXCHANGED = "wechatExchanged";
    public static final String ACCOUNT_ID = "accountId";
    public static final String WORKER_ID = "workerId";
    public static final String NOTES = "notes";
    public static final String CONTACTED_AT = "contactedAt";
    public static final String CREATED_AT = "createdAt";

    /** The catalogue by which filters and drafts are checked. */
    public static final FieldCatalog CATALOG = new FieldCatalog(List.of(
            stored(NAME, "姓名", FieldType.TEXT, "name", 200).asRequired(),
            stored(POSITION, "岗位", FieldType.TEXT, "position", 200),
            stored(CONTACT, "联系方式", FieldType.TEXT, "contact", 200),
            stored(REPLY_STATUS, "回复状态", FieldType.TEXT, "reply_status", 50).asRequired(),
            stored(WECHAT_EXCHANGED, "是否交换微信", FieldType.BOOLEAN, "wechat_exchanged", 0)
                    .asRequired(),
            stored(ACCOUNT_ID, "账号", FieldType.NUMBER, "account_id", 0),
            stored(WORKER_ID, "Worker ID", FieldType.TEXT, "worker_id", 100),
            stored(NOTES, "备注", FieldType.TEXTAREA, "notes", 5000),
            stored(CONTACTED_AT, "联系时间", FieldType.INSTANT, "contacted_at", 0),
            Field.of(CREATED_AT, FieldType.INSTANT, "r.created_at").labelled("创建时间")));

    private OutreachFields() {}

    private static Field stored(String name, String label, FieldType type, String column, int length) {
        return new Field(name, label, type, "r." + column, column, 0, length, FieldRules.NONE);
    }
}
