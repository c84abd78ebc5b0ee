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
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

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
        return Refusal.of(() -> signIn.signIn("test", Optional.empty(), name, password));
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
        SignedIn signedIn = signIn.signIn("test", Optional.empty(), "  " + wide + " ", TestCompany.PASSWORD);
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
        assertThat(signIn.signIn("test", Optional.empty(), digits, "123456").staff())
                .isEqualTo(staff);
        assertThat(signIn.signIn("test", Optional.empty(), spaced, "123456").staff())
                .isEqualTo(staff);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_alike() {
        assertThat(refused(company.sales().staff().username(), WRONG)).isEqualTo(new BadPassword());
        assertThat(refused("nobody-" + UUID.randomUUID(), WRONG)).isEqualTo(new BadPassword());
    }

    @Test
    void an_unknown_name_costs_a_hash_too() {
        Passwords passwords = new Passwords(4, new Turns());
        String hash = passwords.hash("me", "right one");
        assertThat(passwords.matches("me", "right one", hash)).isTrue();
        assertThat(passwords.matches("me", "wrong one", hash)).isFalse();
        assertThat(passwords.matches("me", "", null)).isFalse();
        assertThat(passwords.matches("me", "nobody", null)).isFalse();
        var nobodys = new Passwords(12, new Turns());
        assertThat(processorTime(() -> nobodys.matches("me", "any", null)))
                .as("256 times the rounds")
                .isGreaterThan(8 * processorTime(() -> passwords.matches("me", "any", hash)));
    }

    private static long processorTime(Runnable work) {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
    }

    @Test
    void what_no_name_or_password_can_be_is_refused() {
        assertThat(Refusal.of(() -> signIn.signIn("test", Optional.empty(), null, WRONG)))
                .isEqualTo(new Problem.Invalid("username", Rule.REQUIRED));
        assertThat(Refusal.of(() -> signIn.signIn("test", Optional.empty(), "admin", "")))
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
        signIn.signIn("test", Optional.empty(), name, longest);
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
        signIn.signIn("test", Optional.empty(), name, TestCompany.PASSWORD);
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
        signIn.signIn("test", Optional.empty(), name, TestCompany.PASSWORD);
        fail(name, 4);
        signIn.signIn("test", Optional.empty(), name, TestCompany.PASSWORD);
    }

    @Test
    void failures_longer_than_five_minutes_ago_do_not_count() {
        String name = company.sales().staff().username();
        fail(name, 4);
        server.clock().advance(Duration.ofMinutes(5));
        fail(name, 4);
        signIn.signIn("test", Optional.empty(), name, TestCompany.PASSWORD);
    }

    @Test
    void of_parallel_wrong_tries_five_are_looked_at() {
        for (int round = 0; round < 10; round++) {
            String name = round % 2 == 0 ? "nobody-" + UUID.randomUUID() : hired(round);
            var problems = Race.problems(Race.of(16, n -> () -> signIn.signIn("test", Optional.empty(), name, WRONG)));
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
        var outcomes = Race.of(12, n -> () -> signIn.signIn("test", Optional.empty(), name, TestCompany.PASSWORD));
        assertThat(Race.problems(outcomes)).isEmpty();
        assertThat(Race.winners(outcomes).stream()
                        .map(in -> in.actor().sessionId())
                        .distinct())
                .hasSize(12);
    }

    @Test
    void tries_of_which_nobody_knows_yet_how_they_end_lock_nothing() {
        Guard guard = server.bean(Guard.class);
        for (String name : List.of(company.sales().staff().username(), "nobody-" + UUID.randomUUID())) {
            for (int n = 0; n < GuardStore.LIMIT; n++) {
                guard.enter(name);
            }
            assertThat(refused(name, TestCompany.PASSWORD)).isInstanceOf(Problem.Unavailable.class);
            guard.failed(name);
            assertThat(refused(name, TestCompany.PASSWORD)).isInstanceOf(TooManyFailures.class);
        }
    }

    @Test
    void a_password_that_is_not_looked_at_is_no_try() {
        String name = company.sales().staff().username();
        Turns turns = new Turns(1, 2, Duration.ZERO);
        SignIn crowded = new SignIn(
                server.bean(StaffStore.class),
                server.bean(SessionStore.class),
                server.bean(Guard.class),
                new Passwords(4, turns),
                server.bean(TransactionTemplate.class),
                server.clock(),
                Duration.ofHours(1));
        for (int n = 0; n < 2 * GuardStore.LIMIT; n++) {
            assertThat(turns.take(
                            "others",
                            () -> Refusal.of(
                                    () -> crowded.signIn("test", Optional.empty(), name, TestCompany.PASSWORD))))
                    .isInstanceOf(Problem.Unavailable.class);
        }
        crowded.signIn("test", Optional.empty(), name, TestCompany.PASSWORD);
    }

    @Test
    void a_network_of_ipv6_asks_as_one_and_each_address_of_ipv4_for_itself() {
        assertThat(asker("2001:db8::1")).isEqualTo(asker("2001:db8::2:0:0:1")).isNotEqualTo(asker("2001:db8:0:1::1"));
        assertThat(asker("192.0.2.1")).isEqualTo(asker("192.0.2.1")).isNotEqualTo(asker("192.0.2.2"));
        assertThat(SignIn.asker(Optional.empty())).isNotEqualTo(asker("192.0.2.1"));
    }

    private static Object asker(String address) {
        return SignIn.asker(Optional.of(InetAddress.ofLiteral(address)));
    }

    @Test
    void what_is_withdrawn_late_gives_nobody_a_try_more() {
        Guard guard = server.bean(Guard.class);
        String name = "nobody-" + UUID.randomUUID();
        server.clock().stop();
        Instant early = guard.enter(name);
        guard.clear(name);
        server.clock().advance(Duration.ofSeconds(1));
        fail(name, GuardStore.LIMIT - 1);
        guard.withdraw(name, early);
        fail(name, 1);
        assertThat(refused(name, WRONG)).isInstanceOf(TooManyFailures.class);
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
