package io.haina.database.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Where the database is: the embedded one if it was started, or the one that {@code spring.datasource.url} names. Decided
 * at each start and not by a condition, because conditions are decided when the server is built.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseAddress {

    @Bean(destroyMethod = "")
    @Primary
    JdbcConnectionDetails databaseConnectionDetails(
            ObjectProvider<EmbeddedDatabase> embedded, DataSourceProperties settings) {
        EmbeddedDatabase database = embedded.getIfAvailable();
        return database != null ? database : new Named(settings);
    }

    private record Named(DataSourceProperties settings) implements JdbcConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return settings.determineUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return settings.determinePassword();
        }

        @Override
        public String getJdbcUrl() {
            return settings.determineUrl();
        }
    }
}
