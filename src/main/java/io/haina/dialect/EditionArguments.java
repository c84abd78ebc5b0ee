package io.haina.dialect;

import io.haina.kind.Unchanged;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the version that a request is meant for. */
@Component
final class EditionArguments implements HandlerMethodArgumentResolver {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]{1,64})\"");

    private final Unchanged unchanged;
    private final Dialects dialects;

    EditionArguments(Unchanged unchanged, Dialects dialects) {
        this.unchanged = unchanged;
        this.dialects = dialects;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Edition.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        Dialect dialect = Objects.requireNonNull(dialects.of(parameter.getContainingClass()), "a dialect's handler");
        return new Edition(unchanged, dialect.json(), wanted(web.getHeader(HttpHeaders.IF_MATCH)));
    }

    /**
     * The versions that a change is meant for.
     *
     * @return null where the header says none, or any
     * @throws Refused if it cannot be read
     */
    private static @Nullable Set<String> wanted(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        Set<String> versions = new HashSet<>();
        for (String each : ifMatch.split(",", -1)) {
            Matcher tag = TAG.matcher(each.strip());
            if (!tag.matches()) {
                throw Refused.invalid(HttpHeaders.IF_MATCH, Rule.MALFORMED);
            }
            // A weak tag never says that two are the same to the last bit.
            versions.add(tag.group(1) == null ? tag.group(2) : "");
        }
        return versions;
    }
}
