package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.exchange.Job.Failure;
import io.haina.exchange.Job.FailureReason;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.kind.BulkAction;
import io.haina.kind.BulkOrder;
import io.haina.ownership.Handover;
import io.haina.staff.Organisation;
import io.haina.tenant.Role;
import io.haina.testing.Estate;
import io.haina.testing.Race;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever started a job is changed while it runs. */
class JobStarterTest extends JobRunning {

    private static final int ROWS = 1000;

    private final Actor admin = company.admin().actor();

    /** In a transaction of its own, beside the one that the caller may be in. */
    private void change(Actor person, String what) {
        Race.of(
                1,
                n -> () -> server.jdbc()
                        .update(
                                "update staff set " + what + " where tenant_id = ? and id = ?",
                                person.tenantId(),
                                person.staffId()));
    }

    /** Returns when something is done, or waits for a row that somebody else holds. */
    private void doneOrHeldUp(CompletableFuture<Void> doing) {
        Awaitility.await()
                .until(() -> doing.isDone()
                        || Objects.requireNonNull(server.jdbc()
                                        .queryForObject(
                                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'",
                                                Long.class))
                                > 0);
    }

    @Test
    void what_a_job_writes_goes_along_to_the_team_that_its_starter_goes_to() throws IOException {
        Job job = started(ROWS);
        Long south = company.southManager().actor().teamId();
        CompletableFuture<Void> move = new CompletableFuture<>();
        runner(row -> {
                    if (row == 250) {
                        CompletableFuture.runAsync(
                                        () -> server.bean(Organisation.class).setTeam(admin, sales.staffId(), south))
                                .whenComplete((none, failure) -> move.complete(none));
                        doneOrHeldUp(move);
                    }
                })
                .runAll(ON);
        move.join();
        assertThat(exchange.get(sales, job.id()).state()).isEqualTo(JobState.DONE);
        holdsEachRowOnce(ROWS);
        assertThat(count("""
                        select count(*) from lead l join staff s on s.tenant_id = l.tenant_id and s.id = l.owner_id
                        where l.tenant_id = ? and l.team_id is distinct from s.team_id""")).isZero();
    }

    @Test
    void a_job_ends_with_the_step_in_which_its_starter_is_disabled() throws IOException {
        Job job = started(ROWS);
        runner(row -> {
                    if (row == 250) {
                        change(sales, "disabled_at = now()");
                    }
                })
                .runAll(ON);
        Job failed = exchange.get(admin, job.id());
        assertThat(failed.failure()).isEqualTo(new Failure(FailureReason.NO_RIGHT, null));
        assertThat(failed.done()).isEqualTo(2 * ImportRun.BATCH);
        assertThat(count("select count(*) from lead where tenant_id = ?")).isEqualTo(360);
    }

    @Test
    void a_job_reaches_no_further_than_its_starter_does_by_then() {
        Actor boss = company.hire("boss-" + company.number(), Role.ADMIN, null).actor();
        Estate estate = new Estate(company);
        List<Long> leads =
                LongStream.range(0, 150).map(n -> estate.lead(sales)).boxed().toList();
        BulkOrder order = new BulkOrder(
                BulkAction.CHANGE, Map.of("mobile", "13800138000"), null, null, null, new Handover(null, Set.of()));
        exchange.startBulk(boss, RecordKind.LEAD, new BulkWish(order, Filter.EVERYTHING), "all");
        CompletableFuture<Void> run = new CompletableFuture<>();
        server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            server.jdbc().queryForList("select id from lead where id = ? for update", leads.get(50));
            CompletableFuture.runAsync(() -> runner(row -> {}).runAll(ON))
                    .whenComplete((none, failure) -> run.complete(none));
            doneOrHeldUp(run);
            change(boss, "role = 'SALES'");
        });
        run.join();
        assertThat(count("select count(*) from lead where tenant_id = ? and mobile is not null"))
                .as("the first step alone")
                .isEqualTo(100);
    }
}
