package io.haina.lead;

import static io.haina.field.Field.stored;
import static io.haina.field.RecordKind.LEAD;

import io.haina.catalog.CommonFields;
import io.haina.catalog.RecordType;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.record.RecordSearch;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The built-in fields of a lead. */
@Configuration(proxyBeanMethods = false)
public class LeadFields {

    public static final String NAME = "name";
    public static final String MOBILE = "mobile";
    public static final String TELEPHONE = "telephone";
    public static final String EMAIL = "email";
    public static final String ADDRESS = "address";
    public static final String REMARK = "remark";

    /** Whether it has become a customer, when, and which. */
    public static final String CONVERTED = "converted";

    public static final String CONVERTED_AT = "convertedAt";
    public static final String CUSTOMER_ID = "customerId";

    @Bean
    static RecordType leadType() {
        return new RecordType(
                LEAD,
                CommonFields.withContact(
                        LEAD,
                        stored(LEAD, NAME, "线索名称", FieldType.TEXT, "name", 200).asRequired(),
                        stored(LEAD, MOBILE, "手机", FieldType.MOBILE, "mobile", 50),
                        stored(LEAD, TELEPHONE, "电话", FieldType.TEXT, "telephone", 50),
                        stored(LEAD, EMAIL, "邮箱", FieldType.EMAIL, "email", 200),
                        stored(LEAD, ADDRESS, "地址", FieldType.TEXT, "address", 500),
                        stored(LEAD, REMARK, "备注", FieldType.TEXTAREA, "remark", 5000),
                        Field.of(CONVERTED, FieldType.BOOLEAN, "(r.converted_at is not null)"),
                        Field.of(CONVERTED_AT, FieldType.INSTANT, "r.converted_at"),
                        Field.of(CUSTOMER_ID, FieldType.RECORD, "r.customer_id")),
                RecordSearch.of(LEAD),
                List.of("name", "mobile", "telephone"));
    }
}
