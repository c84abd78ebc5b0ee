package io.haina.house;

import io.haina.dialect.Dialect;
import io.haina.dialect.Open;
import io.haina.testing.HainaServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the running server answers. */
public final class Routes {

    private static final Map<String, String> DIALECTS =
            HainaServer.get().context().getBeansOfType(Dialect.class).values().stream()
                    .collect(Collectors.toMap(dialect -> dialect.configuration().getPackageName(), Dialect::name));

    private Routes() {}

    /** One method on one path, without what its variables must look like; {@code ANY} where the method says nothing. */
    public record Route(String method, String path, String dialect, boolean open) {}

    /** The routes of this program's own handlers, not of the libraries'. */
    public static List<Route> ours() {
        return HainaServer.get()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.haina."))
                .flatMap(Routes::routes)
                .toList();
    }

    private static Stream<Route> routes(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        HandlerMethod handler = entry.getValue();
        String dialect = DIALECTS.get(handler.getBeanType().getPackageName());
        boolean open = handler.getMethod().isAnnotationPresent(Open.class);
        return entry.getKey().getPatternValues().stream()
                .map(path -> path.replaceAll("\\{([A-Za-z]+):[^}]*}", "{$1}"))
                .flatMap(path -> methods(entry.getKey()).map(method -> new Route(method, path, dialect, open)));
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
    }
}
