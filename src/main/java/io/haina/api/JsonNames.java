package io.haina.api;

import io.haina.dialect.StrictJson;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType;
import io.haina.field.FieldType.Shape;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.Role;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the native API reads JSON whose shape is that of a filter or of a field. */
final class JsonNames {

    private static final Pattern NOT_TOLD = Pattern.compile("[^\\p{L}\\p{N}_.\\-]");
    private static final int LONGEST_TOLD = 64;

    /** More digits than any value has. */
    private static final int MOST_DIGITS = 64;

    private JsonNames() {}

    /** How the native API reads JSON: strictly, and fractions to their last digit. */
    static JsonMapper json() {
        return StrictJson.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** How an answer of the API is kept for a request that comes again. */
    static <T> Codec<T> answers(Class<T> type) {
        JsonMapper json = json();
        return new Codec<>(json::writeValueAsString, text -> json.readValue(text, type));
    }

    /** A name that a client made up, fit to be told the client. */
    static String told(String name) {
        String plain = NOT_TOLD.matcher(name).replaceAll("?");
        return plain.codePointCount(0, plain.length()) > LONGEST_TOLD
                ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TOLD))
                : plain;
    }

    /** A text that must be there. @throws Refused if it is missing or something else */
    static String text(String name, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        if (!node.isString()) {
            throw Refused.invalid(name, Rule.WRONG_TYPE);
        }
        return node.stringValue();
    }

    /** The values of a condition as texts; none where there are none. @throws Refused if one is no value */
    static List<String> values(String field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw Refused.invalid(field, Rule.WRONG_TYPE);
        }
        return node.valueStream().map(each -> value(field, each)).toList();
    }

    /** One value as text: what a record points at may come as the object that was shown; nothing is an empty text. */
    private static String value(String field, JsonNode node) {
        JsonNode plain = node.isObject() && node.has("id") ? node.get("id") : node;
        if (plain.isNull()) {
            return "";
        }
        if (!plain.isValueNode()) {
            throw Refused.invalid(field, Rule.WRONG_TYPE);
        }
        return plain.isNumber() ? number(field, plain).toPlainString() : plain.asString();
    }

    /** A number that can be written out. @throws Refused if it has more digits than any value */
    static BigDecimal number(String field, JsonNode node) {
        BigDecimal number = node.decimalValue();
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw Refused.invalid(field, Rule.OUT_OF_RANGE);
        }
        return number;
    }

    /**
     * What a draft says, as the core reads it.
     *
     * @throws Refused if there are no values, a field is none that the actor sees or may set, or a value is of another type
     */
    static Map<String, @Nullable Object> draft(
            FieldCatalog catalog, Role role, @Nullable Map<String, JsonNode> values) {
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        ApiNames.required("values", values).forEach((name, node) -> {
            Field field = RecordNames.shown(catalog, name);
            if (!field.isWritable() || field.rules().readOnlyFor().contains(role)) {
                throw new Refused(new Problem.FieldReadOnly(name));
            }
            draft.put(name, raw(field, node));
        });
        return draft;
    }

    private static @Nullable Object raw(Field field, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        Shape shape = field.type().shape();
        JsonNode plain = shape == Shape.WHOLE && node.isObject() && node.has("id") ? node.get("id") : node;
        boolean fits = switch (shape) {
            case TEXT, DATE, INSTANT, UUID -> plain.isString();
            case WHOLE -> plain.isIntegralNumber();
            case DECIMAL -> plain.isNumber();
            case BOOLEAN -> plain.isBoolean();
            case LIST ->
                plain.isArray()
                        && plain.valueStream()
                                .allMatch(each -> element(field, each).isString());
        };
        if (!fits) {
            throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
        }
        return switch (shape) {
            case TEXT, DATE, INSTANT, UUID -> plain.stringValue();
            case WHOLE, DECIMAL -> number(field.name(), plain);
            case BOOLEAN -> plain.booleanValue();
            case LIST ->
                plain.valueStream()
                        .map(each -> element(field, each).stringValue())
                        .toList();
        };
    }

    /** A file may come as the object that was shown. */
    private static JsonNode element(Field field, JsonNode node) {
        return field.type() == FieldType.FILE && node.isObject() ? node.path("uuid") : node;
    }
}
