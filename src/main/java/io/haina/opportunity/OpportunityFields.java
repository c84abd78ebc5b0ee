package io.haina.opportunity;

import static io.haina.field.Field.stored;
import static io.haina.field.RecordKind.OPPORTUNITY;

import io.haina.catalog.CommonFields;
import io.haina.catalog.RecordType;
import io.haina.field.Field;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.record.RecordSearch;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The built-in fields of an opportunity. */
@Configuration(proxyBeanMethods = false)
public class OpportunityFields {

    public static final String NAME = "name";
    public static final String CUSTOMER_ID = "customerId";
    public static final String CUSTOMER_NAME = "customerName";

    /** The contact that it is mainly about. */
    public static final String CONTACT_ID = "contactId";

    /** What it is expected to bring, and when. */
    public static final String MONEY = "money";

    public static final String DEAL_AT = "dealAt";
    public static final String REMARK = "remark";

    /** The pipeline and the stage of it where it stands, how likely a sale is there, in per cent, and how far that is. */
    public static final String PIPELINE_ID = "pipelineId";

    public static final String PIPELINE_NAME = "pipelineName";
    public static final String STAGE_ID = "stageId";
    public static final String STAGE_NAME = "stageName";
    public static final String RATE = "rate";

    /** How many stages of the pipeline there are up to its own, and how many in all. */
    public static final String STAGE_NUMBER = "stageNumber";

    public static final String STAGES = "stages";

    /** A key of {@link Outcome}, null while it is open. */
    public static final String OUTCOME = "outcome";

    public static final String OUTCOME_REMARK = "outcomeRemark";

    /** What its product lines come to after the discount, which is in per cent. */
    public static final String TOTAL_PRICE = "totalPrice";

    public static final String DISCOUNT_RATE = "discountRate";

    @Bean
    static RecordType opportunityType() {
        return new RecordType(
                OPPORTUNITY,
                CommonFields.withContact(
                        OPPORTUNITY,
                        stored(OPPORTUNITY, NAME, "商机名称", FieldType.TEXT, "name", 200)
                                .asRequired(),
                        stored(OPPORTUNITY, CUSTOMER_ID, "客户名称", FieldType.RECORD, "customer_id", 0)
                                .asRequired(),
                        stored(OPPORTUNITY, MONEY, "商机金额", FieldType.MONEY, "money", 0),
                        stored(OPPORTUNITY, DEAL_AT, "预计成交日期", FieldType.INSTANT, "deal_at", 0),
                        stored(OPPORTUNITY, PIPELINE_ID, "商机状态组", FieldType.RECORD, "pipeline_id", 0)
                                .asRequired(),
                        stored(OPPORTUNITY, STAGE_ID, "商机阶段", FieldType.RECORD, "stage_id", 0)
                                .asRequired(),
                        stored(OPPORTUNITY, REMARK, "备注", FieldType.TEXTAREA, "remark", 5000),
                        stored(OPPORTUNITY, DISCOUNT_RATE, "", FieldType.MONEY, "discount_rate", 0),
                        contact(),
                        Field.of(TOTAL_PRICE, FieldType.MONEY, "r.total_price"),
                        Field.of(CUSTOMER_NAME, FieldType.TEXT, """
                                (select c.name from customer c where c.tenant_id = r.tenant_id
                                    and c.id = r.customer_id)"""),
                        Field.of(PIPELINE_NAME, FieldType.TEXT, """
                                (select p.name from pipeline p where p.tenant_id = r.tenant_id
                                    and p.id = r.pipeline_id)"""),
                        Field.of(STAGE_NAME, FieldType.TEXT, stage("s.name")),
                        Field.of(RATE, FieldType.NUMBER, stage("s.rate")),
                        Field.of(STAGE_NUMBER, FieldType.NUMBER, stage("""
                                (select count(*) from stage b where b.tenant_id = s.tenant_id
                                    and b.pipeline_id = s.pipeline_id and b.position <= s.position)""")),
                        Field.of(STAGES, FieldType.NUMBER, """
                                (select count(*) from stage s where s.tenant_id = r.tenant_id
                                    and s.pipeline_id = r.pipeline_id)"""),
                        Field.of(OUTCOME, FieldType.TEXT, "r.outcome"),
                        Field.of(OUTCOME_REMARK, FieldType.TEXT, "r.outcome_remark")),
                RecordSearch.of(OPPORTUNITY),
                List.of("name"));
    }

    /** A deleted contact is no longer shown. */
    private static Field contact() {
        String live = """
                (select k.id from contact k where k.tenant_id = r.tenant_id and k.id = r.contact_id
                    and k.deleted_at is null)""";
        return new Field(CONTACT_ID, "", FieldType.RECORD, live, "contact_id", 0, 0, FieldRules.NONE);
    }

    private static String stage(String expression) {
        return "(select " + expression + " from stage s where s.tenant_id = r.tenant_id and s.id = r.stage_id)";
    }
}
