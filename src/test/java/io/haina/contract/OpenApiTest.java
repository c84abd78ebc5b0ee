package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.house.Routes;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
