package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.ContactWay;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.WayKind;
import io.haina.dialect.openapi.CrmWire.Draft;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType;
import io.haina.field.FieldType.Shape;
import io.haina.field.RecordKind;
import io.haina.integration.ExternalDraft;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads customers that clients write: which keys there are, and what JSON may stand in each. */
@Component
class DraftFilters {

    private static final String API = "API";
    private static final String POOLED = "开放接口放入公海";
    private static final int LARGEST_SCALE = 64;
    private static final int LONGEST_KEY = 64;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /** What the server writes by itself, and clients send back because they were shown it. */
    private static final Set<String> GENERATED = Set.of(
            "accountId",
            "createTime",
            "updateTime",
            "createAgent",
            "updateAgent",
            "firstOwner",
            "firstAssignTime",
            "lastContactTime",
            "status",
            "traceId");

    private final Catalogs catalogs;

    DraftFilters(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** A customer to be added. @throws Refused if a key is unknown or a value is none that it takes */
    ExternalDraft added(Actor actor, Draft draft) {
        ExternalDraft read = changed(actor, draft);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(read.values());
        Object method = values.get(CustomerRecordFields.CREATE_METHOD);
        if (method == null || method.toString().isBlank()) {
            values.put(CustomerRecordFields.CREATE_METHOD, API);
        }
        return new ExternalDraft(values, read.ways(), read.owner(), read.pool(), read.reason());
    }

    /** What is to be changed about a customer. @throws Refused as {@link #added} */
    ExternalDraft changed(Actor actor, Draft draft) {
        FieldCatalog catalog = catalogs.of(actor, RecordKind.CUSTOMER);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<WayKind, List<ContactWay>> ways = new EnumMap<>(WayKind.class);
        Long owner = null;
        Long pool = null;
        for (Map.Entry<String, JsonNode> entry : draft.fields().entrySet()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (key.equals(CrmNames.ID) || GENERATED.contains(key)) {
                continue;
            }
            WayKind way = WayKind.of(key).orElse(null);
            if (way != null) {
                ways.put(way, ways(way, value));
            } else if (key.equals(CrmNames.OWNER)) {
                owner = isNothing(value) ? null : id(key, value);
            } else if (key.equals(CrmNames.POOLS)) {
                pool = pool(value);
            } else {
                Field field = CrmNames.name(catalog, key)
                        .flatMap(catalog::find)
                        .filter(Field::isWritable)
                        .orElseThrow(() -> Refused.sent(shown(key), Rule.UNKNOWN));
                values.put(field.name(), value(field, value));
            }
        }
        return new ExternalDraft(values, ways, owner, pool, POOLED);
    }

    /** A record's number, which may come as a number. @throws Refused if it is missing or none */
    static long id(String key, @Nullable JsonNode value) {
        if (value == null || isNothing(value)) {
            throw Refused.sent(key, Rule.REQUIRED);
        }
        if (!value.isString() && !value.isIntegralNumber()) {
            throw Refused.sent(key, Rule.WRONG_TYPE);
        }
        String digits = value.asString().strip();
        if (!NUMBER.matcher(digits).matches()) {
            throw Refused.sent(key, Rule.MALFORMED);
        }
        return Long.parseLong(digits);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || (value.isString() && value.asString().isBlank());
    }

    private static @Nullable Long pool(JsonNode value) {
        if (isNothing(value) || (value.isArray() && value.isEmpty())) {
            return null;
        }
        if (!value.isArray()) {
            return id(CrmNames.POOLS, value);
        }
        if (value.size() > 1) {
            throw Refused.sent(CrmNames.POOLS, Rule.TOO_LONG);
        }
        return id(CrmNames.POOLS, value.get(0));
    }

    private static List<ContactWay> ways(WayKind kind, JsonNode value) {
        if (isNothing(value)) {
            return List.of();
        }
        if (!value.isArray()) {
            throw Refused.sent(kind.key(), Rule.WRONG_TYPE);
        }
        List<ContactWay> ways = new ArrayList<>();
        for (JsonNode each : value) {
            if (!each.isObject()) {
                throw Refused.sent(kind.key(), Rule.WRONG_TYPE);
            }
            each.propertyNames().forEach(name -> {
                if (!name.equals("value") && !name.equals("memo")) {
                    throw Refused.sent(shown(kind.key() + "." + name), Rule.UNKNOWN);
                }
            });
            String way = text(kind, "value", each.get("value"));
            if (way == null) {
                throw Refused.sent(kind.key() + ".value", Rule.REQUIRED);
            }
            ways.add(new ContactWay(way, text(kind, "memo", each.get("memo"))));
        }
        return ways;
    }

    private static @Nullable String text(WayKind kind, String name, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refused.sent(kind.key() + "." + name, Rule.WRONG_TYPE);
        }
        return value.asString();
    }

    private static @Nullable Object value(Field field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            return scalar(field, value);
        }
        List<Object> many = new ArrayList<>();
        for (JsonNode each : value) {
            if (each.isNull()) {
                throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
            }
            many.add(scalar(field, each));
        }
        if (field.type().shape() == Shape.LIST) {
            return many;
        }
        if (many.size() > 1 || (field.type() != FieldType.CHOICE && !CrmNames.isList(field))) {
            throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
        }
        return many.isEmpty() ? null : many.getFirst();
    }

    private static Object scalar(Field field, JsonNode value) {
        boolean takesNumbers = switch (field.type().shape()) {
            case WHOLE, DECIMAL -> true;
            case TEXT, LIST, DATE, INSTANT, BOOLEAN, UUID -> false;
        };
        if (value.isString()) {
            return value.asString();
        }
        if (value.isBoolean() && field.type().shape() == Shape.BOOLEAN) {
            return value.booleanValue();
        }
        if (!value.isNumber() || !takesNumbers) {
            throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
        }
        return number(CrmNames.key(field.name()), value);
    }

    /** A number that can be written out. @throws Refused if it is absurdly long */
    static BigDecimal number(String key, JsonNode value) {
        BigDecimal number = value.decimalValue();
        if (Math.abs((long) number.scale()) > LARGEST_SCALE || number.precision() > LARGEST_SCALE) {
            throw Refused.sent(key, Rule.OUT_OF_RANGE);
        }
        return number;
    }

    /** A key that a client sent, fit to be shown to the client. */
    static String shown(String key) {
        String plain = key.replaceAll("[^\\p{L}\\p{N}_.\\-]", "?");
        return plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(LONGEST_KEY, plain.codePointCount(0, plain.length()))));
    }
}
