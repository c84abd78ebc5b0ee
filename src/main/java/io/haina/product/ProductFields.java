package io.haina.product;

import static io.haina.field.Field.stored;
import static io.haina.field.RecordKind.PRODUCT;

import io.haina.catalog.CommonFields;
import io.haina.catalog.RecordType;
import io.haina.field.FieldType;
import io.haina.record.RecordSearch;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The built-in fields of a product. */
@Configuration(proxyBeanMethods = false)
public class ProductFields {

    public static final String NAME = "name";
    public static final String CODE = "code";
    public static final String PRICE = "price";
    public static final String CATEGORY = "category";
    public static final String DESCRIPTION = "description";

    @Bean
    static RecordType productType() {
        return new RecordType(
                PRODUCT,
                CommonFields.with(
                        PRODUCT,
                        stored(PRODUCT, NAME, "产品名称", FieldType.TEXT, "name", 200)
                                .asRequired(),
                        stored(PRODUCT, CODE, "产品编码", FieldType.TEXT, "code", 100),
                        stored(PRODUCT, PRICE, "价格", FieldType.MONEY, "price", 0),
                        stored(PRODUCT, CATEGORY, "产品类型", FieldType.TEXT, "category", 100),
                        stored(PRODUCT, DESCRIPTION, "产品描述", FieldType.TEXTAREA, "description", 5000)),
                RecordSearch.of(PRODUCT),
                List.of("name", "code"));
    }
}
