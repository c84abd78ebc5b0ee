package io.haina.database.embedded;

import io.haina.home.HainaHome;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapContextClosedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;

/**
 * Starts the embedded database as soon as the settings are known, beside the making of the context, unless
 * {@code spring.datasource.url} names another one. It is a bean, so it stops after the connection pool that uses it.
 */
final class EmbeddedDatabaseStarter implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String BEAN = "embeddedDatabase";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (StringUtils.hasText(event.getEnvironment().getProperty("spring.datasource.url"))
                || Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return;
        }
        HainaHome home = new HainaHome(event.getEnvironment().getProperty("haina.home", "./data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(home);
        SpringApplication.getShutdownHandlers().add(database::close);
        event.getBootstrapContext().addCloseListener(closed -> register(database, closed));
    }

    private static void register(EmbeddedDatabase database, BootstrapContextClosedEvent event) {
        var beans = event.getApplicationContext().getBeanFactory();
        beans.registerSingleton(BEAN, database);
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean(BEAN, database::close);
    }

    /** After the log works, so that a refusal can be read. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }
}
