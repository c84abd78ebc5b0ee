package io.haina.console;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * Serves the console beside the dialects, at paths that no document has. What is called by its hash never changes; the
 * one page that names those files is asked for anew each time, and is the answer to every path that the browser
 * application makes up for itself. A server that was built without the console answers these paths as any unknown one.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    private static final String FILES = "classpath:/console/";
    private static final String ASSETS = "/assets/**";
    private static final String[] FOLDERS = {"/", "/app/"};
    private static final String[] PAGES = {"/app", "/app/**"};

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ASSETS)
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler(PAGES)
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new OnePage());
    }

    /** A resource handler answers no empty path. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (String folder : FOLDERS) {
            registry.addViewController(folder).setViewName("forward:/app");
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ConsoleHeaders()).addPathPatterns(PAGES).addPathPatterns(ASSETS);
    }
}
