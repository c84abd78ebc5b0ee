package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.house.Routes;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the server says of itself for tools and for people. */
class OpenApiTest {

    private static final Answer DOCUMENT = HainaServer.get().http().get("/v3/api-docs/registration");

    @Test
    void the_document_of_a_dialect_describes_its_routes_and_no_others() {
        JsonNode paths = DOCUMENT.at("/paths");
        Set<String> described = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            paths.path(path)
                    .propertyNames()
                    .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path));
        }
        assertThat(described)
                .isEqualTo(Routes.ours().stream()
                        .filter(route -> route.dialect().equals("registration"))
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "v1"})
    void the_documents_for_programs_describe_their_routes_and_no_others(String dialect) {
        JsonNode document =
                HainaServer.get().http().get("/v3/api-docs/" + dialect).json();
        Set<String> described = new TreeSet<>();
        for (String path : document.path("paths").propertyNames()) {
            JsonNode methods = document.path("paths").path(path);
            for (String method : methods.propertyNames()) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path);
                assertThat(methods.path(method).path("summary").asString("")).isNotBlank();
            }
        }
        assertThat(described)
                .isEqualTo(Routes.ours().stream()
                        .filter(route -> route.dialect().equals(dialect))
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/security/0").propertyNames()).contains(dialect.equals("v1") ? "bearer" : "signature");
        assertThat(document.at("/components/schemas").propertyNames()).doesNotContain("Actor");
    }

    /** Words that say nothing of what they stand for, and wrappers of the program's own. */
    private static final Pattern GENERIC = Pattern.compile(
            "(Shown|Item|Items|Made|Row|Rows|Written|Wanted|View|Data|Entry|Line|Kind|Order|Count|Counts|JsonNode|Resource)"
                    + "|ResponseEntity.*|.*(Shown|Written|View)|(Items|Listed).{0,2}");

    private static JsonNode v1() {
        return HainaServer.get().http().get("/v3/api-docs/v1").json();
    }

    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new TreeMap<>();
        JsonNode paths = document.path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                operations.put(
                        method.toUpperCase(Locale.ROOT) + " " + path,
                        paths.path(path).path(method));
            }
        }
        return operations;
    }

    @Test
    void schemas_of_the_native_api_say_what_they_are() {
        assertThat(v1().at("/components/schemas").propertyNames())
                .hasSizeGreaterThan(100)
                .noneMatch(name -> GENERIC.matcher(name).matches());
    }

    @Test
    void every_body_of_the_native_api_has_an_example_that_fits_its_schema() {
        JsonNode document = v1();
        operations(document).forEach((name, operation) -> {
            if (operation.has("requestBody")) {
                exemplified(document, name, operation.at("/requestBody/content/application~1json"));
            }
            JsonNode responses = operation.path("responses");
            for (String status : responses.propertyNames()) {
                JsonNode content = responses.path(status).path("content");
                exemplified(document, name + " " + status, content.path("application/json"));
            }
        });
    }

    private static void exemplified(JsonNode document, String name, JsonNode media) {
        if (!media.isMissingNode()) {
            assertThat(media.has("example")).as("example of " + name).isTrue();
            fits(document, name, media.path("schema"), media.path("example"));
        }
    }

    /** Whether a value names nothing that its schema does not. */
    private static void fits(JsonNode document, String name, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            fits(document, name, document.at(schema.path("$ref").asString().substring(1)), value);
        } else if (value.isArray()) {
            value.forEach(each -> fits(document, name, schema.path("items"), each));
        } else if (value.isObject() && schema.has("properties")) {
            assertThat(schema.path("properties").propertyNames()).as(name).containsAll(value.propertyNames());
            for (String property : value.propertyNames()) {
                fits(document, name + "." + property, schema.path("properties").path(property), value.path(property));
            }
        }
    }

    @Test
    void every_operation_of_the_native_api_says_how_it_is_refused() {
        JsonNode document = v1();
        Set<String> ids = new TreeSet<>();
        operations(document).forEach((name, operation) -> {
            JsonNode responses = operation.path("responses");
            assertThat(ids.add(operation.path("operationId").asString()))
                    .as(name)
                    .isTrue();
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            assertThat(responses.propertyNames()).as(name).anyMatch(status -> status.startsWith("2"));
            assertThat(responses.propertyNames()).as(name).contains("401", "500");
            assertThat(responses.has("400"))
                    .as(name)
                    .isEqualTo(operation.has("requestBody") || operation.has("parameters"));
            assertThat(responses.has("404") || !name.contains("{")).as(name).isTrue();
            for (String status : responses.propertyNames()) {
                if (!status.startsWith("2")) {
                    JsonNode answer = document.at(
                            responses.path(status).path("$ref").asString().substring(1));
                    JsonNode media = answer.path("content").path("application/problem+json");
                    assertThat(media.at("/schema/$ref").asString()).as(name).endsWith("/Problem");
                    assertThat(media.path("examples")).as(name).isNotEmpty();
                    media.path("examples").forEach(example -> {
                        assertThat(example.at("/value/status").asString()).isEqualTo(status);
                        fits(document, name, media.path("schema"), example.path("value"));
                    });
                }
            }
        });
    }

    @Test
    void the_document_of_002_speaks_of_get_and_post_at_its_routes() {
        JsonNode paths = HainaServer.get().http().get("/v3/api-docs/wukong").at("/paths");
        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrderElementsOf(Routes.ours().stream()
                        .filter(route -> route.dialect().equals("wukong"))
                        .map(Routes.Route::path)
                        .toList());
        for (JsonNode path : paths) {
            assertThat(path.propertyNames()).containsExactlyInAnyOrder("get", "post");
            assertThat(path.at("/post/summary").asString("")).isNotBlank();
        }
        assertThat(paths.path("/api/login")
                        .at("/post/parameters")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .containsExactlyInAnyOrder("username", "password");
    }

    @Test
    void the_page_offers_the_document_of_every_dialect_from_the_first_look() {
        assertThat(HainaServer.get()
                        .http()
                        .get("/v3/api-docs/swagger-config")
                        .at("/urls")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .contains("registration", "wukong");
    }

    @Test
    void every_operation_has_a_summary_and_no_parameter_that_nobody_sends() {
        for (JsonNode path : DOCUMENT.at("/paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asString(""))
                        .as(operation::toString)
                        .isNotBlank();
                assertThat(operation
                                .at("/parameters")
                                .valueStream()
                                .map(each -> each.path("name").asString()))
                        .doesNotContain("actor");
            }
        }
    }

    @Test
    void names_are_those_of_the_wire_and_the_token_is_asked_for_but_at_the_login() {
        assertThat(DOCUMENT.at("/components/schemas/CustomerRow/properties").propertyNames())
                .contains("customer_name", "protected_end_date", "is_expired");
        assertThat(DOCUMENT.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(DOCUMENT.at("/security/0").propertyNames()).containsExactly("bearer");
        assertThat(DOCUMENT.json()
                        .path("paths")
                        .path("/api/auth/login")
                        .path("post")
                        .path("security"))
                .isEmpty();
        assertThat(DOCUMENT.at("/components/schemas").propertyNames()).doesNotContain("Actor");
    }

    @Test
    void people_find_it_at_docs() {
        Answer docs = HainaServer.get().http().get("/docs");
        assertThat(docs.status()).isEqualTo(302);
        assertThat(HainaServer.get().http().get(docs.header("Location")).text()).contains("Swagger UI");
    }
}
