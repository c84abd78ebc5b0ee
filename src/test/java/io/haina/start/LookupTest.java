package io.haina.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.house.Routes;
import io.haina.testing.HainaServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class LookupTest {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "OPTIONS");

    private static final RequestMappingHandlerMapping OURS =
            HainaServer.get().bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);

    private static final RequestMappingHandlerMapping SPRINGS = new RequestMappingHandlerMapping();

    @BeforeAll
    static void findTheSameHandlers() {
        var context = HainaServer.get().context();
        SPRINGS.setApplicationContext(context);
        SPRINGS.setEmbeddedValueResolver(new EmbeddedValueResolver(context.getBeanFactory()));
        SPRINGS.afterPropertiesSet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "a;b=c", "%2F", ""})
    void every_path_leads_where_spring_would_find_it(String variable) {
        assertThat(paths(variable))
                .hasSizeGreaterThan(300)
                .allSatisfy(path -> METHODS.forEach(method -> assertThat(found(OURS, method, path))
                        .as("%s %s", method, path)
                        .isEqualTo(found(SPRINGS, method, path))));
    }

    @Test
    void a_path_with_variables_has_a_handler() {
        assertThat(found(OURS, "GET", "/api/v1/customers/7"))
                .containsEntry("handler", "io.haina.api.RecordsApi#get")
                .containsEntry("path", "/api/v1/customers/7")
                .containsEntry("variables", "{kind=customers, id=7}");
    }

    /** All that are served, with a variable in place of each; what is near to them; and a letter of each in disguise. */
    private static List<String> paths(String variable) {
        return Routes.ours().stream()
                .map(route -> route.path().replace("{kind}", "leads").replaceAll("\\{[^}]*}", variable))
                .flatMap(path -> Stream.of(path, path + "/", path + "/7", path.replaceFirst("/a", "/%61")))
                .distinct()
                .toList();
    }

    private static Map<String, String> found(RequestMappingHandlerMapping mapping, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        Map<String, String> found = new TreeMap<>();
        try {
            var chain = mapping.getHandler(request);
            if (chain == null) {
                return found;
            }
            Object handler = chain.getHandler();
            found.put(
                    "handler",
                    handler instanceof HandlerMethod each
                            ? each.getBeanType().getName() + "#"
                                    + each.getMethod().getName()
                            : handler.getClass().getName());
        } catch (Exception e) {
            found.put("refused", e.toString());
        }
        found.put("path", String.valueOf(request.getAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE)));
        found.put("pattern", String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        found.put("variables", String.valueOf(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)));
        return found;
    }
}
