package io.haina.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
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

class LeadsTest {

    private static final Page FIRST = new Page(1, 10);

    private final HainaServer server = HainaServer.get();
    private final Leads leads = server.bean(Leads.class);
    private final CustomerRecords customers = server.bean(CustomerRecords.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();

    private String field(String label) {
        return server.bean(Catalogs.class)
                .of(sales, RecordKind.LEAD)
                .labelled(label)
                .orElseThrow()
                .name();
    }

    @Test
    void a_lead_is_found_by_name_and_phone_and_seen_by_its_owner_manager_and_admin_alone() {
        long id = leads.add(sales, Map.of("name", "华强北电子", "mobile", "18010181267"));
        for (String word : List.of("华强", "电子", "1801018", "18010181267")) {
            assertThat(leads.list(sales, Customers.search(word), FIRST, Order.NEWEST)
                            .rows())
                    .as(word)
                    .extracting(Row::id)
                    .containsExactly(id);
        }
        assertThat(leads.get(company.eastManager().actor(), id).text("name")).isEqualTo("华强北电子");
        assertThat(leads.get(company.admin().actor(), id).text("ownerName"))
                .isEqualTo(company.sales().name());
        for (var stranger : List.of(company.east().get(1), company.southManager())) {
            assertThat(Refusal.of(() -> leads.get(stranger.actor(), id)))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.LEAD));
            assertThat(Refusal.of(() -> leads.change(stranger.actor(), id, Map.of("name", "x"))))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.LEAD));
            assertThat(leads.list(stranger.actor(), Filter.EVERYTHING, FIRST, Order.NEWEST)
                            .total())
                    .isZero();
        }
    }

    @Test
    void a_change_leaves_what_it_does_not_name_and_is_audited() {
        long id = leads.add(sales, Map.of("name", "甲", "mobile", "1", field("线索来源"), "广告"));
        leads.change(sales, id, Map.of("mobile", "2", "email", "a@b.cn"));
        Row row = leads.get(sales, id);
        assertThat(row.text("name")).isEqualTo("甲");
        assertThat(row.text("mobile")).isEqualTo("2");
        assertThat(row.text(field("线索来源"))).isEqualTo("广告");
        assertThat(leads.list(sales, Customers.search("2"), FIRST, Order.NEWEST).total())
                .isEqualTo(1);
        leads.change(sales, id, java.util.Collections.singletonMap(field("线索来源"), null));
        assertThat(leads.get(sales, id).text(field("线索来源"))).isNull();
        assertThat(server.jdbc()
                        .queryForList(
                                "select action from audit where tenant_id = ? and kind = 'lead' order by id",
                                String.class,
                                company.tenantId()))
                .containsExactly("lead.add", "lead.change", "lead.change");
    }

    @Test
    void a_batch_with_one_strange_id_changes_none() {
        long mine = leads.add(sales, Map.of("name", "我的"));
        long others = leads.add(company.east().get(1).actor(), Map.of("name", "他的"));
        assertThat(Refusal.of(() -> leads.delete(sales, List.of(mine, others)))).isInstanceOf(Problem.NotFound.class);
        assertThat(Refusal.of(() -> leads.moveTo(sales, List.of(mine, others), sales.staffId())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(leads.get(sales, mine).text("name")).isEqualTo("我的");
        leads.moveTo(sales, List.of(mine), company.east().get(2).actor().staffId());
        assertThat(Refusal.of(() -> leads.get(sales, mine))).isInstanceOf(Problem.NotFound.class);
        leads.delete(company.east().get(2).actor(), List.of(mine));
        assertThat(Refusal.of(() -> leads.get(company.admin().actor(), mine))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void a_converted_lead_is_a_protected_customer_with_what_the_lead_knew() {
        long id = leads.add(
                sales,
                Map.of(
                        "name",
                        "转化客户有限公司",
                        "mobile",
                        "13800138000",
                        "address",
                        "朝阳门1号",
                        "nextContactAt",
                        "2026-12-01 10:00:00",
                        field("线索来源"),
                        "广告",
                        field("客户行业"),
                        "IT",
                        field("客户级别"),
                        "A（重点客户）"));
        leads.convert(company.eastManager().actor(), List.of(id));
        Row lead = leads.get(sales, id);
        assertThat(lead.isTrue("converted")).isTrue();
        Row customer = customers.get(sales, lead.whole("customerId"));
        assertThat(customer.text("name")).isEqualTo("转化客户有限公司");
        assertThat(customer.text("detailAddress")).isEqualTo("朝阳门1号");
        assertThat(customer.text("source")).isEqualTo("广告");
        assertThat(customer.text("industry")).isEqualTo("IT");
        assertThat(customer.values()).containsValue("A（重点客户）");
        assertThat(customer.whole("ownerId")).isEqualTo(sales.staffId());
        assertThat(customer.instant("protectedUntil")).isNotNull();
        assertThat(customer.instant("nextContactAt")).isEqualTo(lead.instant("nextContactAt"));
        assertThat(Refusal.of(() -> leads.convert(sales, List.of(id)))).isEqualTo(new Problem.AlreadyConverted());
        assertThat(leads.list(sales, Leads.converted(false), FIRST, Order.NEWEST)
                        .total())
                .isZero();
        assertThat(server.bean(Customers.class).check(company.south().getFirst().actor(), "转化客户有限公司"))
                .isPresent();
    }

    @Test
    void a_batch_with_one_taken_name_converts_none() {
        server.bean(Customers.class).report(sales, new CustomerDraft("已有客户公司", null, null, null, null, null, null));
        long free = leads.add(sales, Map.of("name", "自由客户公司"));
        long taken = leads.add(sales, Map.of("name", "已有 客户公司"));
        assertThat(Refusal.of(() -> leads.convert(sales, List.of(free, taken))))
                .isInstanceOf(Problem.DuplicateCustomer.class);
        assertThat(leads.get(sales, free).isTrue("converted")).isFalse();
        assertThat(server.bean(Customers.class).check(sales, "自由客户公司")).isEmpty();
    }

    @Test
    void of_ten_conversions_at_once_one_makes_a_customer() {
        for (int round = 0; round < 10; round++) {
            long id = leads.add(sales, Map.of("name", "同时转化" + round));
            var outcomes = Race.of(10, n -> () -> {
                leads.convert(sales, List.of(id));
                return n;
            });
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).hasSize(9).allMatch(Problem.AlreadyConverted.class::isInstance);
        }
        assertThat(customers
                        .list(sales, Customers.search("同时转化"), FIRST, Order.NEWEST)
                        .total())
                .isEqualTo(10);
    }
}
