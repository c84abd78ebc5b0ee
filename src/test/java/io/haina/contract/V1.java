package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/** What tests of the native API do again and again. */
final class V1 {

    private V1() {}

    /**
     * The calls of a chapter of the page, one after the other: what each is answered is at least what is printed.
     *
     * @param chapter the word behind the number in the names of the files
     * @param values by placeholder; an answer of 201 puts the end of its Location under {@code $MADE}
     */
    static Stream<DynamicTest> calls(String chapter, Map<String, String> values) {
        return Call.all("v1").stream()
                .filter(call -> call.name().matches("[0-9]+-" + chapter + "-.*"))
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> run(call, values)));
    }

    private static void run(Call call, Map<String, String> values) {
        Answer answer = call.send(HainaServer.get().http(), text -> {
            String filled = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace(value.getKey(), value.getValue());
            }
            return filled;
        });
        assertThat(answer.status()).as(answer::toString).isEqualTo(call.status());
        if (!call.answer().isEmpty()) {
            assertThat(Shape.missing(call.answer(), answer.json()))
                    .as(answer::toString)
                    .isEmpty();
            assertThat(answer.header("Content-Type"))
                    .startsWith(answer.status() < 400 ? "application/json" : "application/problem+json");
        }
        if (answer.status() == 201) {
            String location = answer.header("Location");
            values.put("$MADE", location.substring(location.lastIndexOf('/') + 1));
        }
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type").asString()).as(answer::toString).isEqualTo("urn:haina:problem:" + type);
        assertThat(answer.text()).doesNotContain("Exception", "io.haina", "select ");
    }

    /** A text as a part of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The items of a list by the value of a field. */
    static List<String> names(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        return answer.at("/items")
                .valueStream()
                .map((JsonNode item) -> item.at("/values/name").asString())
                .toList();
    }
}
