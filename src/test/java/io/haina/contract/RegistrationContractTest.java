package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** The calls of document 000 one after the other, as it prints them, and what it prints for an answer. */
class RegistrationContractTest {

    private static DocumentTenant tenant;
    private static final Map<String, String> VALUES = new HashMap<>();

    @BeforeAll
    static void open() {
        tenant = new DocumentTenant();
        VALUES.put("$SALES_TOKEN", tenant.salesToken());
        VALUES.put("$BUSY_TOKEN", tenant.busyToken());
        VALUES.put("$SALES_CUSTOMER_ID", tenant.salesCustomer());
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @TestFactory
    Stream<DynamicTest> the_documents_calls_are_answered_as_printed() {
        return Call.all("registration").stream().map(call -> DynamicTest.dynamicTest(call.name(), () -> run(call)));
    }

    private static void run(Call call) {
        tenant.before(call, VALUES.getOrDefault("$CUSTOMER_ID", ""));
        Answer answer = call.send(tenant.server().http(), text -> fill(call, text));
        assertThat(answer.status()).as(answer::toString).isEqualTo(call.status());
        if (!call.answer().isEmpty()) {
            assertThat(Shape.missing(call.answer(), answer.json()))
                    .as(answer::toString)
                    .isEmpty();
            assertThat(answer.header("Content-Type")).startsWith("application/json");
        }
        switch (call.name()) {
            case "01-login.http" -> keep("$TOKEN", answer, "/data/token");
            case "05-report.http" -> {
                keep("$CUSTOMER_ID", answer, "/data/id");
                assertThat(answer.at("/data/protected_end_date").asString()).startsWith("2024-02-20 10:30:");
            }
            case "23-team-week.http" ->
                assertThat(answer.json()
                                .at("/data/timeline")
                                .valueStream()
                                .map(point -> point.path("period").asString()))
                        .contains("2024-W01", "2024-W03");
            case "24-team-month.http" ->
                assertThat(answer.json()
                                .at("/data/timeline")
                                .valueStream()
                                .map(point -> point.path("period").asString()))
                        .contains("2024-01");
            case "33-attachment-upload.http" -> keep("$ATTACHMENT_ID", answer, "/data/id");
            case "34-attachment-download.http" -> {
                assertThat(answer.text()).startsWith("%PDF-1.4");
                assertThat(answer.header("Content-Disposition"))
                        .startsWith("attachment;")
                        .contains("filename*=UTF-8''%E6%8A%A5%E4%BB%B7%E5%8D%95.pdf");
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
                assertThat(answer.header("Cache-Control")).contains("no-store");
            }
            default -> {}
        }
        if (call.status() != 200) {
            assertThat(answer.at("/message").asString())
                    .isEqualTo(JsonMapper.shared()
                            .readTree(call.answer())
                            .path("message")
                            .asString());
        }
    }

    private static void keep(String name, Answer answer, String pointer) {
        VALUES.put(name, answer.at(pointer).asString());
    }

    private static String fill(Call call, String text) {
        String number = call.name().substring(0, 2);
        Map<String, String> values = new HashMap<>(VALUES);
        values.put("pool-customer-uuid-here", tenant.pooledCustomer(number.equals("14") ? 0 : 1));
        values.put(
                "\"customer-uuid-here",
                '"' + (number.equals("17") ? tenant.extendableCustomer() : VALUES.getOrDefault("$CUSTOMER_ID", "")));
        values.put("$APPROVAL_ID", tenant.request(number.equals("20") ? 0 : 1));
        String filled = text;
        for (String name : List.copyOf(values.keySet())) {
            filled = filled.replace(name, values.get(name));
        }
        return filled;
    }
}
