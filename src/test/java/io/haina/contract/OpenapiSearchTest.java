package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search finds what looking at every customer would find, whatever the field and the operator. */
class OpenapiSearchTest {

    private static final String LIST = "/openapi/crm/list";
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> EQUALITY = List.of("eq", "ne", "in", "nin", "empty", "notEmpty");
    private static final List<String> ORDER = List.of("gt", "gte", "lt", "lte", "between");
    private static final List<String> PARTS = List.of("contains", "notContains", "startWith");
    private static final Comparator<String> TEXTS = Comparator.naturalOrder();
    private static final Comparator<String> NUMBERS = Comparator.comparing(BigDecimal::new);

    private static final TestCompany COMPANY = TestCompany.create();
    private static Openapi app;
    private static String owner = "";
    private static String pool = "";
    private static final Map<String, String> OWN = new HashMap<>();
    private static List<JsonNode> all = List.of();

    /** What is asked of a field: by which operators, and with which values. */
    private record Asked(List<String> operators, Comparator<String> order, List<String> values) {}

    @BeforeAll
    static void customers_of_every_sort() {
        app = Openapi.of(COMPANY);
        owner = Long.toString(COMPANY.sales().actor().staffId());
        pool = Long.toString(
                Fresh.number("select id from pool where tenant_id = ? and is_default", COMPANY.tenantId()));
        own("数字", FieldType.NUMBER, List.of());
        own("金额", FieldType.MONEY, List.of());
        own("日期", FieldType.DATE, List.of());
        own("时刻", FieldType.INSTANT, List.of());
        own("选择", FieldType.CHOICE, List.of("甲", "乙", "丙"));
        own("多选", FieldType.MULTI_CHOICE, List.of("A", "B", "C"));
        own("地区", FieldType.CASCADE, List.of("广东/深圳", "广东/广州", "北京"));
        own("文字", FieldType.TEXT, List.of());
        add(
                "华为技术",
                "\"mobile\":[{\"value\":\"13800000001\"},{\"value\":\"13900000009\"}],\"owner\":\"" + owner
                        + "\",\"customerSource\":[\"广告\"]," + own("数字", 1) + own("金额", "1.50") + own("日期", "2026-01-31")
                        + own("时刻", "2026-01-31 23:59:59") + own("选择", "甲") + own("多选", List.of("A", "B"))
                        + own("地区", List.of("广东", "深圳")) + own("文字", "50%_折\\扣")
                        + "\"assignTime\":\"2024-11-14 09:46:17\"");
        add(
                "华为终端",
                "\"mobile\":[{\"value\":\"13800000002\"}],\"email\":[{\"value\":\"A@b.cn\"}],\"owner\":\""
                        + COMPANY.south().getFirst().actor().staffId() + "\"," + own("数字", 2)
                        + own("金额", "99999999999.99")
                        + own("日期", "2026-02-01") + own("时刻", "2026-02-01 00:00:00") + own("选择", "乙")
                        + own("多选", List.of("B")) + own("地区", List.of("广东", "广州")) + own("文字", "abc")
                        + "\"createMethod\":\"导入\"");
        add(
                "腾讯科技",
                "\"email\":[{\"value\":\"a@b.cn\"},{\"value\":\"z@z.cn\"}],\"qq\":[{\"value\":\"10001\"}],"
                        + own("数字", 10) + own("金额", "-3") + own("日期", "2026-03-15") + own("时刻", "2026-03-15 12:00:00")
                        + own("选择", "丙") + own("多选", List.of("C", "A")) + own("地区", List.of("北京"))
                        + own("文字", "ABC") + "\"visitorId\":\"v-1\"");
        add("空空如也", "\"wechat\":[]");
        add("微信客户", "\"wechat\":[{\"value\":\"wx_1\"},{\"value\":\"wx%2\"}],\"customerSource\":\"转介绍\"");
        COMPANY.sales().http().post("/api/customers", """
                {"customer_name": "报备客户", "contact_person": "张三", "contact_phone": "13700000007", "source": "广告"}""");
        all = list(List.of(), 100).at("/data/list").valueStream().toList();
        assertThat(all).hasSize(6);
    }

    private static void own(String label, FieldType type, List<String> options) {
        FieldRules rules =
                new FieldRules(false, false, type == FieldType.NUMBER, options, 0, null, null, 50, Set.of(), Set.of());
        OWN.put(
                label,
                "f"
                        + HainaServer.get()
                                .bean(CustomFields.class)
                                .add(
                                        COMPANY.admin().actor(),
                                        new CustomFieldDraft(RecordKind.CUSTOMER, label, type, 0, rules)));
    }

    private static String own(String label, Object value) {
        return "\"" + OWN.get(label) + "\":" + MAPPER.writeValueAsString(value) + ",";
    }

    private static void add(String name, String more) {
        Answer answer = app.post("/openapi/crm/add", "{\"customerName\":\"" + name + "\"," + more + "}");
        assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo("200");
    }

    private static Answer list(List<Map<String, Object>> search, int limit) {
        return app.post(LIST, Map.of("page", 1, "limit", limit, "search", search));
    }

    private static Map<String, Object> condition(String field, String operator, List<String> values) {
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("field", field);
        condition.put("operator", operator);
        condition.put("value", values);
        return condition;
    }

    private static List<String> names(Answer answer) {
        assertThat(answer.at("/code").asString()).as(answer::toString).isEqualTo("200");
        return answer.at("/data/list")
                .valueStream()
                .map(row -> row.path("customerName").asString())
                .toList();
    }

    /** All that a customer has in a field, as texts. */
    private static List<String> values(JsonNode row, String key) {
        JsonNode value = row.path(key);
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(
                    each -> values.add(each.isObject() ? each.path("value").asString() : each.asString()));
        } else if (!value.isNull() && !value.asString().isEmpty()) {
            values.add(value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
        }
        return values;
    }

    private static boolean passes(
            List<String> has, String operator, Comparator<String> order, List<String> wanted, boolean whole) {
        String first = wanted.isEmpty() ? "" : wanted.getFirst();
        return switch (operator) {
            case "eq" ->
                whole
                        ? has.containsAll(wanted)
                        : has.stream().anyMatch(each -> wanted.stream().anyMatch(w -> order.compare(each, w) == 0));
            case "in" -> has.stream().anyMatch(each -> wanted.stream().anyMatch(w -> order.compare(each, w) == 0));
            case "ne" -> !passes(has, "eq", order, wanted, whole);
            case "nin" -> !passes(has, "in", order, wanted, whole);
            case "contains" ->
                whole
                        ? has.containsAll(wanted)
                        : has.stream().anyMatch(each -> lower(each).contains(lower(first)));
            case "notContains" -> !passes(has, "contains", order, wanted, whole);
            case "startWith" -> has.stream().anyMatch(each -> lower(each).startsWith(lower(first)));
            case "gt" -> has.stream().anyMatch(each -> order.compare(each, first) > 0);
            case "gte" -> has.stream().anyMatch(each -> order.compare(each, first) >= 0);
            case "lt" -> has.stream().anyMatch(each -> order.compare(each, first) < 0);
            case "lte" -> has.stream().anyMatch(each -> order.compare(each, first) <= 0);
            case "between" ->
                has.stream()
                        .anyMatch(
                                each -> order.compare(each, first) >= 0 && order.compare(each, wanted.getLast()) <= 0);
            case "empty" -> has.isEmpty();
            case "notEmpty" -> !has.isEmpty();
            default -> throw new AssertionError(operator);
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void check(String key, Asked asked, boolean whole) {
        for (String operator : asked.operators()) {
            for (List<String> wanted : wanted(operator, asked.values(), whole)) {
                List<String> expected = all.stream()
                        .filter(row -> passes(values(row, key), operator, asked.order(), wanted, whole))
                        .map(row -> row.path("customerName").asString())
                        .toList();
                Answer answer = list(List.of(condition(key, operator, wanted)), 100);
                assertThat(names(answer)).as("%s %s %s", key, operator, wanted).isEqualTo(expected);
                assertThat(answer.at("/data/count").asInt()).isEqualTo(expected.size());
            }
        }
    }

    private static List<List<String>> wanted(String operator, List<String> values, boolean whole) {
        return switch (operator) {
            case "empty", "notEmpty" -> List.of(List.of());
            case "between" -> List.of(List.of(values.getFirst(), values.getLast()));
            case "in", "nin" -> List.of(values, List.of(values.getFirst()));
            case "eq", "ne" -> List.of(List.of(values.getFirst()), List.of(values.getLast()), values);
            default ->
                whole
                        ? List.of(values, List.of(values.getFirst()))
                        : values.stream().map(List::of).toList();
        };
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    @Test
    void texts() {
        List<String> every = both(both(EQUALITY, ORDER), PARTS);
        check("customerName", new Asked(every, TEXTS, List.of("华为技术", "腾讯科技", "华为", "客户")), false);
        check(OWN.get("文字"), new Asked(every, TEXTS, List.of("abc", "%", "_", "\\", "折")), false);
        check("visitorId", new Asked(every, TEXTS, List.of("v-1", "v")), false);
        check("createMethod", new Asked(List.of("eq", "in", "contains"), TEXTS, List.of("API", "导入")), false);
        check("customerSource", new Asked(both(EQUALITY, PARTS), TEXTS, List.of("广告", "转介绍")), false);
        check(OWN.get("选择"), new Asked(both(EQUALITY, PARTS), TEXTS, List.of("甲", "丙")), false);
        check("createAgent", new Asked(List.of("eq", "ne", "in", "nin"), TEXTS, List.of("openApi", owner)), false);
        check("updateAgent", new Asked(List.of("eq", "ne"), TEXTS, List.of("openApi", owner)), false);
    }

    @Test
    void ways_to_reach_a_customer() {
        List<String> every = both(both(EQUALITY, ORDER), PARTS);
        check(
                "mobile",
                new Asked(every, TEXTS, List.of("13800000001", "13900000009", "13700000007", "138", "0000000", "x")),
                false);
        check("email", new Asked(every, TEXTS, List.of("a@b.cn", "A@b.cn", "z", "@")), false);
        check("qq", new Asked(every, TEXTS, List.of("10001", "1")), false);
        check("wechat", new Asked(every, TEXTS, List.of("wx_1", "wx%2", "%", "_")), false);
    }

    @Test
    void numbers_and_times() {
        List<String> every = both(EQUALITY, ORDER);
        check(OWN.get("数字"), new Asked(every, NUMBERS, List.of("2", "1", "10")), false);
        check(OWN.get("金额"), new Asked(every, NUMBERS, List.of("-3", "1.5", "99999999999.99")), false);
        check(OWN.get("日期"), new Asked(every, TEXTS, List.of("2026-01-31", "2026-02-01")), false);
        check(OWN.get("时刻"), new Asked(every, TEXTS, List.of("2026-01-31 23:59:59", "2026-02-01 00:00:00")), false);
        String created = all.getFirst().path("createTime").asString();
        check(
                "assignTime",
                new Asked(
                        List.of("eq", "gt", "gte", "lt", "lte", "between"),
                        TEXTS,
                        List.of("2024-11-14 09:46:17", "2025-01-01 00:00:00")),
                false);
        check("createTime", new Asked(List.of("empty", "notEmpty"), TEXTS, List.of(created)), false);
        check("firstAssignTime", new Asked(List.of("empty", "notEmpty"), TEXTS, List.of(created)), false);
        assertThat(names(list(List.of(condition("createTime", "between", List.of("2020-01-01", "2999-01-01"))), 100)))
                .hasSize(6);
        assertThat(names(list(List.of(condition("updateTime", "lt", List.of("2020-01-01"))), 100)))
                .isEmpty();
    }

    @Test
    void lists_people_and_pools() {
        check(
                OWN.get("多选"),
                new Asked(both(EQUALITY, List.of("contains", "notContains")), TEXTS, List.of("A", "B")),
                true);
        check(
                OWN.get("地区"),
                new Asked(both(EQUALITY, List.of("contains", "notContains")), TEXTS, List.of("广东", "深圳")),
                true);
        check("owner", new Asked(EQUALITY, TEXTS, List.of(owner, "999999999")), false);
        check("firstOwner", new Asked(EQUALITY, TEXTS, List.of(owner, "999999999")), false);
        check("openSeaIds", new Asked(EQUALITY, TEXTS, List.of(pool)), false);
        check("openSeaIds", new Asked(List.of("eq", "ne"), TEXTS, List.of(pool, "999999999")), false);
        String id = all.getLast().path("_id").asString();
        check("_id", new Asked(EQUALITY, TEXTS, List.of(id, "1")), false);
        assertThat(names(list(List.of(condition("openSeaIds", "contains", List.of(pool))), 100)))
                .hasSize(3);
    }

    @Test
    void a_time_as_it_was_shown_finds_its_record() {
        for (JsonNode row : all) {
            String name = row.path("customerName").asString();
            for (String field : List.of("createTime", "updateTime")) {
                String time = row.path(field).asString();
                for (String operator : List.of("eq", "in", "gte", "lte")) {
                    assertThat(names(list(List.of(condition(field, operator, List.of(time))), 100)))
                            .as("%s %s %s", field, operator, time)
                            .contains(name);
                }
                assertThat(names(list(List.of(condition(field, "between", List.of(time, time))), 100)))
                        .contains(name);
                for (String operator : List.of("ne", "nin", "gt", "lt")) {
                    assertThat(names(list(List.of(condition(field, operator, List.of(time))), 100)))
                            .as("%s %s %s", field, operator, time)
                            .doesNotContain(name);
                }
                assertThat(names(list(
                                List.of(condition(field, "eq", List.of("2000-01-01", time.substring(0, 10)))), 100)))
                        .contains(name);
            }
        }
    }

    @Test
    void as_many_conditions_and_values_as_there_may_be_are_looked_for() {
        List<String> many =
                IntStream.range(900_000, 901_000).mapToObj(Integer::toString).toList();
        List<String> days = IntStream.range(0, 1000)
                .mapToObj(n -> LocalDate.of(2000, 1, 1).plusDays(n).toString())
                .toList();
        for (Map<String, Object> condition : List.of(
                condition("customerName", "nin", many),
                condition("owner", "nin", many),
                condition(OWN.get("金额"), "nin", many),
                condition("mobile", "nin", many),
                condition("createTime", "nin", days))) {
            assertThat(names(list(Collections.nCopies(50, condition), 100))).hasSize(6);
        }
        for (Map<String, Object> condition : List.of(
                condition("customerName", "in", many),
                condition("mobile", "in", many),
                condition(OWN.get("时刻"), "in", days))) {
            assertThat(names(list(Collections.nCopies(50, condition), 100))).isEmpty();
        }
    }

    @Test
    void all_conditions_hold_and_pages_follow_each_other_newest_first() {
        assertThat(names(list(
                        List.of(
                                condition("customerName", "startWith", List.of("华为")),
                                condition("mobile", "contains", List.of("0002")),
                                condition("openSeaIds", "empty", List.of())),
                        10)))
                .containsExactly("华为终端");
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            Answer answer = app.post(LIST, "{\"page\":" + page + ",\"limit\":2}");
            assertThat(answer.at("/data/count").asInt()).isEqualTo(6);
            paged.addAll(names(answer));
        }
        assertThat(paged).containsExactly("报备客户", "微信客户", "空空如也", "腾讯科技", "华为终端", "华为技术");
        assertThat(app.post(LIST, "{\"page\":1,\"limit\":100000}")
                        .at("/data/list")
                        .size())
                .isEqualTo(6);
        assertThat(app.post(LIST, "{\"page\":9}").at("/data/list").size()).isZero();
    }

    @Test
    void what_fits_nothing_is_refused_by_name() {
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("{\"field\":\"password\",\"operator\":\"eq\",\"value\":[\"1\"]}", "password");
        refused.put(
                "{\"field\":\"c.name; drop table customer\",\"operator\":\"eq\",\"value\":[\"1\"]}", "c.name??drop");
        refused.put("{\"field\":\"nameKey\",\"operator\":\"eq\",\"value\":[\"1\"]}", "nameKey");
        refused.put("{\"field\":\"f999999\",\"operator\":\"eq\",\"value\":[\"1\"]}", "f999999");
        refused.put("{\"field\":\"mobile\",\"operator\":\"like\",\"value\":[\"1\"]}", "like");
        refused.put("{\"field\":\"mobile\",\"operator\":\"eq\",\"value\":[]}", "mobile");
        refused.put("{\"field\":\"mobile\",\"operator\":\"eq\",\"value\":[{}]}", "mobile");
        refused.put("{\"field\":\"mobile\",\"operator\":\"eq\",\"value\":[\"\\u0000\"]}", "mobile");
        refused.put("{\"field\":\"customerName\",\"operator\":\"eq\",\"value\":[\"\\u0000\"]}", "customerName");
        refused.put("{\"field\":\"customerName\",\"operator\":\"contains\",\"value\":[\"a\",\"b\"]}", "customerName");
        refused.put("{\"field\":\"owner\",\"operator\":\"eq\",\"value\":[\"abc\"]}", "owner");
        refused.put("{\"field\":\"owner\",\"operator\":\"contains\",\"value\":[\"1\"]}", "contains");
        refused.put("{\"field\":\"_id\",\"operator\":\"eq\",\"value\":[\"99999999999999999999999\"]}", "_id");
        refused.put("{\"field\":\"createTime\",\"operator\":\"gt\",\"value\":[\"2026-02-30 00:00:00\"]}", "createTime");
        refused.put("{\"field\":\"createTime\",\"operator\":\"between\",\"value\":[\"2026-01-01\"]}", "createTime");
        refused.put("{\"field\":\"" + OWN.get("数字") + "\",\"operator\":\"contains\",\"value\":[\"1\"]}", "contains");
        refused.put("{\"field\":\"" + OWN.get("数字") + "\",\"operator\":\"eq\",\"value\":[1e400]}", OWN.get("数字"));
        refused.put("{\"operator\":\"eq\",\"value\":[\"1\"]}", "field");
        refused.put("{\"field\":\"mobile\"}", "operator");
        refused.put("{\"field\":\"mobile\",\"operator\":\"eq\",\"value\":[\"1\"],\"more\":1}", "more");
        refused.put("null", "search");
        refused.put("1", "search");
        refused.forEach((condition, name) -> {
            Answer answer = app.post(LIST, "{\"search\":[" + condition + "]}");
            assertThat(answer.at("/code").asString())
                    .as("%s %s", condition, answer)
                    .isEqualTo("400");
            assertThat(answer.at("/message").asString()).as(condition).contains(name);
        });
    }
}
