package io.haina.exchange;

import io.haina.field.RecordKind;
import io.haina.kind.BulkAction;
import io.haina.kind.BulkOrder;
import io.haina.ownership.Handover;
import io.haina.sharing.Power;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is to be done to many records, as a job keeps it. Values are kept as texts, which every field reads. */
final class BulkJson {

    private BulkJson() {}

    static String write(BulkWish bulk) {
        BulkOrder order = bulk.order();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        order.values().forEach((name, value) -> values.put(name, text(value)));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("action", order.action().name());
        json.put("values", values);
        json.put("to", order.to());
        json.put("pool", order.pool());
        json.put("reason", order.reason());
        Power stays = order.handover().formerStays();
        json.put("formerStays", stays == null ? null : stays.name());
        json.put("along", order.handover().along().stream().map(Enum::name).toList());
        json.put("contracts", order.handover().contracts());
        json.put("wish", FilterJson.write(bulk.wish()));
        return JobRows.JSON.writeValueAsString(json);
    }

    private static @Nullable Object text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    static BulkWish read(String options) {
        JsonNode json = JobRows.JSON.readTree(options);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.get("values").properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        Set<RecordKind> along = new LinkedHashSet<>();
        json.get("along").forEach(each -> along.add(RecordKind.valueOf(each.asString())));
        String stays = string(json, "formerStays");
        BulkOrder order = new BulkOrder(
                BulkAction.valueOf(json.get("action").asString()),
                values,
                number(json, "to"),
                number(json, "pool"),
                string(json, "reason"),
                new Handover(
                        stays == null ? null : Power.valueOf(stays),
                        along,
                        json.get("contracts").booleanValue()));
        return new BulkWish(order, FilterJson.read(json.get("wish")));
    }

    private static @Nullable Object value(JsonNode value) {
        return value.isNull()
                ? null
                : value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : value.asString();
    }

    private static @Nullable String string(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static @Nullable Long number(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value.longValue();
    }
}
