package io.haina.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {

    private final Http http = HainaServer.get().http();

    @Test
    void health_is_said_in_one_word_and_tells_nothing_of_the_inside() {
        Answer answer = http.get("/actuator/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.text()).isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void what_orchestrators_ask_for_lies_below_health(String group) {
        Answer answer = http.get("/actuator/health/" + group);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health/db",
                "/actuator/health/nothing",
                "/actuator/health/a;b/c",
                "/actuator/env"
            })
    void nothing_else_is_there(String path) {
        assertThat(http.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/prometheus"})
    void nothing_can_be_sent_there(String path) {
        assertThat(http.post(path, "{}").status()).isEqualTo(405);
        assertThat(http.send("HEAD", path, null, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void metrics_come_in_the_format_that_is_accepted() {
        Answer text = http.get("/actuator/prometheus");
        assertThat(text.header("content-type")).startsWith("text/plain; version=0.0.4");
        assertThat(text.text()).contains("\njvm_threads_live_threads").doesNotContain("# EOF");
        Answer open = http.send(
                "GET",
                "/actuator/prometheus",
                null,
                Map.of("Accept", "application/openmetrics-text;version=1.0.0,*/*;q=0.1"));
        assertThat(open.header("content-type")).startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(open.text()).endsWith("# EOF\n");
    }
}
