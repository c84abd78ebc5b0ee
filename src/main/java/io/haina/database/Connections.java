package io.haina.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the queue before the pool that Spring makes, and says how long the queue is. */
@Configuration(proxyBeanMethods = false)
class Connections {

    @Bean
    static BeanPostProcessor connectionsInTurn() {
        return new InTurn();
    }

    @Bean
    MeterBinder waitingForConnections(DataSource connections) {
        return meters -> Gauge.builder(
                        "haina.connections.waiting", (ConnectionsInTurn) connections, ConnectionsInTurn::waiting)
                .description("Statements and transactions that wait for a connection to the database")
                .register(meters);
    }

    private static final class InTurn implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource pool ? new ConnectionsInTurn(pool) : bean;
        }
    }
}
