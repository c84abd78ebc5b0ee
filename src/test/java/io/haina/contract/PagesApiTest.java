package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every list of the native API has one rule of how many rows a page may have. */
class PagesApiTest {

    private static final TestCompany COMPANY = TestCompany.create();

    private static Stream<String> paged(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        boolean paged = Arrays.stream(entry.getValue().getMethod().getParameters())
                .anyMatch(parameter -> parameter.getName().equals("size"));
        return !paged
                ? Stream.of()
                : entry.getKey().getPatternValues().stream()
                        .map(path -> path.replaceAll("\\{([A-Za-z]+):[^}]*}", "{$1}"));
    }

    @TestFactory
    Stream<DynamicTest> more_rows_than_a_page_has_are_refused_and_not_cut() {
        Actor owner = COMPANY.sales().actor();
        Estate estate = new Estate(COMPANY);
        String customer = Long.toString(estate.customer(owner));
        String opportunity = Long.toString(estate.opportunity(owner, Long.parseLong(customer)));
        List<String> paths = HainaServer.get()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().equals("io.haina.api"))
                .flatMap(PagesApiTest::paged)
                .filter(path -> !path.equals("/api/v1/settings/simulation"))
                .toList();
        assertThat(paths).hasSizeGreaterThan(15);
        return paths.stream()
                .map(path -> path.replace("opportunities/{id}", "opportunities/" + opportunity)
                        .replace("{kind}", "customers")
                        .replace("{id}", customer))
                .map(path -> path.endsWith("/deleted") ? path + "?kind=customers&" : path + "?")
                .map(path -> DynamicTest.dynamicTest(path, () -> refuses(path)));
    }

    private static void refuses(String path) {
        for (String size : List.of("0", "-1", "501", "99999", "x")) {
            Answer answer = COMPANY.admin().http().get(path + "size=" + size);
            assertProblem(answer, 400, "invalid");
            assertThat(answer.at("/field").asString()).isEqualTo("size");
        }
        if (!path.endsWith("/changes?")) {
            assertProblem(COMPANY.admin().http().get(path + "size=101"), 400, "invalid");
        }
        assertThat(COMPANY.admin().http().get(path + "size=100").status()).isEqualTo(200);
    }
}
