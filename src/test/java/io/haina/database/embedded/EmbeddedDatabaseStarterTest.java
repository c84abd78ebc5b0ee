package io.haina.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.haina.home.HainaHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class EmbeddedDatabaseStarterTest {

    @TempDir
    Path folder;

    HainaHome home;

    @BeforeEach
    void makeHome() throws IOException {
        home = TestHomes.make(folder);
    }

    @Test
    void withoutAUrlTheContextGetsTheEmbeddedDatabaseAndEndsItLast() throws Exception {
        try (ConfigurableApplicationContext context = start();
                Connection connection = context.getBean(DataSource.class).getConnection()) {
            assertThat(TestHomes.ask(connection, "SELECT current_user || '@' || current_database()"))
                    .isEqualTo("haina@haina");
        }
        assertThat(home.resolve("database/PG_VERSION")).exists();
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
    }

    @Test
    void withAUrlNothingIsStarted() {
        String url = "jdbc:postgresql://127.0.0.1:1/elsewhere";
        try (ConfigurableApplicationContext context = start("spring.datasource.url=" + url)) {
            assertThat(context.getBean(HikariDataSource.class).getJdbcUrl()).isEqualTo(url);
            assertThat(context.getBeanProvider(EmbeddedDatabase.class).stream()).isEmpty();
        }
        assertThat(home.resolve("haina.lock")).doesNotExist();
        assertThat(home.resolve("database")).doesNotExist();
    }

    @Test
    void aSecondServerOnTheSameHomeDoesNotStart() {
        try (ConfigurableApplicationContext first = start()) {
            assertThat(first.isActive()).isTrue();
            assertThatThrownBy(this::start).isInstanceOf(StartFailure.class);
        }
    }

    private ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(OnlyADataSource.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run("--haina.home=" + home.path());
    }

    @Configuration(proxyBeanMethods = false)
    @Import(DatabaseAddress.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class OnlyADataSource {}
}
