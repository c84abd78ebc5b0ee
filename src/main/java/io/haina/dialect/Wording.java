package io.haina.dialect;

import io.haina.problem.Problem;
import org.springframework.http.ResponseEntity;

/** Puts a problem into a document's envelope, words and status. */
@FunctionalInterface
public interface Wording {

    /** The whole answer; its body is written with the dialect's own mapper. */
    ResponseEntity<?> answer(Problem problem, Asked asked);
}
