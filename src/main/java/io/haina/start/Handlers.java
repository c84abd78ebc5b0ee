package io.haina.start;

import io.haina.dialect.ForeseenHandlers;
import java.lang.reflect.Method;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Handlers as Spring MVC makes them, without its look for annotations of validation at every parameter and every answer:
 * nobody may use these (a test says so).
 */
@Component
final class Handlers implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new ForeseenHandlers();
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    private static final class Mapping extends Lookup {

        @Override
        protected HandlerMethod createHandlerMethod(Object handler, Method method) {
            return handler instanceof String bean
                    ? new Unvalidated(bean, obtainApplicationContext(), obtainApplicationContext(), method)
                    : super.createHandlerMethod(handler, method);
        }
    }

    private static final class Unvalidated extends HandlerMethod {

        Unvalidated(String bean, BeanFactory beans, MessageSource messages, Method method) {
            super(bean, beans, messages, method);
        }

        @Override
        public HandlerMethod createWithValidateFlags() {
            return this;
        }
    }
}
