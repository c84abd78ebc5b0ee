package io.haina.house;

import io.haina.access.AppPolicy;
import io.haina.access.UseCase;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoldenTest {

    @Test
    void the_routes_are_those_of_the_kept_table() throws IOException {
        Golden.check(
                "routes.txt",
                Routes.ours().stream()
                        .sorted(Comparator.comparing(Routes.Route::path).thenComparing(Routes.Route::method))
                        .map(route -> "%-6s %-52s │ %-12s │ %s"
                                .formatted(
                                        route.method(), route.path(), route.dialect(), route.open() ? "open" : "token"))
                        .toList());
    }

    @Test
    void what_apps_may_do_is_that_of_the_kept_table() throws IOException {
        Golden.check(
                "apps.txt",
                Arrays.stream(UseCase.values())
                        .filter(useCase -> AppPolicy.opener(useCase) != null)
                        .map(useCase -> "%-18s │ %s".formatted(useCase, AppPolicy.opener(useCase)))
                        .toList());
    }

    @Test
    void the_policy_is_that_of_the_kept_table() throws IOException {
        Golden.check(
                "access.txt",
                Arrays.stream(UseCase.values())
                        .map(useCase -> "%-18s │ %-27s │ %s"
                                .formatted(
                                        useCase,
                                        useCase.roles().stream().map(Enum::name).collect(Collectors.joining(" ")),
                                        useCase.breadth()))
                        .toList());
    }
}
