package io.haina.dialect;

import io.haina.problem.Problem;
import java.time.Duration;
import org.springframework.http.ResponseEntity;

/** Puts a problem into a document's envelope, words and status. */
@FunctionalInterface
public interface Wording {

    /** The whole answer; its body is written with the dialect's own mapper. */
    ResponseEntity<?> answer(Problem problem, Asked asked);

    /** How many whole seconds a client is told to wait: never too few, and at least one. */
    static long seconds(Duration delay) {
        return Math.max(1, delay.plusNanos(999_999_999).toSeconds());
    }
}
