package io.haina.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.customer.Customer;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.database.Recurring;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ReleaseAtDueTest {

    private final HainaServer server = HainaServer.get();
    private final JdbcTemplate jdbc = server.jdbc();
    private final Customers customers = server.bean(Customers.class);
    private final Ownership ownership = server.bean(Ownership.class);
    private final ReleaseAtDue releases = server.bean(ReleaseAtDue.class);
    private final Pool pool = server.bean(Pool.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();

    @AfterEach
    void backToRealTime() {
        server.clock().reset();
    }

    private UUID reported(String name) {
        return customers
                .report(sales, new CustomerDraft(name, null, null, null, null, null, null))
                .uuid();
    }

    private long idOf(UUID customer) {
        return jdbc.queryForObject("select id from customer where uuid = ?", Long.class, customer);
    }

    private long protectionOf(long customer) {
        return jdbc.queryForObject(
                "select id from protection where tenant_id = ? and customer_id = ? and ended_at is null",
                Long.class,
                company.tenantId(),
                customer);
    }

    /** Lets the protection end by moving the end, so that no other test's customers are due. */
    private void endsAt(UUID customer, Instant end) {
        jdbc.update(
                "update protection set until_at = ? where tenant_id = ? and customer_id = ? and ended_at is null",
                end.atOffset(java.time.ZoneOffset.UTC),
                company.tenantId(),
                idOf(customer));
        jdbc.update(
                "update customer set protected_until = ? where uuid = ?",
                end.atOffset(java.time.ZoneOffset.UTC),
                customer);
    }

    private Instant now() {
        return server.clock().instant();
    }

    @Test
    void a_customer_goes_to_the_pool_dated_to_the_second_its_protection_ended() {
        UUID id = reported("到期释放公司");
        Instant end = now().minusSeconds(90);
        endsAt(id, end);
        releases.releaseDue();
        Customer customer = customers.get(sales, id);
        assertThat(customer.ownerId()).isNull();
        assertThat(customer.releaseReason()).isEqualTo("保护期自动到期");
        assertThat(customer.lastOwnerName()).isEqualTo(company.sales().name());
        assertThat(customer.pooledAt()).isEqualTo(end);
        assertThat(ownership.history(sales, id)).singleElement().satisfies(holding -> {
            assertThat(holding.endReason()).isEqualTo("expired");
            assertThat(holding.endedAt()).isEqualTo(end);
        });
    }

    @Test
    void a_clock_that_is_set_back_does_not_send_the_job_to_sleep() {
        reported("时钟倒拨公司");
        SetBack clock = new SetBack();
        Recurring job = new ReleaseAtDue(server.bean(ReleaseStore.class), clock).releaseAtDueRuns();

        job.start();
        while (!clock.isSetBack()) {
            Thread.onSpinWait();
        }

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> job.stop());
    }

    /** Far ahead when it is looked at for the first time, and long ago ever after. */
    private static final class SetBack extends Clock {

        private boolean isSetBack;

        synchronized boolean isSetBack() {
            return isSetBack;
        }

        @Override
        public synchronized Instant instant() {
            Instant now = Instant.parse(isSetBack ? "2000-01-01T00:00:00Z" : "2900-01-01T00:00:00Z");
            isSetBack = true;
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void the_job_itself_releases_what_falls_due_while_it_runs() throws InterruptedException {
        UUID id = reported("自动运行公司");
        endsAt(id, now().plusMillis(300));
        Instant patience = Instant.now().plusSeconds(30);
        while (customers.get(sales, id).ownerId() != null && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
            Thread.sleep(20);
        }
        assertThat(customers.get(sales, id).ownerId()).isNull();
    }

    @Test
    void won_and_locked_customers_stay() {
        UUID won = reported("成交保留公司");
        customers.changeStatus(sales, won, CustomerStatus.WON);
        UUID locked = reported("锁定保留公司");
        jdbc.update("update customer set locked = true where uuid = ?", locked);
        endsAt(won, now().minusSeconds(5));
        endsAt(locked, now().minusSeconds(5));
        releases.releaseDue();
        for (UUID id : List.of(won, locked)) {
            assertThat(customers.get(sales, id).ownerId()).isEqualTo(sales.staffId());
            assertThat(customers.get(sales, id).expired()).isFalse();
        }
        customers.changeStatus(sales, won, CustomerStatus.FOLLOWING);
        releases.releaseDue();
        assertThat(customers.get(sales, won).protectedUntil()).isAfter(now());
        assertThat(ownership.history(sales, won)).extracting(Holding::rule).containsExactly("report", "reopening");
    }

    @Test
    void an_ended_protection_is_never_shown_or_used_as_a_valid_one() throws Exception {
        UUID id = reported("到期不可用公司");
        // A row that another transaction holds is passed by, so the release waits while readers and writers come.
        try (Connection holding = server.bean(DataSource.class).getConnection()) {
            holding.setAutoCommit(false);
            endsAt(id, now().plusMillis(200));
            holding.createStatement().executeQuery("select 1 from customer where uuid = '" + id + "' for share");
            Thread.sleep(250);
            assertThat(customers.get(sales, id).expired()).isTrue();
            assertThat(customers.get(sales, id).ownerId()).isEqualTo(sales.staffId());
            holding.rollback();
        }
        assertThat(Refusal.of(() -> customers.changeStatus(sales, id, CustomerStatus.WON)))
                .isIn(new Problem.ProtectionEnded(), new Problem.InPool());
    }

    @Test
    void release_and_extension_and_claim_and_status_at_one_instant_leave_one_consistent_history() {
        Actor manager = company.eastManager().actor();
        Actor other = company.east().get(1).actor();
        for (int round = 0; round < 25; round++) {
            UUID id = reported("同一时刻" + round + "公司");
            long customer = idOf(id);
            long approval = jdbc.queryForObject(
                    """
                    insert into approval (tenant_id, uuid, kind, applicant_id, customer_id, holder_id, reason,
                        extension_days, created_at)
                    values (?, gen_random_uuid(), 'extension', ?, ?, ?, 'x', 5, now()) returning id""", Long.class, company.tenantId(), sales.staffId(), customer, sales.staffId());
            long protection = protectionOf(customer);
            endsAt(id, now().plusMillis(round));
            Race.of(5, n -> switch (n) {
                case 0 -> () -> releases.releaseDue();
                case 1 ->
                    () -> ownership.extend(
                            Access.permit(manager, UseCase.APPROVAL_DECIDE),
                            customer,
                            protection,
                            sales.staffId(),
                            approval,
                            5);
                case 2 -> () -> pool.claim(other, id);
                case 3 ->
                    () -> {
                        customers.changeStatus(sales, id, CustomerStatus.LOST);
                        return null;
                    };
                default ->
                    () -> {
                        pool.release(sales, id, "手动释放");
                        return null;
                    };
            });
            server.clock().advance(Duration.ofMillis(1));
            releases.releaseDue();
            assertConsistent(customer);
        }
    }

    private void assertConsistent(long customer) {
        var row =
                jdbc.queryForMap("select * from customer where tenant_id = ? and id = ?", company.tenantId(), customer);
        var spans = jdbc.queryForList(
                "select * from protection where tenant_id = ? and customer_id = ? order by from_at, id",
                company.tenantId(),
                customer);
        var open = spans.stream().filter(span -> span.get("ended_at") == null).toList();
        assertThat(open).hasSize(row.get("owner_id") == null ? 0 : 1);
        if (!open.isEmpty()) {
            assertThat(open.getFirst().get("holder_id")).isEqualTo(row.get("owner_id"));
            assertThat(open.getFirst().get("until_at")).isEqualTo(row.get("protected_until"));
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from release where tenant_id = ? and customer_id = ?",
                        Long.class,
                        company.tenantId(),
                        customer))
                .as("each ended span has its release")
                .isEqualTo(spans.size() - open.size());
        assertThat(jdbc.queryForObject(
                        "select count(*) from claim where tenant_id = ? and customer_id = ?",
                        Long.class,
                        company.tenantId(),
                        customer))
                .isEqualTo(spans.stream()
                        .filter(span -> "claim".equals(span.get("rule")))
                        .count());
    }

    @Test
    void many_nodes_release_each_customer_once() {
        List<UUID> ids = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> reported("多节点" + i + "公司"))
                .toList();
        ids.forEach(id -> endsAt(id, now().minusSeconds(1)));
        Race.of(6, n -> releases::releaseDue);
        assertThat(jdbc.queryForObject(
                        "select count(*) from release where tenant_id = ?", Long.class, company.tenantId()))
                .isEqualTo(40);
    }

    @Test
    void an_extension_after_the_end_is_refused() {
        UUID id = reported("过期延长公司");
        long customer = idOf(id);
        jdbc.update("update customer set locked = true where uuid = ?", id);
        endsAt(id, now().minusSeconds(1));
        assertThat(Refusal.of(() -> ownership.extend(
                        Access.permit(company.eastManager().actor(), UseCase.APPROVAL_DECIDE),
                        customer,
                        protectionOf(customer),
                        sales.staffId(),
                        1,
                        5)))
                .isEqualTo(new Problem.ProtectionEnded());
        assertThat(Refusal.of(() -> ownership.extend(
                        Access.permit(company.eastManager().actor(), UseCase.APPROVAL_DECIDE),
                        customer,
                        protectionOf(customer),
                        company.east().get(1).actor().staffId(),
                        1,
                        5)))
                .isEqualTo(new Problem.RequestOutdated());
    }
}
