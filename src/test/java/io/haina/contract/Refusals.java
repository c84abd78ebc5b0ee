package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import tools.jackson.databind.JsonNode;

/** What a refusal of document 000 looks like, whatever was wrong. */
final class Refusals {

    private Refusals() {}

    static void assertRefusal(Answer answer, int status) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertEnvelope(answer.json(), answer.text());
    }

    static void assertEnvelope(JsonNode json, String text) {
        assertThat(json.path("success").asBoolean(true)).as(text).isFalse();
        assertThat(json.path("message").asString("")).as(text).isNotBlank();
        assertThat(json.propertyNames()).isSubsetOf("success", "message", "data", "request_id");
        assertThat(text).doesNotContain("Exception", "\tat ", "io.haina", "org.", "select ", "insert ");
    }
}
