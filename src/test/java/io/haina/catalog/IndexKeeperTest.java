package io.haina.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The index of a field whose build was cut off, by a server that ended meanwhile, is built anew at the next start. */
class IndexKeeperTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();

    @Test
    void an_index_whose_build_was_cut_off_is_built_anew() throws SQLException {
        Answer field = COMPANY.admin()
                .http()
                .post("/api/v1/leads/fields", "{\"label\":\"Kept in order\",\"type\":\"text\",\"indexed\":true}");
        assertThat(field.status()).as(field::toString).isEqualTo(201);
        String index = SERVER.jdbc()
                .queryForObject(
                        "select kind || '_f' || id from custom_field where label = 'Kept in order' order by id desc limit 1",
                        String.class);
        assertThat(isValid(index)).isTrue();
        String definition = SERVER.jdbc().queryForObject("select pg_get_indexdef(?::regclass)", String.class, index);
        SERVER.jdbc().execute("drop index " + index);

        cutOff(definition.replace("CREATE INDEX", "CREATE INDEX CONCURRENTLY"));
        assertThat(isValid(index)).isFalse();

        SERVER.bean(CustomFieldStore.class).buildMissing();

        assertThat(isValid(index)).isTrue();
        assertThat(SERVER.jdbc().queryForObject("select pg_get_indexdef(?::regclass)", String.class, index))
                .isEqualTo(definition);
    }

    /** A build waits for who writes to the table. */
    private static void cutOff(String build) throws SQLException {
        DataSource database = SERVER.bean(DataSource.class);
        try (Connection writer = database.getConnection();
                Connection builder = database.getConnection();
                Statement writing = writer.createStatement();
                Statement building = builder.createStatement()) {
            writer.setAutoCommit(false);
            writing.execute("lock table lead in row exclusive mode");
            building.setQueryTimeout(1);
            assertThatThrownBy(() -> building.execute(build)).isInstanceOf(SQLException.class);
            writer.rollback();
            writer.setAutoCommit(true);
        }
    }

    private static boolean isValid(String index) {
        return Boolean.TRUE.equals(SERVER.jdbc()
                .queryForObject(
                        "select indisvalid from pg_index where indexrelid = ?::regclass", Boolean.class, index));
    }
}
