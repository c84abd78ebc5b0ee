package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of document 003 one after the other, as it prints them, and what it prints for an answer. */
class OutreachContractTest {

    private static final Pattern LINK =
            Pattern.compile("http://[^/]+/media/exports/([^?]+)\\?expires=([0-9]+)&signature=([0-9a-f]{64})");
    private static final Map<String, String> VALUES = new HashMap<>();

    @BeforeAll
    static void open() {
        TestCompany company = TestCompany.create();
        VALUES.put("$TOKEN", company.sales().token());
        company.sales().http().post("/api/contacts/bulk", """
                        {"contacts": [
                            {"name": "张三", "position": "产品经理", "contact": "13800138000", "reply_status": "已回复",
                             "wechat_exchanged": true, "account_id": 1, "worker_id": "worker-001",
                             "notes": "沟通顺畅,有意向", "contacted_at": "2024-03-01T10:30:00"},
                            {"name": "李四", "position": "前端工程师", "contact": "wechat:lisi123", "wechat_exchanged": false,
                             "account_id": 2, "worker_id": "worker-002", "contacted_at": "2024-03-02T14:20:00"}]}""");
        HainaServer.get()
                .jdbc()
                .update(
                        "update outreach set created_at = contacted_at - interval '20 minutes' where tenant_id = ?",
                        company.tenantId());
    }

    @TestFactory
    Stream<DynamicTest> the_documents_calls_are_answered_as_printed() {
        return Call.all("outreach").stream().map(call -> DynamicTest.dynamicTest(call.name(), () -> run(call)));
    }

    private static void run(Call call) {
        Answer answer = call.send(HainaServer.get().http(), OutreachContractTest::fill);
        assertThat(answer.status()).as(answer::toString).isEqualTo(call.status());
        if (call.answer().isEmpty()) {
            assertThat(answer.header("Content-Type")).contains("spreadsheetml");
            assertThat(answer.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"" + fill("$FILE") + "\"");
            return;
        }
        JsonNode printed = JsonMapper.shared().readTree(call.answer());
        assertThat(Shape.missing(call.answer(), answer.json()))
                .as(answer::toString)
                .isEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.at("/code")).as(answer::toString).isEqualTo(printed.path("code"));
        assertThat(answer.at("/msg")).as(answer::toString).isEqualTo(printed.path("msg"));
        switch (call.name()) {
            case "01-list.http", "04-list-dates.http" -> {
                assertThat(answer.at("/data/total").asInt()).isEqualTo(2);
                assertThat(answer.at("/data/results/0/notes").asString()).isEmpty();
                assertThat(answer.at("/data/results/1/contacted_at").asString()).isEqualTo("2024-03-01T10:30:00");
            }
            case "02-list-search.http", "03-list-replied.http", "05-list-combined.http" -> {
                assertThat(answer.at("/data/total").asInt()).isEqualTo(1);
                assertThat(answer.at("/data/results/0/name").asString()).isEqualTo("张三");
            }
            case "09-export-combined.http" -> {
                assertThat(answer.at("/data/total_records").asInt()).isEqualTo(1);
                Matcher link = LINK.matcher(answer.at("/data/download_url").asString());
                assertThat(link.matches()).as(answer::toString).isTrue();
                assertThat(answer.at("/data/filename").asString())
                        .isEqualTo(link.group(1))
                        .matches("contacts_export_[0-9]{8}_[0-9]{6}_[0-9a-f]{8}\\.xlsx");
                VALUES.put("$FILE", link.group(1));
                VALUES.put("$EXPIRES", link.group(2));
                VALUES.put("$SIGNATURE", link.group(3));
            }
            case "20-add.http" -> VALUES.put("$CONTACT", answer.at("/data/id").asString());
            case "21-add-under-the-same-key.http", "22-add-the-same-again.http" ->
                assertThat(answer.at("/data/id").asString()).isEqualTo(fill("$CONTACT"));
            case "24-bulk.http" -> {
                VALUES.put("$OTHER", answer.at("/data/results/0/id").asString());
                assertThat(answer.at("/data/results/1/result").asString()).isEqualTo("existing");
                assertThat(answer.at("/data/results/1/id").asString()).isEqualTo(fill("$CONTACT"));
                assertThat(answer.at("/data/results/2/result").asString()).isEqualTo("refused");
                assertThat(answer.at("/data/results/2/msg").asString()).isEqualTo("请求参数错误: name 不能为空");
            }
            case "25-change.http" -> {
                assertThat(answer.at("/data/name").asString()).isEqualTo("王五");
                assertThat(answer.at("/data/notes").asString()).isEqualTo("约了下周");
            }
            default -> {}
        }
    }

    private static String fill(String text) {
        String filled = text;
        for (String name : List.copyOf(VALUES.keySet())) {
            filled = filled.replace(name, VALUES.get(name));
        }
        return filled;
    }
}
