package io.haina.dialect;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the plumbing of the dialects into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class DialectWeb implements WebMvcConfigurer {

    private final Dialects dialects;
    private final Admission admission;
    private final SentArguments sent;
    private final OnceArguments once;
    private final EditionArguments edition;

    DialectWeb(
            Dialects dialects, Admission admission, SentArguments sent, OnceArguments once, EditionArguments edition) {
        this.dialects = dialects;
        this.admission = admission;
        this.sent = sent;
        this.once = once;
        this.edition = edition;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(admission);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(admission);
        resolvers.add(sent);
        resolvers.add(once);
        resolvers.add(edition);
    }

    /** The documents answer JSON whatever a client says that it accepts. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConverters(converter -> {
            if (converter instanceof JacksonJsonHttpMessageConverter json) {
                for (Dialect dialect : dialects.all()) {
                    json.registerMappersForType(
                            dialect.wire(), mappers -> mappers.put(MediaType.APPLICATION_JSON, dialect.json()));
                }
            }
        });
    }
}
