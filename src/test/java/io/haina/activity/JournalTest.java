package io.haina.activity;

import static io.haina.activity.JournalKind.ACTIVITY;
import static io.haina.activity.JournalKind.DEMAND;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.ownership.Handover;
import io.haina.ownership.Transfers;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Page FIRST = new Page(1, 20);
    private static final Instant THEN = Instant.parse("2026-03-05T04:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-06T04:00:00Z");
    private static final TimeWindow MARCH =
            new TimeWindow(Instant.parse("2026-02-28T16:00:00Z"), Instant.parse("2026-03-31T16:00:00Z"));

    private final HainaServer server = HainaServer.get();
    private final Journal journal = server.bean(Journal.class);
    private final CustomerRecords customers = server.bean(CustomerRecords.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor colleague = company.east().get(1).actor();
    private final Actor manager = company.eastManager().actor();
    private final Actor admin = company.admin().actor();
    private final Actor stranger = company.south().getFirst().actor();
    private final long customer = customers.add(sales, Map.of("name", "日志客户"));
    private final long contact = server.bean(Contacts.class).add(sales, Map.of("name", "赵丽萍", "customerId", customer));

    private JournalDraft visit(long with, Instant at, String gain) {
        return new JournalDraft(
                ACTIVITY, with, null, List.of(sales.staffId()), at, ActivityKind.VISIT, gain, null, null);
    }

    private JournalDraft demand(Instant at, @Nullable String content) {
        return new JournalDraft(DEMAND, contact, customer, List.of(sales.staffId()), at, null, content, null, null);
    }

    private long added(Actor actor, JournalDraft draft) {
        return journal.add(actor, List.of(draft)).getFirst();
    }

    private List<Long> ids(Actor actor, JournalKind kind) {
        return journal.list(actor, kind, MARCH, FIRST).rows().stream()
                .map(JournalEntry::id)
                .toList();
    }

    @Test
    void an_entry_says_with_whom_who_took_part_and_who_wrote_it() {
        long id = added(
                sales,
                new JournalDraft(
                        ACTIVITY,
                        contact,
                        customer,
                        List.of(colleague.staffId(), sales.staffId(), colleague.staffId()),
                        THEN,
                        ActivityKind.INTAKE,
                        " 谈成 <b>😀</b> ",
                        "http://data.example.cn/a.png",
                        "备注"));
        JournalEntry entry = journal.get(sales, ACTIVITY, id);
        assertThat(entry.contact()).isEqualTo(contact);
        assertThat(entry.contactName()).isEqualTo("赵丽萍");
        assertThat(entry.customerName()).isEqualTo("日志客户");
        assertThat(entry.kind()).isEqualTo(ActivityKind.INTAKE);
        assertThat(entry.content()).isEqualTo("谈成 <b>😀</b>");
        assertThat(entry.attachment()).isEqualTo("http://data.example.cn/a.png");
        assertThat(entry.note()).isEqualTo("备注");
        assertThat(entry.happenedAt()).isEqualTo(THEN);
        assertThat(entry.operator()).isEqualTo(sales.staffId());
        assertThat(entry.followers()).containsExactly(colleague.staffId(), sales.staffId());
        assertThat(journal.list(sales, ACTIVITY, MARCH, FIRST).rows()).containsExactly(entry);
        assertThat(journal.of(sales, ACTIVITY, contact, MARCH, FIRST).rows()).containsExactly(entry);
    }

    @Test
    void a_visit_and_a_demand_are_written_together_or_not_at_all() {
        JournalDraft nobody =
                new JournalDraft(DEMAND, contact, null, List.of(Long.MAX_VALUE), THEN, null, "日报", null, null);
        assertThat(Refusal.of(() -> journal.add(sales, List.of(visit(contact, THEN, "x"), nobody))))
                .isEqualTo(new Problem.NotFound(Kind.STAFF));
        assertThat(ids(sales, ACTIVITY)).isEmpty();
        assertThat(customers.get(sales, customer).instant("lastActivityAt")).isNull();
        assertThat(Fresh.number("select count(*) from active_month where staff_id = ? and days <> 0", sales.staffId()))
                .isZero();
        assertThat(journal.add(sales, List.of(visit(contact, THEN, "x"), demand(THEN, "日报"))))
                .hasSize(2);
        assertThat(ids(sales, ACTIVITY)).hasSize(1);
        assertThat(ids(sales, DEMAND)).hasSize(1);
        assertThat(Fresh.number("select count(*) from active_month where staff_id = ? and days = 16", sales.staffId()))
                .isOne();
    }

    @Test
    void entries_are_seen_with_their_customer_and_by_those_who_took_part() {
        long id = added(
                sales,
                new JournalDraft(
                        ACTIVITY,
                        contact,
                        null,
                        List.of(stranger.staffId()),
                        THEN,
                        ActivityKind.CALL,
                        null,
                        null,
                        null));
        long own = added(sales, visit(contact, LATER, "自己"));
        assertThat(ids(sales, ACTIVITY)).containsExactly(own, id);
        assertThat(ids(manager, ACTIVITY)).containsExactly(own, id);
        assertThat(ids(admin, ACTIVITY)).containsExactly(own, id);
        assertThat(ids(colleague, ACTIVITY)).isEmpty();
        assertThat(ids(stranger, ACTIVITY)).containsExactly(id);
        assertThat(journal.of(stranger, ACTIVITY, contact, MARCH, FIRST).rows())
                .extracting(JournalEntry::id)
                .containsExactly(id);
        assertThat(journal.get(stranger, ACTIVITY, id).customerName()).isEqualTo("日志客户");
        assertThat(Refusal.of(() -> journal.get(stranger, ACTIVITY, own)))
                .isEqualTo(new Problem.NotFound(Kind.ACTIVITY));
        assertThat(Refusal.of(() -> journal.delete(stranger, ACTIVITY, id)))
                .isEqualTo(new Problem.NotFound(Kind.ACTIVITY));
        assertThat(Refusal.of(() -> journal.change(stranger, id, visit(contact, THEN, "y"))))
                .isEqualTo(new Problem.NotFound(Kind.ACTIVITY));
        assertThat(Refusal.of(() -> journal.add(stranger, List.of(visit(contact, THEN, "y")))))
                .isEqualTo(new Problem.NotFound(Kind.CONTACT));
        TimeWindow window = MARCH;
        assertThat(journal.counts(stranger, ACTIVITY, List.of(customer), window))
                .isEmpty();
        assertThat(journal.counts(manager, ACTIVITY, List.of(customer), window))
                .containsExactly(new JournalCount(customer, 2, THEN));
    }

    @Test
    void what_a_customer_that_moves_was_told_moves_with_it() {
        long id = added(sales, visit(contact, THEN, "原归属"));
        server.bean(Transfers.class)
                .transfer(
                        manager,
                        List.of(customer),
                        colleague.staffId(),
                        new Handover(null, Set.of(RecordKind.CONTACT)));
        assertThat(ids(colleague, ACTIVITY)).containsExactly(id);
        assertThat(ids(sales, ACTIVITY)).as("took part").containsExactly(id);
        assertThat(Refusal.of(() -> journal.change(sales, id, visit(contact, THEN, "y"))))
                .isEqualTo(new Problem.NotFound(Kind.ACTIVITY));
        journal.delete(colleague, ACTIVITY, id);
        assertThat(ids(sales, ACTIVITY)).isEmpty();
    }

    @Test
    void a_change_leaves_what_it_does_not_name_and_empties_what_it_empties() {
        long id = added(
                sales,
                new JournalDraft(
                        ACTIVITY,
                        contact,
                        null,
                        List.of(sales.staffId()),
                        THEN,
                        ActivityKind.CALL,
                        "收获",
                        "a.png",
                        "备注"));
        journal.change(
                sales,
                id,
                new JournalDraft(
                        ACTIVITY,
                        contact,
                        customer,
                        List.of(colleague.staffId()),
                        LATER,
                        ActivityKind.SIGNING,
                        null,
                        "",
                        "新备注"));
        JournalEntry entry = journal.get(sales, ACTIVITY, id);
        assertThat(entry.content()).isEqualTo("收获");
        assertThat(entry.attachment()).isNull();
        assertThat(entry.note()).isEqualTo("新备注");
        assertThat(entry.kind()).isEqualTo(ActivityKind.SIGNING);
        assertThat(entry.happenedAt()).isEqualTo(LATER);
        assertThat(entry.followers()).containsExactly(colleague.staffId());
        assertThat(customers.get(sales, customer).instant("lastActivityAt")).isEqualTo(LATER);
        assertThat(Fresh.number("select days from active_month where staff_id = ?", sales.staffId()))
                .as("the 6th alone")
                .isEqualTo(32);
        assertThat(Fresh.number(
                        "select count(*) from audit where tenant_id = ? and action = 'activity.change'"
                                + " and before ->> 'note' = '备注' and after ->> 'note' = '新备注'",
                        company.tenantId()))
                .isOne();
    }

    @Test
    void an_entry_that_goes_to_another_customer_takes_its_last_contact_along() {
        long other = customers.add(sales, Map.of("name", "另一客户"));
        long person = server.bean(Contacts.class).add(sales, Map.of("name", "乙", "customerId", other));
        long first = added(sales, visit(contact, THEN, "早"));
        long last = added(sales, visit(contact, LATER, "晚"));
        journal.change(sales, last, visit(person, LATER, "晚"));
        assertThat(customers.get(sales, customer).instant("lastActivityAt")).isEqualTo(THEN);
        assertThat(customers.get(sales, customer).text("lastContent")).isEqualTo("早");
        assertThat(customers.get(sales, other).instant("lastActivityAt")).isEqualTo(LATER);
        assertThat(server.bean(Contacts.class).get(sales, contact).instant("lastActivityAt"))
                .isEqualTo(THEN);
        assertThat(server.bean(Contacts.class).get(sales, person).text("lastContent"))
                .isEqualTo("晚");
        journal.delete(sales, ACTIVITY, first);
        assertThat(customers.get(sales, customer).instant("lastActivityAt")).isNull();
        assertThat(Refusal.of(() -> journal.delete(sales, ACTIVITY, first)))
                .isEqualTo(new Problem.NotFound(Kind.ACTIVITY));
    }

    @Test
    void a_deleted_entry_is_gone_from_lists_counts_and_days_and_stays_in_the_audit() {
        long id = added(sales, visit(contact, THEN, "删"));
        long wanted = added(sales, demand(THEN, "要求"));
        journal.delete(manager, ACTIVITY, id);
        journal.delete(sales, DEMAND, wanted);
        assertThat(ids(sales, ACTIVITY)).isEmpty();
        assertThat(ids(sales, DEMAND)).isEmpty();
        assertThat(journal.counts(sales, ACTIVITY, List.of(customer), MARCH)).isEmpty();
        assertThat(Fresh.number("select count(*) from active_month where staff_id = ? and days <> 0", sales.staffId()))
                .isZero();
        assertThat(Fresh.number(
                        "select count(*) from audit where tenant_id = ? and before ->> 'content' in ('删', '要求')",
                        company.tenantId()))
                .isEqualTo(2);
    }

    @Test
    void what_breaks_a_rule_is_refused() {
        assertThat(Refusal.of(() -> journal.add(sales, List.of(demand(THEN, " ")))))
                .isEqualTo(new Problem.Invalid("demand.content", Rule.REQUIRED));
        assertThat(Refusal.of(() -> journal.add(sales, List.of(demand(THEN, "字".repeat(5001))))))
                .isEqualTo(new Problem.Invalid("demand.content", Rule.TOO_LONG, 5000));
        JournalDraft script = new JournalDraft(
                DEMAND, contact, null, List.of(sales.staffId()), THEN, null, "x", " java\tscript:alert(1)", null);
        assertThat(Refusal.of(() -> journal.add(sales, List.of(script))))
                .isEqualTo(new Problem.Invalid("demand.attachment", Rule.MALFORMED));
        JournalDraft elsewhere =
                new JournalDraft(DEMAND, contact, customer + 1, List.of(sales.staffId()), THEN, null, "x", null, null);
        assertThat(Refusal.of(() -> journal.add(sales, List.of(elsewhere))))
                .isEqualTo(new Problem.Invalid(Journal.CUSTOMER, Rule.NOT_A_CHOICE));
        assertThat(Refusal.of(() -> new TimeWindow(LATER, THEN)))
                .isEqualTo(new Problem.Invalid("until", Rule.OUT_OF_RANGE));
    }

    @Test
    void the_newest_contact_is_the_one_of_the_newest_entry() {
        long person = server.bean(Contacts.class).add(sales, Map.of("name", "乙", "customerId", customer));
        long first = added(sales, demand(THEN, "早"));
        added(sales, new JournalDraft(DEMAND, person, null, List.of(sales.staffId()), THEN, null, "旁", null, null));
        long last = added(sales, demand(LATER, "晚"));
        assertThat(journal.ofNewest(sales, DEMAND, MARCH, FIRST).rows())
                .extracting(JournalEntry::id)
                .containsExactly(last, first);
        assertThat(journal.ofNewest(stranger, DEMAND, MARCH, FIRST).rows()).isEmpty();
    }

    @Test
    void a_day_stays_active_while_anything_is_left_of_it_however_it_is_raced() {
        for (int round = 0; round < 12; round++) {
            long mine = added(sales, visit(contact, THEN, "先"));
            long other = customers.add(sales, Map.of("name", "竞态" + round));
            long person = server.bean(Contacts.class).add(sales, Map.of("name", "丙", "customerId", other));
            List<Callable<Long>> actions = List.of(
                    () -> {
                        journal.delete(sales, ACTIVITY, mine);
                        return mine;
                    },
                    () -> added(sales, visit(person, THEN, "后")));
            assertThat(Race.winners(Race.of(2, actions::get))).hasSize(2);
            assertThat(Fresh.number("select days from active_month where staff_id = ?", sales.staffId()))
                    .isEqualTo(16);
            assertThat(customers.get(sales, customer).instant("lastActivityAt")).isNull();
            journal.delete(sales, ACTIVITY, ids(sales, ACTIVITY).getFirst());
        }
        assertThat(Fresh.number("select days from active_month where staff_id = ?", sales.staffId()))
                .isZero();
    }

    @Test
    void changes_that_cross_do_not_wait_in_a_circle_and_leave_the_last_contact_right() {
        long other = customers.add(sales, Map.of("name", "交叉客户"));
        long person = server.bean(Contacts.class).add(sales, Map.of("name", "乙", "customerId", other));
        long first = added(sales, visit(contact, THEN, "早"));
        long last = added(sales, visit(person, LATER, "晚"));
        for (int round = 0; round < 10; round++) {
            int now = round;
            List<Callable<Long>> actions = List.of(
                    () -> {
                        journal.change(sales, first, visit(now % 2 == 0 ? person : contact, THEN, "早"));
                        return first;
                    },
                    () -> {
                        journal.change(sales, last, visit(now % 2 == 0 ? contact : person, LATER, "晚"));
                        return last;
                    });
            assertThat(Race.winners(Race.of(2, actions::get))).hasSize(2);
            assertThat(customers.get(sales, now % 2 == 0 ? customer : other).instant("lastActivityAt"))
                    .isEqualTo(LATER);
            assertThat(customers.get(sales, now % 2 == 0 ? other : customer).instant("lastActivityAt"))
                    .isEqualTo(THEN);
        }
    }

    @Test
    void one_of_two_deletions_at_once_finds_the_entry() {
        for (int round = 0; round < 10; round++) {
            long id = added(sales, visit(contact, THEN, "删"));
            assertThat(Race.winners(Race.of(3, n -> () -> {
                        journal.delete(sales, ACTIVITY, id);
                        return id;
                    })))
                    .hasSize(1);
        }
    }

    @Test
    void follow_ups_that_name_nobody_are_found_by_the_primary_contact() {
        var registered = server.bean(Activities.class);
        UUID uuid = Fresh.uuid(customer);
        registered.add(sales, new ActivityDraft(uuid, ActivityKind.WECHAT, "微信聊过", null));
        TimeWindow today = new TimeWindow(
                server.clock().instant().minusSeconds(60),
                server.clock().instant().plusSeconds(60));
        JournalEntry entry =
                journal.of(sales, ACTIVITY, contact, today, FIRST).rows().getFirst();
        assertThat(entry.content()).isEqualTo("微信聊过");
        assertThat(entry.contact()).isEqualTo(contact);
        assertThat(entry.followers()).containsExactly(entry.operator());
        added(sales, visit(contact, server.clock().instant(), "回访"));
        assertThat(registered.of(sales, uuid)).extracting(Activity::content).containsExactly("回访", "微信聊过");
    }

    @Test
    void records_of_the_pool_are_read_and_not_written() {
        long id = added(sales, visit(contact, THEN, "释放前"));
        server.bean(Pool.class).release(sales, Fresh.uuid(customer), "不做了");
        assertThat(journal.get(stranger, ACTIVITY, id).content()).isEqualTo("释放前");
        assertThat(journal.of(stranger, ACTIVITY, contact, MARCH, FIRST).total())
                .isOne();
        assertThat(ids(stranger, ACTIVITY)).isEmpty();
        assertThat(Refusal.of(() -> journal.delete(stranger, ACTIVITY, id))).isEqualTo(new Problem.InPool());
        assertThat(Refusal.of(() -> journal.add(sales, List.of(demand(THEN, "x")))))
                .isEqualTo(new Problem.InPool());
    }
}
