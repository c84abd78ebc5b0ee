package io.haina.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerDraft;
import io.haina.customer.Customers;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.staff.StaffRegister;
import io.haina.tenant.Role;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long a request stands, and that it is made once. */
class StandingRequestsTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final JdbcTemplate jdbc = server.jdbc();
    private final Approvals approvals = server.bean(Approvals.class);
    private final Customers customers = server.bean(Customers.class);
    private final Pool pool = server.bean(Pool.class);
    private final Actor sales = company.sales().actor();
    private final Actor colleague = company.east().get(1).actor();
    private final Actor manager = company.eastManager().actor();

    private UUID customerOf(Actor owner) {
        String name = Integer.toString(NAMES.incrementAndGet() + 46_655, 36) + "号等待客户";
        return customers
                .report(owner, new CustomerDraft(name, null, null, null, null, null, null))
                .uuid();
    }

    private UUID extensionFiled(Actor owner, UUID customer) {
        return approvals.file(owner, new ApprovalDraft("extension", customer, "客户决策流程较长", 15));
    }

    private UUID transferFiled(Actor applicant, UUID customer) {
        return approvals.file(applicant, new ApprovalDraft("transfer", customer, "我认识他们的采购", null));
    }

    private Instant until(UUID customer) {
        Instant until = customers.get(company.admin().actor(), customer).protectedUntil();
        assertThat(until).isNotNull();
        return until == null ? Instant.EPOCH : until;
    }

    private String statusOf(UUID approval) {
        return String.valueOf(
                jdbc.queryForObject("select status from approval where uuid = ?", String.class, approval));
    }

    private Problem refused(UUID approval) {
        return Refusal.of(() -> approvals.decide(manager, approval, true, null));
    }

    @Test
    void aRequestDiesWithTheProtectionThatItWasFiledIn() {
        UUID customer = customerOf(sales);
        UUID extension = extensionFiled(sales, customer);
        UUID transfer = transferFiled(colleague, customer);
        pool.release(sales, customer, "暂时没有计划");
        pool.claim(sales, customer);
        Instant before = until(customer);
        for (UUID id : List.of(extension, transfer)) {
            assertThat(refused(id)).isEqualTo(new Problem.RequestOutdated());
            assertThat(statusOf(id)).isEqualTo("pending");
        }
        assertThat(until(customer)).isEqualTo(before);
        approvals.decide(manager, extensionFiled(sales, customer), true, null);
        assertThat(until(customer)).isAfter(before);
        approvals.decide(manager, transferFiled(colleague, customer), true, null);
        assertThat(customers.get(company.admin().actor(), customer).ownerId()).isEqualTo(colleague.staffId());
    }

    @Test
    void aRequestNeverReachesAnotherProtectionHoweverCloseItComes() {
        for (int round = 0; round < 25; round++) {
            TestCompany fresh = TestCompany.create();
            Actor owner = fresh.sales().actor();
            UUID customer = customerOf(owner);
            UUID id = extensionFiled(owner, customer);
            Race.<Object>of(
                    2,
                    n -> n == 0
                            ? () -> approvals.decide(fresh.eastManager().actor(), id, true, null)
                            : () -> {
                                pool.release(owner, customer, "暂时没有计划");
                                return pool.claim(owner, customer);
                            });
            assertThat(jdbc.queryForObject("""
                                select count(*) from protection p
                                join customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
                                where c.uuid = ? and p.ended_at is null and p.until_at = c.protected_until
                                    and not exists (select from protection_extension e
                                        where e.tenant_id = p.tenant_id and e.protection_id = p.id)""", Long.class, customer)).isEqualTo(1);
        }
    }

    @Test
    void theSameIsAskedForOnceUntilItIsDecided() {
        for (int round = 0; round < 10; round++) {
            UUID customer = customerOf(sales);
            List<Race.Outcome<UUID>> outcomes = Race.of(6, n -> () -> extensionFiled(sales, customer));
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes))
                    .hasSize(5)
                    .containsOnly(new Problem.ValueTaken(Kind.APPROVAL, "kind", "待处理的相同申请"));
            UUID others = transferFiled(colleague, customer);
            assertThat(Refusal.of(() -> transferFiled(colleague, customer))).isInstanceOf(Problem.ValueTaken.class);
            approvals.decide(manager, others, false, null);
            transferFiled(colleague, customer);
            approvals.decide(manager, Race.winners(outcomes).getFirst(), true, null);
            extensionFiled(sales, customer);
        }
    }

    @Test
    void aTransferToSomebodyWhoHasLeftSaysSo() {
        Actor leaver = company.hire("leaver-" + company.number(), Role.SALES, TestCompany.EAST)
                .actor();
        UUID customer = customerOf(colleague);
        UUID id = transferFiled(leaver, customer);
        server.bean(StaffRegister.class).disable(company.admin().actor(), leaver.uuid());
        assertThat(refused(id)).isEqualTo(new Problem.NotFound(Kind.STAFF));
        assertThat(statusOf(id)).isEqualTo("pending");
    }
}
