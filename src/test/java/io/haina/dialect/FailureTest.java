package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.problem.Problem;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.util.PSQLState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/** When the server itself fails, the client hears of it and learns nothing; the log learns all, once. */
@ExtendWith(OutputCaptureExtension.class)
class FailureTest {

    @Test
    void a_failure_is_logged_once_and_answered_with_nothing_but_its_id(CapturedOutput output) {
        var company = TestCompany.create();
        var jdbc = HainaServer.get().jdbc();
        var http = company.sales().http();
        jdbc.execute("alter table claim rename to claim_taken_away");
        try {
            var answer = http.send("GET", "/api/pool/my-claims", null, Map.of("X-Request-Id", "failing-1"));
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text())
                    .isEqualTo("{\"success\":false,\"message\":\"服务器内部错误,请稍后重试\",\"request_id\":\"failing-1\"}");
        } finally {
            jdbc.execute("alter table claim_taken_away rename to claim");
        }
        assertThat(output.getAll().split("GET /api/pool/my-claims failed", -1)).hasSize(2);
        assertThat(output.getAll()).contains("[failing-1]", "BadSqlGrammarException");
        assertThat(http.get("/api/pool/my-claims").status()).isEqualTo(200);
    }

    @Test
    void a_database_that_has_no_connection_in_time_is_no_failure_but_worth_another_try() {
        var late = new TransientDataAccessResourceException("no connection within 5000 ms");
        assertThat(Problems.of(late)).isEqualTo(new Problem.Unavailable(Duration.ofSeconds(5)));
        assertThat(Problems.of(new CannotCreateTransactionException("", late)))
                .isEqualTo(new Problem.Unavailable(Duration.ofSeconds(5)));
        assertThat(Problems.of(new DataAccessResourceFailureException("connection lost: who knows what was done")))
                .isInstanceOf(Problem.Failure.class);
    }

    @Test
    void a_change_that_the_database_undid_for_another_s_sake_is_worth_another_try_at_once() {
        var deadlock = new SQLException("deadlock detected", PSQLState.DEADLOCK_DETECTED.getState());
        var serialization = new SQLException("could not serialize access", PSQLState.SERIALIZATION_FAILURE.getState());
        for (SQLException each : List.of(deadlock, serialization)) {
            var jdbc = HainaServer.get().jdbc();
            assertThat(Problems.of(Objects.requireNonNull(
                            jdbc.getExceptionTranslator().translate("a change", "update", each))))
                    .isEqualTo(new Problem.Unavailable(Duration.ofSeconds(1)));
        }
    }
}
