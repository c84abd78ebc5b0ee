package io.haina.dialect;

import io.haina.access.Actor;
import io.haina.idempotency.Idempotency;
import io.haina.idempotency.Once;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the key under which a request counts once. */
@Component
final class OnceArguments implements HandlerMethodArgumentResolver {

    private final Idempotency idempotency;

    OnceArguments(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Once.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        Actor actor = Objects.requireNonNull(Admission.actor(request), "somebody was admitted");
        String query = request.getQueryString();
        String address = request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
        return new Once(idempotency, actor, request.getHeader(Once.HEADER), address);
    }
}
