package io.haina.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final Idempotency.Codec<String> TEXT =
            new Idempotency.Codec<>(Function.identity(), Function.identity());

    private final HainaServer server = HainaServer.get();
    private final Idempotency idempotency = server.bean(Idempotency.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final AtomicInteger done = new AtomicInteger();

    private String once(Actor actor, @Nullable String key, String request) {
        return once(actor, key, request, () -> "answer " + done.incrementAndGet());
    }

    private String once(Actor actor, @Nullable String key, String request, Supplier<String> work) {
        return idempotency.once(actor, "Key", key, request, TEXT, work);
    }

    @Test
    void a_repeated_request_gets_the_first_answer_and_is_not_done_again() {
        assertThat(once(sales, "k", "a")).isEqualTo("answer 1");
        assertThat(once(sales, "k", "a")).isEqualTo("answer 1");
        assertThat(once(sales, "other", "a")).isEqualTo("answer 2");
        assertThat(once(company.admin().actor(), "k", "a")).isEqualTo("answer 3");
        assertThat(once(sales, null, "a")).isEqualTo("answer 4");
        assertThat(once(sales, "", "a")).isEqualTo("answer 5");
        assertThat(Refusal.of(() -> once(sales, "k", "b"))).isEqualTo(new Problem.KeyReused());
        assertThat(done).hasValue(5);
    }

    @Test
    void of_many_at_once_one_is_done_and_all_get_its_answer() {
        for (int round = 0; round < 10; round++) {
            String key = "race" + round;
            int before = done.get();
            List<String> answers = Race.winners(Race.of(8, n -> () -> once(sales, key, "a")));
            assertThat(answers).hasSize(8).containsOnly("answer " + (before + 1));
        }
        assertThat(done).hasValue(10);
    }

    @Test
    void of_two_different_requests_at_once_under_one_key_one_is_refused() {
        for (int round = 0; round < 5; round++) {
            String key = "pair" + round;
            List<Race.Outcome<String>> outcomes = Race.of(2, n -> () -> once(sales, key, "body " + n));
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).containsExactly(new Problem.KeyReused());
        }
    }

    @Test
    void what_was_refused_may_be_sent_again_under_its_key() {
        Supplier<String> refusing = () -> {
            throw Refused.invalid("x", Rule.REQUIRED);
        };
        assertThat(Refusal.of(() -> once(sales, "k", "a", refusing))).isInstanceOf(Problem.Invalid.class);
        assertThat(once(sales, "k", "b")).isEqualTo("answer 1");
    }

    @Test
    void what_is_kept_of_a_request_does_not_let_its_text_be_guessed() {
        once(sales, "k", "secret-1");
        assertThat(Fresh.number(
                        "select count(*) from idempotency_key where tenant_id = ? and key = 'k'"
                                + " and request_hash <> encode(sha256('secret-1'), 'hex')",
                        company.tenantId()))
                .isEqualTo(1);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        once(sales, "k", "a");
        try {
            server.clock().advance(Duration.ofHours(23));
            assertThat(once(sales, "k", "a")).isEqualTo("answer 1");
            server.clock().advance(Duration.ofHours(2));
            assertThat(once(sales, "k", "b")).isEqualTo("answer 2");
            assertThat(Race.winners(Race.of(4, n -> () -> once(sales, "k", "b"))))
                    .containsOnly("answer 2");
            server.clock().advance(Duration.ofHours(25));
            server.bean(KeyUpkeep.class).sweep();
            assertThat(Fresh.number("select count(*) from idempotency_key where tenant_id = ?", company.tenantId()))
                    .isZero();
        } finally {
            server.clock().reset();
        }
    }

    @Test
    void a_key_is_visible_ascii_of_bearable_length() {
        for (String key : List.of(" ", "a b", "ä", "钥匙", "a\u0000", "x".repeat(201))) {
            assertThat(Refusal.of(() -> once(sales, key, "a"))).isEqualTo(new Problem.Invalid("Key", Rule.MALFORMED));
        }
        assertThat(once(sales, "x".repeat(200), "a")).isEqualTo("answer 1");
    }
}
