package io.haina.exchange;

import io.haina.field.Field;
import io.haina.field.RecordKind;
import java.util.Map;

/**
 * What stands above a column: a field's label, and for what the program keeps by itself and no form shows, what people call
 * that.
 */
final class Headings {

    private static final Map<String, String> EVERYWHERE = Map.ofEntries(
            Map.entry("ownerName", "负责人"),
            Map.entry("createdByName", "创建人"),
            Map.entry("customerName", "客户名称"),
            Map.entry("nickname", "昵称"),
            Map.entry("avatarUrl", "头像"),
            Map.entry("category", "类别"));

    private static final Map<RecordKind, Map<String, String>> OF_KINDS = Map.of(
            RecordKind.CUSTOMER,
            Map.ofEntries(
                    Map.entry("status", "状态"),
                    Map.entry("locked", "锁定"),
                    Map.entry("wonAt", "成交时间"),
                    Map.entry("heldSince", "持有起始"),
                    Map.entry("protectedUntil", "保护至"),
                    Map.entry("pooledAt", "入公海时间"),
                    Map.entry("poolId", "所在公海"),
                    Map.entry("lastOwnerId", "前负责人"),
                    Map.entry("contactId", "首要联系人"),
                    Map.entry("contactName", "首要联系人"),
                    Map.entry("contactPhone", "联系电话"),
                    Map.entry("contactAddress", "联系人地址"),
                    Map.entry("opportunities", "商机数"),
                    Map.entry("location", "定位"),
                    Map.entry("lng", "经度"),
                    Map.entry("lat", "纬度")),
            RecordKind.LEAD,
            Map.of("converted", "已转化", "convertedAt", "转化时间", "customerId", "转为客户"),
            RecordKind.CONTACT,
            Map.of("primary", "首要联系人"),
            RecordKind.OPPORTUNITY,
            Map.of(
                    "contactId", "联系人",
                    "pipelineName", "商机状态组",
                    "stageName", "商机阶段",
                    "stageNumber", "第几阶段",
                    "stages", "阶段数",
                    "rate", "赢率",
                    "discountRate", "整单折扣",
                    "totalPrice", "产品总金额",
                    "outcome", "结果",
                    "outcomeRemark", "结果说明"));

    private Headings() {}

    /** The heading of a field's column; a field that nobody named stands under its own name. */
    static String of(RecordKind kind, Field field) {
        if (!field.label().isEmpty()) {
            return field.label();
        }
        String name = field.name();
        return OF_KINDS.getOrDefault(kind, Map.of()).getOrDefault(name, EVERYWHERE.getOrDefault(name, name));
    }
}
