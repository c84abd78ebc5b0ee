package io.haina.api;

import io.haina.dialect.StrictJson;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.util.List;
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
}
