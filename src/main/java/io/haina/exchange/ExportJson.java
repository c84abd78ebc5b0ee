package io.haina.exchange;

import io.haina.sheet.SheetFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is to be exported, as a job keeps it. */
final class ExportJson {

    private ExportJson() {}

    static String write(ExportOrder order) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("pooled", order.pooled());
        json.put("wish", FilterJson.write(order.wish()));
        json.put("ids", order.ids());
        json.put("fields", order.fields());
        json.put("format", order.format() == null ? null : order.format().name());
        json.put("sheetName", order.sheetName());
        json.put("title", order.title());
        json.put("coloured", order.coloured());
        return JobRows.JSON.writeValueAsString(json);
    }

    static ExportOrder read(String options) {
        JsonNode json = JobRows.JSON.readTree(options);
        String format = text(json, "format");
        return new ExportOrder(
                json.get("pooled").booleanValue(),
                FilterJson.read(json.get("wish")),
                List.of(JobRows.JSON.treeToValue(json.get("ids"), Long[].class)),
                List.of(JobRows.JSON.treeToValue(json.get("fields"), String[].class)),
                format == null ? null : SheetFormat.valueOf(format),
                json.get("sheetName").asString(),
                text(json, "title"),
                json.get("coloured").booleanValue());
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
