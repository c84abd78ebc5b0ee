package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of document 004 one after the other, signed anew each, and what it prints for an answer. */
class OpenapiContractTest {

    private static Openapi app;
    private static final Map<String, String> VALUES = new HashMap<>();

    @BeforeAll
    static void open() {
        TestCompany company = TestCompany.create();
        app = Openapi.of(company);
        VALUES.put("$APPID", Long.toString(app.appid()));
        VALUES.put("$OWNER", Long.toString(company.sales().actor().staffId()));
    }

    @TestFactory
    Stream<DynamicTest> the_documents_calls_are_answered_as_printed() {
        return Call.all("openapi").stream().map(call -> DynamicTest.dynamicTest(call.name(), () -> run(call)));
    }

    private static void run(Call call) {
        Map<String, String> signed = app.headers();
        signed.forEach((name, value) -> VALUES.put("$" + name.toUpperCase(java.util.Locale.ROOT), value));
        Answer answer = call.send(HainaServer.get().http(), OpenapiContractTest::fill);
        assertThat(answer.status()).as(answer::toString).isEqualTo(call.status());
        JsonNode printed = JsonMapper.shared().readTree(call.answer());
        assertThat(Shape.missing(call.answer(), answer.json()))
                .as(answer::toString)
                .isEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.at("/code")).as(answer::toString).isEqualTo(printed.path("code"));
        assertThat(answer.at("/success")).isEqualTo(printed.path("success"));
        assertThat(answer.at("/traceId").asString()).isEqualTo(answer.header("X-Request-Id"));
        if (call.name().equals("10-crm-add.http")) {
            VALUES.put("$CUSTOMER", answer.at("/data/_id").asString());
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
