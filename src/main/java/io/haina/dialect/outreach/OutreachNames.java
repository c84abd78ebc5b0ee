package io.haina.dialect.outreach;

import io.haina.problem.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of document 003, and how it writes times. */
final class OutreachNames {

    static final String DIALECT = "outreach";

    /** What a record says of which nobody has said whether there was a reply. */
    static final String NO_REPLY = "未回复";

    /** The columns of an exported sheet. */
    static final List<String> COLUMNS =
            List.of("ID", "姓名", "岗位", "联系方式", "回复状态", "是否交换微信", "Worker ID", "备注", "联系时间", "创建时间");

    static final String SHEET = "联系记录";
    static final String EXPORT_PREFIX = "contacts_export";

    private static final DateTimeFormatter WIRE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Names of the core that are another word here, and not only written otherwise. */
    private static final Map<String, String> FIELDS = Map.of("limit", "page_size", "records", "contacts");

    private OutreachNames() {}

    /** As records show it. */
    static @Nullable String wireTime(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : WIRE_TIME.format(instant.atZone(zone));
    }

    /** As cells and {@code generated_at} show it; empty for none. */
    static String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }

    static String yesOrNo(boolean yes) {
        return yes ? "是" : "否";
    }

    /** A field as the document calls it. */
    static String field(String name) {
        String snake = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return FIELDS.getOrDefault(name, snake);
    }

    static String word(Problem.Kind kind) {
        return switch (kind) {
            case CUSTOMER -> "客户";
            case TOKEN -> "令牌";
            case CHANGE -> "变更记录";
            case STAFF -> "员工";
            case TEAM -> "团队";
            case APPROVAL -> "审批";
            case ATTACHMENT -> "文件";
            case LEAD -> "线索";
            case CONTACT -> "联系人";
            case OPPORTUNITY -> "商机";
            case PRODUCT -> "产品";
            case PIPELINE -> "商机组";
            case SCENE -> "场景";
            case FIELD -> "字段";
            case POOL -> "公海";
            case DEPARTMENT -> "部门";
            case MENU_ITEM -> "菜单项";
            case JOB -> "任务";
            case HANDOVER -> "交接记录";
            case OUTREACH -> "联系记录";
            case APP -> "应用";
            case CONTRACT -> "合同";
            case SATISFACTION -> "满意度记录";
            case ACTIVITY -> "跟进记录";
            case DEMAND -> "需求记录";
        };
    }
}
