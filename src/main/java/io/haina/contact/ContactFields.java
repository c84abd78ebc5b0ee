package io.haina.contact;

import static io.haina.field.Field.stored;
import static io.haina.field.RecordKind.CONTACT;

import io.haina.catalog.CommonFields;
import io.haina.catalog.RecordType;
import io.haina.field.Field;
import io.haina.field.FieldType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The built-in fields of a contact. */
@Configuration(proxyBeanMethods = false)
public class ContactFields {

    public static final String NAME = "name";
    public static final String MOBILE = "mobile";
    public static final String TELEPHONE = "telephone";
    public static final String EMAIL = "email";
    public static final String POST = "post";
    public static final String ADDRESS = "address";
    public static final String REMARK = "remark";

    /** What the person is called, and where a picture lies. */
    public static final String NICKNAME = "nickname";

    public static final String AVATAR_URL = "avatarUrl";

    /** A number that clients agree on. */
    public static final String CATEGORY = "category";

    /** Whose contact it is, and what that customer is called. */
    public static final String CUSTOMER_ID = "customerId";

    public static final String CUSTOMER_NAME = "customerName";

    /** Whether it is the one that the customer is reported and shown with. */
    public static final String PRIMARY = "primary";

    @Bean
    static RecordType contactType() {
        return new RecordType(
                CONTACT,
                CommonFields.withContact(
                        CONTACT,
                        stored(CONTACT, NAME, "姓名", FieldType.TEXT, "name", 100).asRequired(),
                        stored(CONTACT, CUSTOMER_ID, "客户名称", FieldType.RECORD, "customer_id", 0)
                                .asRequired(),
                        stored(CONTACT, MOBILE, "手机", FieldType.MOBILE, "phone", 50),
                        stored(CONTACT, TELEPHONE, "电话", FieldType.TEXT, "telephone", 50),
                        stored(CONTACT, EMAIL, "邮箱", FieldType.EMAIL, "email", 200),
                        stored(CONTACT, POST, "职务", FieldType.TEXT, "post", 100),
                        stored(CONTACT, ADDRESS, "地址", FieldType.TEXT, "address", 500),
                        stored(CONTACT, REMARK, "备注", FieldType.TEXTAREA, "remark", 5000),
                        stored(CONTACT, NICKNAME, "", FieldType.TEXT, "nickname", 100),
                        stored(CONTACT, AVATAR_URL, "", FieldType.TEXT, "avatar_url", 500),
                        stored(CONTACT, CATEGORY, "", FieldType.NUMBER, "category", 0),
                        Field.of(CUSTOMER_NAME, FieldType.TEXT, """
                                (select c.name from customer c where c.tenant_id = r.tenant_id
                                    and c.id = r.customer_id)"""),
                        Field.of(PRIMARY, FieldType.BOOLEAN, "r.is_primary")),
                new ContactSearch(),
                List.of("name", "phone", "telephone", "nickname"));
    }
}
