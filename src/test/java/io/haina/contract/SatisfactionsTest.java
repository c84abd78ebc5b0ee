package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.feedback.Satisfaction;
import io.haina.feedback.Satisfactions;
import io.haina.filter.Page;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The core's satisfactions. */
class SatisfactionsTest {

    private static final Page FIRST = new Page(1, 20);
    private static final Instant EVER = Instant.parse("1950-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2950-01-01T00:00:00Z");

    private final HainaServer server = HainaServer.get();
    private final Satisfactions satisfactions = server.bean(Satisfactions.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor manager = company.eastManager().actor();
    private final Actor stranger = company.south().getFirst().actor();
    private final long customer = Fresh.customer(sales, "满意客户");
    private final long contact = server.bean(Contacts.class).add(sales, Map.of("name", "张三", "customerId", customer));

    private static Map<String, @Nullable Object> draft(@Nullable Object... pairs) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            draft.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return draft;
    }

    private long add(int value, List<Long> staff, @Nullable Object... more) {
        Map<String, @Nullable Object> draft =
                draft("contactId", contact, "value", value, "recordedAt", "2021-07-15 01:02:30");
        draft.putAll(draft(more));
        return satisfactions.add(sales, draft, staff);
    }

    private List<Satisfaction> seenBy(Actor actor) {
        return satisfactions.of(actor, contact, EVER, NEVER, FIRST).rows();
    }

    @Test
    void what_a_contact_says_is_read_changed_and_taken_back_by_whoever_sees_the_contact() {
        long id = add(4, List.of(manager.staffId(), sales.staffId()), "note", "很好");
        assertThat(seenBy(manager)).singleElement().satisfies(each -> {
            assertThat(each.value()).isEqualTo(4);
            assertThat(each.staff()).containsExactly(manager.staffId(), sales.staffId());
            assertThat(each.operator()).isEqualTo(sales.staffId());
            assertThat(each.recordedAt()).isEqualTo(Instant.parse("2021-07-14T17:02:30Z"));
        });
        satisfactions.change(manager, id, draft("value", "-10", "note", ""), List.of(stranger.staffId()));
        satisfactions.change(sales, id, draft("attachment", "https://example.com/a.png"), null);
        Satisfaction changed = seenBy(company.admin().actor()).getFirst();
        assertThat(changed.value()).isEqualTo(-10);
        assertThat(changed.note()).isNull();
        assertThat(changed.staff()).containsExactly(stranger.staffId());
        assertThat(changed.attachment()).isEqualTo("https://example.com/a.png");
        var missing = new Problem.NotFound(Kind.SATISFACTION);
        assertThat(Refusal.of(() -> seenBy(stranger))).isEqualTo(new Problem.NotFound(Kind.CONTACT));
        assertThat(Refusal.of(() -> satisfactions.change(stranger, id, draft("value", 1), null)))
                .isEqualTo(missing);
        assertThat(Refusal.of(() -> satisfactions.delete(stranger, id))).isEqualTo(missing);
        satisfactions.delete(sales, id);
        assertThat(seenBy(sales)).isEmpty();
        assertThat(Refusal.of(() -> satisfactions.delete(sales, id))).isEqualTo(missing);
        assertThat(Refusal.of(() -> satisfactions.change(sales, id, draft("value", 1), null)))
                .isEqualTo(missing);
    }

    @Test
    void a_list_has_what_was_said_in_its_time_the_newest_first() {
        long first = add(1, List.of(), "recordedAt", "2021-07-01");
        long second = add(2, List.of(), "recordedAt", "2021-07-02");
        add(3, List.of(), "recordedAt", "2021-08-02");
        Instant from = Instant.parse("2021-06-30T16:00:00Z");
        Instant until = Instant.parse("2021-08-01T16:00:00Z");
        var found = satisfactions.of(sales, contact, from, until, FIRST);
        assertThat(found.rows()).extracting(Satisfaction::id).containsExactly(second, first);
        assertThat(found.total()).isEqualTo(2);
        var beyond = satisfactions.of(sales, contact, from, until, new Page(2, 20));
        assertThat(beyond.rows()).isEmpty();
        assertThat(Refusal.of(() -> satisfactions.of(sales, contact, until, from, FIRST)))
                .isEqualTo(new Problem.Invalid("until", Rule.OUT_OF_RANGE));
    }

    @Test
    void values_that_break_a_rule_and_people_who_are_not_there_are_refused() {
        for (int wrong : List.of(-11, 11)) {
            assertThat(Refusal.of(() -> add(wrong, List.of())))
                    .isEqualTo(new Problem.Invalid("value", Rule.OUT_OF_RANGE, "-10~10"));
        }
        assertThat(Refusal.of(() -> add(1, List.of(), "value", null)))
                .isEqualTo(new Problem.Invalid("value", Rule.REQUIRED));
        assertThat(Refusal.of(() -> add(1, List.of(), "recordedAt", null)))
                .isEqualTo(new Problem.Invalid("recordedAt", Rule.REQUIRED));
        assertThat(Refusal.of(() -> add(1, List.of(), "attachment", "javascript:alert(1)")))
                .isEqualTo(new Problem.Invalid("attachment", Rule.MALFORMED));
        var nobody = new Problem.NotFound(Kind.STAFF);
        assertThat(Refusal.of(() -> add(1, List.of(98765432L)))).isEqualTo(nobody);
        long others = server.bean(Contacts.class)
                .add(stranger, Map.of("name", "李四", "customerId", Fresh.customer(stranger, "他人客户")));
        assertThat(Refusal.of(() -> add(1, List.of(), "contactId", others)))
                .isEqualTo(new Problem.NotFound(Kind.CONTACT));
        long id = add(1, List.of());
        assertThat(Refusal.of(() -> satisfactions.change(sales, id, draft("contactId", others), null)))
                .isEqualTo(new Problem.NotFound(Kind.CONTACT));
        assertThat(seenBy(sales)).hasSize(1);
    }
}
