package io.haina.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.problem.Problem;
import io.haina.problem.Problem.BadPassword;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Problem.TooManyFailures;
import io.haina.tenant.Role;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String WRONG = "wrong-password";

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final SignIn signIn = server.bean(SignIn.class);

    @AfterEach
    void realTime() {
        server.clock().reset();
    }

    private Problem refused(String name, String password) {
        return Refusal.of(() -> signIn.signIn("test", name, password));
    }

    private void fail(String name, int times) {
        for (int n = 0; n < times; n++) {
            assertThat(refused(name, WRONG)).isEqualTo(new BadPassword());
        }
    }

    @Test
    void a_user_name_signs_in_in_any_case_and_width() {
        String name = company.sales().staff().username();
        String wide = name.toUpperCase(Locale.ROOT).replace('S', '\uFF33').replace('A', '\uFF21');
        SignedIn signedIn = signIn.signIn("test", "  " + wide + " ", TestCompany.PASSWORD);
        assertThat(signedIn.actor().uuid()).isEqualTo(company.sales().staff().uuid());
        assertThat(signedIn.actor().tenant()).isEqualTo(company.tenant());
        assertThat(signedIn.staff()).isEqualTo(company.sales().staff());
    }

    @Test
    void a_phone_number_signs_in_with_and_without_what_people_write_between_the_digits() {
        String digits = "139" + (10_000_000 + company.number());
        String spaced = digits.substring(0, 3) + "-" + digits.substring(3, 7) + " " + digits.substring(7);
        Staff staff = server.bean(StaffRegister.class)
                .register(
                        company.admin().actor(),
                        new StaffDraft(
                                "phone-" + company.number(), "123456", "王五", null, spaced, Role.SALES, null, null));
        assertThat(signIn.signIn("test", digits, "123456").staff()).isEqualTo(staff);
        assertThat(signIn.signIn("test", spaced, "123456").staff()).isEqualTo(staff);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_alike() {
        assertThat(refused(company.sales().staff().username(), WRONG)).isEqualTo(new BadPassword());
        assertThat(refused("nobody-" + UUID.randomUUID(), WRONG)).isEqualTo(new BadPassword());
    }

    @Test
    void an_unknown_name_costs_a_hash_too() {
        Passwords passwords = new Passwords(4);
        String hash = passwords.hash("right one");
        assertThat(passwords.matches("right one", hash)).isTrue();
        assertThat(passwords.matches("wrong one", hash)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.matches("nobody", null)).isFalse();
        var nobodys = new Passwords(12);
        assertThat(processorTime(() -> nobodys.matches("any", null)))
                .as("256 times the rounds")
                .isGreaterThan(8 * processorTime(() -> passwords.matches("any", hash)));
    }

    private static long processorTime(Runnable work) {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
    }

    @Test
    void what_no_name_or_password_can_be_is_refused() {
        assertThat(Refusal.of(() -> signIn.signIn("test", null, WRONG)))
                .isEqualTo(new Problem.Invalid("username", Rule.REQUIRED));
        assertThat(Refusal.of(() -> signIn.signIn("test", "admin", "")))
                .isEqualTo(new Problem.Invalid("password", Rule.REQUIRED));
        assertThat(refused("a\0b", WRONG)).isEqualTo(new Problem.Invalid("username", Rule.FORBIDDEN_CHARACTER));
        assertThat(refused("x".repeat(5000), WRONG)).isEqualTo(new Problem.Invalid("username", Rule.TOO_LONG, 64));
    }

    @Test
    void bytes_beyond_those_that_bcrypt_reads_do_not_pass() {
        String longest = "p".repeat(72);
        Actor admin = company.admin().actor();
        signIn.changePassword(admin, TestCompany.PASSWORD, longest);
        String name = company.admin().staff().username();
        assertThat(refused(name, longest + "x")).isEqualTo(new BadPassword());
        assertThat(refused(name, longest + "\0")).isEqualTo(new BadPassword());
        signIn.signIn("test", name, longest);
    }

    @Test
    void after_five_failures_the_right_password_waits_for_five_minutes() {
        String name = company.sales().staff().username();
        fail(name, 5);
        assertThat(refused(name, TestCompany.PASSWORD))
                .isInstanceOfSatisfying(
                        TooManyFailures.class,
                        problem -> assertThat(problem.delay()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(5)));
        server.clock().advance(Duration.ofMinutes(4));
        assertThat(refused(name, TestCompany.PASSWORD)).isInstanceOf(TooManyFailures.class);
        server.clock().advance(Duration.ofMinutes(1));
        signIn.signIn("test", name, TestCompany.PASSWORD);
    }

    @Test
    void a_name_that_does_not_exist_is_locked_as_one_that_does() {
        String name = "nobody-" + UUID.randomUUID();
        fail(name, 5);
        assertThat(refused(name, WRONG)).isInstanceOf(TooManyFailures.class);
        assertThat(refused(name.toUpperCase(Locale.ROOT), WRONG)).isInstanceOf(TooManyFailures.class);
    }

    @Test
    void success_forgets_the_failures_before_it() {
        String name = company.sales().staff().username();
        fail(name, 4);
        signIn.signIn("test", name, TestCompany.PASSWORD);
        fail(name, 4);
        signIn.signIn("test", name, TestCompany.PASSWORD);
    }

    @Test
    void failures_longer_than_five_minutes_ago_do_not_count() {
        String name = company.sales().staff().username();
        fail(name, 4);
        server.clock().advance(Duration.ofMinutes(5));
        fail(name, 4);
        signIn.signIn("test", name, TestCompany.PASSWORD);
    }

    @Test
    void of_parallel_wrong_tries_five_are_looked_at() {
        for (int round = 0; round < 10; round++) {
            String name = round % 2 == 0 ? "nobody-" + UUID.randomUUID() : hired(round);
            var problems = Race.problems(Race.of(16, n -> () -> signIn.signIn("test", name, WRONG)));
            assertThat(problems).hasSize(16);
            assertThat(problems.stream().filter(BadPassword.class::isInstance)).hasSize(5);
            assertThat(problems.stream().filter(TooManyFailures.class::isInstance))
                    .hasSize(11);
        }
    }

    private String hired(int round) {
        return company.hire("hired-" + company.number() + "-" + round, Role.SALES, null)
                .staff()
                .username();
    }

    @Test
    void parallel_sign_ins_with_the_right_password_all_pass() {
        String name = company.sales().staff().username();
        var outcomes = Race.of(12, n -> () -> signIn.signIn("test", name, TestCompany.PASSWORD));
        assertThat(Race.problems(outcomes)).isEmpty();
        assertThat(Race.winners(outcomes).stream()
                        .map(in -> in.actor().sessionId())
                        .distinct())
                .hasSize(12);
    }

    @Test
    void a_disabled_account_is_told_to_the_right_password_alone() {
        TestCompany.Person person = company.sales();
        server.bean(StaffRegister.class)
                .disable(company.admin().actor(), person.staff().uuid());
        String name = person.staff().username();
        assertThat(refused(name, WRONG)).isEqualTo(new BadPassword());
        assertThat(refused(name, TestCompany.PASSWORD)).isEqualTo(new Problem.AccountDisabled());
    }

    @Test
    void an_old_guard_goes_and_a_lock_stays() {
        String locked = "locked-" + UUID.randomUUID();
        String tried = "tried-" + UUID.randomUUID();
        fail(tried, 1);
        server.clock().advance(Duration.ofMinutes(3));
        fail(locked, 5);
        server.clock().advance(Duration.ofMinutes(3));
        server.bean(GuardStore.class).prune(server.clock().instant());
        assertThat(server.jdbc()
                        .queryForList(
                                "select name_key from sign_in_guard where name_key in (?, ?)",
                                String.class,
                                tried,
                                locked))
                .isEqualTo(List.of(locked));
    }
}
