package io.haina.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.field.Values;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A field made unique holds each value once, whatever is written while it becomes so. */
class UniqueFieldsTest {

    private static final int ROUNDS = 15;

    private final HainaServer server = HainaServer.get();
    private final Leads leads = server.bean(Leads.class);
    private final Records records = server.bean(Records.class);
    private final CustomFields fields = server.bean(CustomFields.class);
    private final TestCompany company = TestCompany.create();

    private static CustomFieldDraft licence(String label, boolean unique) {
        FieldRules rules = new FieldRules(false, unique, false, List.of(), null, null, 50, Set.of(), Set.of());
        return new CustomFieldDraft(RecordKind.LEAD, label, FieldType.TEXT, 50, rules);
    }

    @Test
    void who_read_the_fields_before_one_became_unique_is_refused_a_taken_value() {
        long id = fields.add(company.admin().actor(), licence("执照", false));
        Actor sales = company.again(company.sales()).actor();
        leads.add(sales, Map.of("name", "先到", "f" + id, "A-1"));
        Permit permit = Access.permit(sales, UseCase.LEAD_ADD);
        Values late = records.readNew(permit, RecordKind.LEAD, Map.of("name", "后到", "f" + id, "a-1"));
        Values other = records.readNew(permit, RecordKind.LEAD, Map.of("name", "别的", "f" + id, "B-1"));

        fields.change(company.again(company.admin()).actor(), id, licence("执照", true), false);

        assertThat(Refusal.of(() -> records.add(permit, RecordKind.LEAD, late, Map.of())))
                .isInstanceOf(Problem.ValueTaken.class);
        records.add(permit, RecordKind.LEAD, other, Map.of());
        assertThat(Refusal.of(() -> leads.add(sales, Map.of("name", "再来", "f" + id, "B-1"))))
                .isInstanceOf(Problem.ValueTaken.class);
    }

    @Test
    void a_field_does_not_become_unique_over_two_equal_values_that_are_written_at_the_same_moment() {
        for (int round = 0; round < ROUNDS; round++) {
            String label = "编号" + round;
            long id = fields.add(company.again(company.admin()).actor(), licence(label, false));
            Actor admin = company.again(company.admin()).actor();
            Actor sales = company.again(company.sales()).actor();

            List<Race.Outcome<Long>> outcomes = Race.of(5, n -> () -> {
                if (n == 2) {
                    fields.change(admin, id, licence(label, true), false);
                    return -1L;
                }
                return leads.add(sales, Map.of("name", label + "-" + n, "f" + id, "same"));
            });

            List<Long> made = Race.winners(outcomes);
            Filter same = new Filter.Is("f" + id, Set.of("same"));
            Actor now = company.again(company.sales()).actor();
            long there = leads.list(now, same, new Page(1, 10), Order.NEWEST).total();
            assertThat(made.contains(-1L) ? there <= 1 : there >= 2)
                    .as("round %s: %s, %s records", round, made, there)
                    .isTrue();
            assertThat(there).isEqualTo(made.stream().filter(each -> each > 0).count());
        }
    }
}
