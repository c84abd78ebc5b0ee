package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The printed calls of one chapter of the native API's page: files called {@code 07-chapter-what.http}. A header
 * {@code Keep: $NAME /pointer}, which is not sent, keeps a value of the answer for the calls behind it.
 */
final class V1Calls {

    private static final String KEEP = "Keep";

    private final Map<String, String> values;

    private V1Calls(Map<String, String> values) {
        this.values = new HashMap<>(values);
    }

    /** The calls of a chapter, in their order. @param values of the placeholders that no call before them makes */
    static Stream<DynamicTest> of(String chapter, Map<String, String> values) {
        V1Calls calls = new V1Calls(values);
        return Call.all("v1").stream()
                .filter(call -> call.name().matches("[0-9]+-" + chapter + "-.*"))
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> calls.check(call)));
    }

    private void check(Call call) {
        Map<String, String> headers = new HashMap<>(call.headers());
        String keep = headers.remove(KEEP);
        Call sent =
                new Call(call.name(), call.method(), call.target(), headers, call.body(), call.status(), call.answer());
        Answer answer = sent.send(HainaServer.get().http(), this::filled);
        assertThat(answer.status()).as(answer::toString).isEqualTo(call.status());
        if (!call.answer().isEmpty()) {
            assertThat(Shape.missing(call.answer(), answer.json()))
                    .as(answer::toString)
                    .isEmpty();
            assertThat(answer.header("Content-Type"))
                    .startsWith(answer.status() < 400 ? "application/json" : "application/problem+json");
        }
        if (answer.status() == 201) {
            assertThat(answer.header("Location")).startsWith("/api/v1/");
        }
        if (keep != null) {
            String[] parts = keep.split(" ", 2);
            values.put(parts[0], answer.at(parts[1]).asString());
        }
    }

    /** The longest names first, so that none is taken for the beginning of another. */
    private String filled(String text) {
        String filled = text;
        for (String name : values.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList()) {
            filled = filled.replace(name, values.get(name));
        }
        return filled;
    }
}
