package io.haina.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerBatches;
import io.haina.customer.CustomerRecords;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.record.Order;
import io.haina.record.Row;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final RecordKind KIND = RecordKind.CUSTOMER;
    private static final Page FIRST = new Page(1, 20);
    private static final Problem MISSING = new Problem.NotFound(Problem.Kind.CUSTOMER);

    private final HainaServer server = HainaServer.get();
    private final Members members = server.bean(Members.class);
    private final CustomerRecords records = server.bean(CustomerRecords.class);
    private final TestCompany company = TestCompany.create();
    private final Actor owner = company.sales().actor();
    private final Actor colleague = company.south().getFirst().actor();
    private final long customer = Fresh.customer(owner, "共享客户" + company.number());

    private void add(Power power) {
        members.add(owner, KIND, List.of(customer), List.of(colleague.staffId()), power);
    }

    private List<Long> seenBy(Actor actor) {
        return records.list(actor, Filter.EVERYTHING, FIRST, Order.NEWEST).rows().stream()
                .map(Row::id)
                .toList();
    }

    @Test
    void a_reading_member_sees_a_record_and_changes_nothing() {
        assertThat(Refusal.of(() -> records.get(colleague, customer))).isEqualTo(MISSING);
        add(Power.READ);
        assertThat(records.get(colleague, customer).id()).isEqualTo(customer);
        assertThat(seenBy(colleague)).containsExactly(customer);
        assertThat(Refusal.of(() -> records.change(colleague, customer, Map.of("remark", "x"))))
                .isEqualTo(MISSING);
        assertThat(Refusal.of(() -> server.bean(CustomerBatches.class)
                        .changeStatus(colleague, List.of(customer), CustomerStatus.WON)))
                .isEqualTo(MISSING);
    }

    @Test
    void only_who_may_write_a_customer_gives_it_contacts_and_opportunities() {
        Contacts contacts = server.bean(Contacts.class);
        Opportunities opportunities = server.bean(Opportunities.class);
        Pipeline pipeline = server.bean(Pipelines.class).of(colleague).getFirst();
        Map<String, Object> draft = Map.of("name", "成员加的", "customerId", customer);
        Map<String, Object> stands = Map.of(
                "name",
                "成员加的",
                "customerId",
                customer,
                "pipelineId",
                pipeline.id(),
                "stageId",
                pipeline.stages().getFirst().id());
        long own = Fresh.customer(colleague, "成员自己的客户" + company.number());
        Map<String, Object> owns = new HashMap<>(stands);
        owns.put("customerId", own);
        long contact = contacts.add(colleague, Map.of("name", "自己的", "customerId", own));
        long opportunity = opportunities.add(colleague, owns, List.of());
        Map<String, Object> moved = Map.of("customerId", customer);
        add(Power.READ);
        assertThat(Refusal.of(() -> contacts.add(colleague, draft))).isEqualTo(MISSING);
        assertThat(Refusal.of(() -> contacts.change(colleague, contact, moved))).isEqualTo(MISSING);
        assertThat(Refusal.of(() -> opportunities.add(colleague, stands, List.of())))
                .isEqualTo(MISSING);
        assertThat(Refusal.of(() -> opportunities.change(colleague, opportunity, moved, null)))
                .isEqualTo(MISSING);
        add(Power.WRITE);
        contacts.add(colleague, draft);
        contacts.change(colleague, contact, moved);
        opportunities.add(colleague, stands, List.of());
        opportunities.change(colleague, opportunity, moved, null);
    }

    @Test
    void a_writing_member_changes_it_but_does_not_decide_over_it() {
        add(Power.READ);
        add(Power.WRITE);
        records.change(colleague, customer, Map.of("remark", "成员写的"));
        server.bean(CustomerBatches.class).changeStatus(colleague, List.of(customer), CustomerStatus.WON);
        assertThat(records.get(owner, customer).text("remark")).isEqualTo("成员写的");
        assertThat(Refusal.of(() -> server.bean(CustomerBatches.class).delete(colleague, List.of(customer))))
                .isEqualTo(MISSING);
        assertThat(Refusal.of(() -> members.add(
                        colleague,
                        KIND,
                        List.of(customer),
                        List.of(company.east().get(1).staff().id()),
                        Power.READ)))
                .isEqualTo(MISSING);
    }

    @Test
    void the_use_cases_of_registration_know_no_members() {
        add(Power.WRITE);
        Customers customers = server.bean(Customers.class);
        assertThat(customers.list(colleague, Filter.EVERYTHING, FIRST).rows()).isEmpty();
        assertThat(Refusal.of(() -> customers.get(colleague, Fresh.uuid(customer))))
                .isEqualTo(MISSING);
    }

    @Test
    void the_owner_stands_first_and_is_never_a_member() {
        members.add(owner, KIND, List.of(customer), List.of(owner.staffId(), colleague.staffId()), Power.READ);
        assertThat(members.of(colleague, KIND, customer))
                .extracting(Member::staffId, Member::power, Member::owner)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(owner.staffId(), Power.WRITE, true),
                        org.assertj.core.groups.Tuple.tuple(colleague.staffId(), Power.READ, false));
        assertThat(Refusal.of(() -> members.of(company.south().get(1).actor(), KIND, customer)))
                .isEqualTo(MISSING);
    }

    @Test
    void one_record_out_of_reach_or_one_person_who_is_not_there_refuses_all() {
        long other = Fresh.customer(company.south().get(1).actor(), "别人的客户" + company.number());
        long stranger = TestCompany.create().sales().staff().id();
        assertThat(Refusal.of(() ->
                        members.add(owner, KIND, List.of(customer, other), List.of(colleague.staffId()), Power.READ)))
                .isEqualTo(MISSING);
        assertThat(Refusal.of(() -> members.add(
                        owner, KIND, List.of(customer), List.of(colleague.staffId(), stranger), Power.READ)))
                .isEqualTo(new Problem.NotFound(Problem.Kind.STAFF));
        assertThat(members.of(owner, KIND, customer)).hasSize(1);
        members.add(company.admin().actor(), KIND, List.of(customer, other), List.of(colleague.staffId()), Power.READ);
        assertThat(seenBy(colleague)).containsExactlyInAnyOrder(customer, other);
    }

    @Test
    void a_member_leaves_or_is_taken_off() {
        add(Power.WRITE);
        members.leave(colleague, KIND, customer);
        assertThat(Refusal.of(() -> members.leave(colleague, KIND, customer))).isEqualTo(MISSING);
        add(Power.READ);
        members.remove(
                company.eastManager().actor(), KIND, List.of(customer), List.of(colleague.staffId(), owner.staffId()));
        assertThat(seenBy(colleague)).isEmpty();
        assertThat(members.of(owner, KIND, customer)).hasSize(1);
    }

    @Test
    void in_the_pool_a_customer_has_no_members() {
        add(Power.WRITE);
        server.bean(Pool.class).release(owner, Fresh.uuid(customer), "不跟了");
        assertThat(seenBy(colleague)).isEmpty();
        server.bean(Pool.class).claim(company.east().get(1).actor(), Fresh.uuid(customer));
        assertThat(Refusal.of(() -> records.get(colleague, customer))).isEqualTo(MISSING);
    }

    @Test
    void own_and_shared_records_are_one_list_in_one_order_with_one_total() {
        List<Long> newestFirst = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Actor holder = i % 3 == 0 ? colleague : owner;
            long id = Fresh.customer(holder, "混合" + i + "号客户" + company.number());
            if (i % 3 == 1) {
                members.add(owner, KIND, List.of(id), List.of(colleague.staffId()), Power.READ);
            }
            if (i % 3 != 2) {
                newestFirst.addFirst(id);
            }
        }
        List<Long> paged = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            Slice<Row> slice = records.list(colleague, Filter.EVERYTHING, new Page(page, 3), Order.NEWEST);
            assertThat(slice.total()).isEqualTo(8);
            assertThat(slice.exact()).isTrue();
            slice.rows().forEach(row -> paged.add(row.id()));
        }
        assertThat(paged).isEqualTo(newestFirst);
        assertThat(records.list(colleague, Customers.search("混合"), FIRST, Order.NEWEST)
                        .rows())
                .hasSize(8);
        Filter shared = new Filter.SharedWith(colleague.staffId(), false);
        assertThat(records.list(colleague, shared, FIRST, Order.NEWEST).total()).isEqualTo(4);
    }

    @Test
    void nothing_is_written_by_a_member_who_has_been_taken_off() {
        for (int round = 0; round < 10; round++) {
            add(Power.WRITE);
            String said = "第" + round + "轮";
            var outcomes = Race.of(2, n -> () -> {
                if (n == 0) {
                    members.remove(owner, KIND, List.of(customer), List.of(colleague.staffId()));
                } else {
                    records.change(colleague, customer, Map.of("remark", said));
                }
                return n;
            });
            boolean written = said.equals(records.get(owner, customer).text("remark"));
            assertThat(Race.winners(outcomes).contains(1)).isEqualTo(written);
            assertThat(Race.problems(outcomes)).isSubsetOf(MISSING);
            assertThat(Refusal.of(() -> records.change(colleague, customer, Map.of("remark", "晚了"))))
                    .isEqualTo(MISSING);
        }
    }

    @Test
    void whoever_is_added_while_a_customer_goes_into_the_pool_sees_it_no_more_than_others() {
        for (int round = 0; round < 10; round++) {
            long id = Fresh.customer(owner, "竞争" + round + "号客户" + company.number());
            Race.of(2, n -> () -> {
                if (n == 0) {
                    members.add(owner, KIND, List.of(id), List.of(colleague.staffId()), Power.READ);
                } else {
                    server.bean(Pool.class).release(owner, Fresh.uuid(id), "不跟了");
                }
                return n;
            });
            assertThat(seenBy(colleague)).doesNotContain(id);
            server.bean(Pool.class).claim(company.east().get(1 + round % 2).actor(), Fresh.uuid(id));
            assertThat(Refusal.of(() -> records.get(colleague, id))).isEqualTo(MISSING);
        }
    }

    @Test
    void a_star_is_each_persons_own() {
        Stars stars = server.bean(Stars.class);
        Actor manager = company.eastManager().actor();
        assertThat(stars.toggle(owner, KIND, customer)).isTrue();
        assertThat(Refusal.of(() -> stars.toggle(colleague, KIND, customer))).isEqualTo(MISSING);
        Filter starred = new Filter.Starred(owner.staffId());
        assertThat(records.list(owner, starred, FIRST, Order.NEWEST).rows()).hasSize(1);
        assertThat(records.list(manager, new Filter.Starred(manager.staffId()), FIRST, Order.NEWEST)
                        .rows())
                .isEmpty();
        assertThat(stars.toggle(owner, KIND, customer)).isFalse();
        assertThat(records.list(owner, starred, FIRST, Order.NEWEST).rows()).isEmpty();
    }
}
