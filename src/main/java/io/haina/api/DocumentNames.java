package io.haina.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the document of the native API shows beside the shapes that the handlers have: an example of every body. */
final class DocumentNames {

    private static final String EXAMPLES = "examples.json";

    private DocumentNames() {}

    /** Completes the document, once it has all operations. */
    static void complete(OpenAPI api) {
        JsonMapper json = JsonNames.json();
        ModelConverters.getInstance(true)
                .read(ApiWire.Trouble.class)
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
        ModelConverters.getInstance(true)
                .read(ApiWire.KnownDuplicate.class)
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
        DocumentErrors.describe(api, json);
        JsonNode examples = examples(json);
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    operation.setOperationId(id(method.name(), path));
                    exemplify(operation, examples.path(method + " " + path), json);
                    DocumentErrors.refer(operation, method, path);
                }));
    }

    /** What generated clients call an operation: its address, which stays the same whatever else there is. */
    private static String id(String method, String path) {
        StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (String part : path.substring("/api/v1/".length()).split("/", -1)) {
            String name = part.replaceAll("[{}-]", "");
            id.append(part.startsWith("{") && id.length() > method.length() ? "By" : "")
                    .append(Character.toUpperCase(name.charAt(0)))
                    .append(name.substring(1));
        }
        return id.toString();
    }

    private static JsonNode examples(JsonMapper json) {
        try (InputStream file = Objects.requireNonNull(DocumentNames.class.getResourceAsStream(EXAMPLES))) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void exemplify(Operation operation, JsonNode examples, JsonMapper json) {
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), examples.path("request"), json);
        }
        for (Map.Entry<String, ApiResponse> answer : operation.getResponses().entrySet()) {
            show(answer.getValue().getContent(), examples.path(answer.getKey()), json);
        }
    }

    private static void show(@Nullable Content content, JsonNode example, JsonMapper json) {
        if (content != null && !example.isMissingNode()) {
            content.values().forEach(media -> media.setExample(json.convertValue(example, Object.class)));
        }
    }
}
