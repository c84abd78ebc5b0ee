package io.haina.dialect;

import io.haina.access.Actor;
import java.util.Objects;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The OpenAPI documents, one for each dialect. The library that makes them is left asleep until somebody asks for one:
 * a server that starts has better things to do.
 */
@Component
public final class ApiDocs implements BeanFactoryPostProcessor {

    private static final String LIBRARY = "org.springdoc.";

    /** The document of the handlers of a dialect's package, to which the dialect adds what it likes. */
    public static GroupedOpenApi.Builder of(String dialect, Class<?> configuration) {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
        return GroupedOpenApi.builder().group(dialect).packagesToScan(configuration.getPackageName());
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            String origin = Objects.requireNonNullElse(
                    definition.getFactoryBeanName(), Objects.requireNonNullElse(definition.getBeanClassName(), ""));
            if (origin.startsWith(LIBRARY)) {
                definition.setLazyInit(true);
            }
        }
    }
}
