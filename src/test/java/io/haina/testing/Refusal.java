package io.haina.testing;

import io.haina.problem.Problem;
import io.haina.problem.Refused;

/** What a use case refuses with. */
public final class Refusal {

    private Refusal() {}

    /** The problem that an action is refused for; fails if it is not refused. */
    public static Problem of(Action action) {
        try {
            action.run();
        } catch (Refused refused) {
            return refused.problem();
        } catch (Exception e) {
            throw new AssertionError("failed instead of being refused", e);
        }
        throw new AssertionError("was not refused");
    }

    /** Something that may be refused. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }
}
