package io.haina.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.haina.testing.HainaServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that goes ahead of the first read. */
class AheadTest {

    private final Sql sql = HainaServer.get().bean(Sql.class);

    /** With what the work was done. */
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void table() {
        HainaServer.get().jdbc().execute("create table if not exists ahead (answer text, n integer not null)");
        HainaServer.get().jdbc().update("delete from ahead");
        HainaServer.get().jdbc().update("insert into ahead values ('yes', 0)");
    }

    private Ahead<String> expecting(String answer) {
        return new Ahead<>(
                sql,
                new SqlText().add("select answer from ahead where n < ?", 1000),
                (row, n) -> row.getString("answer"),
                answer);
    }

    private String run(String expected, Function<String, Object> work) throws Exception {
        return expecting(expected)
                .run(
                        answer -> {
                            done.add(answer);
                            return work.apply(answer).toString();
                        },
                        () -> new IllegalStateException("no answer"));
    }

    private int count() {
        return sql.rows(new SqlText().add("select n from ahead"), (row, n) -> row.getInt("n"))
                .getFirst();
    }

    private int increment() {
        return sql.change(new SqlText().add("update ahead set n = n + 1"));
    }

    @Test
    void the_expected_answer_lets_the_work_count() throws Exception {
        assertThat(run("yes", answer -> answer + count())).isEqualTo("yes0");
        assertThat(done).containsExactly("yes");
    }

    @Test
    void question_and_read_keep_their_values_apart_however_often_they_travel() throws Exception {
        for (int again = 0; again < 10; again++) {
            assertThat(run(
                            "yes",
                            answer -> sql.rows(
                                            new SqlText().add("select ? as a, ? as b", "first", 2),
                                            (row, n) -> row.getString("a") + row.getInt("b"))
                                    .getFirst()))
                    .isEqualTo("first2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reads", "writes", "writes by a select", "asks nothing", "fails", "hides what it met"})
    void another_answer_lets_nothing_count_but_what_is_done_anew(String what) throws Exception {
        String came = run("no", answer -> {
            switch (what) {
                case "reads" -> count();
                case "writes" -> increment();
                case "writes by a select" ->
                    sql.rows(new SqlText().add("update ahead set n = n + 1 returning n"), (row, n) -> n);
                case "fails" -> {
                    if (answer.equals("no")) {
                        throw new IllegalArgumentException("of another answer");
                    }
                }
                case "hides what it met" -> {
                    try {
                        count();
                    } catch (RuntimeException e) {
                        return "hidden";
                    }
                }
                default -> {}
            }
            return "with " + answer;
        });
        assertThat(came).isEqualTo("with yes");
        assertThat(done).containsExactly("no", "yes");
        assertThat(count()).isEqualTo(what.startsWith("writes") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reads", "writes", "asks nothing", "fails"})
    void without_an_answer_nothing_counts_at_all(String what) {
        HainaServer.get().jdbc().update("update ahead set n = 1000");
        assertThatIllegalStateException()
                .isThrownBy(() -> run("yes", answer -> switch (what) {
                    case "reads" -> count();
                    case "writes" -> increment();
                    case "fails" -> throw new IllegalArgumentException("of another answer");
                    default -> 0;
                }))
                .withMessage("no answer");
        assertThat(count()).isEqualTo(1000);
    }

    @Test
    void what_fails_with_the_expected_answer_fails() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> run("yes", answer -> {
                    throw new IllegalArgumentException("by itself");
                }));
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() ->
                        run("yes", answer -> sql.rows(new SqlText().add("select 1 / 0 as n"), (row, n) -> n)));
        assertThat(done).containsExactly("yes", "yes");
    }

    @Test
    void what_comes_later_and_elsewhere_asks_no_more() throws Exception {
        run("yes", answer -> {
            count();
            HainaServer.get().jdbc().update("update ahead set answer = 'no'");
            return increment() + count();
        });
        assertThat(done).containsExactly("yes");
        assertThat(count()).isEqualTo(1);
    }
}
