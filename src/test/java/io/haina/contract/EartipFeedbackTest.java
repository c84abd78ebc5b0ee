package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.contact.Contacts;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Satisfaction, as clients of document 001 send and see it. */
class EartipFeedbackTest {

    private static final String PATH = "/api/feedback/satisfy";

    private final TestCompany company = TestCompany.create();
    private final Eartip sales = Eartip.signIn(company.sales());
    private final Eartip stranger = Eartip.signIn(company.south().getFirst());
    private final long organization = Fresh.customer(company.sales().actor(), "满意单位");
    private final long customer = HainaServer.get()
            .bean(Contacts.class)
            .add(company.sales().actor(), Map.of("name", "赵丽萍", "customerId", organization));

    private Answer send(String more) {
        return sales.json(
                PATH, "{\"customers_id\": " + customer + ", \"record_time\": \"2021-07-15 01:02:30\"" + more + "}");
    }

    private Answer all(Eartip who) {
        return who.get(
                PATH, "customers_id", Long.toString(customer), "start_time", "2000-01-01", "end_time", "2100-01-01");
    }

    private static void assertRefused(Answer answer, String msg) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.at("/status").asInt()).as(answer::toString).isEqualTo(1);
        assertThat(answer.at("/msg").asString()).as(answer::toString).contains(msg);
    }

    @Test
    void a_satisfaction_is_written_changed_and_taken_back() {
        String me = Long.toString(company.sales().actor().staffId());
        Answer made = send(", \"follower_id\": \"[" + me + "]\", \"value\": 4, \"note\": \"<i>很好</i> 🙂\"");
        assertThat(made.at("/msg").asString()).as(made::toString).isEqualTo("录入成功");
        String id = made.at("/data/satisfy_id").asString();
        Answer row = all(sales);
        assertThat(row.at("/data/0/value").asInt()).isEqualTo(4);
        assertThat(row.at("/data/0/note").asString()).isEqualTo("<i>很好</i> 🙂");
        assertThat(row.at("/data/0/customers/realName").asString()).isEqualTo("赵丽萍");
        assertThat(row.at("/data/0/customers/organization").asString()).isEqualTo("满意单位");
        assertThat(row.at("/data/0/follower/0/realName").asString())
                .isEqualTo(company.sales().name());
        assertThat(sales.get(PATH, "customers_id", Long.toString(customer))
                        .at("/data")
                        .size())
                .as("of a week")
                .isZero();
        Answer changed = sales.form(
                PATH,
                "satisfy_id",
                id,
                "customers_id",
                Long.toString(customer),
                "record_time",
                "2021-07-16 01:02:30",
                "value",
                "-10",
                "follower_id",
                "[]",
                "note",
                "");
        assertThat(changed.at("/status").asInt()).as(changed::toString).isZero();
        Answer after = all(sales);
        assertThat(after.at("/data/0/value").asInt()).isEqualTo(-10);
        assertThat(after.at("/data/0/note").isNull()).isTrue();
        assertThat(after.at("/data/0/follower").size()).isZero();
        assertThat(after.at("/data/0/recordTime").asString()).isEqualTo("2021-07-16 01:02:30");
        for (String method : List.of("POST", "DELETE", "GET")) {
            String each = send(", \"value\": 1").at("/data/satisfy_id").asString();
            Answer deleted = sales.send(method, "/api/feedback/delsatisfy?satisfy_id=" + each, null, "");
            assertThat(deleted.at("/msg").asString()).as(deleted::toString).isEqualTo("删除成功");
        }
        assertThat(all(sales).at("/page_info/total").asInt()).isEqualTo(1);
    }

    @Test
    void what_was_said_later_than_now_is_asked_for_without_an_end() {
        sales.json(
                PATH, "{\"customers_id\": " + customer + ", \"record_time\": \"2700-07-15 01:02:30\", \"value\": 4}");
        Answer found = sales.get(PATH, "customers_id", Long.toString(customer), "start_time", "2700-07-15");
        assertThat(found.at("/data").size()).as(found::toString).isEqualTo(1);
    }

    @Test
    void of_another_team_nothing_is_read_or_written() {
        String id = send(", \"value\": 1").at("/data/satisfy_id").asString();
        assertRefused(all(stranger), "客户不存在");
        assertRefused(stranger.form("/api/feedback/delsatisfy", "satisfy_id", id), "满意度记录不存在");
        assertRefused(
                stranger.form(
                        PATH,
                        "satisfy_id",
                        id,
                        "customers_id",
                        Long.toString(customer),
                        "record_time",
                        "2021-07-16",
                        "value",
                        "2"),
                "不存在");
        assertRefused(
                stranger.form(PATH, "customers_id", Long.toString(customer), "record_time", "2021-07-16", "value", "2"),
                "客户不存在");
        assertThat(new Eartip(null).get(PATH, "customers_id", "1").status()).isEqualTo(401);
        assertThat(all(Eartip.signIn(company.eastManager())).at("/data").size()).isEqualTo(1);
    }

    @Test
    void bad_input_is_refused_in_the_documents_words() {
        assertRefused(send(""), "value不能为空");
        for (String wrong : List.of("11", "-11", "1.5", "\"x\"", "1e9999", "[1]", "99999999999999999999")) {
            assertRefused(send(", \"value\": " + wrong), "");
        }
        assertRefused(send(", \"value\": 1, \"attach\": \"javascript:alert(1)\""), "attach格式错误");
        assertRefused(send(", \"value\": 1, \"note\": \"" + "长".repeat(5001) + "\""), "note超过最大长度");
        assertRefused(send(", \"value\": 1, \"record_time\": \"2021-02-30\""), "record_time");
        assertRefused(send(", \"value\": 1, \"follower_id\": [987654321]"), "员工不存在");
        assertRefused(sales.json(PATH, "{\"value\": 1, \"record_time\": \"2021-02-03\"}"), "customers_id不能为空");
        assertRefused(sales.json(PATH, "{\"value\": 1, \"customers_id\": " + customer + "}"), "record_time不能为空");
        assertRefused(sales.get(PATH), "customers_id不能为空");
        assertRefused(sales.form("/api/feedback/delsatisfy"), "satisfy_id不能为空");
        assertRefused(
                sales.get(
                        PATH,
                        "customers_id",
                        Long.toString(customer),
                        "start_time",
                        "2021-02-03",
                        "end_time",
                        "2021-02-01"),
                "start_time");
        assertThat(all(sales).at("/data").size()).isZero();
    }
}
