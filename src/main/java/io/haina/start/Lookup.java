package io.haina.start;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Looks for the handler of a path with variables among those of its method and number of segments. Spring would try
 * the patterns of all handlers one after the other, which costs more than most of them do; paths without variables
 * it looks up by themselves, and so it does these, under a name that stands for all that look alike. Where nothing is
 * found so, it goes through all: who finds the same, and says what is wrong otherwise.
 */
abstract class Lookup extends RequestMappingHandlerMapping {

    private final Set<String> literal = new HashSet<>();

    @Override
    protected Set<String> getDirectPaths(RequestMappingInfo mapping) {
        Set<String> direct = new HashSet<>(super.getDirectPaths(mapping));
        literal.addAll(direct);
        var patterns = mapping.getPathPatternsCondition();
        if (patterns != null) {
            for (PathPattern pattern : patterns.getPatterns()) {
                if (pattern.hasPatternSyntax() && !isOpenEnded(pattern)) {
                    methods(mapping).forEach(method -> direct.add(shape(method.name(), pattern.getPatternString())));
                }
            }
        }
        return direct;
    }

    /** Of no certain number of segments: less to the point than any other that fits, so they can wait. */
    private static boolean isOpenEnded(PathPattern pattern) {
        return pattern.getPatternString().contains("**")
                || pattern.getPatternString().contains("{*");
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.values()) : methods;
    }

    /** What no path can be, for paths begin with a slash. */
    private static String shape(String method, String path) {
        return method + StringUtils.countOccurrencesOf(path, "/");
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        boolean asItStands = literal.contains(path) || path.indexOf('%') >= 0;
        return super.lookupHandlerMethod(asItStands ? path : shape(request.getMethod(), path), request);
    }

    /** Leaves the path with the request, not what it was looked up by. */
    @Override
    protected void handleMatch(RequestMappingInfo mapping, String path, HttpServletRequest request) {
        super.handleMatch(mapping, ServletRequestPathUtils.getCachedPathValue(request), request);
    }
}
