package io.haina.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.filter.Page;
import io.haina.opportunity.Pipeline.Stage;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.product.Products;
import io.haina.record.Order;
import io.haina.record.Row;
import io.haina.sharing.Member;
import io.haina.sharing.Members;
import io.haina.sharing.Power;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpportunitiesTest {

    private static final Page FIRST = new Page(1, 100);

    private final HainaServer server = HainaServer.get();
    private final Opportunities opportunities = server.bean(Opportunities.class);
    private final Products products = server.bean(Products.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor manager = company.eastManager().actor();
    private final Actor stranger = company.south().getFirst().actor();
    private final Pipeline pipeline = server.bean(Pipelines.class).of(sales).getFirst();
    private final long customer = server.bean(CustomerRecords.class).add(sales, Map.of("name", "商机客户"));

    private Map<String, Object> draft(Object... more) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("name", "hello");
        draft.put("customerId", customer);
        draft.put("pipelineId", pipeline.id());
        draft.put("stageId", stage(0));
        for (int i = 0; i < more.length; i += 2) {
            draft.put((String) more[i], more[i + 1]);
        }
        return draft;
    }

    private long stage(int n) {
        return pipeline.stages().get(n).id();
    }

    private long add(Object... more) {
        return opportunities.add(sales, draft(more), List.of());
    }

    private long product(String name) {
        return products.add(manager, Map.of("name", name, "price", "100"));
    }

    private Row get(long id) {
        return opportunities.get(sales, id);
    }

    @Test
    void an_opportunity_stands_at_a_stage_and_is_seen_by_its_owner_manager_and_admin_alone() {
        assertThat(pipeline.name()).isEqualTo("销售流程商机组");
        assertThat(pipeline.stages()).extracting(Stage::name).containsExactly("验证客户", "需求分析", "方案/报价");
        long id = add("money", "60.5", "dealAt", "2020-10-05 00:00:00");
        Row row = opportunities.get(manager, id);
        assertThat(row.text("stageName")).isEqualTo("验证客户");
        assertThat(row.text("pipelineName")).isEqualTo("销售流程商机组");
        assertThat(row.text("customerName")).isEqualTo("商机客户");
        assertThat(row.whole("rate")).isEqualTo(20);
        assertThat(row.whole("stageNumber")).isEqualTo(1);
        assertThat(row.whole("stages")).isEqualTo(3);
        assertThat(row.decimal("money")).isEqualByComparingTo("60.50");
        assertThat(row.decimal("totalPrice")).isEqualByComparingTo("0.00");
        assertThat(row.get("outcome")).isNull();
        var missing = new Problem.NotFound(Kind.OPPORTUNITY);
        assertThat(Refusal.of(() -> opportunities.get(stranger, id))).isEqualTo(missing);
        assertThat(Refusal.of(() -> opportunities.change(stranger, id, Map.of("name", "x"), null)))
                .isEqualTo(missing);
        assertThat(Refusal.of(() -> opportunities.advance(stranger, id, stage(1), null)))
                .isEqualTo(missing);
        assertThat(Refusal.of(() -> opportunities.end(stranger, id, Outcome.WON, null)))
                .isEqualTo(missing);
        assertThat(Refusal.of(() -> opportunities.products(stranger, id))).isEqualTo(missing);
        assertThat(Refusal.of(() -> opportunities.contacts(stranger, id))).isEqualTo(missing);
        assertThat(Refusal.of(() -> opportunities.delete(stranger, List.of(id))))
                .isEqualTo(missing);
    }

    @Test
    void customer_stage_product_and_contact_must_be_there_for_the_actor() {
        long others = server.bean(CustomerRecords.class).add(stranger, Map.of("name", "他人客户"));
        assertThat(Refusal.of(() -> add("customerId", others))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(Refusal.of(() -> add("stageId", Long.MAX_VALUE))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> add("pipelineId", pipeline.id() + 1000))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> add("discountRate", "100.01"))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> add("discountRate", "-1"))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> opportunities.add(sales, draft(), List.of(Map.of("productId", 1)))))
                .isEqualTo(new Problem.NotFound(Kind.PRODUCT));
        long contact = server.bean(Contacts.class).add(stranger, Map.of("name", "他人", "customerId", others));
        assertThat(Refusal.of(() -> add("contactId", contact))).isEqualTo(new Problem.NotFound(Kind.CONTACT));
        long id = add();
        assertThat(Refusal.of(() -> opportunities.change(sales, id, Map.of("customerId", others), null)))
                .isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(Refusal.of(() -> opportunities.link(sales, id, List.of(contact))))
                .isEqualTo(new Problem.NotFound(Kind.CONTACT));
        assertThat(opportunities
                        .list(sales, Filter.EVERYTHING, FIRST, Order.NEWEST)
                        .total())
                .isEqualTo(1);
    }

    @Test
    void what_the_lines_come_to_is_computed_to_the_cent() {
        long a = product("甲产品");
        long b = product("乙产品");
        List<Map<String, Object>> lines = List.of(
                Map.of("productId", a, "price", "100", "salesPrice", "33.33", "num", "3", "subtotal", "1"),
                Map.of("productId", b, "salesPrice", "0.05", "num", "0.1", "unit", "个"));
        long id = opportunities.add(sales, draft("discountRate", "10", "totalPrice", "1"), lines);
        assertThat(opportunities.products(sales, id))
                .extracting(line -> line.productName() + " " + line.subtotal())
                .containsExactly("甲产品 99.99", "乙产品 0.01");
        assertThat(get(id).decimal("totalPrice")).isEqualByComparingTo("90.00");
        opportunities.change(sales, id, Map.of("discountRate", "0"), null);
        assertThat(get(id).decimal("totalPrice")).isEqualByComparingTo("100.00");
        opportunities.change(sales, id, Map.of(), List.of(lines.getFirst()));
        assertThat(opportunities.products(sales, id)).hasSize(1);
        assertThat(get(id).decimal("totalPrice")).isEqualByComparingTo("99.99");
        opportunities.change(sales, id, Map.of("name", "再改"), null);
        assertThat(opportunities.products(sales, id)).hasSize(1);
        opportunities.change(sales, id, Map.of(), List.of());
        assertThat(get(id).decimal("totalPrice")).isEqualByComparingTo("0.00");
        for (Map<String, Object> bad : List.of(
                Map.<String, Object>of("salesPrice", "1"),
                Map.<String, Object>of("productId", a, "num", "-1"),
                Map.<String, Object>of("productId", a, "num", "99999999999999", "salesPrice", "9999999999999999"),
                Map.<String, Object>of("productId", a, "num", "x"))) {
            assertThat(Refusal.of(() -> opportunities.change(sales, id, Map.of(), List.of(bad))))
                    .as("%s", bad)
                    .isInstanceOf(Problem.Invalid.class);
        }
    }

    @Test
    void an_ended_opportunity_ends_once_and_is_opened_by_a_stage() {
        long id = add();
        opportunities.advance(sales, id, stage(2), null);
        assertThat(get(id).whole("rate")).isEqualTo(80);
        opportunities.end(sales, id, Outcome.LOST, "太贵");
        assertThat(get(id).text("outcome")).isEqualTo("lost");
        assertThat(get(id).text("outcomeRemark")).isEqualTo("太贵");
        assertThat(Refusal.of(() -> opportunities.end(sales, id, Outcome.WON, null)))
                .isEqualTo(new Problem.OpportunityEnded());
        opportunities.change(sales, id, Map.of("stageId", stage(2), "name", "还是输"), null);
        assertThat(get(id).text("outcome")).isEqualTo("lost");
        opportunities.advance(sales, id, stage(1), null);
        assertThat(get(id).get("outcome")).isNull();
        opportunities.end(sales, id, Outcome.INVALID, null);
        opportunities.change(sales, id, Map.of("stageId", stage(0)), null);
        assertThat(get(id).get("outcome")).isNull();
        assertThat(get(id).whole("stageNumber")).isEqualTo(1);
        assertThat(Refusal.of(() -> opportunities.advance(sales, id, Long.MAX_VALUE, null)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void of_ten_endings_at_once_one_counts() {
        for (int round = 0; round < 10; round++) {
            long id = add();
            var outcomes = Race.of(10, n -> () -> {
                opportunities.end(sales, id, Outcome.values()[n % 3], null);
                return Outcome.values()[n % 3];
            });
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).hasSize(9).containsOnly(new Problem.OpportunityEnded());
            assertThat(get(id).text("outcome"))
                    .isEqualTo(Race.winners(outcomes).getFirst().key());
        }
    }

    @Test
    void who_is_handed_an_opportunity_is_no_member_of_it_also_if_made_one_at_that_moment() {
        Members members = server.bean(Members.class);
        Actor next = company.east().get(1).actor();
        for (int round = 0; round < 20; round++) {
            long id = add();
            Race.of(4, n -> () -> {
                if (n == 0) {
                    opportunities.moveTo(manager, List.of(id), next.staffId(), Power.READ);
                } else {
                    members.add(manager, RecordKind.OPPORTUNITY, List.of(id), List.of(next.staffId()), Power.WRITE);
                }
                return n;
            });
            assertThat(members.of(manager, RecordKind.OPPORTUNITY, id).stream().map(Member::staffId))
                    .containsExactly(next.staffId(), sales.staffId());
        }
    }

    @Test
    void a_sum_is_of_all_that_the_filter_finds_and_of_nothing_that_the_actor_may_not_see() {
        add("money", "20");
        add("money", "40.5");
        add();
        assertThat(opportunities.sum(sales, Filter.EVERYTHING, "money")).isEqualByComparingTo("60.50");
        assertThat(opportunities.sum(
                        manager,
                        new Filter.Match("money", Operator.GREATER, List.of(new java.math.BigDecimal(20))),
                        "money"))
                .isEqualByComparingTo("40.50");
        assertThat(opportunities.sum(stranger, Filter.EVERYTHING, "money")).isEqualByComparingTo("0");
    }

    @Test
    void linked_contacts_are_seen_with_the_opportunity_while_they_live() {
        Contacts contacts = server.bean(Contacts.class);
        long one = contacts.add(sales, Map.of("name", "甲", "customerId", customer));
        long two = contacts.add(sales, Map.of("name", "乙", "customerId", customer));
        long id = add("contactId", one);
        opportunities.link(sales, id, List.of(one, two));
        assertThat(opportunities.contacts(manager, id)).extracting(Row::id).containsExactly(one, two);
        contacts.delete(sales, List.of(one));
        assertThat(opportunities.contacts(sales, id)).extracting(Row::id).containsExactly(two);
        assertThat(get(id).get("contactId")).isNull();
        opportunities.unlink(sales, id, List.of(two));
        assertThat(opportunities.contacts(sales, id)).isEmpty();
    }

    @Test
    void a_used_product_stays_and_of_use_and_deletion_at_once_only_one_happens() {
        assertThat(Refusal.of(() -> products.add(sales, Map.of("name", "不许"))))
                .isInstanceOf(Problem.RoleRequired.class);
        assertThat(Refusal.of(() -> products.delete(sales, List.of(1L)))).isInstanceOf(Problem.RoleRequired.class);
        for (int round = 0; round < 10; round++) {
            long product = product("抢用产品" + round);
            var outcomes = Race.of(4, n -> () -> {
                if (n % 2 == 0) {
                    products.delete(manager, List.of(product));
                } else {
                    opportunities.add(sales, draft(), List.of(Map.of("productId", product)));
                }
                return n;
            });
            boolean deleted = Race.winners(outcomes).stream().anyMatch(n -> n % 2 == 0);
            boolean used = Race.winners(outcomes).stream().anyMatch(n -> n % 2 == 1);
            assertThat(deleted).isNotEqualTo(used);
        }
        long product = product("在用产品");
        long free = product("自由产品");
        long id = opportunities.add(sales, draft(), List.of(Map.of("productId", product)));
        assertThat(Refusal.of(() -> products.delete(manager, List.of(product, free))))
                .isEqualTo(new Problem.RecordInUse(Kind.PRODUCT));
        assertThat(products.get(stranger, free).text("name")).isEqualTo("自由产品");
        opportunities.delete(sales, List.of(id));
        products.delete(manager, List.of(product, free));
        assertThat(Refusal.of(() -> products.get(sales, free))).isEqualTo(new Problem.NotFound(Kind.PRODUCT));
    }

    @Test
    void totals_without_a_condition_are_those_of_a_recount() {
        for (int n = 0; n < 5; n++) {
            add();
        }
        long gone = add();
        long moved = add();
        opportunities.delete(sales, List.of(gone));
        opportunities.moveTo(
                sales, List.of(moved), company.east().get(1).actor().staffId(), null);
        assertThat(opportunities
                        .list(sales, Filter.EVERYTHING, new Page(1, 2), Order.NEWEST)
                        .total())
                .isEqualTo(5);
        assertThat(opportunities
                        .list(manager, Filter.EVERYTHING, new Page(1, 2), Order.NEWEST)
                        .total())
                .isEqualTo(6);
        assertThat(opportunities
                        .list(company.southManager().actor(), Filter.EVERYTHING, FIRST, Order.NEWEST)
                        .total())
                .isZero();
    }
}
