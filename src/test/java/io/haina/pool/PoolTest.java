package io.haina.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.problem.Problem;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PoolTest {

    private final HainaServer server = HainaServer.get();
    private final Customers customers = server.bean(Customers.class);
    private final Pool pool = server.bean(Pool.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor other = company.east().get(1).actor();

    private UUID reported(String name) {
        return customers
                .report(sales, new CustomerDraft(name, null, null, null, null, null, null))
                .uuid();
    }

    private UUID pooled(String name) {
        UUID id = reported(name);
        pool.release(sales, id, "暂无采购计划");
        return id;
    }

    @Test
    void of_many_claims_at_once_one_wins() {
        for (int round = 0; round < 5; round++) {
            TestCompany fresh = TestCompany.create();
            Actor owner = fresh.sales().actor();
            UUID id = customers
                    .report(owner, new CustomerDraft("争抢有限公司", null, null, null, null, null, null))
                    .uuid();
            pool.release(owner, id, "争抢");
            List<Actor> claimers = new ArrayList<>();
            fresh.east().forEach(person -> claimers.add(person.actor()));
            fresh.south().forEach(person -> claimers.add(person.actor()));
            var outcomes = Race.of(12, n -> () -> pool.claim(claimers.get(n % claimers.size()), id));
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes))
                    .allMatch(
                            problem -> problem instanceof Problem.NotInPool || problem instanceof Problem.AlreadyOwner);
            assertThat(server.jdbc()
                            .queryForObject(
                                    "select sum(made) from claim_day where tenant_id = ?",
                                    Long.class,
                                    fresh.tenantId()))
                    .as("losing costs nothing of the quota")
                    .isEqualTo(1);
            assertThat(server.jdbc()
                            .queryForObject(
                                    "select count(*) from protection where tenant_id = ? and ended_at is null",
                                    Long.class,
                                    fresh.tenantId()))
                    .isEqualTo(1);
        }
    }

    @Test
    void nobody_claims_more_than_the_quota_however_many_at_once() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(pooled("限额" + i + "公司"));
        }
        var outcomes = Race.of(12, n -> () -> pool.claim(other, ids.get(n)));
        assertThat(Race.winners(outcomes)).hasSize(5);
        assertThat(Race.problems(outcomes)).hasSize(7).containsOnly(new Problem.ClaimQuotaUsed(5));
        assertThat(pool.myClaims(other, new Page(1, 20)).total()).isEqualTo(5);
        assertThat(pool.list(other, Filter.EVERYTHING, new Page(1, 20)).total()).isEqualTo(7);
    }

    @Test
    void giving_back_does_not_give_the_claim_back() {
        for (int i = 0; i < 5; i++) {
            UUID id = pooled("退还" + i + "公司");
            pool.claim(other, id);
            pool.release(other, id, "退还");
        }
        assertThat(Refusal.of(() -> pool.claim(other, pooled("第六家公司")))).isEqualTo(new Problem.ClaimQuotaUsed(5));
    }

    @Test
    void a_claim_protects_for_a_month_and_begins_anew() {
        UUID id = reported("重新开始公司");
        customers.changeStatus(sales, id, CustomerStatus.LOST);
        pool.release(sales, id, "丢单");
        Claimed claimed = pool.claim(other, id);
        var customer = customers.get(other, id);
        assertThat(customer.protectedUntil()).isEqualTo(claimed.protectedUntil());
        assertThat(customer.status()).isEqualTo(CustomerStatus.FOLLOWING);
        assertThat(customer.claimCount()).isEqualTo(1);
    }

    @Test
    void a_claim_tells_nothing_of_a_customer_that_others_hold_or_that_is_deleted() {
        UUID id = pooled("易手公司");
        pool.claim(other, id);
        assertThat(pool.myClaims(other, new Page(1, 20)).rows()).singleElement().satisfies(claim -> {
            assertThat(claim.stillHeld()).isTrue();
            assertThat(claim.status()).isEqualTo(CustomerStatus.FOLLOWING);
            assertThat(claim.protectedUntil()).isNotNull();
        });
        pool.release(other, id, "不跟了");
        Actor next = company.south().getFirst().actor();
        pool.claim(next, id);
        customers.changeStatus(next, id, CustomerStatus.WON);
        isGone(other);
        customers.delete(next, id);
        isGone(next);
    }

    private void isGone(Actor claimer) {
        assertThat(pool.myClaims(claimer, new Page(1, 20)).rows())
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.stillHeld()).isFalse();
                    assertThat(claim.status()).isNull();
                    assertThat(claim.protectedUntil()).isNull();
                    assertThat(claim.expired()).isFalse();
                });
    }

    @Test
    void a_release_needs_a_reason_and_a_holder() {
        UUID id = reported("释放规则公司");
        assertThat(Refusal.of(() -> pool.release(sales, id, "  ")))
                .isEqualTo(new Problem.Invalid(Pool.REASON, Problem.Rule.REQUIRED));
        assertThat(Refusal.of(() -> pool.release(other, id, "不是我的")))
                .isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
        customers.changeStatus(sales, id, CustomerStatus.WON);
        assertThat(Refusal.of(() -> pool.release(sales, id, "已成交"))).isEqualTo(new Problem.CustomerWon());
        customers.changeStatus(sales, id, CustomerStatus.FOLLOWING);
        pool.release(company.eastManager().actor(), id, "经理释放");
        assertThat(Refusal.of(() -> pool.release(sales, id, "再次释放"))).isEqualTo(new Problem.InPool());
    }

    @Test
    void who_holds_a_customer_or_another_tenant_cannot_claim_it() {
        UUID id = reported("已有归属公司");
        assertThat(Refusal.of(() -> pool.claim(sales, id))).isEqualTo(new Problem.AlreadyOwner());
        assertThat(Refusal.of(() -> pool.claim(other, id))).isEqualTo(new Problem.NotInPool());
        UUID free = pooled("外部不可见公司");
        assertThat(Refusal.of(() -> pool.claim(TestCompany.create().sales().actor(), free)))
                .isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
    }
}
