package io.haina.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.testing.HainaServer;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemaTest {

    static JdbcTemplate store;

    @BeforeAll
    static void anEmptyStore() {
        HainaServer server = HainaServer.get();
        String schema = "schema_" + UUID.randomUUID().toString().replace('-', '_');
        server.bean(JdbcTemplate.class).execute("create schema " + schema);
        var details = server.bean(JdbcConnectionDetails.class);
        store = new JdbcTemplate(new DriverManagerDataSource(
                details.getJdbcUrl() + "&currentSchema=" + schema,
                String.valueOf(details.getUsername()),
                String.valueOf(details.getPassword())));
    }

    @Test
    void a_store_that_was_found_good_is_looked_at_again_when_it_or_the_server_is_another() {
        start();
        String mark = mark();
        assertThat(mark).startsWith("good: ");

        // What Flyway would complain of tells whether it is asked.
        store.update("update flyway_schema_history set checksum = checksum + 1 where version = '2'");
        start();
        assertThat(mark()).isEqualTo(mark);

        store.execute("comment on table flyway_schema_history is '" + mark.replace(" taken", "0 taken") + "'");
        assertThatThrownBy(SchemaTest::start).isInstanceOf(FlywayValidateException.class);
        store.execute("comment on table flyway_schema_history is '" + mark.replace(" steps", "0 steps") + "'");
        assertThatThrownBy(SchemaTest::start).isInstanceOf(FlywayValidateException.class);
        store.execute("comment on table flyway_schema_history is null");
        assertThatThrownBy(SchemaTest::start).isInstanceOf(FlywayValidateException.class);

        store.update("update flyway_schema_history set checksum = checksum - 1 where version = '2'");
        start();
        assertThat(mark()).isEqualTo(mark);
    }

    private static void start() {
        new Schema(
                        Objects.requireNonNull(store.getDataSource()),
                        new DefaultListableBeanFactory().getBeanProvider(JavaMigration.class))
                .afterPropertiesSet();
    }

    private static String mark() {
        return String.valueOf(store.queryForObject(
                "select obj_description(to_regclass('flyway_schema_history'), 'pg_class')", String.class));
    }
}
