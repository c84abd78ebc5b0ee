package io.haina.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * A question on whose answer a work rests, and which nearly always has the answer that it had last. The work is done as if it
 * had, and the question goes ahead of its first read in the same round trip. What the work came to counts only if the answer
 * was the expected one. Whatever changes rows waits for the answer.
 *
 * @param <A> the answer: a row of the question
 */
public final class Ahead<A> {

    private static final ScopedValue<Ahead<?>> PRESENT = ScopedValue.newInstance();

    private final Sql sql;
    private final SqlText question;
    private final RowMapper<A> mapper;
    private final A expected;
    private boolean asked;
    private Optional<A> answer = Optional.empty();

    /** @param question reads one row or none */
    public Ahead(Sql sql, SqlText question, RowMapper<A> mapper, A expected) {
        this.sql = sql;
        this.question = question;
        this.mapper = mapper;
        this.expected = expected;
    }

    /** The answer that it had last. */
    public A expected() {
        return expected;
    }

    /**
     * Does a work once: with the expected answer, and if it is another by now, anew with that. The work may be broken off where
     * it reads.
     *
     * @param none is thrown where the question has no answer any more
     */
    public <R extends @Nullable Object> R run(Work<A, R> work, Supplier<? extends RuntimeException> none)
            throws Exception {
        try {
            R result = ScopedValue.where(PRESENT, this).call(() -> work.with(expected));
            if (holds()) {
                return result;
            }
        } catch (Exception e) {
            if (holds()) {
                throw e;
            }
        }
        return work.with(answer.orElseThrow(none));
    }

    private boolean holds() {
        if (!asked) {
            answered(sql.rowsAlone(question, mapper).stream().findFirst());
        }
        return answer.isPresent() && answer.get().equals(expected);
    }

    private void answered(Optional<A> found) {
        answer = found;
        asked = true;
    }

    /** The question that goes ahead of this thread's next read; null if there is none, or it has been answered. */
    static @Nullable Ahead<?> unasked() {
        Ahead<?> present = PRESENT.isBound() ? PRESENT.get() : null;
        if (present == null) {
            return null;
        }
        if (!present.asked) {
            return present;
        }
        present.goOn();
        return null;
    }

    /** Waits for the answer, if there is a question. @throws Overtaken if it is not the expected one */
    static void settle() {
        Ahead<?> unasked = unasked();
        if (unasked != null) {
            unasked.goOn();
        }
    }

    /** The question with a read behind it. */
    SqlText before(SqlText read) {
        return new SqlText().add(question).add("; ").add(read);
    }

    /** Takes the answer that came with a read. @throws Overtaken if it is not the expected one */
    void read(ResultSet rows) throws SQLException {
        answered(rows.next() ? Optional.ofNullable(mapper.mapRow(rows, 0)) : Optional.empty());
        goOn();
    }

    private void goOn() {
        if (!holds()) {
            throw new Overtaken();
        }
    }

    /** A work that rests on an answer. */
    @FunctionalInterface
    public interface Work<A, R extends @Nullable Object> {
        R with(A answer) throws Exception;
    }

    /** Breaks off a work that no longer counts. */
    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("rests on an answer that has changed", null, false, false);
        }
    }
}
