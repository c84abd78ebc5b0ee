package io.haina.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.problem.Problem;
import io.haina.record.Order;
import io.haina.record.Row;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactsTest {

    private static final Page FIRST = new Page(1, 100);

    private final HainaServer server = HainaServer.get();
    private final Contacts contacts = server.bean(Contacts.class);
    private final CustomerRecords customers = server.bean(CustomerRecords.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor colleague = company.east().get(1).actor();

    private long customer(Actor owner, String name) {
        return customers.add(owner, Map.of("name", name));
    }

    private long contact(long customer, String name, String mobile) {
        return contacts.add(sales, Map.of("name", name, "customerId", customer, "mobile", mobile));
    }

    private List<String> primaries(long customer) {
        return server.jdbc()
                .queryForList(
                        "select name from contact where tenant_id = ? and customer_id = ? and is_primary"
                                + " and deleted_at is null",
                        String.class,
                        company.tenantId(),
                        customer);
    }

    private long found(String words) {
        return server.bean(Customers.class)
                .list(sales, Customers.search(words), FIRST)
                .total();
    }

    @Test
    void a_contact_is_found_by_its_words_and_seen_by_its_owner_manager_and_admin_alone() {
        long customer = customer(sales, "寒池科技");
        long id = contact(customer, "寒池", "18010181267");
        for (String word : List.of("寒", "寒池", "18010181267")) {
            assertThat(contacts.list(sales, Customers.search(word), FIRST, Order.NEWEST)
                            .rows())
                    .extracting(Row::id)
                    .containsExactly(id);
        }
        Row row = contacts.get(company.eastManager().actor(), id);
        assertThat(row.text("customerName")).isEqualTo("寒池科技");
        assertThat(row.isTrue("primary")).isTrue();
        for (Actor stranger : List.of(colleague, company.southManager().actor())) {
            assertThat(Refusal.of(() -> contacts.get(stranger, id)))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.CONTACT));
            assertThat(Refusal.of(() -> contacts.change(stranger, id, Map.of("post", "x"))))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.CONTACT));
            assertThat(Refusal.of(() -> contacts.of(stranger, customer, FIRST, Order.NEWEST)))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
            assertThat(contacts.list(stranger, Filter.EVERYTHING, FIRST, Order.NEWEST)
                            .total())
                    .isZero();
        }
    }

    @Test
    void a_contact_belongs_to_a_customer_that_the_actor_may_see() {
        long others = customer(company.south().getFirst().actor(), "别人的公司");
        long mine = customer(sales, "自己的公司");
        assertThat(Refusal.of(() -> contact(others, "甲", "1"))).isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
        assertThat(Refusal.of(() -> contact(99999999999L, "甲", "1"))).isInstanceOf(Problem.NotFound.class);
        assertThat(Refusal.of(() -> contacts.add(sales, Map.of("name", "甲")))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> contacts.add(sales, Map.of("customerId", mine))))
                .isInstanceOf(Problem.Invalid.class);
        long id = contact(mine, "甲", "1");
        assertThat(Refusal.of(() -> contacts.change(sales, id, Map.of("customerId", others))))
                .isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
        assertThat(contacts.get(sales, id).whole("customerId")).isEqualTo(mine);
    }

    @Test
    void the_first_contact_is_primary_until_it_goes_and_the_customer_is_found_by_the_next() {
        long customer = customer(sales, "无人公司");
        long first = contact(customer, "赵首要", "13911112222");
        long second = contact(customer, "钱其次", "13933334444");
        assertThat(primaries(customer)).containsExactly("赵首要");
        assertThat(found("赵首要")).isEqualTo(1);
        assertThat(found("钱其次")).isZero();
        contacts.change(sales, first, Map.of("name", "孙改名"));
        assertThat(found("孙改名")).isEqualTo(1);
        assertThat(found("赵首要")).isZero();
        contacts.delete(sales, List.of(first));
        assertThat(primaries(customer)).containsExactly("钱其次");
        assertThat(found("13933334444")).isEqualTo(1);
        assertThat(found("孙改名")).isZero();
        assertThat(customers.get(sales, customer).whole("contactId")).isEqualTo(second);
        contacts.delete(sales, List.of(second));
        assertThat(primaries(customer)).isEmpty();
        assertThat(found("无人公司")).isEqualTo(1);
    }

    @Test
    void a_contact_that_changes_its_customer_leaves_one_primary_at_each() {
        long from = customer(sales, "原来公司");
        long to = customer(sales, "后来公司");
        long moving = contact(from, "移动者", "1");
        contact(from, "留下者", "2");
        contact(to, "主人", "3");
        contacts.change(sales, moving, Map.of("customerId", to));
        assertThat(primaries(from)).containsExactly("留下者");
        assertThat(primaries(to)).containsExactly("主人");
        assertThat(contacts.of(sales, to, FIRST, Order.NEWEST).total()).isEqualTo(2);
    }

    @Test
    void of_many_contacts_added_at_once_one_is_primary() {
        for (int round = 0; round < 5; round++) {
            long customer = customer(sales, "并发公司" + round);
            assertThat(Race.winners(Race.of(6, n -> () -> contact(customer, "联系人" + n, "1390000000" + n))))
                    .hasSize(6);
            assertThat(primaries(customer)).hasSize(1);
            List<Long> all = contacts.of(sales, customer, FIRST, Order.NEWEST).rows().stream()
                    .map(Row::id)
                    .toList();
            Race.of(6, n -> () -> {
                if (n == 5) {
                    return contact(customer, "后来者", "13900000009");
                }
                contacts.delete(sales, List.of(all.get(n)));
                return 0L;
            });
            assertThat(primaries(customer)).hasSize(1);
            assertThat(found(primaries(customer).getFirst())).isGreaterThan(0);
        }
    }

    @Test
    void contacts_that_swap_customers_at_once_do_not_wait_in_a_circle() {
        for (int round = 0; round < 10; round++) {
            long one = customer(sales, "交换甲" + round);
            long two = customer(sales, "交换乙" + round);
            long a = contact(one, "甲", "1");
            long b = contact(two, "乙", "2");
            var outcomes = Race.of(2, n -> () -> {
                contacts.change(sales, n == 0 ? a : b, Map.of("customerId", n == 0 ? two : one));
                return n;
            });
            assertThat(Race.winners(outcomes)).hasSize(2);
            assertThat(primaries(one)).containsExactly("乙");
            assertThat(primaries(two)).containsExactly("甲");
        }
    }

    @Test
    void a_batch_with_one_strange_id_changes_none() {
        long mine = contact(customer(sales, "批量公司"), "我的", "1");
        long theirs = contacts.add(colleague, Map.of("name", "他的", "customerId", customer(colleague, "他人公司")));
        assertThat(Refusal.of(() -> contacts.delete(sales, List.of(mine, theirs))))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(Refusal.of(() -> contacts.moveTo(sales, List.of(mine, theirs), sales.staffId())))
                .isInstanceOf(Problem.NotFound.class);
        contacts.moveTo(sales, List.of(mine), colleague.staffId());
        assertThat(contacts.list(colleague, Filter.EVERYTHING, FIRST, Order.NEWEST)
                        .total())
                .isEqualTo(2);
    }

    @Test
    void a_reported_customers_contact_is_a_contact_and_goes_with_the_customer() {
        var reported = server.bean(Customers.class)
                .report(sales, new CustomerDraft("报备公司", null, null, null, null, "报备人", "13500001111"));
        for (Filter wish : List.of(Filter.EVERYTHING, Customers.search("报备人"), Customers.search("1350000"))) {
            assertThat(contacts.list(sales, wish, FIRST, Order.NEWEST).rows())
                    .extracting(row -> row.text("name"))
                    .containsExactly("报备人");
        }
        Long customer = contacts.list(sales, Filter.EVERYTHING, FIRST, Order.NEWEST)
                .rows()
                .getFirst()
                .whole("customerId");
        contact(customer == null ? 0 : customer, "后来人", "13500002222");
        server.bean(Customers.class).delete(sales, reported.uuid());
        var left = contacts.list(sales, Filter.EVERYTHING, FIRST, Order.NEWEST);
        assertThat(left.total()).isZero();
        assertThat(left.rows()).isEmpty();
    }
}
