package io.haina.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.problem.Problem;
import io.haina.testing.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who does next what takes a core for long. */
class TurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whoever_asks_for_much_lets_others_wait_only_for_what_is_being_done() throws Exception {
        for (int round = 0; round < 10; round++) {
            done.clear();
            Turns turns = new Turns(1, 100, LONG);
            List<Thread> waiting = new ArrayList<>();
            turns.take("many", () -> {
                for (int n = 0; n < 20; n++) {
                    waiting.add(waitFor(turns, "many"));
                }
                waiting.add(waitFor(turns, "other"));
                return done.add("first");
            });
            for (Thread each : waiting) {
                each.join();
            }
            assertThat(done).hasSize(22).startsWith("first", "other", "many");
        }
    }

    private Thread waitFor(Turns turns, String asker) {
        Thread thread = Thread.ofPlatform().start(() -> turns.take(asker, () -> done.add(asker)));
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void a_line_has_an_end_of_which_others_notice_nothing() throws Exception {
        Turns turns = new Turns(2, 2, LONG);
        turns.take(
                "many",
                () -> turns.take("many", () -> {
                    assertThat(Refusal.of(() -> turns.take("many", () -> done.add("many"))))
                            .isInstanceOf(Problem.Unavailable.class);
                    return done;
                }));
        Thread other = turns.take("many", () -> turns.take("many", () -> waitFor(turns, "other")));
        other.join();
        assertThat(done).containsExactly("other");
    }

    @Test
    void a_turn_that_does_not_come_is_given_up_and_leaves_nothing_behind() {
        Turns turns = new Turns(1, 1, Duration.ZERO);
        for (int round = 0; round < 3; round++) {
            assertThat(turns.take("one", () -> Refusal.of(() -> turns.take("other", () -> done.add("other")))))
                    .isInstanceOf(Problem.Unavailable.class);
            assertThat(turns.take("other", () -> done.add("other"))).isTrue();
        }
        assertThat(done).hasSize(3);
    }
}
