package io.haina.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Invalid;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Problem.SignInNameTaken;
import io.haina.tenant.Role;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffRegisterTest {

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final StaffRegister register = server.bean(StaffRegister.class);

    private static String unique() {
        return "u" + UUID.randomUUID();
    }

    private static String phone() {
        return "1" + Math.abs(UUID.randomUUID().getMostSignificantBits());
    }

    private static StaffDraft draft(
            @Nullable String username, @Nullable String password, @Nullable String email, @Nullable String phone) {
        return new StaffDraft(username, password, "王五", email, phone, Role.SALES, "销售部", "华南团队");
    }

    /** Without a team, whose row two registrations would wait for. */
    private static StaffDraft alone(String username, @Nullable String phone) {
        return new StaffDraft(username, "123456", "王五", null, phone, Role.SALES, null, null);
    }

    private Problem refused(StaffDraft draft) {
        return Refusal.of(() -> register.register(company.admin().actor(), draft));
    }

    private long rows(String table) {
        Long count = server.jdbc()
                .queryForObject(
                        "select count(*) from " + table + " where tenant_id = ?", Long.class, company.tenantId());
        return count == null ? 0 : count;
    }

    @Test
    void a_registered_person_is_stored_as_given_and_trimmed() {
        String name = unique();
        String phone = phone();
        Staff staff = register.register(
                company.admin().actor(),
                new StaffDraft(
                        " " + name, "123456", "王五 ", "wangwu@example.com", phone, Role.SALES_MANAGER, "新部门", "新团队"));
        assertThat(staff)
                .isEqualTo(new Staff(
                        staff.id(),
                        staff.uuid(),
                        name,
                        "王五",
                        "wangwu@example.com",
                        phone,
                        Role.SALES_MANAGER,
                        "新部门",
                        "新团队",
                        true));
        assertThat(server.bean(SignIn.class)
                        .signIn("test", Optional.empty(), name, "123456")
                        .staff())
                .isEqualTo(staff);
    }

    @Test
    void a_team_of_the_tenant_is_joined_and_not_doubled() {
        long teams = rows("team");
        register.register(company.admin().actor(), draft(unique(), "123456", null, null));
        assertThat(rows("team")).isEqualTo(teams);
    }

    @Test
    void a_new_team_that_several_join_at_once_is_one() {
        long teams = rows("team");
        String team = "团队" + unique();
        var outcomes = Race.of(
                8,
                n -> () -> register.register(
                        company.admin().actor(),
                        new StaffDraft(unique(), "123456", "某人", null, null, Role.SALES, team, team)));
        assertThat(Race.winners(outcomes)).hasSize(8);
        assertThat(rows("team")).isEqualTo(teams + 1);
    }

    @Test
    void only_admins_register_and_disable() {
        var manager = company.eastManager().actor();
        assertThat(Refusal.of(() -> register.register(manager, draft(unique(), "123456", null, null))))
                .isInstanceOf(Problem.RoleRequired.class);
        assertThat(Refusal.of(
                        () -> register.disable(manager, company.sales().staff().uuid())))
                .isInstanceOf(Problem.RoleRequired.class);
    }

    @Test
    void each_value_obeys_its_rule() {
        assertThat(refused(draft(null, "123456", null, null))).isEqualTo(new Invalid("username", Rule.REQUIRED));
        assertThat(refused(draft("x", "123456", null, null))).isEqualTo(new Invalid("username", Rule.TOO_SHORT, 2));
        assertThat(refused(draft("a b", "123456", null, null)))
                .isEqualTo(new Invalid("username", Rule.FORBIDDEN_CHARACTER));
        assertThat(refused(draft("a\u3000b", "123456", null, null)))
                .isEqualTo(new Invalid("username", Rule.FORBIDDEN_CHARACTER));
        assertThat(refused(draft("a".repeat(65), "123456", null, null)))
                .isEqualTo(new Invalid("username", Rule.TOO_LONG, 64));
        assertThat(refused(draft(unique(), "12345", null, null))).isEqualTo(new Invalid("password", Rule.TOO_SHORT, 6));
        assertThat(refused(draft(unique(), null, null, null))).isEqualTo(new Invalid("password", Rule.REQUIRED));
        assertThat(refused(draft(unique(), "1".repeat(73), null, null)))
                .isEqualTo(new Invalid("password", Rule.TOO_LONG, 72));
        assertThat(refused(draft(unique(), "12\000456", null, null)))
                .isEqualTo(new Invalid("password", Rule.FORBIDDEN_CHARACTER));
        for (String email : List.of("wangwu", "@example.com", "a@", "a@b@c", "a b@c.de", "a@c.de,b@c.de")) {
            assertThat(refused(draft(unique(), "123456", email, null))).isEqualTo(new Invalid("email", Rule.MALFORMED));
        }
        for (String phone : List.of("call me", "138x00138003", "++861380013", "-13800138003", "138;drop")) {
            assertThat(refused(draft(unique(), "123456", null, phone))).isEqualTo(new Invalid("phone", Rule.MALFORMED));
        }
        assertThat(refused(draft(unique(), "123456", null, "1234"))).isEqualTo(new Invalid("phone", Rule.TOO_SHORT, 5));
        assertThat(refused(new StaffDraft(unique(), "123456", null, null, null, Role.SALES, null, null)))
                .isEqualTo(new Invalid("realName", Rule.REQUIRED));
        assertThat(refused(new StaffDraft(unique(), "123456", "x", null, null, null, null, null)))
                .isEqualTo(new Invalid("role", Rule.REQUIRED));
        assertThat(refused(new StaffDraft(unique(), "123456", "x", null, null, Role.SALES, null, "t".repeat(65))))
                .isEqualTo(new Invalid("team", Rule.TOO_LONG, 64));
    }

    @Test
    void a_name_that_signs_somebody_in_anywhere_is_taken_however_it_is_written() {
        String name = unique();
        String phone = phone();
        register.register(company.admin().actor(), draft(name, "123456", null, phone));
        long staff = rows("staff");
        long names = rows("sign_in_name");
        assertThat(refused(draft(name.toUpperCase(java.util.Locale.ROOT), "123456", null, null)))
                .isEqualTo(new SignInNameTaken("username"));
        assertThat(refused(draft(unique(), "123456", null, phone.substring(0, 4) + "-" + phone.substring(4))))
                .isEqualTo(new SignInNameTaken("phone"));
        assertThat(refused(draft(phone, "123456", null, null))).isEqualTo(new SignInNameTaken("username"));
        var stranger = TestCompany.create().admin().actor();
        assertThat(Refusal.of(() -> register.register(stranger, draft(name, "123456", null, null))))
                .isEqualTo(new SignInNameTaken("username"));
        assertThat(rows("staff")).isEqualTo(staff);
        assertThat(rows("sign_in_name")).isEqualTo(names);
    }

    @Test
    void who_is_called_by_the_own_phone_number_claims_it_once() {
        String phone = phone();
        Staff staff = register.register(company.admin().actor(), draft(phone, "123456", null, phone));
        assertThat(server.bean(SignIn.class)
                        .signIn("test", Optional.empty(), phone, "123456")
                        .staff())
                .isEqualTo(staff);
    }

    @Test
    void of_equal_names_at_once_one_wins() {
        for (int round = 0; round < 50; round++) {
            String name = unique();
            String phone = phone();
            var outcomes = Race.of(
                    4,
                    n -> () -> register.register(
                            company.admin().actor(), alone(n % 2 == 0 ? name : phone, n % 2 == 0 ? phone : null)));
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).hasSize(3).allMatch(SignInNameTaken.class::isInstance);
        }
    }

    @Test
    void two_who_want_each_others_names_do_not_wait_for_each_other() {
        for (int round = 0; round < 50; round++) {
            String one = phone();
            String two = phone();
            var outcomes = Race.of(
                    2,
                    n -> () ->
                            register.register(company.admin().actor(), alone(n == 0 ? one : two, n == 0 ? two : one)));
            assertThat(Race.winners(outcomes)).hasSize(1);
        }
    }

    @Test
    void a_disabled_person_is_out_at_once_and_stays_so() {
        var person = company.sales();
        register.disable(company.admin().actor(), person.staff().uuid());
        register.disable(company.admin().actor(), person.staff().uuid());
        assertThat(Refusal.of(() -> server.bean(WebTokens.class).actor(person.token())))
                .isEqualTo(new Problem.BadCredential());
        assertThat(server.jdbc()
                        .queryForList(
                                "select action from audit where tenant_id = ? and kind = 'staff' and record_id = ? order by id",
                                String.class,
                                company.tenantId(),
                                person.staff().id()))
                .containsExactly("register", "disable");
    }

    @Test
    void nobody_disables_themselves_a_stranger_or_nobody() {
        var admin = company.admin();
        assertThat(Refusal.of(
                        () -> register.disable(admin.actor(), admin.staff().uuid())))
                .isEqualTo(new Invalid("staff", Rule.NOT_A_CHOICE));
        UUID stranger = TestCompany.create().sales().staff().uuid();
        for (UUID uuid : List.of(stranger, UUID.randomUUID())) {
            assertThat(Refusal.of(() -> register.disable(admin.actor(), uuid)))
                    .isEqualTo(new Problem.NotFound(Problem.Kind.STAFF));
        }
    }

    @Test
    void of_admins_who_disable_each_other_one_stays() {
        for (int round = 0; round < 10; round++) {
            var one = company.hire(unique(), Role.ADMIN, null);
            var two = company.hire(unique(), Role.ADMIN, null);
            var outcomes = Race.of(2, n -> () -> {
                register.disable(
                        (n == 0 ? one : two).actor(),
                        (n == 0 ? two : one).staff().uuid());
                return true;
            });
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).containsExactly(new Problem.BadCredential());
        }
    }

    @Test
    void no_hash_of_a_password_stands_in_audit_or_events() {
        Staff staff = register.register(company.admin().actor(), draft(unique(), "123456", null, phone()));
        for (String column : List.of("coalesce(before::text, '') || coalesce(after::text, '') from audit")) {
            assertThat(server.jdbc()
                            .queryForList(
                                    "select " + column + " where tenant_id = ? and kind = 'staff' and record_id = ?",
                                    String.class,
                                    company.tenantId(),
                                    staff.id()))
                    .singleElement()
                    .asString()
                    .contains(staff.username())
                    .doesNotContain("$2")
                    .doesNotContain("password");
        }
    }

    @Test
    void a_tenant_is_founded_once() {
        assertThatThrownBy(() -> register.found(company.tenant(), draft(unique(), "123456", null, null), false))
                .isInstanceOf(IllegalStateException.class);
    }
}
