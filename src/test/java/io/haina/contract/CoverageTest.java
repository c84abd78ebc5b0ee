package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.house.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of a dialect's page, the routes of the server and the files of test data speak of the same endpoints. */
class CoverageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (GET|POST|PUT|PATCH|DELETE|ANY) \\| `(/[^`]*)` \\|");

    @ParameterizedTest
    @ValueSource(strings = {"registration", "wukong", "eartip", "outreach", "openapi", "v1"})
    void the_page_of_a_dialect_lists_its_routes_and_no_others(String dialect) throws IOException {
        assertThat(documented(dialect)).isNotEmpty().isEqualTo(routes(dialect));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "wukong", "eartip", "outreach", "openapi", "v1"})
    void every_endpoint_of_the_page_has_a_call_among_the_test_data(String dialect) throws IOException {
        List<Call> calls = Call.all(dialect);
        Set<String> uncovered = documented(dialect).stream()
                .filter(endpoint -> calls.stream().noneMatch(call -> fits(endpoint, call)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(uncovered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "wukong", "eartip", "outreach", "openapi", "v1"})
    void every_call_of_the_test_data_is_of_an_endpoint_of_the_page(String dialect) throws IOException {
        Set<String> endpoints = documented(dialect);
        assertThat(Call.all(dialect))
                .allSatisfy(call -> assertThat(endpoints).anyMatch(endpoint -> fits(endpoint, call)));
    }

    private static Set<String> routes(String dialect) {
        return Routes.ours().stream()
                .filter(route -> route.dialect().equals(dialect))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> documented(String dialect) throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/dialects/" + dialect + ".md")))
                .results()
                .map((MatchResult row) -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A variable fits a placeholder, so that no fixed path passes for one with a variable. Two slashes at the beginning, as
     * document 002 prints them once, are one.
     */
    private static boolean fits(String endpoint, Call call) {
        String pattern = Pattern.compile("\\{[^}]*}").matcher(endpoint).replaceAll("\\\\\\$[A-Z_]+");
        String method = endpoint.startsWith("ANY ") ? "ANY" : call.method();
        return (method + " " + call.path().replace("//", "/")).matches(pattern);
    }
}
