package io.haina.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.testing.HainaServer;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a client's own wish may take, and what it leaves behind on its connection. */
class SqlTest {

    private static final String SETTINGS =
            "select current_setting('plan_cache_mode') || ' ' || current_setting('statement_timeout') as settings";

    @Test
    void a_search_that_takes_too_long_is_refused_and_leaves_the_connection_as_it_was() throws Exception {
        try (var connection = HainaServer.get().bean(DataSource.class).getConnection();
                var single = new SingleConnectionDataSource(connection, true)) {
            Sql sql = new Sql(new JdbcTemplate(single), Duration.ofMillis(50));
            List<String> before = settings(sql);

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> sql.rowsPlannedAnew(new SqlText().add("select pg_sleep(60)"), (row, n) -> n))
                    .satisfies(refused -> assertThat(refused.problem()).isEqualTo(new Problem.TooBroad(null)));

            assertThat(settings(sql)).isEqualTo(before);
        }
    }

    @Test
    void a_search_is_planned_for_its_values_and_leaves_the_connection_as_it_was() throws Exception {
        try (var connection = HainaServer.get().bean(DataSource.class).getConnection();
                var single = new SingleConnectionDataSource(connection, true)) {
            Sql sql = new Sql(new JdbcTemplate(single), Duration.ofSeconds(7));
            List<String> before = settings(sql);

            assertThat(sql.rowsPlannedAnew(new SqlText().add(SETTINGS), (row, n) -> row.getString("settings")))
                    .containsExactly("force_custom_plan 7s");
            assertThat(settings(sql)).isEqualTo(before).containsExactly("force_generic_plan 0");
        }
    }

    private static List<String> settings(Sql sql) {
        return sql.rows(new SqlText().add(SETTINGS), (row, n) -> row.getString("settings"));
    }
}
