package io.haina.dialect;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON read as the documents write it and not as something similar: a number is no text, an unknown key is a mistake of
 * the sender's that he should hear of. The exception are keys that name an identity, which clients send because they
 * have them; who acts comes from the credential alone, so they are passed over.
 */
public final class StrictJson {

    private static final Set<String> IDENTITIES = Set.of(
            "id",
            "userId",
            "user_id",
            "owner",
            "ownerId",
            "owner_id",
            "creator",
            "creatorId",
            "creator_id",
            "createdBy",
            "created_by",
            "editorId",
            "editor_id",
            "updatedBy",
            "updated_by",
            "companyId",
            "company_id",
            "accountId",
            "account_id",
            "tenantId",
            "tenant_id",
            "role",
            "status");

    private StrictJson() {}

    /** A builder to which a dialect adds its naming. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Integer,
                        number -> number.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addHandler(new IdentitiesPassedOver());
    }

    private static final class IdentitiesPassedOver extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable ValueDeserializer<?> deserializer,
                @Nullable Object target,
                String name) {
            if (!IDENTITIES.contains(name)) {
                return false;
            }
            parser.skipChildren();
            return true;
        }
    }
}
