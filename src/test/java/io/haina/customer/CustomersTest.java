package io.haina.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private static final Page FIRST = new Page(1, 10);

    private final HainaServer server = HainaServer.get();
    private final Customers customers = server.bean(Customers.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();

    static CustomerDraft named(@Nullable String name) {
        return new CustomerDraft(name, null, null, null, null, null, null);
    }

    @Test
    void a_report_is_found_by_name_contact_and_phone_as_it_was_given() {
        UUID id = customers
                .report(sales, new CustomerDraft("阿里云计算有限公司", "互联网/软件", "杭州", "展会", "需要CRM", "李先生", "13800138000"))
                .uuid();
        for (String word : List.of("阿里", "里", "云计算有限", "李先生", "13800138000", "8000", "0138", "380")) {
            assertThat(customers.list(sales, Customers.search(word), FIRST).rows())
                    .as(word)
                    .extracting(Customer::uuid)
                    .containsExactly(id);
        }
        for (String word : List.of("腾讯", "%", "_", "\\", "里阿", "9999", "云 计算")) {
            var none = customers.list(sales, Customers.search(word), FIRST);
            assertThat(none.rows()).as(word).isEmpty();
            assertThat(none.total()).isZero();
        }
        Customer customer = customers.get(sales, id);
        assertThat(customer.contactName()).isEqualTo("李先生");
        assertThat(customer.demand()).isEqualTo("需要CRM");
        assertThat(customer.ownerName()).isEqualTo(company.sales().name());
    }

    @Test
    void wild_cards_in_names_are_plain_characters() {
        customers.report(sales, named("百分%之_百\\公司"));
        assertThat(customers.list(sales, Customers.search("%之_"), FIRST).total())
                .isEqualTo(1);
        assertThat(customers.list(sales, Customers.search("_百\\"), FIRST).total())
                .isEqualTo(1);
        assertThat(customers.list(sales, Customers.search("%百"), FIRST).total()).isZero();
    }

    @Test
    void a_name_is_one_line_in_which_something_is_seen() {
        Map<String, Rule> refused = Map.of(
                "制表\t公司", Rule.FORBIDDEN_CHARACTER,
                "换行\n公司", Rule.FORBIDDEN_CHARACTER,
                "另行\u2028公司", Rule.FORBIDDEN_CHARACTER,
                "\u200B", Rule.REQUIRED,
                "\u2060\u00AD \u200D", Rule.REQUIRED,
                "\u0301", Rule.REQUIRED);
        CustomerRecords records = server.bean(CustomerRecords.class);
        long other = records.add(sales, Map.of("name", "改名的公司"));
        refused.forEach((name, rule) -> {
            Problem problem = new Problem.Invalid(CustomerFields.NAME, rule);
            assertThat(Refusal.of(() -> customers.report(sales, named(name)))).isEqualTo(problem);
            assertThat(Refusal.of(() -> customers.check(sales, name))).isEqualTo(problem);
            assertThat(Refusal.of(() -> records.add(sales, Map.of("name", name))))
                    .isEqualTo(problem);
            assertThat(Refusal.of(() -> records.change(sales, other, Map.of("name", name))))
                    .isEqualTo(problem);
        });
    }

    @Test
    void of_equal_reports_at_once_one_is_taken() {
        for (int round = 0; round < 20; round++) {
            String name = "同名竞争" + round + "有限公司";
            var outcomes = Race.of(
                    6,
                    n -> () -> customers.report(
                            company.east().get(n % 3).actor(), named(n % 2 == 0 ? name : " " + name + "。")));
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).hasSize(5).allMatch(Problem.DuplicateCustomer.class::isInstance);
        }
    }

    @Test
    void a_duplicate_is_refused_and_leaves_nothing() {
        customers.report(sales, named("唯一客户有限公司"));
        long rows = server.jdbc().queryForObject("select count(*) from customer_search", Long.class);
        Problem problem =
                Refusal.of(() -> customers.report(company.south().getFirst().actor(), named("唯一客户 有限公司")));
        assertThat(problem).isInstanceOfSatisfying(Problem.DuplicateCustomer.class, duplicate -> {
            assertThat(duplicate.ownerName()).isEqualTo(company.sales().name());
            assertThat(duplicate.team()).isEqualTo(TestCompany.EAST);
            assertThat(duplicate.pooled()).isFalse();
        });
        assertThat(server.jdbc().queryForObject("select count(*) from customer_search", Long.class))
                .isEqualTo(rows);
    }

    @Test
    void a_near_name_is_named_but_not_refused() {
        UUID first = customers.report(sales, named("深圳市海纳百川科技有限公司")).uuid();
        Reported second = customers.report(company.south().getFirst().actor(), named("海纳百川科技股份有限公司"));
        assertThat(second.similar()).isNotNull();
        assertThat(second.similar().uuid()).isEqualTo(first);
        assertThat(second.similar().exact()).isFalse();
    }

    @Test
    void a_deleted_customer_frees_its_name_and_is_gone() {
        UUID id = customers.report(sales, named("来去自由有限公司")).uuid();
        customers.delete(sales, id);
        assertThat(Refusal.of(() -> customers.get(sales, id))).isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
        assertThat(customers.check(sales, "来去自由有限公司")).isEmpty();
        assertThat(customers.report(sales, named("来去自由有限公司")).uuid()).isNotEqualTo(id);
    }

    @Test
    void each_sees_the_own_the_manager_the_team_the_admin_all_and_no_other_tenant_anything() {
        UUID id = customers.report(sales, named("范围测试有限公司")).uuid();
        for (var seer : List.of(company.sales(), company.eastManager(), company.admin())) {
            assertThat(customers.get(seer.actor(), id).uuid()).isEqualTo(id);
            assertThat(customers.list(seer.actor(), Filter.EVERYTHING, FIRST).total())
                    .isEqualTo(1);
        }
        TestCompany stranger = TestCompany.create();
        for (var blind : List.of(
                company.east().get(1), company.southManager(), company.south().getFirst(), stranger.admin())) {
            assertThat(Refusal.of(() -> customers.get(blind.actor(), id)))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
            assertThat(Refusal.of(() -> customers.changeStatus(blind.actor(), id, CustomerStatus.WON)))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
            assertThat(Refusal.of(() -> customers.delete(blind.actor(), id)))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
            assertThat(customers.list(blind.actor(), Filter.EVERYTHING, FIRST).total())
                    .isZero();
        }
        assertThat(customers.check(stranger.admin().actor(), "范围测试有限公司")).isEmpty();
    }

    @Test
    void lists_filter_and_page_with_exact_totals() {
        for (int i = 0; i < 23; i++) {
            customers.report(
                    sales, new CustomerDraft("分页" + i + "公司", i % 2 == 0 ? "制造业" : "金融", "上海", null, null, null, null));
        }
        var last = customers.list(sales, Customers.is(CustomerFields.REGION, "上海"), new Page(3, 10));
        assertThat(last.rows()).hasSize(3);
        assertThat(last.total()).isEqualTo(23);
        assertThat(last.pages()).isEqualTo(3);
        assertThat(last.exact()).isTrue();
        assertThat(customers
                        .list(sales, Customers.is(CustomerFields.INDUSTRY, "制造业"), FIRST)
                        .total())
                .isEqualTo(12);
        assertThat(customers
                        .list(
                                sales,
                                Filter.all(
                                        Customers.is(CustomerFields.INDUSTRY, "制造业"),
                                        Customers.is(CustomerFields.STATUS, "won")),
                                FIRST)
                        .total())
                .isZero();
        var beyond = customers.list(sales, Filter.EVERYTHING, new Page(1000, 10));
        assertThat(beyond.rows()).isEmpty();
        assertThat(beyond.total()).isEqualTo(23);
    }
}
