package io.haina.dialect;

import io.haina.access.Foreseen;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Runs the handlers of requests that only read for whoever probably sent them. By the time that a handler's answer, or its
 * refusal, goes on its way, it is known whether that was so; if it was not, the handler has run anew for whoever it is.
 */
public final class ForeseenHandlers extends RequestMappingHandlerAdapter {

    /** By what a handler can write the answer itself, before anybody could stop it. */
    private static final List<Class<?>> WRITING =
            List.of(ServletResponse.class, OutputStream.class, Writer.class, WebRequest.class);

    /** Whether a request reads, and its handler answers by what it returns alone. */
    static boolean takes(HttpServletRequest request, HandlerMethod handler) {
        return request.getMethod().equals("GET")
                && Arrays.stream(handler.getMethodParameters())
                        .map(MethodParameter::getParameterType)
                        .noneMatch(ForeseenHandlers::writes);
    }

    private static boolean writes(Class<?> parameter) {
        return WRITING.stream().anyMatch(type -> type.isAssignableFrom(parameter));
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
        return new Invocation(handler);
    }

    private static final class Invocation extends ServletInvocableHandlerMethod {

        Invocation(HandlerMethod handler) {
            super(handler);
        }

        @Override
        public @Nullable Object invokeForRequest(
                NativeWebRequest request, @Nullable ModelAndViewContainer container, @Nullable Object... provided)
                throws Exception {
            Foreseen foreseen = Admission.foreseen(request);
            if (foreseen == null) {
                return super.invokeForRequest(request, container, provided);
            }
            return foreseen.<@Nullable Object>act(actor -> {
                Admission.admit(request, actor);
                return super.invokeForRequest(request, container, provided);
            });
        }
    }
}
