package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;

/** Which handlers may run before it is known who asks: one that could send something by itself must not. */
class ForeseenHandlersTest {

    /** Handlers as the documents could have them. */
    @SuppressWarnings("unused")
    private static final class Handlers {
        void returns(Actor actor, String what, HttpServletRequest request) {}

        void response(Actor actor, HttpServletResponse response) {}

        void anyResponse(ServletResponse response) {}

        void stream(OutputStream out) {}

        void writer(Actor actor, Writer out) {}

        void webRequest(WebRequest request) {}

        void nativeRequest(NativeWebRequest request) {}
    }

    private static boolean takes(String method, String handler) {
        Handlers handlers = new Handlers();
        return Arrays.stream(Handlers.class.getDeclaredMethods())
                .filter(one -> one.getName().equals(handler))
                .map(one -> ForeseenHandlers.takes(
                        new MockHttpServletRequest(method, "/"), new HandlerMethod(handlers, one)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_answers_by_what_it_returns_may() {
        assertThat(takes("GET", "returns")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response", "anyResponse", "stream", "writer", "webRequest", "nativeRequest"})
    void what_could_answer_by_itself_waits(String handler) {
        assertThat(takes("GET", handler)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "PUT", "PATCH", "DELETE"})
    void what_does_not_only_read_waits(String method) {
        assertThat(takes(method, "returns")).isFalse();
    }
}
