package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.access.Actor;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class HandlerCheckTest {

    private static HandlerCheck check(Dialect... dialects) {
        return new HandlerCheck(new Dialects(List.of(dialects)), new RequestMappingHandlerMapping());
    }

    private static Dialect here() {
        return new Dialect(
                "test",
                HandlerCheckTest.class,
                Object.class,
                StrictJson.builder().build(),
                List.of("/"),
                request -> {
                    throw new Refused(new Problem.NoCredential());
                },
                (problem, asked) -> ResponseEntity.badRequest().build());
    }

    private static HandlerMethod handler(String name) throws NoSuchMethodException {
        for (var method : Handlers.class.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                return new HandlerMethod(new Handlers(), method);
            }
        }
        throw new NoSuchMethodException(name);
    }

    /** Nobody routes to these. */
    static final class Handlers {
        void guarded(Actor actor) {}

        @Open
        void open() {}

        void forgotten() {}

        @Open
        void contradictory(Actor actor) {}
    }

    @Test
    void a_handler_of_a_package_without_a_dialect_stops_the_server() {
        assertThatThrownBy(() -> check().check(handler("guarded"))).hasMessageContaining("no Dialect");
    }

    @Test
    void a_handler_takes_an_actor_or_is_open() throws Exception {
        assertThatCode(() -> check(here()).check(handler("guarded"))).doesNotThrowAnyException();
        assertThatCode(() -> check(here()).check(handler("open"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(here()).check(handler("forgotten"))).hasMessageContaining("@Open");
        assertThatThrownBy(() -> check(here()).check(handler("contradictory"))).hasMessageContaining("@Open");
    }

    @Test
    void two_dialects_of_one_package_are_a_mistake() {
        assertThatThrownBy(() -> check(here(), here())).hasMessageContaining("two dialects");
    }
}
