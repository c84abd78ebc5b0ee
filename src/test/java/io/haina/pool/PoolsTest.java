package io.haina.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.Customer;
import io.haina.customer.Customers;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.stats.Stats;
import io.haina.stats.Tallies;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolsTest {

    private static final Problem MISSING = new Problem.NotFound(Problem.Kind.CUSTOMER);
    private static final Page FIRST = new Page(1, 50);

    private final HainaServer server = HainaServer.get();
    private final Pools pools = server.bean(Pools.class);
    private final Pool pool = server.bean(Pool.class);
    private final PoolBatches batches = server.bean(PoolBatches.class);
    private final TestCompany company = TestCompany.create();
    private final Actor admin = company.admin().actor();
    private final Actor owner = company.sales().actor();
    private final Actor other = company.east().get(1).actor();
    private final Actor southern = company.south().getFirst().actor();
    private final Actor manager = company.eastManager().actor();
    private int made;

    @AfterEach
    void resetClock() {
        server.clock().reset();
    }

    private static PoolDraft draft(String name) {
        return new PoolDraft(name, null, null, null, List.of(), List.of(), 0);
    }

    private List<Long> pooled(int count, Long into) {
        List<Long> ids = IntStream.range(0, count)
                .mapToObj(n -> Fresh.customer(owner, "公海" + made++ + "号客户" + company.number()))
                .toList();
        batches.put(owner, ids, into, "暂无计划");
        return ids;
    }

    private Slice<Customer> seenBy(Actor actor) {
        return pool.list(actor, Filter.EVERYTHING, FIRST);
    }

    private long poolOf(long customer) {
        return Fresh.number("select pool_id from customer where id = ?", customer);
    }

    private long standard() {
        return pools.open(admin).stream()
                .filter(PublicPool::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void every_tenant_has_one_default_pool_into_which_releases_go() {
        assertThat(pools.open(owner)).singleElement().matches(PublicPool::isDefault);
        assertThat(poolOf(pooled(1, null).getFirst())).isEqualTo(standard());
        long due = Fresh.customer(owner, "到期客户" + company.number());
        server.clock().advance(Duration.ofDays(40));
        server.bean(io.haina.ownership.ReleaseAtDue.class).releaseDue();
        assertThat(poolOf(due)).isEqualTo(standard());
        assertThat(Refusal.of(() -> pools.delete(admin, standard())))
                .isEqualTo(new Problem.RecordInUse(Problem.Kind.POOL));
    }

    @Test
    void a_pool_for_a_team_is_there_for_nobody_else() {
        Long east = company.sales().actor().teamId();
        long closed = pools.make(
                admin, new PoolDraft("华东公海", null, null, null, List.of(), List.of(east == null ? 0L : east), 1));
        List<Long> inside = pooled(3, closed);
        pooled(2, null);
        for (int round = 0; round < 2; round++) {
            assertThat(seenBy(other).rows()).hasSize(5);
            assertThat(seenBy(other).total()).isEqualTo(5);
            assertThat(seenBy(southern).rows()).hasSize(2);
            assertThat(seenBy(southern).total()).isEqualTo(2);
            assertThat(pool.list(southern, Customers.is("industry", "制造业"), FIRST)
                            .total())
                    .isEqualTo(2);
            assertThat(seenBy(admin).total()).isEqualTo(5);
            assertThat(server.bean(Stats.class).pool(southern).total())
                    .as("the tenant's use")
                    .isEqualTo(5);
            server.bean(Tallies.class).fold();
        }
        long one = inside.getFirst();
        assertThat(Refusal.of(() -> pool.claim(southern, Fresh.uuid(one)))).isEqualTo(MISSING);
        assertThat(Refusal.of(() -> server.bean(Customers.class).get(southern, Fresh.uuid(one))))
                .isEqualTo(MISSING);
        assertThat(server.bean(Customers.class).get(other, Fresh.uuid(one)).id())
                .isEqualTo(one);
        assertThat(pools.open(southern)).hasSize(1);
        long mine = Fresh.customer(southern, "南方客户" + company.number());
        assertThat(Refusal.of(() -> batches.put(southern, List.of(mine), closed, "放入")))
                .isEqualTo(new Problem.NotFound(Problem.Kind.POOL));
        pool.claim(other, Fresh.uuid(one));
        assertThat(seenBy(other).total()).isEqualTo(4);
    }

    @Test
    void a_pool_for_a_department_is_there_for_those_below_it() {
        long upper = Fresh.number(
                "insert into department (tenant_id, name) values (?, '上') returning id", company.tenantId());
        long lower = Fresh.number(
                "insert into department (tenant_id, name, parent_id) values (?, '下', ?) returning id",
                company.tenantId(),
                upper);
        server.bean(io.haina.staff.Organisation.class).setDepartment(admin, other.staffId(), lower);
        pools.make(admin, new PoolDraft("部门公海", null, null, null, List.of(upper), List.of(), 1));
        assertThat(pools.open(other)).hasSize(2);
        assertThat(pools.open(southern)).hasSize(1);
    }

    @Test
    void a_claim_follows_the_rules_of_its_pool() {
        long quick = pools.make(
                admin, new PoolDraft("快速公海", Period.ofDays(3), 2, Period.ofDays(1), List.of(), List.of(), 1));
        List<Long> ids = pooled(3, quick);
        assertThat(Refusal.of(() -> pool.claim(owner, Fresh.uuid(ids.getFirst()))))
                .isInstanceOf(Problem.CoolingDown.class);
        Instant before = server.clock().instant();
        Claimed claimed = pool.claim(other, Fresh.uuid(ids.getFirst()));
        assertThat(claimed.protectedUntil())
                .isBetween(
                        before.plus(Duration.ofDays(3)).minusSeconds(1),
                        server.clock().instant().plus(Duration.ofDays(3)));
        pool.claim(other, Fresh.uuid(ids.get(1)));
        assertThat(Refusal.of(() -> pool.claim(other, Fresh.uuid(ids.get(2)))))
                .isEqualTo(new Problem.ClaimQuotaUsed(2));
        pool.claim(other, Fresh.uuid(pooled(1, null).getFirst()));
        server.clock().advance(Duration.ofDays(1).plusMinutes(1));
        pool.claim(owner, Fresh.uuid(ids.get(2)));
    }

    @Test
    void quotas_of_all_pools_and_of_each_hold_however_many_claim_at_once() {
        long small = pools.make(admin, new PoolDraft("小公海", null, 2, null, List.of(), List.of(), 1));
        for (int round = 0; round < 3; round++) {
            Actor claimer = company.south().get(round).actor();
            List<Long> ids = new ArrayList<>(pooled(6, small));
            ids.addAll(pooled(6, null));
            var outcomes = Race.of(12, n -> () -> {
                if (n % 3 == 0) {
                    batches.receive(claimer, List.of(ids.get(n), ids.get((n + 1) % 12)));
                } else {
                    pool.claim(claimer, Fresh.uuid(ids.get(n)));
                }
                return n;
            });
            assertThat(Race.winners(outcomes)).isNotEmpty();
            String count = "select count(*) from claim k where k.tenant_id = ? and k.staff_id = ?";
            long all = Fresh.number(count, company.tenantId(), claimer.staffId());
            assertThat(all).isLessThanOrEqualTo(5);
            assertThat(Fresh.number(
                            "select made from claim_day where tenant_id = ? and staff_id = ?",
                            company.tenantId(),
                            claimer.staffId()))
                    .isEqualTo(all);
            Object[] claimedOfSmall = {
                company.tenantId(), claimer.staffId(), ids.subList(0, 6).toArray(Long[]::new)
            };
            assertThat(Fresh.number(count + " and k.customer_id = any (?)", claimedOfSmall))
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void many_are_received_all_or_none() {
        List<Long> ids = pooled(6, null);
        assertThat(Refusal.of(() -> batches.receive(other, ids))).isEqualTo(new Problem.ClaimQuotaUsed(5));
        assertThat(Refusal.of(() -> batches.receive(other, List.of(ids.get(0), Long.MAX_VALUE))))
                .isEqualTo(MISSING);
        long held = Fresh.customer(southern, "在手客户" + company.number());
        assertThat(Refusal.of(() -> batches.receive(other, List.of(ids.get(0), held))))
                .isEqualTo(new Problem.NotInPool());
        assertThat(seenBy(other).total()).isEqualTo(6);
        assertThat(batches.receive(other, ids.subList(0, 5))).hasSize(5);
        assertThat(pool.myClaims(other, FIRST).total()).isEqualTo(5);
        assertThat(seenBy(other).total()).isEqualTo(1);
    }

    @Test
    void of_claims_beside_receipts_of_many_each_customer_goes_to_one() {
        for (int round = 0; round < 5; round++) {
            Fresh.rules(company, 1000, null);
            Actor one = Fresh.actor(company.south().get(0));
            Actor two = Fresh.actor(company.south().get(1));
            Actor three = Fresh.actor(company.south().get(2));
            List<Long> ids = pooled(4, null);
            var outcomes = Race.of(4, n -> () -> {
                switch (n) {
                    case 0 -> batches.receive(one, ids);
                    case 1 -> batches.receive(two, ids.reversed());
                    case 2 -> pool.claim(three, Fresh.uuid(ids.get(2)));
                    default -> batches.distribute(admin, ids.subList(1, 3).reversed(), other.staffId());
                }
                return n;
            });
            assertThat(Race.winners(outcomes)).isNotEmpty();
            assertThat(Fresh.number("""
                            select count(*) from customer c where c.tenant_id = ? and c.id = any (?) and 1 <>
                                (select count(*) from protection p where p.tenant_id = c.tenant_id
                                    and p.customer_id = c.id and p.ended_at is null)
                                and c.owner_id is not null""", company.tenantId(), ids.toArray(Long[]::new)))
                    .isZero();
        }
    }

    @Test
    void a_manager_gives_pooled_customers_to_somebody_of_the_team() {
        List<Long> ids = pooled(7, null);
        batches.distribute(manager, ids, owner.staffId());
        assertThat(server.bean(Customers.class)
                        .list(owner, Filter.EVERYTHING, FIRST)
                        .total())
                .isEqualTo(7);
        assertThat(Fresh.number("select count(*) from claim where tenant_id = ?", company.tenantId()))
                .isZero();
        List<Long> more = pooled(1, null);
        assertThat(Refusal.of(() -> batches.distribute(manager, more, southern.staffId())))
                .isEqualTo(new Problem.NotFound(Problem.Kind.STAFF));
        assertThat(Refusal.of(() -> batches.distribute(other, more, other.staffId())))
                .isInstanceOf(Problem.RoleRequired.class);
        assertThat(Refusal.of(
                        () -> batches.distribute(manager, List.of(more.getFirst(), ids.getFirst()), owner.staffId())))
                .isEqualTo(MISSING);
        assertThat(poolOf(more.getFirst())).isEqualTo(standard());
    }

    @Test
    void pools_are_made_changed_and_deleted_by_admins_and_deleted_only_empty() {
        long id = pools.make(admin, draft("临时公海"));
        assertThat(Refusal.of(() -> pools.make(admin, draft("临时公海")))).isInstanceOf(Problem.ValueTaken.class);
        assertThat(Refusal.of(() -> pools.make(owner, draft("我的公海")))).isInstanceOf(Problem.RoleRequired.class);
        assertThat(Refusal.of(() -> pools.make(
                        admin, new PoolDraft("别家公海", null, null, null, List.of(), List.of(Long.MAX_VALUE), 0))))
                .isEqualTo(new Problem.Invalid("openTo", Rule.NOT_A_CHOICE));
        assertThat(Refusal.of(() ->
                        pools.make(admin, new PoolDraft("无保护", Period.ZERO, null, null, List.of(), List.of(), 0))))
                .isEqualTo(new Problem.Invalid("protection", Rule.OUT_OF_RANGE));
        pools.change(admin, id, new PoolDraft("改名公海", Period.ofMonths(2), 1, null, List.of(), List.of(), -1));
        assertThat(pools.open(owner).getFirst())
                .isEqualTo(new PublicPool(id, "改名公海", false, Period.ofMonths(2), 1, null, List.of(), List.of(), -1));
        List<Long> inside = pooled(1, id);
        assertThat(Refusal.of(() -> pools.delete(admin, id))).isEqualTo(new Problem.RecordInUse(Problem.Kind.POOL));
        pool.claim(other, Fresh.uuid(inside.getFirst()));
        pools.delete(admin, id);
        assertThat(Refusal.of(() -> pools.change(admin, id, draft("又来"))))
                .isEqualTo(new Problem.NotFound(Problem.Kind.POOL));
        assertThat(pools.open(owner)).hasSize(1);
    }

    @Test
    void nothing_goes_into_a_pool_that_is_being_deleted() {
        for (int round = 0; round < 10; round++) {
            long id = pools.make(admin, draft("第" + round + "个公海"));
            long customer = Fresh.customer(owner, "去向" + round + "号客户" + company.number());
            var outcomes = Race.of(2, n -> () -> {
                if (n == 0) {
                    pools.delete(admin, id);
                } else {
                    batches.put(owner, List.of(customer), id, "放入");
                }
                return n;
            });
            assertThat(Race.winners(outcomes)).hasSize(1);
        }
    }
}
