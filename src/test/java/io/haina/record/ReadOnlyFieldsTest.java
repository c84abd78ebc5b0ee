package io.haina.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.tenant.Role;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A role that only reads a field may send back what it was shown, and nothing else. */
class ReadOnlyFieldsTest {

    private static final int ROUNDS = 30;

    private final HainaServer server = HainaServer.get();
    private final Leads leads = server.bean(Leads.class);
    private final CustomFields fields = server.bean(CustomFields.class);
    private final TestCompany company = TestCompany.create();

    private String field(FieldType type, List<String> options, @Nullable String standard) {
        FieldRules rules =
                new FieldRules(false, false, false, options, standard, null, 50, Set.of(), Set.of(Role.SALES));
        CustomFieldDraft draft = new CustomFieldDraft(RecordKind.LEAD, "只读" + type + standard, type, 50, rules);
        return "f" + fields.add(Fresh.actor(company.admin()), draft);
    }

    private void change(TestCompany.Person person, long lead, String field, @Nullable Object value) {
        Map<String, @Nullable Object> raw = new HashMap<>();
        raw.put("remark", "改过");
        raw.put(field, value);
        leads.change(Fresh.actor(person), lead, raw);
    }

    private Row lead(long id) {
        return leads.get(Fresh.actor(company.admin()), id);
    }

    @Test
    void a_value_of_any_type_is_sent_back_as_it_was_shown_and_another_is_refused_with_all_that_came_along() {
        Map<FieldType, List<Object>> values = Map.of(
                FieldType.TEXT, List.of("甲", "乙"),
                FieldType.NUMBER, List.of("7", "8"),
                FieldType.DECIMAL, List.of("1.50", "1.51"),
                FieldType.MONEY, List.of("1.5", "1.51"),
                FieldType.DATE, List.of("2026-01-02", "2026-01-03"),
                FieldType.INSTANT, List.of("2026-01-02 03:04:05", "2026-01-02 03:04:06"),
                FieldType.BOOLEAN, List.of("1", "0"),
                FieldType.MULTI_CHOICE, List.of("甲,乙", List.of("甲")));
        values.forEach((type, both) -> {
            String name = field(type, type == FieldType.MULTI_CHOICE ? List.of("甲", "乙") : List.of(), null);
            long lead = leads.add(Fresh.actor(company.sales()), Map.of("name", "线索" + type));
            change(company.sales(), lead, name, null);
            change(company.sales(), lead, name, " ");
            change(company.admin(), lead, name, both.getFirst());
            Object stored = lead(lead).get(name);
            change(company.sales(), lead, name, both.getFirst());
            change(company.admin(), lead, "remark", null);
            for (Object other : new Object[] {both.getLast(), null, ""}) {
                assertThat(Refusal.of(() -> change(company.sales(), lead, name, other)))
                        .as("%s of %s", other, type)
                        .isInstanceOf(Problem.FieldReadOnly.class);
            }
            assertThat(lead(lead).get(name)).isEqualTo(stored).isNotNull();
            assertThat(lead(lead).get("remark")).isNull();
        });
    }

    @Test
    void a_time_is_sent_back_with_its_fraction_or_without() {
        long lead =
                leads.add(Fresh.actor(company.sales()), Map.of("name", "时间", "nextContactAt", "2026-01-02 03:04:05"));
        Instant stored = Instant.parse("2026-01-01T19:04:05.250Z");
        server.jdbc()
                .update("update lead set next_contact_at = next_contact_at + interval '250 ms' where id = ?", lead);
        assertThat(company.admin()
                        .http()
                        .patch("/api/v1/leads/fields/nextContactAt", Map.of("readOnlyFor", List.of("sales")))
                        .status())
                .isEqualTo(200);
        change(company.sales(), lead, "nextContactAt", "2026-01-02 03:04:05");
        change(company.sales(), lead, "nextContactAt", stored.toString());
        assertThat(Refusal.of(() -> change(company.sales(), lead, "nextContactAt", "2026-01-02 03:04:06")))
                .isInstanceOf(Problem.FieldReadOnly.class);
        assertThat(lead(lead).instant("nextContactAt")).isEqualTo(stored);
    }

    @Test
    void a_new_record_has_what_the_form_begins_with_and_nothing_else() {
        String plain = field(FieldType.TEXT, List.of(), null);
        String begun = field(FieldType.NUMBER, List.of(), "3");
        long lead = leads.add(Fresh.actor(company.sales()), Map.of("name", "新的", plain, "", begun, "3"));
        assertThat(lead(lead).get(plain)).isNull();
        assertThat(lead(lead).get(begun)).isEqualTo(3L);
        for (Map<String, String> draft : List.of(Map.of("name", "新的", plain, "x"), Map.of("name", "新的", begun, "4"))) {
            assertThat(Refusal.of(() -> leads.add(Fresh.actor(company.sales()), draft)))
                    .isInstanceOf(Problem.FieldReadOnly.class);
        }
    }

    @Test
    void what_somebody_changes_at_the_same_moment_is_never_taken_for_unchanged() {
        String name = field(FieldType.TEXT, List.of(), null);
        for (int round = 0; round < ROUNDS; round++) {
            long lead = leads.add(Fresh.actor(company.admin()), Map.of("name", "线索" + round, name, "甲"));
            leads.moveTo(
                    Fresh.actor(company.admin()),
                    List.of(lead),
                    company.sales().staff().id());
            List<Race.Outcome<String>> outcomes = Race.of(4, n -> () -> {
                if (n == 0) {
                    leads.change(Fresh.actor(company.admin()), lead, Map.of(name, "乙"));
                } else {
                    change(company.sales(), lead, name, "甲");
                }
                return "done " + n;
            });
            assertThat(Race.winners(outcomes)).contains("done 0");
            assertThat(lead(lead).get(name)).isEqualTo("乙");
            long late = Fresh.number(
                    "select count(*) from audit where tenant_id = ? and kind = 'lead' and record_id = ?"
                            + " and action = 'lead.change' and actor_id = ? and before -> 'custom' ->> ? = '乙'",
                    company.tenantId(),
                    lead,
                    company.sales().staff().id(),
                    name.substring(1));
            assertThat(late).as("round %s", round).isZero();
        }
    }
}
