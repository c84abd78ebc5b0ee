package io.haina.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.filter.Page;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Invalid;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.tenant.Role;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ApprovalsTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Page FIRST = new Page(1, 20);

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final JdbcTemplate jdbc = server.jdbc();
    private final Approvals approvals = server.bean(Approvals.class);
    private final Customers customers = server.bean(Customers.class);
    private final Actor sales = company.sales().actor();
    private final Actor colleague = company.east().get(1).actor();
    private final Actor manager = company.eastManager().actor();
    private final Actor otherManager = company.southManager().actor();
    private final Actor admin = company.admin().actor();

    private UUID customerOf(Actor owner) {
        String name = Integer.toString(NAMES.incrementAndGet() + 46_655, 36) + "号申请客户";
        return customers
                .report(owner, new CustomerDraft(name, null, null, null, null, null, null))
                .uuid();
    }

    private static ApprovalDraft extension(UUID customer, @Nullable Integer days) {
        return new ApprovalDraft("extension", customer, "客户决策流程较长", days);
    }

    private static ApprovalDraft transfer(UUID customer) {
        return new ApprovalDraft("transfer", customer, "我认识他们的采购", null);
    }

    private UUID extensionFiled(Actor owner, UUID customer) {
        return approvals.file(owner, extension(customer, 15));
    }

    private Instant until(UUID customer) {
        Instant until = customers.get(admin, customer).protectedUntil();
        assertThat(until).isNotNull();
        return until == null ? Instant.EPOCH : until;
    }

    private void release(Actor owner, UUID customer) {
        server.bean(Pool.class).release(owner, customer, "暂时没有计划");
    }

    /** Its protection ends, but a locked customer is not released. */
    private void endProtection(UUID customer) {
        jdbc.update(
                "update customer set locked = true, protected_until = ? where tenant_id = ? and uuid = ?",
                Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC),
                company.tenantId(),
                customer);
    }

    private String statusOf(UUID approval) {
        return String.valueOf(jdbc.queryForObject(
                "select status from approval where tenant_id = ? and uuid = ?",
                String.class,
                company.tenantId(),
                approval));
    }

    /** What the audit says was done with it: written by the statement that writes the event, which leaves the outbox. */
    private List<String> done(UUID approval) {
        return jdbc.queryForList("""
                select u.action from audit u
                join approval a on a.tenant_id = u.tenant_id and a.id = u.record_id
                where u.tenant_id = ? and u.kind = 'approval' and a.uuid = ? order by u.id""", String.class, company.tenantId(), approval);
    }

    private Problem refused(Actor actor, ApprovalDraft draft) {
        return Refusal.of(() -> approvals.file(actor, draft));
    }

    private Problem refused(Actor actor, UUID approval, boolean approve) {
        return Refusal.of(() -> approvals.decide(actor, approval, approve, null));
    }

    @Test
    void anApprovedExtensionLengthensTheProtection() {
        UUID customer = customerOf(sales);
        Instant before = until(customer);
        UUID id = approvals.file(sales, extension(customer, 15));
        Decided decided = approvals.decide(manager, id, true, "同意延期15天");
        Instant after = ZonedDateTime.ofInstant(before, sales.tenant().zone())
                .plusDays(15)
                .toInstant();
        assertThat(decided).isEqualTo(new Decided(id, ApprovalStatus.APPROVED, after));
        assertThat(until(customer)).isEqualTo(after);
        assertThat(approvals.mine(sales, FIRST).rows()).singleElement().satisfies(approval -> {
            assertThat(approval.status()).isEqualTo(ApprovalStatus.APPROVED);
            assertThat(approval.decidedByName()).isEqualTo(manager.name());
            assertThat(approval.comment()).isEqualTo("同意延期15天");
            assertThat(approval.decidedAt()).isNotNull();
            assertThat(approval.customer()).isEqualTo(customer);
            assertThat(approval.extensionDays()).isEqualTo(15);
        });
        assertThat(done(id)).containsExactly("approval.file", "approval.decide");
    }

    @Test
    void anApprovedTransferMovesTheCustomer() {
        UUID customer = customerOf(company.south().getFirst().actor());
        UUID id = approvals.file(sales, transfer(customer));
        Decided decided = approvals.decide(manager, id, true, null);
        assertThat(customers.get(sales, customer).ownerId()).isEqualTo(sales.staffId());
        assertThat(decided.protectedUntil()).isEqualTo(until(customer));
    }

    @Test
    void aRejectedRequestChangesNothing() {
        UUID customer = customerOf(sales);
        Instant before = until(customer);
        UUID id = extensionFiled(sales, customer);
        assertThat(approvals.decide(admin, id, false, "  ")).isEqualTo(new Decided(id, ApprovalStatus.REJECTED, null));
        assertThat(until(customer)).isEqualTo(before);
        assertThat(approvals.mine(sales, FIRST).rows().getFirst().comment()).isNull();
    }

    @Test
    void onlyTheOwnerAsksForAnExtension() {
        UUID customer = customerOf(sales);
        assertThat(refused(colleague, extension(customer, 1))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(refused(manager, extension(customer, 1))).isEqualTo(new Problem.NotOwner());
        assertThat(refused(sales, extension(UUID.randomUUID(), 1))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        release(sales, customer);
        assertThat(refused(sales, extension(customer, 1))).isEqualTo(new Problem.InPool());
        assertThat(refused(colleague, extension(customer, 1))).isEqualTo(new Problem.InPool());
        UUID ended = customerOf(sales);
        endProtection(ended);
        assertThat(refused(sales, extension(ended, 1))).isEqualTo(new Problem.ProtectionEnded());
    }

    @Test
    void onlyACustomerOfAnotherIsAskedFor() {
        UUID customer = customerOf(sales);
        assertThat(refused(sales, transfer(customer))).isEqualTo(new Problem.AlreadyOwner());
        assertThat(refused(sales, transfer(UUID.randomUUID()))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        release(sales, customer);
        assertThat(refused(colleague, transfer(customer))).isEqualTo(new Problem.InPool());
        UUID deleted = customerOf(sales);
        customers.delete(sales, deleted);
        assertThat(refused(colleague, transfer(deleted))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        UUID elsewhere = customerOf(TestCompany.create().sales().actor());
        assertThat(refused(sales, transfer(elsewhere))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(jdbc.queryForObject(
                        "select count(*) from approval where tenant_id = ?", Long.class, company.tenantId()))
                .isZero();
    }

    @Test
    void badInputIsRefusedByName() {
        UUID customer = customerOf(sales);
        assertThat(refused(sales, extension(customer, null))).isEqualTo(new Invalid("extensionDays", Rule.REQUIRED));
        assertThat(refused(sales, extension(customer, 0)))
                .isEqualTo(new Invalid("extensionDays", Rule.OUT_OF_RANGE, 365));
        assertThat(refused(sales, extension(customer, 366)))
                .isEqualTo(new Invalid("extensionDays", Rule.OUT_OF_RANGE, 365));
        assertThat(refused(sales, new ApprovalDraft("extension", customer, " ", 5)))
                .isEqualTo(new Invalid("reason", Rule.REQUIRED));
        assertThat(refused(sales, new ApprovalDraft("extension", customer, "长".repeat(1001), 5)))
                .isEqualTo(new Invalid("reason", Rule.TOO_LONG, 1000));
        assertThat(refused(sales, new ApprovalDraft("holiday", customer, "x", 5)))
                .isEqualTo(new Invalid("kind", Rule.NOT_A_CHOICE));
        assertThat(refused(sales, new ApprovalDraft(null, customer, "x", 5)))
                .isEqualTo(new Invalid("kind", Rule.REQUIRED));
        UUID filed = extensionFiled(sales, customer);
        assertThat(Refusal.of(() -> approvals.decide(manager, filed, true, "长".repeat(1001))))
                .isEqualTo(new Invalid("comment", Rule.TOO_LONG, 1000));
        assertThat(statusOf(filed)).isEqualTo("pending");
    }

    @Test
    void aTransferIgnoresDays() {
        UUID customer = customerOf(colleague);
        approvals.file(sales, new ApprovalDraft("transfer", customer, "x", 9999));
        assertThat(approvals.mine(sales, FIRST).rows().getFirst().extensionDays())
                .isNull();
    }

    @Test
    void aManagerSeesWhatTheTeamAskedForButNotOwnRequests() {
        UUID ofSales = extensionFiled(sales, customerOf(sales));
        UUID ofManager = extensionFiled(manager, customerOf(manager));
        UUID ofSouth = extensionFiled(
                company.south().getFirst().actor(),
                customerOf(company.south().getFirst().actor()));
        assertThat(approvals.pending(manager, FIRST).rows())
                .extracting(Approval::uuid)
                .containsExactly(ofSales);
        assertThat(approvals.pending(otherManager, FIRST).rows())
                .extracting(Approval::uuid)
                .containsExactly(ofSouth);
        assertThat(approvals.pending(admin, FIRST).rows())
                .extracting(Approval::uuid)
                .containsExactly(ofSouth, ofManager, ofSales);
        assertThat(approvals.pending(admin, new Page(2, 2)).total()).isEqualTo(3);
        assertThat(approvals.pending(admin, new Page(9, 2)).rows()).isEmpty();
        assertThat(approvals.pending(admin, new Page(9, 2)).total()).isEqualTo(3);
        assertThat(approvals.pending(manager, FIRST).rows().getFirst().applicantTeam())
                .isEqualTo(TestCompany.EAST);
        assertThat(Refusal.of(() -> approvals.pending(sales, FIRST)))
                .isEqualTo(new Problem.RoleRequired(Set.of(Role.SALES_MANAGER, Role.ADMIN)));
        approvals.decide(admin, ofSouth, false, null);
        assertThat(approvals.pending(admin, FIRST).total()).isEqualTo(2);
        assertThat(approvals.mine(sales, FIRST).total()).isEqualTo(1);
    }

    @Test
    void nobodyDecidesAnOwnRequestOrOneOutOfReach() {
        UUID ofManager = extensionFiled(manager, customerOf(manager));
        assertThat(refused(manager, ofManager, true)).isEqualTo(new Problem.OwnRequest());
        assertThat(refused(otherManager, ofManager, true)).isEqualTo(new Problem.NotFound(Kind.APPROVAL));
        assertThat(refused(admin, UUID.randomUUID(), true)).isEqualTo(new Problem.NotFound(Kind.APPROVAL));
        assertThat(refused(TestCompany.create().admin().actor(), ofManager, true))
                .isEqualTo(new Problem.NotFound(Kind.APPROVAL));
        assertThat(refused(colleague, ofManager, true)).isInstanceOf(Problem.RoleRequired.class);
        assertThat(statusOf(ofManager)).isEqualTo("pending");
        UUID ofAdmin = extensionFiled(admin, customerOf(admin));
        assertThat(refused(admin, ofAdmin, true)).isEqualTo(new Problem.OwnRequest());
    }

    @Test
    void aRequestIsDecidedOnce() {
        UUID customer = customerOf(sales);
        UUID id = extensionFiled(sales, customer);
        approvals.decide(manager, id, true, null);
        Instant after = until(customer);
        assertThat(refused(manager, id, true)).isEqualTo(new Problem.AlreadyDecided());
        assertThat(refused(admin, id, false)).isEqualTo(new Problem.AlreadyDecided());
        assertThat(until(customer)).isEqualTo(after);
        assertThat(statusOf(id)).isEqualTo("approved");
    }

    @Test
    void whatCannotBeCarriedOutStaysPending() {
        UUID ended = customerOf(sales);
        UUID tooLate = extensionFiled(sales, ended);
        endProtection(ended);
        assertThat(refused(manager, tooLate, true)).isEqualTo(new Problem.ProtectionEnded());
        UUID gone = customerOf(sales);
        UUID outdated = extensionFiled(sales, gone);
        release(sales, gone);
        assertThat(refused(manager, outdated, true)).isEqualTo(new Problem.RequestOutdated());
        UUID wanted = customerOf(colleague);
        UUID moved = approvals.file(sales, transfer(wanted));
        release(colleague, wanted);
        assertThat(refused(manager, moved, true)).isEqualTo(new Problem.RequestOutdated());
        for (UUID id : List.of(tooLate, outdated, moved)) {
            assertThat(statusOf(id)).isEqualTo("pending");
            assertThat(done(id)).containsExactly("approval.file");
            approvals.decide(manager, id, false, "过期了");
            assertThat(statusOf(id)).isEqualTo("rejected");
        }
    }

    @Test
    void ofManyDecisionsAtOnceOneIsMade() {
        for (int round = 0; round < 25; round++) {
            UUID customer = customerOf(sales);
            Instant before = until(customer);
            UUID id = extensionFiled(sales, customer);
            List<Race.Outcome<Decided>> outcomes =
                    Race.of(6, n -> decision(n % 2 == 0 ? manager : admin, id, n % 3 != 0));
            List<Decided> winners = Race.winners(outcomes);
            assertThat(winners).hasSize(1);
            assertThat(Race.problems(outcomes)).hasSize(5).containsOnly(new Problem.AlreadyDecided());
            boolean approved = winners.getFirst().status() == ApprovalStatus.APPROVED;
            assertThat(statusOf(id)).isEqualTo(approved ? "approved" : "rejected");
            Instant after = ZonedDateTime.ofInstant(before, sales.tenant().zone())
                    .plusDays(approved ? 15 : 0)
                    .toInstant();
            assertThat(until(customer)).isEqualTo(after);
            assertThat(done(id)).containsExactly("approval.file", "approval.decide");
        }
    }

    @Test
    void ofTwoApprovedTransfersOneGetsTheCustomer() {
        for (int round = 0; round < 15; round++) {
            UUID customer = customerOf(company.south().getFirst().actor());
            List<UUID> ids = Stream.of(sales, colleague)
                    .map(applicant -> approvals.file(applicant, transfer(customer)))
                    .toList();
            List<Race.Outcome<Decided>> outcomes =
                    Race.of(2, n -> decision(n == 0 ? manager : admin, ids.get(n), true));
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).containsOnly(new Problem.RequestOutdated());
            UUID won = Race.winners(outcomes).getFirst().uuid();
            Actor owner = won.equals(ids.getFirst()) ? sales : colleague;
            assertThat(customers.get(admin, customer).ownerId()).isEqualTo(owner.staffId());
            assertThat(ids.stream().map(this::statusOf)).containsExactlyInAnyOrder("approved", "pending");
        }
    }

    private Callable<Decided> decision(Actor actor, UUID id, boolean approve) {
        return () -> approvals.decide(actor, id, approve, null);
    }

    @Test
    void aWonCustomerCanBeAskedForAfterItsProtection() {
        UUID customer = customerOf(colleague);
        customers.changeStatus(colleague, customer, CustomerStatus.WON);
        jdbc.update(
                "update customer set protected_until = ? where tenant_id = ? and uuid = ?",
                Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC),
                company.tenantId(),
                customer);
        UUID id = approvals.file(sales, transfer(customer));
        approvals.decide(manager, id, true, null);
        assertThat(customers.get(sales, customer).ownerId()).isEqualTo(sales.staffId());
    }
}
