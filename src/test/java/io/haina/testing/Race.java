package io.haina.testing;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several actions at the same moment. */
public final class Race {

    private Race() {}

    /** Runs the actions that a number makes, each on its own thread, all let go by one latch. In their order. */
    public static <T> List<Outcome<T>> of(int runners, IntFunction<Callable<T>> action) {
        CountDownLatch ready = new CountDownLatch(runners);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (var executor =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int n = 0; n < runners; n++) {
                Callable<T> each = action.apply(n);
                futures.add(executor.submit(() -> {
                    ready.countDown();
                    go.await();
                    return each.call();
                }));
            }
            ready.await();
            go.countDown();
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<T> future : futures) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> Outcome<T> outcome(Future<T> future) throws InterruptedException {
        try {
            return new Won<>(future.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                return new Lost<>(refused.problem());
            }
            throw new AssertionError("failed instead of being refused", e.getCause());
        }
    }

    /** How an action ended. Any other exception than a refusal fails the test. */
    public sealed interface Outcome<T> {}

    /** It went through. */
    public record Won<T>(T result) implements Outcome<T> {}

    /** It was refused. */
    public record Lost<T>(Problem problem) implements Outcome<T> {}

    /** The results of those that went through. */
    public static <T> List<T> winners(List<Outcome<T>> outcomes) {
        List<T> results = new ArrayList<>();
        for (Outcome<T> outcome : outcomes) {
            if (outcome instanceof Won<T>(T result)) {
                results.add(result);
            }
        }
        return results;
    }

    /** Why the others did not. */
    public static <T> List<Problem> problems(List<Outcome<T>> outcomes) {
        List<Problem> problems = new ArrayList<>();
        for (Outcome<T> outcome : outcomes) {
            if (outcome instanceof Lost<T>(Problem problem)) {
                problems.add(problem);
            }
        }
        return problems;
    }
}
