package io.haina.dialect;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON read as the clients of forgiving documents write it: a number may come as a text and a text as a number, an empty
 * text is no number, and what an endpoint does not know is passed over, because those clients send much that nobody reads.
 * A value that cannot be meant is still refused.
 */
public final class LenientJson {

    private LenientJson() {}

    /** A builder to which a dialect adds its naming. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Integer, LenientJson::emptyIsNull)
                .withCoercionConfig(LogicalType.Float, LenientJson::emptyIsNull)
                .withCoercionConfig(LogicalType.Collection, LenientJson::emptyIsNull)
                .withCoercionConfig(LogicalType.POJO, LenientJson::emptyIsNull)
                .addModule(new SimpleModule().addDeserializer(Numbers.class, new NumbersReader()));
    }

    private static void emptyIsNull(tools.jackson.databind.cfg.MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull)
                .setAcceptBlankAsEmpty(true);
    }

    /**
     * What a client meant that sends JSON as the text of a form field; anything else stays what it is.
     *
     * @param json that reads it
     */
    public static JsonNode tree(JsonMapper json, JsonNode sent) {
        if (!sent.isString()) {
            return sent;
        }
        String text = sent.stringValue().strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return sent;
        }
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            return sent;
        }
    }
}
