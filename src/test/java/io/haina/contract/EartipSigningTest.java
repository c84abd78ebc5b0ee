package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contracts and what was signed, as clients of document 001 send and see them. */
class EartipSigningTest {

    private static final String PATH = "/api/contract/contract";

    private final TestCompany company = TestCompany.create();
    private final Eartip sales = Eartip.signIn(company.sales());
    private final Eartip manager = Eartip.signIn(company.eastManager());
    private final Eartip stranger = Eartip.signIn(company.south().getFirst());
    private final long organization = Fresh.customer(company.sales().actor(), "签约单位");

    private String add(String more) {
        Answer answer = sales.json(PATH, "{\"organization_id\": " + organization + ", \"name\": \"合同\"" + more + "}");
        assertThat(answer.at("/status").asInt()).as(answer::toString).isZero();
        assertThat(answer.at("/msg").asString()).isEqualTo("操作成功");
        return answer.at("/data/contract_id").asString();
    }

    private Answer all(Eartip who) {
        return who.get(PATH, "start_time", "2000-01-01 00:00:00", "end_time", "2100-01-01 00:00:00");
    }

    private Answer signed(Eartip who) {
        return who.get("/api/stats/sign", "start_time", "2000-01-01 00:00:00", "end_time", "2100-01-01 00:00:00");
    }

    private static void assertRefused(Answer answer, String msg) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.at("/status").asInt()).as(answer::toString).isEqualTo(1);
        assertThat(answer.at("/msg").asString()).as(answer::toString).contains(msg);
    }

    @Test
    void money_is_a_text_of_two_digits_and_exact_as_number_and_as_text() {
        add(", \"amount\": 99999999999.99, \"sign_time\": \"2021-08-01 00:00:00\"");
        add(", \"amount\": \"0.01\", \"sign_time\": \"2021-08-02 00:00:00\"");
        add(", \"amount\": 12, \"remit_amount\": 1000, \"remit_time\": \"2021-08-01 00:00:00\"");
        Answer list = all(sales);
        assertThat(list.at("/data/0/amount")).hasToString("\"12.00\"");
        assertThat(list.at("/data/0/remit_amount")).hasToString("\"1000.00\"");
        assertThat(list.at("/data/0/remit_time").asString()).isEqualTo("2021-08-01 00:00:00");
        assertThat(list.at("/data/0/sign_time").isNull()).isTrue();
        assertThat(list.at("/data/2/amount")).hasToString("\"99999999999.99\"");
        Answer stats = signed(sales);
        assertThat(stats.at("/data")).hasToString("""
                [{"organization_id":%d,"sign_amount":"100000000000.00","sign_count":2,"min_sign_time":"2021-08-01 00:00:00"}]""".formatted(organization));
        assertThat(stats.at("/page_info")).hasToString("{\"total\":1,\"page\":1,\"count\":20}");
        for (String wrong : List.of(
                "NaN",
                "\"NaN\"",
                "1.005",
                "\"1.005\"",
                "-0.01",
                "1e999999",
                "\"1e5\"",
                "true",
                "[1]",
                "{}",
                "1e99",
                "99999999999999999.00",
                "\"\\u0000\"")) {
            Answer refused = sales.json(
                    PATH, "{\"organization_id\": " + organization + ", \"name\": \"x\", \"amount\": " + wrong + "}");
            assertRefused(refused, "");
            assertRefused(
                    sales.json(
                            PATH,
                            "{\"organization_id\": " + organization + ", \"name\": \"x\", \"remit_amount\": " + wrong
                                    + "}"),
                    "");
        }
        assertThat(all(sales).at("/page_info/total").asInt()).isEqualTo(3);
    }

    @Test
    void forms_and_json_and_every_spelling_of_a_list_mean_the_same() {
        String me = Long.toString(company.sales().actor().staffId());
        String other = Long.toString(company.south().getFirst().actor().staffId());
        String id = Long.toString(organization);
        List<Answer> answers = List.of(
                sales.json(
                        PATH, Map.of("organization_id", organization, "name", "a", "follower_id", List.of(me, other))),
                sales.json(
                        PATH, Map.of("organization_id", id, "name", "b", "follower_id", "[" + me + "," + other + "]")),
                sales.form(PATH, "organization_id", id, "name", "c", "follower_id", "[" + me + ", " + other + "]"),
                sales.form(PATH, "organization_id", id, "name", "d", "follower_id", me + "," + other),
                sales.form(PATH, "organization_id", id, "name", "e", "follower_id", me, "follower_id", other),
                sales.form(PATH, "organization_id", id, "name", "f", "follower_id[]", me, "follower_id[]", other));
        assertThat(answers)
                .allSatisfy(each -> assertThat(each.at("/status").asInt())
                        .as(each::toString)
                        .isZero());
        Answer list = all(stranger);
        assertThat(list.at("/data").size()).isEqualTo(6);
        for (int n = 0; n < 6; n++) {
            assertThat(list.at("/data/" + n + "/follower/0/realName").asString())
                    .isEqualTo(company.sales().name());
            assertThat(list.at("/data/" + n + "/follower").size()).isEqualTo(2);
        }
        add(", \"sign_time\": \"2021-08-01\", \"amount\": 5");
        for (String spelled : List.of("[" + id + ",77]", "[\"" + id + "\"]", id + ",77", id)) {
            Answer stats = sales.get("/api/stats/sign", "organization_ids", spelled, "start_time", "2021-01-01");
            assertThat(stats.at("/data/0/sign_amount").asString())
                    .as(stats::toString)
                    .isEqualTo("5.00");
            Answer found = sales.get(PATH, "organization_ids", spelled);
            assertThat(found.at("/page_info/total").asInt()).as(found::toString).isEqualTo(6);
        }
        assertThat(sales.get(PATH, "organization_ids", "77").at("/data").size()).isZero();
        assertRefused(sales.get(PATH, "organization_ids", "[1,x]"), "");
        assertRefused(sales.form(PATH, "organization_id", id, "name", "g", "follower_id", "[1,[2]]"), "");
    }

    @Test
    void only_an_empty_list_takes_the_followers_away() {
        long me = company.sales().actor().staffId();
        String id = add(", \"follower_id\": [" + me + "]");
        String change = "{\"contract_id\": " + id + ", \"organization_id\": " + organization + ", \"name\": \"合同\"";
        for (String nothing : List.of("[null]", "[" + me + ", null]")) {
            assertRefused(sales.json(PATH, change + ", \"follower_id\": " + nothing + "}"), "follower_id");
        }
        for (String unsaid : List.of("\"\"", "\" , \"", "null")) {
            sales.json(PATH, change + ", \"follower_id\": " + unsaid + "}");
            assertThat(all(sales).at("/data/0/follower").size()).as(unsaid).isEqualTo(1);
        }
        sales.json(PATH, change + ", \"follower_id\": []}");
        assertThat(all(sales).at("/data/0/follower").size()).isZero();
    }

    @Test
    void what_is_no_text_counts_as_nothing_sent_nowhere() {
        String id = add("");
        for (String nul : List.of("\\u0000", "\\u0000" + id, " \\u0001 ")) {
            assertRefused(
                    sales.json(
                            PATH,
                            "{\"contract_id\": \"" + nul + "\", \"organization_id\": " + organization
                                    + ", \"name\": \"合同\"}"),
                    "contract_id");
        }
        assertThat(all(sales).at("/page_info/total").asInt()).isEqualTo(1);
        assertRefused(sales.get(PATH, "page", "\0"), "page");
        assertRefused(sales.get("/api/record/follow", "follow_id", "\0"), "follow_id");
    }

    @Test
    void contracts_are_listed_of_a_year_and_figures_of_a_week_unless_another_time_is_asked_for() {
        add(", \"sign_time\": \"2021-08-01 12:00:00\", \"amount\": 1");
        String unsigned = add(", \"amount\": 2");
        Answer usual = sales.get(PATH);
        assertThat(usual.at("/data").size()).isEqualTo(1);
        assertThat(usual.at("/data/0/id").asString()).isEqualTo(unsigned);
        assertThat(sales.get("/api/stats/sign").at("/data").size()).isZero();
        Answer second = sales.get(PATH, "start_time", "2021-08-01 12:00:00", "end_time", "2021-08-01 12:00:00");
        assertThat(second.at("/data").size()).isEqualTo(1);
        assertThat(sales.get(PATH, "start_time", "2021-08-01", "end_time", "2021-08-01")
                        .at("/data")
                        .size())
                .isEqualTo(1);
        assertThat(sales.get(PATH, "start_time", "2021-08-02", "end_time", "2021-08-03")
                        .at("/data")
                        .size())
                .isZero();
        for (String path : List.of(PATH, "/api/stats/sign")) {
            assertRefused(sales.get(path, "start_time", "2021-08-02", "end_time", "2021-08-01"), "start_time");
            assertRefused(sales.get(path, "start_time", "2021-02-30"), "start_time");
            assertRefused(sales.get(path, "end_time", "昨天"), "end_time");
            assertRefused(sales.get(path, "page", "0"), "page");
            assertRefused(sales.get(path, "page", "1.5"), "");
            assertRefused(sales.get(path, "count", "-1"), "count");
            assertRefused(sales.get(path, "organization_ids", "1;drop table contract"), "");
            assertThat(sales.get(path, "count", "5000").at("/page_info/count").asInt())
                    .isEqualTo(100);
        }
    }

    @Test
    void a_time_that_begins_later_than_now_is_open_towards_its_end() {
        add(", \"sign_time\": \"2700-08-01 12:00:00\", \"amount\": 1");
        for (String path : List.of(PATH, "/api/stats/sign")) {
            assertThat(sales.get(path, "start_time", "2700-07-01").at("/data").size())
                    .as(path)
                    .isEqualTo(1);
            Answer later = sales.get(path, "start_time", "2700-09-01 00:00:00");
            assertThat(later.at("/status").asInt(-1)).as(later::toString).isZero();
            assertThat(later.at("/data").size()).isZero();
        }
    }

    @Test
    void who_made_and_who_changed_a_contract_is_who_was_signed_in() {
        String manages = Long.toString(company.eastManager().actor().staffId());
        String id =
                add(", \"creator_id\": " + manages + ", \"editor_id\": " + manages + ", \"status\": 7, \"owner\": 1");
        Answer made = all(sales);
        assertThat(made.at("/data/0/creator/realName").asString())
                .isEqualTo(company.sales().name());
        assertThat(made.at("/data/0/editor/realName").asString())
                .isEqualTo(company.sales().name());
        assertThat(made.at("/data/0/status").asInt()).isZero();
        Answer changed = manager.form(
                PATH,
                "contract_id",
                id,
                "organization_id",
                Long.toString(organization),
                "name",
                "改名 <b>&amp; 🐬",
                "code",
                "=1+1",
                "creator_id",
                "x",
                "note",
                "' or 1=1 --");
        assertThat(changed.at("/status").asInt()).as(changed::toString).isZero();
        Answer row = all(sales);
        assertThat(row.at("/data/0/name").asString()).isEqualTo("改名 <b>&amp; 🐬");
        assertThat(row.at("/data/0/code").asString()).isEqualTo("=1+1");
        assertThat(row.at("/data/0/note").asString()).isEqualTo("' or 1=1 --");
        assertThat(row.at("/data/0/creator/realName").asString())
                .isEqualTo(company.sales().name());
        assertThat(row.at("/data/0/editor/realName").asString())
                .isEqualTo(company.eastManager().name());
    }

    @Test
    void others_contracts_are_neither_listed_nor_counted_nor_changed_nor_deleted() {
        String id = add(", \"sign_time\": \"2021-08-01\", \"amount\": 5");
        assertThat(all(stranger).at("/data").size()).isZero();
        assertThat(signed(stranger).at("/data").size()).isZero();
        assertThat(stranger.get(
                                "/api/stats/sign",
                                "organization_ids",
                                "[" + organization + "]",
                                "start_time",
                                "2021-01-01")
                        .at("/page_info/total")
                        .asInt())
                .isZero();
        assertRefused(
                stranger.json(PATH, Map.of("contract_id", id, "organization_id", organization, "name", "x")), "合同不存在");
        assertRefused(stranger.json(PATH, Map.of("organization_id", organization, "name", "x")), "客户单位不存在");
        assertRefused(stranger.form("/api/contract/delcontract", "contract_id", id), "合同不存在");
        assertRefused(stranger.get("/api/contract/delcontract", "contract_id", id), "合同不存在");
        assertThat(signed(manager).at("/data/0/sign_amount").asString()).isEqualTo("5.00");
        assertThat(new Eartip(null).get(PATH).status()).isEqualTo(401);
        assertThat(new Eartip(null).get("/api/stats/sign").status()).isEqualTo(401);
        assertThat(new Eartip(null)
                        .form("/api/contract/delcontract", "contract_id", id)
                        .status())
                .isEqualTo(401);
        for (String method : List.of("POST", "DELETE", "GET")) {
            String each = add("");
            Answer deleted = sales.send(method, "/api/contract/delcontract?contract_id=" + each, null, "");
            assertThat(deleted.at("/msg").asString()).as(deleted::toString).isEqualTo("删除成功");
            assertRefused(sales.get("/api/contract/delcontract", "contract_id", each), "合同不存在");
        }
        assertThat(all(sales).at("/data").size()).isEqualTo(1);
    }

    @Test
    void bad_input_is_refused_in_the_documents_words_and_changes_nothing() {
        String prefix = "{\"organization_id\": " + organization + ", \"name\": ";
        assertRefused(sales.json(PATH, "{\"name\": \"x\"}"), "organization_id不能为空");
        assertRefused(sales.json(PATH, "{\"organization_id\": " + organization + "}"), "name不能为空");
        assertRefused(sales.json(PATH, prefix + "\" \"}"), "name不能为空");
        assertRefused(sales.json(PATH, prefix + "\"" + "长".repeat(5000) + "\"}"), "name超过最大长度");
        assertRefused(sales.json(PATH, prefix + "\"a\\u0000b\"}"), "name包含非法字符");
        assertRefused(sales.json(PATH, prefix + "[\"x\"]}"), "name类型错误");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"organization_id\": 1.5}"), "organization_id");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"organization_id\": \"abc\"}"), "organization_id");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"sign_time\": \"2021-13-01\"}"), "sign_time");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"sign_time\": {\"a\": 1}}"), "sign_time");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"remit_time\": \"2021-12-01\"}"), "remit_amount不能为空");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"follower_id\": [999999999]}"), "员工不存在");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"follower_id\": {\"a\": 1}}"), "");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"business_id\": 999999999}"), "商机不存在");
        assertRefused(
                sales.json(
                        PATH,
                        prefix + "\"x\", \"aging_start_time\": \"2021-12-01\", \"aging_end_time\": \"2021-11-01\"}"),
                "aging_end_time");
        assertRefused(sales.json(PATH, "[1]"), "");
        assertRefused(sales.json(PATH, "{"), "");
        assertRefused(sales.json(PATH, prefix + "\"x\", \"contract_id\": \"1.5\"}"), "");
        assertRefused(sales.form("/api/contract/delcontract"), "contract_id不能为空");
        assertRefused(sales.form("/api/contract/delcontract", "contract_id", "abc"), "");
        assertRefused(sales.form("/api/contract/delcontract", "contract_id", "999999999999999999999999"), "");
        assertRefused(sales.send("POST", PATH, "name=%zz", "application/x-www-form-urlencoded"), "");
        assertThat(all(company()).at("/data").size()).isZero();
    }

    private Eartip company() {
        return Eartip.signIn(company.admin());
    }
}
