package io.haina.start;

import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.stereotype.Component;

/**
 * Takes out single beans that cost a start and serve nobody, where no setting of Spring's does, and lets beans be found by
 * their names ({@link NamedByClass}).
 */
@Component
final class LeftOut implements BeanDefinitionRegistryPostProcessor {

    private static final List<String> BEANS = List.of(
            // They look for methods with @EventListener in every bean; ours implement ApplicationListener.
            AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME,
            AnnotationConfigUtils.EVENT_LISTENER_FACTORY_BEAN_NAME,
            // Binds all settings of the library of the OpenAPI documents to find one that is not set; what else it
            // does, ApiDocs does.
            "springdocBeanFactoryPostProcessor");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        BEANS.stream().filter(beans::containsBeanDefinition).forEach(beans::removeBeanDefinition);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        ((DefaultListableBeanFactory) beans).setAutowireCandidateResolver(new NamedByClass());
    }
}
