package io.haina.record;

import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType.Shape;
import io.haina.field.RecordKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what was kept of a record, whole or in part, by a catalogue: what has no field in it is not there. So nobody sees in
 * the past of a record what is hidden from them in the present, nor what the store keeps for itself.
 */
public final class StoredRow {

    /** What is kept of a change of one thing only, by the words in which it is kept. */
    private static final Map<String, String> PARTS = Map.of(
            "owner", "ownerId",
            "lastOwner", "lastOwnerId",
            "customer", "customerId",
            "pool", "poolId",
            "stage", "stageId",
            "protectedUntil", "protectedUntil");

    private static final String CUSTOM = "custom";

    /** Every digit of a fraction is read, for some of it may be written back. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, Field> byKey = new HashMap<>();

    /** A reader for records of a kind. */
    public StoredRow(RecordKind kind, FieldCatalog catalog) {
        String alias = kind.alias() + ".";
        for (Field field : catalog.fields()) {
            String stored = field.stored();
            if (field.isCustom()) {
                byKey.put(CUSTOM + "." + field.customId(), field);
            } else if (stored != null) {
                byKey.put(stored, field);
            } else if (field.column().startsWith(alias)) {
                byKey.put(field.column().substring(alias.length()), field);
            }
        }
        PARTS.forEach((key, name) -> catalog.find(name).ifPresent(field -> byKey.put(key, field)));
    }

    /**
     * The values by the names of their fields, each as its type's shape says, or null.
     *
     * @param json what was kept, as a JSON text; null for nothing
     */
    public Map<String, @Nullable Object> values(@Nullable String json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (json != null) {
            for (Map.Entry<String, JsonNode> kept : JSON.readTree(json).properties()) {
                if (kept.getKey().equals(CUSTOM)) {
                    kept.getValue()
                            .properties()
                            .forEach(own -> put(values, CUSTOM + "." + own.getKey(), own.getValue()));
                } else {
                    put(values, kept.getKey(), kept.getValue());
                }
            }
        }
        return values;
    }

    private void put(Map<String, @Nullable Object> values, String key, JsonNode node) {
        Field field = byKey.get(key);
        if (field != null) {
            values.put(field.name(), node.isNull() ? null : typed(field.type().shape(), node));
        }
    }

    /** A field that has another type by now may have had a value which it would not take: that is told as it was. */
    private static Object typed(Shape shape, JsonNode node) {
        String text = text(node);
        try {
            return switch (shape) {
                case TEXT -> text;
                case WHOLE -> Long.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text);
                case INSTANT -> instant(text);
                case BOOLEAN -> node.isBoolean() ? (Object) node.booleanValue() : text;
                case UUID -> UUID.fromString(text);
                case LIST -> texts(node);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return text;
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(StoredRow::text).toList() : List.of(text(node));
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asString() : node.toString();
    }
}
