package io.haina.dialect;

import io.haina.access.Actor;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the server from starting with a handler that no doorkeeper guards. */
@Component
final class HandlerCheck implements SmartInitializingSingleton {

    private static final String OURS = "io.haina.";

    private final Dialects dialects;
    private final RequestMappingHandlerMapping mapping;

    HandlerCheck(Dialects dialects, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.dialects = dialects;
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mapping.getHandlerMethods().values().forEach(this::check);
    }

    void check(HandlerMethod handler) {
        Class<?> type = handler.getBeanType();
        if (!type.getName().startsWith(OURS)) {
            return;
        }
        if (dialects.of(type) == null) {
            throw new IllegalStateException(
                    handler + " answers requests, but its package has no Dialect: nobody would ask who sent them");
        }
        Method method = handler.getMethod();
        boolean asks = Arrays.asList(method.getParameterTypes()).contains(Actor.class);
        if (asks == method.isAnnotationPresent(Open.class)) {
            throw new IllegalStateException(handler + " must either be @Open or take an Actor");
        }
    }
}
