package io.haina.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerBatches;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerRecords;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.pool.Pool;
import io.haina.pool.PoolBatches;
import io.haina.problem.Problem;
import io.haina.sharing.Member;
import io.haina.sharing.Members;
import io.haina.sharing.Power;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransfersTest {

    private static final Problem MISSING = new Problem.NotFound(Problem.Kind.CUSTOMER);
    private static final Handover LEAVE = new Handover(null, Set.of());

    private final HainaServer server = HainaServer.get();
    private final Transfers transfers = server.bean(Transfers.class);
    private final TestCompany company = TestCompany.create();
    private final Actor owner = company.sales().actor();
    private final Actor taker = company.south().getFirst().actor();
    private final Actor manager = company.eastManager().actor();

    @AfterEach
    void resetClock() {
        server.clock().reset();
    }

    private List<Long> customers(int count) {
        return LongStream.range(0, count)
                .map(n -> Fresh.customer(owner, "批量" + n + "号客户" + company.number()))
                .boxed()
                .toList();
    }

    private long ownerOf(long customer) {
        return Fresh.number("select owner_id from customer where id = ?", customer);
    }

    private void consistent() {
        assertThat(Fresh.number("""
                        select count(*) from customer c left join protection p on p.tenant_id = c.tenant_id
                            and p.customer_id = c.id and p.ended_at is null
                        where c.tenant_id = ? and (c.owner_id, c.protected_until) is distinct from (p.holder_id, p.until_at)
                            and c.deleted_at is null""", company.tenantId())).isZero();
    }

    @Test
    void customers_go_with_a_new_protection_and_the_former_owner_leaves() {
        List<Long> ids = customers(3);
        transfers.transfer(manager, ids, taker.staffId(), LEAVE);
        ids.forEach(id -> assertThat(ownerOf(id)).isEqualTo(taker.staffId()));
        assertThat(server.bean(Customers.class)
                        .list(owner, Filter.EVERYTHING, new Page(1, 10))
                        .total())
                .isZero();
        assertThat(server.bean(Customers.class)
                        .list(taker, Filter.EVERYTHING, new Page(1, 10))
                        .total())
                .isEqualTo(3);
        assertThat(Fresh.number("select last_owner_id from customer where id = ?", ids.getFirst()))
                .isEqualTo(owner.staffId());
        consistent();
    }

    @Test
    void the_former_owner_stays_as_a_member_and_the_new_one_is_none_any_more() {
        List<Long> ids = customers(2);
        Members members = server.bean(Members.class);
        members.add(owner, RecordKind.CUSTOMER, ids, List.of(taker.staffId()), Power.READ);
        transfers.transfer(owner, ids, taker.staffId(), new Handover(Power.WRITE, Set.of()));
        for (long id : ids) {
            assertThat(members.of(owner, RecordKind.CUSTOMER, id))
                    .extracting(Member::staffId)
                    .containsExactly(taker.staffId(), owner.staffId());
        }
    }

    @Test
    void contacts_go_along_where_that_is_wanted() {
        UUID uuid = server.bean(Customers.class)
                .report(
                        owner,
                        new CustomerDraft("带联系人" + company.number(), null, null, null, null, "王先生", "13800000000"))
                .uuid();
        long id = Fresh.id(uuid);
        String contactOwner = "select coalesce(owner_id, 0) from contact where customer_id = ?";
        transfers.transfer(owner, List.of(id), taker.staffId(), LEAVE);
        assertThat(Fresh.number(contactOwner, id)).isEqualTo(owner.staffId());
        transfers.transfer(taker, List.of(id), owner.staffId(), new Handover(null, Set.of(RecordKind.CONTACT)));
        transfers.transfer(owner, List.of(id), taker.staffId(), new Handover(null, Set.of(RecordKind.CONTACT)));
        assertThat(Fresh.number(contactOwner, id)).isEqualTo(taker.staffId());
        server.bean(Pool.class).release(taker, uuid, "不跟了");
        assertThat(Fresh.number(contactOwner, id)).isZero();
        server.bean(Pool.class).claim(owner, uuid);
        assertThat(Fresh.number(contactOwner, id)).isEqualTo(owner.staffId());
        server.clock().advance(Duration.ofDays(40));
        server.bean(ReleaseAtDue.class).releaseDue();
        assertThat(Fresh.number(contactOwner, id)).isZero();
    }

    @Test
    void one_that_is_not_there_refuses_all() {
        List<Long> ids = customers(2);
        long foreign = Fresh.customer(taker, "南方客户" + company.number());
        assertThat(Refusal.of(() -> transfers.transfer(
                        owner,
                        List.of(ids.get(0), foreign, ids.get(1)),
                        company.east().get(1).staff().id(),
                        LEAVE)))
                .isEqualTo(MISSING);
        assertThat(Refusal.of(() -> transfers.lock(owner, List.of(ids.get(0), Long.MAX_VALUE))))
                .isEqualTo(MISSING);
        assertThat(Refusal.of(() -> transfers.transfer(
                        owner, ids, TestCompany.create().sales().staff().id(), LEAVE)))
                .isEqualTo(new Problem.NotFound(Problem.Kind.STAFF));
        ids.forEach(id -> assertThat(ownerOf(id)).isEqualTo(owner.staffId()));
        assertThat(Fresh.number("select count(*) from customer where tenant_id = ? and locked", company.tenantId()))
                .isZero();
    }

    @Test
    void nobody_is_given_more_than_one_may_hold() {
        List<Long> ids = customers(3);
        Fresh.rules(company, 5, 3);
        Fresh.customer(taker, "已有客户" + company.number());
        Actor now = Fresh.actor(company.sales());
        assertThat(Refusal.of(() -> transfers.transfer(now, ids, taker.staffId(), LEAVE)))
                .isEqualTo(new Problem.HoldingLimitReached(3));
        transfers.transfer(now, ids.subList(0, 2), taker.staffId(), LEAVE);
    }

    @Test
    void a_locked_customer_is_neither_released_nor_put_into_a_pool() {
        List<Long> ids = customers(3);
        transfers.lock(owner, ids.subList(0, 1));
        assertThat(Refusal.of(() -> server.bean(PoolBatches.class).put(owner, ids, null, "不跟了")))
                .isEqualTo(new Problem.CustomerLocked());
        ids.forEach(id -> assertThat(ownerOf(id)).isEqualTo(owner.staffId()));
        server.clock().advance(Duration.ofDays(40));
        server.bean(ReleaseAtDue.class).releaseDue();
        assertThat(ownerOf(ids.getFirst())).isEqualTo(owner.staffId());
        transfers.unlock(owner, ids.subList(0, 1));
        server.bean(ReleaseAtDue.class).releaseDue();
        assertThat(ownerOf(ids.getFirst())).as("a fresh protection").isEqualTo(owner.staffId());
        consistent();
    }

    @Test
    void winning_unlocks_and_all_or_none_are_won() {
        List<Long> ids = customers(2);
        transfers.lock(owner, ids);
        CustomerBatches batches = server.bean(CustomerBatches.class);
        assertThat(Refusal.of(() -> batches.changeStatus(
                        owner,
                        List.of(ids.getFirst(), Fresh.customer(taker, "他人" + company.number())),
                        CustomerStatus.WON)))
                .isEqualTo(MISSING);
        batches.changeStatus(owner, ids, CustomerStatus.WON);
        assertThat(Fresh.number(
                        "select count(*) from customer where tenant_id = ? and status = 'won' and not locked and won_at is not null",
                        company.tenantId()))
                .isEqualTo(2);
        batches.changeStatus(owner, ids, CustomerStatus.FOLLOWING);
        assertThat(Fresh.number(
                        "select count(*) from customer where tenant_id = ? and status = 'following' and won_at is null",
                        company.tenantId()))
                .isEqualTo(3);
    }

    @Test
    void customers_with_contacts_of_their_own_or_opportunities_are_not_deleted() {
        CustomerBatches batches = server.bean(CustomerBatches.class);
        UUID uuid = server.bean(Customers.class)
                .report(
                        owner,
                        new CustomerDraft("有联系人" + company.number(), null, null, null, null, "李女士", "13900000000"))
                .uuid();
        List<Long> ids = customers(2);
        server.jdbc()
                .update(
                        "insert into contact (tenant_id, uuid, customer_id, name, created_at, updated_at)"
                                + " values (?, gen_random_uuid(), ?, '赵总', now(), now())",
                        company.tenantId(),
                        ids.get(1));
        assertThat(Refusal.of(() -> batches.delete(owner, List.of(Fresh.id(uuid), ids.get(0), ids.get(1)))))
                .isEqualTo(new Problem.RecordInUse(Problem.Kind.CUSTOMER));
        assertThat(server.bean(Customers.class)
                        .list(owner, Filter.EVERYTHING, new Page(1, 10))
                        .total())
                .isEqualTo(3);
        batches.delete(owner, List.of(Fresh.id(uuid), ids.get(0)));
        assertThat(server.bean(Customers.class)
                        .list(owner, Filter.EVERYTHING, new Page(1, 10))
                        .total())
                .isEqualTo(1);
        assertThat(Fresh.customer(taker, "批量0号客户" + company.number()))
                .as("the name is free")
                .isPositive();
        assertThat(server.bean(CustomerRecords.class).get(owner, ids.get(1)).id())
                .isEqualTo(ids.get(1));
    }

    @Test
    void of_transfer_and_release_at_once_one_happens_to_the_end() {
        for (int round = 0; round < 10; round++) {
            List<Long> ids = List.of(
                    Fresh.customer(owner, "争" + round + "甲" + company.number()),
                    Fresh.customer(owner, "争" + round + "乙" + company.number()));
            var outcomes = Race.of(3, n -> () -> {
                switch (n) {
                    case 0 -> transfers.transfer(manager, ids, taker.staffId(), LEAVE);
                    case 1 -> server.bean(PoolBatches.class).put(manager, ids.reversed(), null, "收回");
                    default -> server.bean(Pool.class).release(owner, Fresh.uuid(ids.get(1)), "不跟了");
                }
                return n;
            });
            List<Integer> won = Race.winners(outcomes);
            assertThat(won)
                    .as("of those that want both")
                    .doesNotContainSequence(0, 1)
                    .isNotEmpty();
            assertThat(Race.problems(outcomes)).isSubsetOf(MISSING, new Problem.InPool());
            consistent();
        }
    }

    @Test
    void batches_that_name_the_same_customers_in_other_orders_do_not_wait_in_a_circle() {
        List<Long> ids = customers(20);
        List<Actor> people = List.of(owner, manager, company.admin().actor());
        for (int round = 0; round < 5; round++) {
            var outcomes = Race.of(6, n -> () -> {
                List<Long> some = n % 2 == 0 ? ids : ids.reversed();
                if (n < 3) {
                    transfers.lock(people.get(n), some);
                } else {
                    transfers.unlock(people.get(n - 3), some);
                }
                return n;
            });
            assertThat(Race.winners(outcomes)).hasSize(6);
        }
    }
}
