package io.haina.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.HainaServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes nonces of a table that the database believes to hold one row, whose every plan is as good as any other. */
class PruneTest {

    private final HainaServer server = HainaServer.get();
    private final JdbcTemplate jdbc = server.jdbc();

    private void nonces(int first, int last) {
        jdbc.update("""
                insert into app_nonce (tenant_id, appid, spent, expires_at)
                select 1, 1, decode(lpad(to_hex(n), 32, '0'), 'hex'), '2025-01-01' from generate_series(?, ?) n""", first, last);
    }

    @Test
    void no_more_go_at_once_than_are_asked_for() {
        Integer gone = server.bean(TransactionTemplate.class).execute(status -> {
            jdbc.execute("create temp table app_nonce (like app_nonce including all) on commit drop");
            nonces(1, 1);
            jdbc.execute("analyze app_nonce");
            jdbc.execute("discard plans");
            nonces(2, 20);
            return server.bean(AppDoorStore.class).prune(Instant.parse("2026-01-01T00:00:00Z"), 5);
        });
        assertThat(gone).isEqualTo(5);
    }
}
