package io.haina.customer;

import static io.haina.field.Field.stored;
import static io.haina.field.RecordKind.CUSTOMER;

import io.haina.catalog.CommonFields;
import io.haina.catalog.RecordType;
import io.haina.field.Field;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The built-in fields of a customer as a record with a catalogue: all that any contract can say about it. */
@Configuration(proxyBeanMethods = false)
public class CustomerRecordFields {

    public static final String MOBILE = "mobile";
    public static final String TELEPHONE = "telephone";
    public static final String WEBSITE = "website";
    public static final String EMAIL = "email";
    public static final String ADDRESS = "address";
    public static final String DETAIL_ADDRESS = "detailAddress";
    public static final String LOCATION = "location";
    public static final String LONGITUDE = "lng";
    public static final String LATITUDE = "lat";
    public static final String REMARK = "remark";
    /** A number that clients agree on. */
    public static final String CATEGORY = "category";

    public static final String LOCKED = "locked";
    public static final String WON_AT = "wonAt";

    /** Since when its owner has held it, and until when that is protected. */
    public static final String HELD_SINCE = "heldSince";

    public static final String PROTECTED_UNTIL = "protectedUntil";
    public static final String POOLED_AT = "pooledAt";
    /** The pool in which it lies. */
    public static final String POOL_ID = "poolId";

    public static final String LAST_OWNER_ID = "lastOwnerId";

    /** Its primary contact. */
    public static final String CONTACT_ID = "contactId";

    public static final String CONTACT_ADDRESS = "contactAddress";
    public static final String OPPORTUNITIES = "opportunities";

    /** Its own ways to be reached, as {@link ContactWays} reads them. */
    public static final String WAYS = "ways";

    /** What a web page knew it by before it was one. */
    public static final String VISITOR_ID = "visitorId";

    /** How it came to be there, in the words of whoever wrote it. */
    public static final String CREATE_METHOD = "createMethod";

    /** When it came to its owner, as it was given, or since when the owner holds it. */
    public static final String ASSIGNED_AT = "assignedAt";

    /** Who held it first, and since when. */
    public static final String FIRST_OWNER_ID = "firstOwnerId";

    public static final String FIRST_ASSIGNED_AT = "firstAssignedAt";

    /** Who made it and who changed it last, as a text: a person's number, {@link #BY_APP} or {@link #BY_SYSTEM}. */
    public static final String CREATOR = "creator";

    public static final String EDITOR = "editor";
    public static final String BY_APP = "app";
    public static final String BY_SYSTEM = "system";

    /** Its number, and the key that names like its own share. */
    public static final String ID = "id";

    public static final String NAME_KEY = "nameKey";

    private static final String CREATED = """
            (select case when s.service then 'app' else s.id::text end from staff s
            where s.tenant_id = c.tenant_id and s.id = c.reported_by)""";

    @Bean
    static RecordType customerType() {
        return new RecordType(
                CUSTOMER,
                CommonFields.withContact(
                        CUSTOMER,
                        stored(CUSTOMER, CustomerFields.NAME, "客户名称", FieldType.TEXT, "name", 200)
                                .asRequired(),
                        stored(CUSTOMER, MOBILE, "手机", FieldType.MOBILE, "mobile", 50),
                        stored(CUSTOMER, TELEPHONE, "电话", FieldType.TEXT, "telephone", 50),
                        stored(CUSTOMER, WEBSITE, "网址", FieldType.TEXT, "website", 200),
                        stored(CUSTOMER, EMAIL, "邮箱", FieldType.EMAIL, "email", 200),
                        stored(CUSTOMER, REMARK, "备注", FieldType.TEXTAREA, "remark", 5000),
                        stored(CUSTOMER, ADDRESS, "省、市、区/县", FieldType.ADDRESS, "address", 200),
                        stored(CUSTOMER, DETAIL_ADDRESS, "详细地址", FieldType.TEXT, "detail_address", 500),
                        stored(CUSTOMER, LOCATION, "", FieldType.TEXT, "location", 500),
                        stored(CUSTOMER, LONGITUDE, "", FieldType.TEXT, "lng", 30),
                        stored(CUSTOMER, LATITUDE, "", FieldType.TEXT, "lat", 30),
                        stored(CUSTOMER, CustomerFields.SOURCE, "客户来源", FieldType.CHOICE, "source", 100),
                        stored(CUSTOMER, CustomerFields.INDUSTRY, "客户行业", FieldType.CHOICE, "industry", 100),
                        stored(CUSTOMER, CustomerFields.REGION, "区域", FieldType.TEXT, "region", 100),
                        stored(CUSTOMER, CustomerFields.DEMAND, "需求描述", FieldType.TEXTAREA, "demand", 5000),
                        stored(CUSTOMER, CATEGORY, "", FieldType.NUMBER, "category", 0),
                        Field.of(CustomerFields.STATUS, FieldType.CHOICE, "c.status"),
                        Field.of(LOCKED, FieldType.BOOLEAN, "c.locked"),
                        Field.of(WON_AT, FieldType.INSTANT, "c.won_at"),
                        Field.of(HELD_SINCE, FieldType.INSTANT, """
                                (select p.from_at from protection p where p.tenant_id = c.tenant_id
                                    and p.customer_id = c.id and p.ended_at is null)"""),
                        Field.of(PROTECTED_UNTIL, FieldType.INSTANT, "c.protected_until"),
                        Field.of(POOLED_AT, FieldType.INSTANT, "c.pooled_at"),
                        Field.of(POOL_ID, FieldType.RECORD, "c.pool_id"),
                        Field.of(LAST_OWNER_ID, FieldType.STAFF, "c.last_owner_id"),
                        Field.of(CONTACT_ID, FieldType.RECORD, primary("id")),
                        Field.of(CustomerFields.CONTACT_NAME, FieldType.TEXT, primary("name")),
                        Field.of(CustomerFields.CONTACT_PHONE, FieldType.TEXT, primary("phone")),
                        Field.of(CONTACT_ADDRESS, FieldType.TEXT, primary("address")),
                        Field.of(OPPORTUNITIES, FieldType.NUMBER, """
                                (select count(*) from opportunity o where o.tenant_id = c.tenant_id
                                    and o.customer_id = c.id and o.deleted_at is null)""")),
                aside(),
                CustomerLayout.LAYOUT.search(),
                List.of());
    }

    private static List<Field> aside() {
        return List.of(
                Field.of(WAYS, FieldType.TEXT, "c.ways::text"),
                stored(CUSTOMER, VISITOR_ID, "访客id", FieldType.TEXT, "visitor_id", 200),
                stored(CUSTOMER, CREATE_METHOD, "创建方式", FieldType.TEXT, "create_method", 100),
                new Field(
                        ASSIGNED_AT,
                        "归属时间",
                        FieldType.INSTANT,
                        "coalesce(c.assigned_at, " + held("p.from_at", "p.ended_at is null") + ")",
                        "assigned_at",
                        0,
                        0,
                        FieldRules.NONE),
                Field.of(FIRST_OWNER_ID, FieldType.STAFF, held("p.holder_id", "true")),
                Field.of(FIRST_ASSIGNED_AT, FieldType.INSTANT, held("p.from_at", "true")),
                Field.of(CREATOR, FieldType.TEXT, CREATED),
                Field.of(EDITOR, FieldType.TEXT, "coalesce(" + """
                        (select case when a.actor_id is null then 'system' when s.service then 'app' else s.id::text end
                        from audit a left join staff s on s.tenant_id = a.tenant_id and s.id = a.actor_id
                        where a.tenant_id = c.tenant_id and a.kind = 'customer' and a.record_id = c.id
                        order by a.id desc limit 1)""" + ", " + CREATED + ")"),
                Field.of(ID, FieldType.RECORD, "c.id"),
                Field.of(NAME_KEY, FieldType.TEXT, "c.name_key"));
    }

    private static String held(String what, String when) {
        return "(select " + what + " from protection p where p.tenant_id = c.tenant_id and p.customer_id = c.id and "
                + when + " order by p.from_at, p.id limit 1)";
    }

    private static String primary(String column) {
        return "(select p." + column + " from contact p where p.tenant_id = c.tenant_id and p.customer_id = c.id"
                + " and p.is_primary and p.deleted_at is null)";
    }
}
