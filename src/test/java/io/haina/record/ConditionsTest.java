package io.haina.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.field.Conditions;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.tenant.Role;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each condition on each kind of field finds exactly the records it should, built-in field or a tenant's own. */
class ConditionsTest {

    private static final Page ALL = new Page(1, 100);

    private final HainaServer server = HainaServer.get();
    private final Leads leads = server.bean(Leads.class);
    private final Catalogs catalogs = server.bean(Catalogs.class);
    private final CustomFields fields = server.bean(CustomFields.class);
    private final TestCompany company = TestCompany.create();
    private Actor sales = company.sales().actor();
    private String number = "";
    private String money = "";
    private String day = "";
    private String moment = "";
    private String many = "";
    private String truth = "";
    private String person = "";

    @BeforeEach
    void three_leads_with_everything_and_one_with_nothing() {
        number = field("数字", FieldType.NUMBER);
        money = field("金额", FieldType.MONEY);
        day = field("日期", FieldType.DATE);
        moment = field("时间", FieldType.INSTANT);
        many = field("多选", FieldType.MULTI_CHOICE);
        truth = field("布尔", FieldType.BOOLEAN);
        person = field("人员", FieldType.STAFF);
        sales = company.again(company.sales()).actor();
        lead("甲", "13800000001", 1, "1.50", "2026-01-31", "2026-01-31 23:59:59", "A,B", "true");
        lead("乙%_", "13900000002", 2, "99999999999.99", "2026-02-01", "2026-02-01 00:00:00", "B", "false");
        lead("丙ABC", "13700000003", 10, "-3.00", "2026-03-15", "2026-03-15 12:00:00", "C", "是");
        leads.add(sales, Map.of("name", "空"));
    }

    private String field(String label, FieldType type) {
        List<String> options = type == FieldType.MULTI_CHOICE ? List.of("A", "B", "C") : List.of();
        FieldRules rules =
                new FieldRules(false, false, type == FieldType.NUMBER, options, null, null, 50, Set.of(), Set.of());
        return "f" + fields.add(company.admin().actor(), new CustomFieldDraft(RecordKind.LEAD, label, type, 0, rules));
    }

    private void lead(
            String name, String mobile, int n, String amount, String date, String time, String choices, String yes) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        draft.put("name", name);
        draft.put("mobile", mobile);
        draft.put("nextContactAt", time);
        draft.put(number, n);
        draft.put(money, amount);
        draft.put(day, date);
        draft.put(moment, time);
        draft.put(many, choices);
        draft.put(truth, yes);
        draft.put(person, sales.staffId());
        leads.add(sales, draft);
    }

    private Filter condition(String field, Operator operator, String... values) {
        return new Conditions(
                        catalogs.of(sales, RecordKind.LEAD), sales.tenant().zone())
                .filter(field, operator, List.of(values));
    }

    private List<String> found(Filter filter) {
        var slice = leads.list(sales, filter, ALL, new Order("name", true));
        assertThat(slice.total()).isEqualTo(slice.rows().size());
        return slice.rows().stream().map(row -> row.text("name")).toList();
    }

    private void finds(String field, Operator operator, List<String> values, String... names) {
        assertThat(found(condition(field, operator, values.toArray(String[]::new))))
                .as("%s %s %s", field, operator, values)
                .containsExactlyInAnyOrder(names);
    }

    @Test
    void texts() {
        finds("name", Operator.IS, List.of("甲"), "甲");
        finds("name", Operator.IS_NOT, List.of("甲"), "乙%_", "丙ABC", "空");
        finds("name", Operator.CONTAINS, List.of("%"), "乙%_");
        finds("name", Operator.CONTAINS, List.of("_"), "乙%_");
        finds("name", Operator.CONTAINS, List.of("abc"), "丙ABC");
        finds("name", Operator.CONTAINS, List.of("' or 1=1 --"));
        finds("mobile", Operator.NOT_CONTAINS, List.of("138"), "乙%_", "丙ABC", "空");
        finds("mobile", Operator.STARTS_WITH, List.of("138"), "甲");
        finds("mobile", Operator.ENDS_WITH, List.of("0003"), "丙ABC");
        finds("mobile", Operator.IS_NULL, List.of(), "空");
        finds("mobile", Operator.IS_NOT_NULL, List.of(), "甲", "乙%_", "丙ABC");
        finds("mobile", Operator.IN, List.of("13800000001", "13700000003"), "甲", "丙ABC");
        finds("mobile", Operator.NOT_IN, List.of("13800000001"), "乙%_", "丙ABC", "空");
    }

    @Test
    void numbers_compare_as_numbers() {
        finds(number, Operator.IS, List.of("10"), "丙ABC");
        finds(number, Operator.IS_NOT, List.of("10"), "甲", "乙%_", "空");
        finds(number, Operator.GREATER, List.of("2"), "丙ABC");
        finds(number, Operator.AT_LEAST, List.of("2"), "乙%_", "丙ABC");
        finds(number, Operator.LESS, List.of("10"), "甲", "乙%_");
        finds(number, Operator.BETWEEN, List.of("1", "2"), "甲", "乙%_");
        finds(number, Operator.BETWEEN, List.of("", "2"), "甲", "乙%_");
        finds(money, Operator.IS, List.of("1.5"), "甲");
        finds(money, Operator.AT_LEAST, List.of("99999999999.99"), "乙%_");
        finds(money, Operator.LESS, List.of("0"), "丙ABC");
        finds(money, Operator.IS_NULL, List.of(), "空");
    }

    @Test
    void days_and_instants_compare_by_the_tenants_days() {
        for (String field : List.of(moment, "nextContactAt")) {
            finds(field, Operator.IS, List.of("2026-01-31"), "甲");
            finds(field, Operator.IS_NOT, List.of("2026-01-31"), "乙%_", "丙ABC", "空");
            finds(field, Operator.BETWEEN, List.of("2026-01-31", "2026-02-01"), "甲", "乙%_");
            finds(field, Operator.GREATER, List.of("2026-01-31"), "乙%_", "丙ABC");
            finds(field, Operator.AT_MOST, List.of("2026-01-31"), "甲");
            finds(field, Operator.IS, List.of("2026-03-15 12:00:00"), "丙ABC");
            finds(field, Operator.LESS, List.of("2026-01-31 23:59:59"));
        }
        finds(day, Operator.BETWEEN, List.of("2026-01-31", "2026-02-01"), "甲", "乙%_");
        finds(day, Operator.GREATER, List.of("2026-02-01"), "丙ABC");
        finds(day, Operator.IS_NULL, List.of(), "空");
    }

    @Test
    void each_of_several_days_and_seconds_is_the_whole_of_it() {
        for (String field : List.of(moment, "nextContactAt")) {
            finds(field, Operator.IN, List.of("2026-01-31", "2026-03-15"), "甲", "丙ABC");
            finds(field, Operator.IN, List.of("2026-01-31"), "甲");
            finds(field, Operator.IN, List.of("2026-01-30", "2026-02-01 00:00:00"), "乙%_");
            finds(field, Operator.NOT_IN, List.of("2026-01-31", "2026-03-15"), "乙%_", "空");
            finds(field, Operator.NOT_IN, List.of("2026-01-31"), "乙%_", "丙ABC", "空");
        }
        finds(day, Operator.IN, List.of("2026-01-31", "2026-03-15"), "甲", "丙ABC");
        finds(money, Operator.IN, List.of("1.5", "-3", "7"), "甲", "丙ABC");
        finds(number, Operator.NOT_IN, List.of("1", "10"), "乙%_", "空");
        finds(truth, Operator.IN, List.of("true", "1"), "甲", "丙ABC");
    }

    @Test
    void a_time_without_an_offset_is_its_whole_second_and_one_with_an_offset_is_exact() {
        String field = "nextContactAt";
        leads.add(sales, Map.of("name", "丁", field, "2026-04-01T00:00:00.25Z"));
        leads.add(sales, Map.of("name", "戊", field, "2026-04-01T00:00:01Z"));
        String second = "2026-04-01 08:00:00";
        String others = "2026-01-01";
        finds(field, Operator.IS, List.of(second), "丁");
        finds(field, Operator.IN, List.of(second, "2026-04-01 08:00:01"), "丁", "戊");
        finds(field, Operator.NOT_IN, List.of(second, others), "甲", "乙%_", "丙ABC", "空", "戊");
        finds(field, Operator.IS_NOT, List.of(second), "甲", "乙%_", "丙ABC", "空", "戊");
        finds(field, Operator.GREATER, List.of(second), "戊");
        finds(field, Operator.AT_LEAST, List.of(second), "丁", "戊");
        finds(field, Operator.LESS, List.of(second), "甲", "乙%_", "丙ABC");
        finds(field, Operator.AT_MOST, List.of(second), "甲", "乙%_", "丙ABC", "丁");
        finds(field, Operator.BETWEEN, List.of(second, second), "丁");
        finds(field, Operator.IS, List.of("2026-04-01T00:00:00Z"));
        finds(field, Operator.IS, List.of("2026-04-01T08:00:00.25+08:00"), "丁");
        finds(field, Operator.IN, List.of("2026-04-01T00:00:00.25Z", "2026-04-01T00:00:00.5Z"), "丁");
        finds(field, Operator.GREATER, List.of("2026-04-01T00:00:00Z"), "丁", "戊");
        finds(field, Operator.GREATER, List.of("2026-04-01T00:00:00.25Z"), "戊");
        finds(field, Operator.AT_MOST, List.of("2026-04-01T00:00:00Z"), "甲", "乙%_", "丙ABC");
        finds(moment, Operator.IS, List.of("2026-03-15T04:00:00.000001Z"), "丙ABC");
    }

    @Test
    void lists_truths_and_people() {
        finds(many, Operator.CONTAINS, List.of("B"), "甲", "乙%_");
        finds(many, Operator.NOT_CONTAINS, List.of("B"), "丙ABC", "空");
        finds(many, Operator.IN, List.of("A", "C"), "甲", "丙ABC");
        finds(many, Operator.IS_NULL, List.of(), "空");
        finds(truth, Operator.IS, List.of("true"), "甲", "丙ABC");
        finds(truth, Operator.IS_NOT, List.of("1"), "乙%_", "空");
        finds(person, Operator.IS, List.of(Long.toString(sales.staffId())), "甲", "乙%_", "丙ABC");
    }

    @Test
    void all_of_several_hold_and_every_field_orders() {
        assertThat(found(Filter.all(
                        condition(number, Operator.GREATER, "1"),
                        condition(many, Operator.CONTAINS, "B"),
                        condition("mobile", Operator.STARTS_WITH, "139"))))
                .containsExactly("乙%_");
        for (var field : catalogs.of(sales, RecordKind.LEAD).fields()) {
            for (boolean ascending : new boolean[] {true, false}) {
                assertThat(leads.list(sales, Filter.EVERYTHING, ALL, new Order(field.name(), ascending))
                                .rows())
                        .hasSize(4);
            }
        }
        assertThat(leads.list(sales, Filter.EVERYTHING, ALL, new Order(number, false)).rows().stream()
                        .map(row -> row.text("name")))
                .containsExactly("丙ABC", "乙%_", "甲", "空");
    }

    @Test
    void what_fits_no_field_is_refused_by_name() {
        assertThat(Refusal.of(() -> condition("password_hash", Operator.IS, "x")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> condition("name; drop table lead", Operator.IS, "x")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> condition(number, Operator.CONTAINS, "1"))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> condition(number, Operator.IS, "x"))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> condition(day, Operator.IS, "2026-02-30"))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> condition(truth, Operator.GREATER, "1"))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> condition("name", Operator.CONTAINS, "a", "b")))
                .isEqualTo(new Problem.Invalid("name", Problem.Rule.TOO_LONG, 1));
        assertThat(Refusal.of(() -> condition(day, Operator.BETWEEN, "2026-02-01", "2026-02-02", "2026-02-03")))
                .isEqualTo(new Problem.Invalid(day, Problem.Rule.TOO_LONG, 2));
        assertThat(Refusal.of(() -> condition(day, Operator.BETWEEN, "2026-02-01")))
                .isEqualTo(new Problem.Invalid(day, Problem.Rule.TOO_SHORT, 2));
        assertThat(Refusal.of(() -> condition(day, Operator.BETWEEN, "", " ")))
                .isEqualTo(new Problem.Invalid(day, Problem.Rule.REQUIRED));
        assertThat(Refusal.of(
                        () -> leads.list(sales, Filter.EVERYTHING, ALL, new Order("custom; drop table lead", true))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_comma_in_a_number_is_between_groups_of_three_digits_or_refused() {
        long id = leads.add(sales, Map.of("name", "丁", money, "1,200,000.00"));
        assertThat((BigDecimal) leads.get(sales, id).get(money)).isEqualByComparingTo("1200000.00");
        leads.change(sales, id, Map.of(money, "-12,345"));
        assertThat((BigDecimal) leads.get(sales, id).get(money)).isEqualByComparingTo("-12345.00");
        for (String wrong :
                List.of("12,5", "1,2,3", "1,23", "1,2345", "1200,000", ",123", "1,200,", "1.5,000", "1,,000")) {
            assertThat(Refusal.of(() -> leads.change(sales, id, Map.of(money, wrong))))
                    .as(wrong)
                    .isEqualTo(new Problem.Invalid(money, Problem.Rule.WRONG_TYPE));
        }
    }

    @Test
    void a_field_hidden_from_a_role_is_not_shown_filtered_sorted_or_set_by_it() {
        FieldRules hidden =
                new FieldRules(false, false, false, List.of(), null, null, 50, Set.of(Role.SALES), Set.of());
        long id = fields.add(
                company.admin().actor(), new CustomFieldDraft(RecordKind.LEAD, "成本", FieldType.MONEY, 0, hidden));
        Actor admin = company.again(company.admin()).actor();
        Actor again = company.again(company.sales()).actor();
        String name = "f" + id;
        assertThat(leads.list(admin, Filter.EVERYTHING, ALL, Order.NEWEST)
                        .rows()
                        .getFirst()
                        .values())
                .containsKey(name);
        assertThat(leads.list(again, Filter.EVERYTHING, ALL, Order.NEWEST)
                        .rows()
                        .getFirst()
                        .values())
                .doesNotContainKey(name);
        assertThat(Refusal.of(() ->
                        leads.list(again, new Filter.Match(name, Operator.IS_NULL, List.of()), ALL, Order.NEWEST)))
                .isEqualTo(new Problem.Invalid(name, Problem.Rule.UNKNOWN));
        assertThat(Refusal.of(() -> leads.list(again, Filter.EVERYTHING, ALL, new Order(name, true))))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> leads.add(again, Map.of("name", "丁", name, "1"))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_field_of_people_names_only_people_of_the_company() {
        long foreigner = TestCompany.create().sales().actor().staffId();
        for (long nobody : new long[] {foreigner, 999_999_999L}) {
            assertThat(Refusal.of(() -> leads.add(sales, Map.of("name", "丁", person, nobody))))
                    .isEqualTo(new Problem.Invalid(person, Problem.Rule.NOT_A_CHOICE));
        }
        long id = leads.add(sales, Map.of("name", "丁"));
        assertThat(Refusal.of(() -> leads.change(sales, id, Map.of(person, foreigner))))
                .isInstanceOf(Problem.Invalid.class);
        leads.change(sales, id, Map.of(person, company.admin().staff().id()));
        assertThat(leads.get(sales, id).whole(person))
                .isEqualTo(company.admin().staff().id());
    }
}
