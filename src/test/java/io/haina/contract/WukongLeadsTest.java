package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Leads through the door of document 002: how they are written, found, handed over and made into customers. */
class WukongLeadsTest {

    private static final String SAVE = "/api/CrmLeads/addOrUpdate";
    private static final String LIST = "/api/CrmLeads/queryPageList";
    private static final String GET = "/api/CrmLeads/queryById";

    private static TestCompany company;
    private static Wukong sales;
    private static Wukong colleague;
    private static Wukong manager;

    @BeforeAll
    static void open() {
        company = TestCompany.create();
        sales = signIn(company.sales());
        colleague = signIn(company.east().get(1));
        manager = signIn(company.eastManager());
    }

    private static Wukong signIn(TestCompany.Person person) {
        return Wukong.signIn(person.staff().username(), TestCompany.PASSWORD);
    }

    private static long add(Wukong client, String entity, String field) {
        Answer answer = client.json(SAVE, "{\"entity\":{" + entity + "},\"field\":[" + field + "]}");
        assertThat(answer.at("/code").asInt(-1)).as(answer::toString).isZero();
        return answer.at("/data/id").asLong();
    }

    private static long add(Wukong client, String name) {
        return add(client, "\"leads_name\":\"" + name + "\"", "");
    }

    private static JsonNode detail(Wukong client, long id) {
        return client.form(GET, "leadsId", Long.toString(id)).at("/data");
    }

    static void assertRefused(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/code").asInt()).as(answer::toString).isEqualTo(500);
        assertThat(answer.at("/msg").asString()).isEqualTo(message);
    }

    @Test
    void an_update_leaves_what_it_does_not_name_and_own_fields_are_replaced_as_a_whole() {
        long id = add(
                sales,
                "\"leads_name\":\"改一改\",\"mobile\":\"13900000001\",\"remark\":\"旧\"",
                "{\"name\":\"线索来源\",\"value\":\"广告\"},{\"name\":\"客户级别\",\"value\":\"B（普通客户）\"}");
        assertThat(detail(sales, id).path("线索来源").asString()).isEqualTo("广告");
        sales.json(SAVE, "{\"entity\":{\"leadsId\":" + id + ",\"remark\":\"新\"}}");
        assertThat(detail(sales, id).path("mobile").asString()).isEqualTo("13900000001");
        assertThat(detail(sales, id).path("remark").asString()).isEqualTo("新");
        assertThat(detail(sales, id).path("线索来源").asString()).isEqualTo("广告");
        sales.json(
                SAVE,
                "{\"leadsId\":\"" + id + "\",\"entity\":{\"mobile\":\"\"},"
                        + "\"field\":[{\"name\":\"客户级别\",\"value\":\"A（重点客户）\"}]}");
        assertThat(detail(sales, id).path("mobile").isNull()).isTrue();
        assertThat(detail(sales, id).has("线索来源")).isFalse();
        assertThat(detail(sales, id).path("客户级别").asString()).isEqualTo("A（重点客户）");
        JsonNode row = sales.json(LIST, Map.of("search", "改一改")).at("/data/list/0");
        assertThat(row.has("线索来源")).isTrue();
        assertThat(row.path("线索来源").isNull()).isTrue();
    }

    @Test
    void camel_case_is_taken_as_well_as_snake_case_and_keys_that_are_no_field_are_passed_over() {
        long id = add(
                sales,
                "\"leadsName\":\"驼峰\",\"next_time\":\"2030-01-02 03:04:05\",\"owner_user_id\":1,\"nonsense\":{\"a\":1},"
                        + "\"createTime\":\"2001-01-01\",\"companyId\":7",
                "");
        JsonNode lead = detail(sales, id);
        assertThat(lead.path("leadsName").asString()).isEqualTo("驼峰");
        assertThat(lead.path("nextTime").asString()).isEqualTo("2030-01-02 03:04:05");
        assertThat(lead.path("ownerUserId").asLong())
                .isEqualTo(company.sales().staff().id());
        assertThat(lead.path("createTime").asString()).doesNotStartWith("2001");
    }

    @Test
    void a_draft_comes_as_json_in_the_parameters_of_any_verb_too() {
        Answer made = sales.get(
                SAVE, "entity", "{\"leads_name\":\"参数里的\"}", "field", "[{\"name\":\"线索来源\",\"value\":\"广告\"}]");
        assertThat(made.at("/code").asInt(-1)).as(made::toString).isZero();
        JsonNode lead = detail(sales, made.at("/data/id").asLong());
        assertThat(lead.path("leadsName").asString()).isEqualTo("参数里的");
        assertThat(lead.path("线索来源").asString()).isEqualTo("广告");
        assertThat(sales.form(SAVE, "entity", "{\"leadsId\":" + lead.path("leadsId") + ",\"remark\":\"改\"}")
                        .text())
                .isEqualTo("{\"code\":0}");
        for (String entity : List.of("{", "7", "[]", "x", "{} {}", "[".repeat(2_000))) {
            assertRefused(sales.get(SAVE, "entity", entity), "entity类型错误");
        }
    }

    @Test
    void a_star_comes_by_the_kinds_own_id_or_by_an_id_alone_and_is_each_persons_own() {
        long id = add(sales, "星标线索");
        sales.form("/api/CrmLeads/star", "leadsId", Long.toString(id));
        assertThat(detail(sales, id).path("star").asInt()).isEqualTo(1);
        assertThat(detail(manager, id).path("star").asInt()).isZero();
        sales.form("/api/CrmLeads/star", "id", Long.toString(id));
        assertThat(detail(sales, id).path("star").asInt()).isZero();
        sales.form("/api/CrmCustomer/star", "id", Long.toString(id), "type", "1");
        assertThat(detail(sales, id).path("star").asInt()).isEqualTo(1);
        assertRefused(sales.form("/api/CrmLeads/star", "type", "1"), "id不能为空");
    }

    @Test
    void what_breaks_a_rule_is_refused() {
        for (String body : List.of(
                "{}",
                "{\"entity\":null}",
                "{\"entity\":7}",
                "{\"entity\":{}}",
                "{\"entity\":{\"leads_name\":\"\"}}",
                "{\"entity\":{\"leads_name\":{\"a\":1}}}",
                "{\"entity\":{\"leads_name\":\"" + "x".repeat(5_000) + "\"}}",
                "{\"entity\":{\"leads_name\":\"a\\u0000\"}}",
                "{\"entity\":{\"leads_name\":\"x\",\"next_time\":\"2020-02-30 00:00:00\"}}",
                "{\"entity\":{\"leads_name\":\"x\"},\"field\":7}",
                "{\"entity\":{\"leads_name\":\"x\"},\"field\":[7]}",
                "{\"entity\":{\"leads_name\":\"x\"},\"field\":[{\"fieldId\":999999999,\"value\":1}]}",
                "{\"entity\":{\"leads_name\":\"x\"},\"field\":[{\"name\":\"没有\",\"value\":1}]}",
                "{\"entity\":{\"leads_name\":\"x\"},\"field\":[{\"name\":\"线索来源\",\"value\":\"没有\"}]}",
                "{\"entity\":{\"leadsId\":999999999,\"leads_name\":\"x\"}}",
                "{\"entity\":{\"leadsId\":\"x' or 1=1\",\"leads_name\":\"x\"}}")) {
            Answer answer = sales.json(SAVE, body);
            assertThat(answer.at("/code").asInt()).as(body + answer).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("服务器内部错误");
        }
    }

    @Test
    void a_colleague_sees_and_changes_nothing_a_manager_of_the_team_everything() {
        long id = add(sales, "别人的线索");
        assertRefused(colleague.get(GET, "leadsId", Long.toString(id)), "线索不存在或没有权限");
        assertRefused(
                colleague.json(SAVE, "{\"entity\":{\"leadsId\":" + id + ",\"leads_name\":\"我的\"}}"), "线索不存在或没有权限");
        for (String path : List.of("transfer", "deleteByIds", "changeOwnerUser")) {
            assertRefused(
                    colleague.form(
                            "/api/CrmLeads/" + path,
                            "leadsIds",
                            Long.toString(id),
                            "newOwnerUserId",
                            Long.toString(company.east().get(1).staff().id())),
                    "线索不存在或没有权限");
        }
        assertThat(colleague
                        .json(LIST, Map.of("search", "别人的线索"))
                        .at("/data/totalRow")
                        .asInt(-1))
                .isZero();
        assertThat(detail(manager, id).path("leadsName").asString()).isEqualTo("别人的线索");
    }

    @Test
    void leads_are_handed_over_all_or_none() {
        long first = add(sales, "转移一");
        long second = add(sales, "转移二");
        String to = Long.toString(company.east().get(1).staff().id());
        assertRefused(
                sales.form("/api/CrmLeads/changeOwnerUser", "leadsIds", first + ",999999999", "newOwnerUserId", to),
                "线索不存在或没有权限");
        assertThat(detail(sales, first).path("leadsName").asString()).isEqualTo("转移一");
        assertThat(sales.form("/api/CrmLeads/changeOwnerUser", "leadsIds", first + "," + second, "newOwnerUserId", to)
                        .text())
                .isEqualTo("{\"code\":0}");
        assertThat(detail(colleague, second).path("ownerUserName").asString())
                .isEqualTo(company.east().get(1).name());
    }

    @Test
    void numbers_of_records_are_read_in_every_spelling() {
        String to = Long.toString(company.east().get(1).staff().id());
        for (String spelling : List.of("\"%d,%d\"", "[%d,%d]", "[\"%d\",\"%d\"]", "\"[%d,%d]\"", "\",%d,%d,\"")) {
            String ids = spelling.formatted(add(sales, "一"), add(sales, "二"));
            String body = "{\"leadsIds\":" + ids + ",\"newOwnerUserId\":" + to + "}";
            assertThat(sales.json("/api/CrmLeads/changeOwnerUser", body).text())
                    .as(ids)
                    .isEqualTo("{\"code\":0}");
        }
        long kept = add(sales, "留下");
        for (String ids : List.of("\"" + kept + ",x\"", "[" + kept + ",{}]", "{}", "[]", "null", "\"\"", "1.5", "-1")) {
            String body = "{\"leadsIds\":" + ids + ",\"newOwnerUserId\":" + to + "}";
            assertThat(sales.json("/api/CrmLeads/changeOwnerUser", body)
                            .at("/code")
                            .asInt())
                    .as(ids)
                    .isEqualTo(500);
        }
        assertThat(detail(sales, kept).path("leadsName").asString()).isEqualTo("留下");
    }

    @Test
    void a_lead_becomes_a_customer_once_with_what_it_knows() {
        long id = add(
                sales,
                "\"leads_name\":\"转化客户有限公司" + company.number() + "\",\"mobile\":\"13900000002\",\"address\":\"朝阳门\"",
                "{\"name\":\"线索来源\",\"value\":\"广告\"}");
        String ids = Long.toString(id);
        assertThat(sales.form("/api/CrmLeads/transfer", "leadsIds", ids).text()).isEqualTo("{\"code\":0}");
        assertRefused(sales.form("/api/CrmLeads/transfer", "leadsIds", ids), "已转化线索不能再次转化");
        assertThat(detail(sales, id).path("isTransform").asInt()).isEqualTo(1);
        assertThat(detail(sales, id).path("customerId").asLong()).isPositive();
        long again = add(sales, "转化客户有限公司" + company.number());
        assertRefused(sales.form("/api/CrmLeads/transfer", "leadsIds", Long.toString(again)), "客户名称已存在");
        assertThat(sales.json(LIST, Map.of("search", "转化客户有限公司"))
                        .at("/data/list")
                        .valueStream()
                        .map(row -> row.path("leadsId").asLong()))
                .contains(again)
                .doesNotContain(id);
    }

    @ParameterizedTest
    @CsvSource({
        "leads_name, is, 条件甲, 甲",
        "leadsName, isNot, 条件甲, 乙丙",
        "leads_name, contains, 件, 甲乙丙",
        "leads_name, notContains, 甲, 乙丙",
        "leads_name, startWith, 条件, 甲乙丙",
        "leads_name, endWith, 乙, 乙",
        "mobile, isNull, '', 丙",
        "mobile, isNotNull, '', 甲乙",
        "mobile, isNot, 13911110001, 乙丙",
        "mobile, notContains, 0001, 乙丙",
        "mobile, in, '13911110001,13911110002', 甲乙",
        "next_time, gt, 2030-01-01 00:00:00, 乙",
        "next_time, egt, 2030-01-01 00:00:00, 甲乙",
        "next_time, lt, 2030-01-02 00:00:00, 甲",
        "next_time, elt, 2030-01-02 00:00:00, 甲乙",
        "线索来源, is, 广告, 甲",
        "线索来源, isNot, 广告, 乙丙",
        "线索来源, isNull, '', 乙丙",
        "remark, contains, 100%_\\, 甲"
    })
    void conditions_find_exactly_what_they_say(String name, String condition, String value, String expected) {
        Wukong client = signIn(company.east().get(2));
        if (client.json(LIST, Map.of("search", "条件")).at("/data/totalRow").asInt() == 0) {
            add(
                    client,
                    "\"leads_name\":\"条件甲\",\"mobile\":\"13911110001\",\"next_time\":\"2030-01-01 00:00:00\","
                            + "\"remark\":\"100%_\\\\\"",
                    "{\"name\":\"线索来源\",\"value\":\"广告\"}");
            add(client, "\"leads_name\":\"条件乙\",\"mobile\":\"13911110002\",\"next_time\":\"2030-01-02 00:00:00\"", "");
            add(client, "条件丙");
        }
        Answer answer = client.json(
                LIST,
                Map.of(
                        "limit",
                        100,
                        "data",
                        Map.of(
                                "x",
                                Map.of("name", name, "condition", condition, "value", value),
                                "only",
                                Map.of("name", "leads_name", "condition", "startWith", "value", "条件"))));
        List<String> found = new ArrayList<>();
        answer.at("/data/list")
                .forEach(row -> found.add(row.path("leadsName").asString().substring(2)));
        assertThat(found).as(answer::toString).containsExactlyInAnyOrder(expected.split(""));
        assertThat(answer.at("/data/totalRow").asInt()).isEqualTo(expected.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":{\"name\":\"nonsense\",\"condition\":\"is\",\"value\":1}}",
                "{\"x\":{\"name\":\"leads_name\",\"condition\":\"nonsense\",\"value\":1}}",
                "{\"x\":{\"name\":\"leads_name' or 1=1 --\",\"condition\":\"is\",\"value\":1}}",
                "{\"x\":{\"name\":\"custom\",\"condition\":\"is\",\"value\":1}}",
                "{\"x\":{\"name\":\"name\",\"condition\":\"is\",\"value\":1}}"
            })
    void a_name_or_condition_that_is_unknown_is_refused_in_the_contracts_words(String data) {
        assertRefused(sales.json(LIST, "{\"data\":" + data + "}"), "参数包含非法字段");
        assertRefused(sales.form(LIST, "data", data), "参数包含非法字段");
    }

    @Test
    void what_is_no_condition_is_refused_and_never_the_servers_fault() {
        for (String body : List.of(
                "{\"data\":7}",
                "{\"data\":{\"x\":7}}",
                "{\"data\":{\"x\":{\"name\":[],\"condition\":\"is\",\"value\":1}}}",
                "{\"data\":{\"x\":{\"name\":\"mobile\",\"condition\":\"is\",\"value\":{}}}}",
                "{\"data\":{\"x\":{\"name\":\"mobile\",\"condition\":\"is\"}}}",
                "{\"data\":{\"x\":{\"name\":\"next_time\",\"condition\":\"gt\",\"value\":\"gestern\"}}}",
                "{\"data\":{\"x\":{\"name\":\"owner_user_id\",\"condition\":\"is\",\"value\":\"x\"}}}",
                "{\"sortField\":\"nonsense\"}",
                "{\"sortField\":\"leads_name; drop table lead\"}",
                "{\"order\":\"x\"}")) {
            Answer answer = sales.json(LIST, body);
            assertThat(answer.at("/code").asInt()).as(body + answer).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("服务器内部错误");
        }
    }

    @Test
    void ranges_include_both_ends_and_a_list_is_sorted_and_paged_as_asked() {
        Wukong client = signIn(company.south().getFirst());
        for (int n = 1; n <= 5; n++) {
            add(client, "\"leads_name\":\"排序" + n + "\",\"next_time\":\"2031-05-0" + n + " 12:00:00\"", "");
        }
        String range =
                "{\"x\":{\"name\":\"next_time\",\"formType\":\"datetime\",\"start\":\"2031-05-02\",\"end\":\"2031-05-04\"}}";
        Answer answer = client.json(
                LIST, "{\"data\":" + range + ",\"sortField\":\"nextTime\",\"order\":2,\"limit\":2,\"page\":1}");
        assertThat(answer.at("/data/totalRow").asInt()).as(answer::toString).isEqualTo(3);
        assertThat(answer.at("/data/list/0/leadsName").asString()).isEqualTo("排序2");
        assertThat(answer.at("/data/list/1/leadsName").asString()).isEqualTo("排序3");
        assertThat(client.json(LIST, Map.of("sortField", "leads_name", "order", "1"))
                        .at("/data/list/0/leadsName")
                        .asString())
                .isEqualTo("排序5");
        assertThat(client.get(LIST).at("/data/list/0/leadsName").asString()).isEqualTo("排序5");
    }
}
