package io.haina.staff;

import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.database.Ahead;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session that was open when its token came last. Whether it still is, is asked of the store with the first read.
 *
 * @param ahead asks for the session
 * @param who acts in it
 * @param token as it was sent
 * @param known what sessions were when their tokens came last
 */
record ForeseenSession<S>(Ahead<S> ahead, Function<S, Actor> who, String token, Remembered<S> known)
        implements Foreseen {

    @Override
    public <R extends @Nullable Object> R act(Work<R> work) throws Exception {
        return ahead.run(
                session -> {
                    if (!session.equals(ahead.expected())) {
                        known.put(token, session);
                    }
                    return work.by(who.apply(session));
                },
                () -> {
                    known.forget(token);
                    return new Refused(new Problem.BadCredential());
                });
    }
}
