package io.haina.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.database.Sql;
import io.haina.tenant.Role;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FirstStartTest {

    private final HainaServer server = HainaServer.get();

    /** A store of its own beside the server's. */
    private DataSource emptyStore() {
        String schema = "first_start_" + UUID.randomUUID().toString().replace('-', '_');
        var details = server.bean(JdbcConnectionDetails.class);
        DataSource store = new DriverManagerDataSource(
                details.getJdbcUrl() + "&currentSchema=" + schema,
                String.valueOf(details.getUsername()),
                String.valueOf(details.getPassword()));
        Flyway.configure()
                .dataSource(store)
                .schemas(schema)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return store;
    }

    private static FirstStart on(DataSource store) {
        Sql sql = new Sql(new JdbcTemplate(store), Duration.ofSeconds(10));
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        StaffRegister register = new StaffRegister(
                new StaffStore(sql),
                new SessionStore(sql),
                new Passwords(4, new Turns()),
                transaction,
                Clock.systemUTC());
        TenantRegister tenants =
                new TenantRegister(new TenantStore(sql), new OrganisationStore(sql), Clock.systemUTC());
        return new FirstStart(sql, tenants, register, transaction);
    }

    @Test
    void servers_that_start_at_once_on_an_empty_store_make_one_tenant() {
        for (int round = 0; round < 3; round++) {
            DataSource store = emptyStore();
            var outcomes = Race.of(4, n -> () -> {
                on(store).afterSingletonsInstantiated();
                return true;
            });
            assertThat(Race.winners(outcomes)).hasSize(4);
            on(store).afterSingletonsInstantiated();
            JdbcTemplate jdbc = new JdbcTemplate(store);
            assertThat(jdbc.queryForList("select name from tenant", String.class))
                    .containsExactly("海纳");
            assertThat(jdbc.queryForList("select username from staff", String.class))
                    .containsExactly("admin");
        }
    }

    @Test
    void a_new_store_has_the_admin_of_the_document() {
        SignedIn admin = server.bean(SignIn.class).signIn("test", Optional.empty(), "admin", "admin123");
        Staff staff = admin.staff();
        assertThat(staff)
                .isEqualTo(new Staff(
                        staff.id(), staff.uuid(), "admin", "系统管理员", null, null, Role.ADMIN, "管理部", null, true));
        assertThat(admin.actor().tenant().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(admin.actor().tenant().name()).isEqualTo("海纳");
    }
}
