package io.haina.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.record.Row;
import io.haina.stats.Tallies;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutreachTest {

    private static final Page FIRST = new Page(1, 10);

    private final HainaServer server = HainaServer.get();
    private final Outreach outreach = server.bean(Outreach.class);
    private final Leads leads = server.bean(Leads.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();

    private static Map<String, @Nullable Object> draft(String name, @Nullable String contact) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        draft.put("name", name);
        draft.put("contact", contact);
        draft.put("accountId", 1L);
        draft.put("workerId", "w-1");
        draft.put("replyStatus", "已回复");
        draft.put("wechatExchanged", false);
        draft.put("contactedAt", "2024-03-01T10:30:00");
        return draft;
    }

    private long add(Actor actor, String name, @Nullable String contact) {
        return switch (outreach.add(actor, draft(name, contact))) {
            case Entered.Made(OutreachRecord made) -> made.id();
            case Entered.Known(OutreachRecord first) -> first.id();
            case Entered.Declined _ -> throw new AssertionError();
        };
    }

    private long count(String of) {
        return Fresh.number("select count(*) from " + of + " where tenant_id = ?", company.tenantId());
    }

    @Test
    void the_same_record_sent_by_many_at_once_is_there_once_and_all_are_told_which() {
        for (int round = 0; round < 5; round++) {
            String contact = "c" + round;
            List<Entered> entered = Race.winners(Race.of(8, n -> () -> outreach.add(sales, draft("甲" + n, contact))));
            assertThat(entered).hasSize(8);
            assertThat(entered.stream().filter(Entered.Made.class::isInstance)).hasSize(1);
            assertThat(entered.stream()
                            .map(each -> switch (each) {
                                case Entered.Made(OutreachRecord made) -> made.id();
                                case Entered.Known(OutreachRecord first) -> first.id();
                                case Entered.Declined _ -> -1L;
                            })
                            .distinct())
                    .hasSize(1);
        }
        assertThat(count("outreach")).isEqualTo(5);
        assertThat(count("record_search")).isEqualTo(5);
        assertThat(Fresh.number(
                        "select count(*) from audit where tenant_id = ? and action = 'outreach.add'",
                        company.tenantId()))
                .isEqualTo(5);
        assertThat(outreach.list(sales, Filter.EVERYTHING, FIRST).total()).isEqualTo(5);
    }

    @Test
    void batches_that_overlap_in_opposite_orders_neither_wait_for_each_other_nor_double() {
        List<Map<String, @Nullable Object>> there = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            there.add(draft("人" + n, "c" + n));
        }
        List<Map<String, @Nullable Object>> back = new ArrayList<>(there);
        Collections.reverse(back);
        List<List<Entered>> results =
                Race.winners(Race.of(6, n -> () -> outreach.addAll(sales, n % 2 == 0 ? there : back)));
        assertThat(results).hasSize(6);
        assertThat(results.stream().flatMap(List::stream).filter(Entered.Made.class::isInstance))
                .hasSize(200);
        assertThat(results.stream().flatMap(List::stream).filter(Entered.Declined.class::isInstance))
                .isEmpty();
        assertThat(count("outreach")).isEqualTo(200);
    }

    @Test
    void a_batch_takes_what_is_good_and_says_of_each_what_became_of_it() {
        long first = add(sales, "甲", "c1");
        List<Entered> entered = outreach.addAll(
                sales,
                List.of(
                        draft("乙", "c2"),
                        draft("", "c3"),
                        draft("甲甲", "c1"),
                        draft("乙乙", "c2"),
                        draft("丙", null),
                        draft("丙", null)));
        assertThat(entered.get(0)).isInstanceOf(Entered.Made.class);
        assertThat(entered.get(1)).isInstanceOf(Entered.Declined.class);
        assertThat(entered.get(2)).isInstanceOfSatisfying(Entered.Known.class, known -> {
            assertThat(known.first().id()).isEqualTo(first);
            assertThat(known.first().name()).isEqualTo("甲");
        });
        assertThat(entered.get(3)).isInstanceOf(Entered.Known.class);
        assertThat(entered.get(4)).as("nothing tells them apart").isInstanceOf(Entered.Made.class);
        assertThat(entered.get(5)).isInstanceOf(Entered.Made.class);
        assertThat(count("outreach")).isEqualTo(4);
    }

    @Test
    void another_workers_record_that_is_out_of_reach_is_refused_and_not_shown() {
        add(company.south().getFirst().actor(), "甲", "c1");
        assertThat(Refusal.of(() -> outreach.add(sales, draft("甲", "c1"))))
                .isEqualTo(new Problem.ValueTaken(Problem.Kind.OUTREACH, "contact", "联系方式"));
        add(TestCompany.create().sales().actor(), "甲", "c2");
        assertThat(outreach.add(sales, draft("甲", "c2"))).isInstanceOf(Entered.Made.class);
    }

    @Test
    void a_change_leaves_what_it_does_not_name_and_makes_no_two_of_a_kind() {
        long id = add(sales, "甲", "c1");
        add(sales, "乙", "c2");
        OutreachRecord changed = outreach.change(sales, id, Map.of("notes", "约了下周", "position", "总监"));
        assertThat(changed.name()).isEqualTo("甲");
        assertThat(changed.notes()).isEqualTo("约了下周");
        assertThat(changed.contact()).isEqualTo("c1");
        assertThat(outreach.list(sales, new Filter.Search("总监"), FIRST).total()).isEqualTo(1);
        assertThat(Refusal.of(() -> outreach.change(sales, id, Map.of("contact", "c2"))))
                .isInstanceOf(Problem.ValueTaken.class);
        assertThat(Refusal.of(() -> outreach.change(company.south().getFirst().actor(), id, Map.of("name", "x"))))
                .isEqualTo(new Problem.NotFound(Problem.Kind.OUTREACH));
        assertThat(outreach.change(company.eastManager().actor(), id, Collections.singletonMap("contact", null))
                        .contact())
                .isNull();
        assertThat(Fresh.number(
                        "select count(*) from audit where tenant_id = ? and action = 'outreach.change' and before is not null",
                        company.tenantId()))
                .isEqualTo(2);
    }

    @Test
    void a_deleted_record_is_not_found_and_in_nobodys_way() {
        long id = add(sales, "甲", "c1");
        assertThat(Refusal.of(() -> outreach.delete(company.east().get(1).actor(), id)))
                .isInstanceOf(Problem.NotFound.class);
        outreach.delete(sales, id);
        assertThat(Refusal.of(() -> outreach.delete(sales, id))).isInstanceOf(Problem.NotFound.class);
        assertThat(outreach.list(sales, Filter.EVERYTHING, FIRST).total()).isZero();
        assertThat(outreach.list(sales, new Filter.Search("甲"), FIRST).rows()).isEmpty();
        assertThat(outreach.add(sales, draft("甲", "c1"))).isInstanceOf(Entered.Made.class);
        server.bean(Tallies.class).rebuild(company.tenantId());
        assertThat(outreach.list(sales, Filter.EVERYTHING, FIRST).total()).isEqualTo(1);
        assertThat(outreach.list(company.eastManager().actor(), Filter.EVERYTHING, FIRST)
                        .total())
                .isEqualTo(1);
        assertThat(outreach.list(company.admin().actor(), Filter.EVERYTHING, FIRST)
                        .total())
                .isEqualTo(1);
    }

    @Test
    void a_lead_is_the_record_owners_and_knows_what_the_record_knew() {
        Map<String, @Nullable Object> full = draft("张三", "13800138000");
        full.put("position", "产品经理");
        full.put("notes", "有意向");
        OutreachRecord record = ((Entered.Made) outreach.add(sales, full)).made();
        OutreachLead lead = outreach.toLeads(company.eastManager().actor(), List.of(record.id()))
                .getFirst();
        assertThat(lead.made()).isTrue();
        Row row = leads.get(sales, lead.leadId());
        assertThat(row.text("name")).isEqualTo("张三");
        assertThat(row.text("mobile")).isEqualTo("13800138000");
        assertThat(row.text("remark")).isEqualTo("产品经理\n有意向");
        assertThat(row.whole("ownerId")).isEqualTo(sales.staffId());
        assertThat(leads.get(company.eastManager().actor(), lead.leadId()).id()).isEqualTo(lead.leadId());
        long chat = add(sales, "李四", "wechat:lisi");
        assertThat(leads.get(
                                sales,
                                outreach.toLeads(sales, List.of(chat))
                                        .getFirst()
                                        .leadId())
                        .text("remark"))
                .isEqualTo("wechat:lisi");
        long mail = add(sales, "王五", "a@b.cn");
        assertThat(leads.get(
                                sales,
                                outreach.toLeads(sales, List.of(mail))
                                        .getFirst()
                                        .leadId())
                        .text("email"))
                .isEqualTo("a@b.cn");
    }

    @Test
    void a_record_becomes_a_lead_once_however_many_ask_and_a_batch_does_all_or_none() {
        long one = add(sales, "甲", "c1");
        long two = add(sales, "乙", "c2");
        long strangers = add(company.south().getFirst().actor(), "丙", "c3");
        List<List<OutreachLead>> results = Race.winners(Race.of(
                8, n -> () -> outreach.toLeads(sales, n % 2 == 0 ? List.of(one, two) : List.of(two, one))));
        assertThat(results).hasSize(8);
        assertThat(results.stream().flatMap(List::stream).filter(OutreachLead::made))
                .hasSize(2);
        assertThat(results.stream()
                        .flatMap(List::stream)
                        .map(OutreachLead::leadId)
                        .distinct())
                .hasSize(2);
        assertThat(count("lead")).isEqualTo(2);
        long three = add(sales, "丁", "c4");
        assertThat(Refusal.of(() -> outreach.toLeads(sales, List.of(three, strangers))))
                .isEqualTo(new Problem.NotFound(Problem.Kind.OUTREACH));
        assertThat(count("lead")).isEqualTo(2);
    }
}
