package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.exchange.RunStore.Claimed;
import io.haina.testing.HainaServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes jobs out of a table that the database believes to hold one row, whose every plan is as good as any other. */
class ClaimTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final HainaServer server = HainaServer.get();
    private final JdbcTemplate jdbc = server.jdbc();

    /** Stands before the real table, for one transaction. */
    private void tableOfOneRow() {
        jdbc.execute("create temp table job (like job including all) on commit drop");
        jobs(1);
        jdbc.execute("analyze job");
        jdbc.execute("discard plans");
    }

    private void jobs(int count) {
        jdbc.update("""
                insert into job (tenant_id, uuid, kind, record_kind, staff_id, options, file_name, created_at)
                select 1, gen_random_uuid(), 'export', 'lead', 1, '{}', '', '2025-01-01' from generate_series(1, ?)""", count);
    }

    @Test
    void each_claim_takes_one_job_however_many_wait() {
        List<Long> running =
                Objects.requireNonNull(server.bean(TransactionTemplate.class).execute(status -> {
                    tableOfOneRow();
                    jobs(20);
                    return java.util.stream.IntStream.rangeClosed(1, 3)
                            .mapToObj(n -> claimed())
                            .toList();
                }));
        assertThat(running).containsExactly(1L, 2L, 3L);
    }

    /** Takes a job. @return how many are taken by now */
    private Long claimed() {
        Optional<Claimed> claimed =
                server.bean(RunStore.class).claim(UUID.randomUUID(), NOW, NOW.plus(Duration.ofMinutes(1)));
        assertThat(claimed).isPresent();
        return jdbc.queryForObject("select count(*) from job where state = 'running'", Long.class);
    }
}
