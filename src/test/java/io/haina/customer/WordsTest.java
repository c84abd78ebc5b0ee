package io.haina.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.record.Order;
import io.haina.record.Row;
import io.haina.sharing.Members;
import io.haina.sharing.Power;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Pages of one row make a search look through few of the first rows before it looks everywhere. */
class WordsTest {

    private static final Filter COMMON = Customers.search("常见");

    private final HainaServer server = HainaServer.get();
    private final Customers customers = server.bean(Customers.class);
    private final CustomerRecords records = server.bean(CustomerRecords.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor colleague = company.south().getFirst().actor();

    private long report(Actor holder, String name) {
        return Fresh.customer(holder, name + company.number());
    }

    @Test
    void words_that_few_have_are_found_behind_the_first_rows() {
        long rare = report(sales, "罕见名字");
        for (int i = 0; i < 25; i++) {
            report(sales, "常见" + i + "号");
        }
        Slice<Customer> listed = customers.list(sales, Customers.search("罕见"), new Page(1, 1));
        assertThat(listed.rows()).extracting(Customer::id).containsExactly(rare);
        assertThat(listed.total()).isEqualTo(1);
        assertThat(listed.exact()).isTrue();
        Slice<Row> read = records.list(sales, Customers.search("罕见"), new Page(1, 1), Order.NEWEST);
        assertThat(read.rows()).extracting(Row::id).containsExactly(rare);
        assertThat(read.total()).isEqualTo(1);
        assertThat(customers.list(sales, Customers.search("没有"), new Page(1, 1)).total())
                .isZero();
    }

    @Test
    void words_that_many_have_are_paged_to_their_end_in_the_order_of_the_list() {
        List<Long> newestFirst = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            if (i % 9 == 8) {
                report(sales, "别的" + i + "号");
            } else {
                newestFirst.addFirst(report(sales, "常见" + i + "号"));
            }
        }
        assertPaged(newestFirst, page -> customers.list(sales, COMMON, page).map(Customer::id));
        assertPaged(
                newestFirst,
                page -> records.list(sales, COMMON, page, Order.NEWEST).map(Row::id));
        assertThat(customers.list(sales, COMMON, new Page(200, 1)).rows()).isEmpty();
        assertThat(customers.list(sales, COMMON, new Page(200, 1)).total()).isEqualTo(40);
    }

    private static void assertPaged(List<Long> expected, Function<Page, Slice<Long>> list) {
        List<Long> found = new ArrayList<>();
        for (int number = 1; number <= expected.size(); number++) {
            Slice<Long> slice = list.apply(new Page(number, 1));
            found.addAll(slice.rows());
            assertThat(slice.total()).isBetween(Math.min(number + 1L, expected.size()), (long) expected.size());
            if (slice.exact()) {
                assertThat(slice.total()).isEqualTo(expected.size());
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(list.apply(new Page(expected.size() + 1, 1)).rows()).isEmpty();
    }

    @Test
    void what_is_shared_is_found_beside_what_is_held_and_nothing_of_others() {
        List<Long> newestFirst = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Actor holder = i % 3 == 0 ? colleague : sales;
            long id = report(holder, "常见" + i + "号");
            if (i % 3 == 1) {
                server.bean(Members.class)
                        .add(sales, RecordKind.CUSTOMER, List.of(id), List.of(colleague.staffId()), Power.READ);
            }
            if (i % 3 != 2) {
                newestFirst.addFirst(id);
            }
        }
        for (int round = 0; round < 2; round++) {
            assertPaged(
                    newestFirst,
                    page -> records.list(colleague, COMMON, page, Order.NEWEST).map(Row::id));
            // The second time they lie behind what is looked through first.
            for (int i = 0; i < 25; i++) {
                report(colleague, "别的" + round + "轮" + i + "号");
            }
        }
    }

    @Test
    void a_name_with_one_character_more_less_or_other_is_told_before_those_with_two() {
        for (String near : List.of("瑞恒远飞", "瑞恒远", "瑞恒远大航", "恒远航", "瑞恒远航天")) {
            Actor fresh = TestCompany.create().sales().actor();
            // Two characters differ in each of these, which are found first.
            for (int i = 0; i < 3; i++) {
                customers.report(fresh, CustomersTest.named("瑞恒" + "甲乙丙".charAt(i) + "丁有限公司"));
            }
            customers.report(fresh, CustomersTest.named(near + "有限公司"));
            assertThat(customers.check(fresh, "瑞恒远航有限公司"))
                    .as(near)
                    .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo(near + "有限公司"));
        }
    }
}
