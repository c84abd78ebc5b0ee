package io.haina.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.haina.home.HainaHome;
import io.haina.problem.Problem;
import io.haina.problem.Problem.BadCredential;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Problem.WrongOldPassword;
import io.haina.tenant.DataScope;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final TestCompany.Person person = company.sales();
    private final SignIn signIn = server.bean(SignIn.class);
    private final WebTokens tokens = server.bean(WebTokens.class);

    @AfterEach
    void realTime() {
        server.clock().reset();
    }

    private void assertRefused(String token) {
        assertThat(Refusal.of(() -> tokens.actor(token))).isEqualTo(new BadCredential());
    }

    private byte[] key() {
        return server.bean(HainaHome.class).secret("jwt-key", () -> new byte[0]);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject(person.staff().uuid().toString())
                .claim("tid", company.tenantId())
                .jwtID(Long.toString(person.actor().sessionId()))
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
    }

    private static String signed(JWSAlgorithm algorithm, byte[] key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    @Test
    void a_token_names_its_actor() throws JOSEException {
        assertThat(tokens.actor(person.token())).isEqualTo(person.actor());
        assertThat(tokens.actor(signed(JWSAlgorithm.HS256, key(), claims().build())))
                .isEqualTo(person.actor());
        assertThat(person.actor().teamId()).isNotNull();
        assertThat(company.admin().actor().teamId()).isNull();
    }

    @Test
    void the_key_is_a_secret_of_its_home() {
        assertThat(key()).hasSize(32);
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        String none = new PlainJWT(claims().build()).serialize();
        assertRefused(none);
        assertRefused(none + "AAAA");
        assertRefused(person.token().substring(0, person.token().lastIndexOf('.') + 1));
    }

    @Test
    void only_hs256_with_our_key_is_taken() throws JOSEException {
        byte[] longer = new byte[64];
        System.arraycopy(key(), 0, longer, 0, 32);
        assertRefused(signed(JWSAlgorithm.HS512, longer, claims().build()));
        assertRefused(signed(JWSAlgorithm.HS384, longer, claims().build()));
        assertRefused(signed(JWSAlgorithm.HS256, new byte[32], claims().build()));
    }

    @Test
    void a_token_whose_content_was_changed_is_refused() {
        String[] parts = person.token().split("\\.");
        String[] other = company.admin().token().split("\\.");
        assertRefused(parts[0] + "." + other[1] + "." + parts[2]);
    }

    @Test
    void a_token_that_names_another_person_tenant_or_session_is_refused() throws JOSEException {
        Stream.of(
                        claims().subject(company.admin().staff().uuid().toString()),
                        claims().subject(null),
                        claims().claim("tid", company.tenantId() + 1_000_000),
                        claims().claim("tid", null),
                        claims().claim("tid", "1"),
                        claims().jwtID("x"),
                        claims().jwtID(null),
                        claims().jwtID("999999999999999999999999"),
                        claims().jwtID(Long.toString(Long.MAX_VALUE)),
                        claims().expirationTime(null))
                .forEach(claims -> {
                    try {
                        assertRefused(signed(JWSAlgorithm.HS256, key(), claims.build()));
                    } catch (JOSEException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @Test
    void what_is_no_token_is_refused() {
        Stream.of("", ".", "..", "...", "a.b.c", "x".repeat(100_000), "{}", "\0", "令牌", "eyJhbGciOiJIUzI1NiJ9..")
                .forEach(this::assertRefused);
    }

    @Test
    void a_token_ends_twelve_hours_after_it_was_issued() {
        server.clock().advance(Duration.ofHours(12).minusMinutes(1));
        tokens.actor(person.token());
        server.clock().advance(Duration.ofMinutes(1));
        assertRefused(person.token());
        assertThat(Refusal.of(
                        () -> signIn.resume(company.tenantId(), person.actor().sessionId())))
                .isEqualTo(new BadCredential());
    }

    @Test
    void signing_out_ends_this_session_and_no_other() {
        var other = company.again(person);
        signIn.signOut(person.actor());
        assertRefused(person.token());
        assertThat(tokens.actor(other.token()).uuid()).isEqualTo(person.staff().uuid());
    }

    @Test
    void a_new_password_ends_all_sessions_of_the_person() {
        var other = company.again(person);
        signIn.changePassword(person.actor(), TestCompany.PASSWORD, "新密码-newpassword");
        assertRefused(person.token());
        assertRefused(other.token());
        assertThat(tokens.actor(company.admin().token()).uuid())
                .isEqualTo(company.admin().staff().uuid());
        String name = person.staff().username();
        assertThat(Refusal.of(() -> signIn.signIn("test", Optional.empty(), name, TestCompany.PASSWORD)))
                .isEqualTo(new Problem.BadPassword());
        signIn.signIn("test", Optional.empty(), name, "新密码-newpassword");
    }

    @Test
    void a_sign_in_beside_a_change_of_the_password_leaves_no_session_of_the_old_one() {
        for (int round = 0; round < 30; round++) {
            var someone = company.hire("racer-" + company.number() + "-" + round, Role.SALES, null);
            var outcomes = Race.<String>of(4, n -> () -> {
                if (n == 0) {
                    signIn.changePassword(someone.actor(), TestCompany.PASSWORD, "another-1");
                    return "";
                }
                return tokens.issue(
                        signIn.signIn("test", Optional.empty(), someone.staff().username(), TestCompany.PASSWORD));
            });
            Race.winners(outcomes).stream().filter(token -> !token.isEmpty()).forEach(this::assertRefused);
        }
    }

    @Test
    void a_wrong_old_password_changes_nothing_and_counts_as_a_failure() {
        for (int n = 0; n < 5; n++) {
            assertThat(Refusal.of(() -> signIn.changePassword(person.actor(), "wrong", "another-1")))
                    .isEqualTo(new WrongOldPassword());
        }
        assertThat(Refusal.of(() -> signIn.changePassword(person.actor(), TestCompany.PASSWORD, "another-1")))
                .isInstanceOf(Problem.TooManyFailures.class);
        assertThat(Refusal.of(() ->
                        signIn.signIn("test", Optional.empty(), person.staff().username(), TestCompany.PASSWORD)))
                .isInstanceOf(Problem.TooManyFailures.class);
        tokens.actor(person.token());
    }

    @Test
    void a_new_password_obeys_the_rules() {
        assertThat(Refusal.of(() -> signIn.changePassword(person.actor(), TestCompany.PASSWORD, "12345")))
                .isEqualTo(new Problem.Invalid("newPassword", Rule.TOO_SHORT, 6));
        assertThat(Refusal.of(() -> signIn.changePassword(person.actor(), TestCompany.PASSWORD, "密".repeat(25))))
                .isEqualTo(new Problem.Invalid("newPassword", Rule.TOO_LONG, 72));
        assertThat(Refusal.of(() -> signIn.changePassword(person.actor(), TestCompany.PASSWORD, null)))
                .isEqualTo(new Problem.Invalid("newPassword", Rule.REQUIRED));
        assertThat(Refusal.of(() -> signIn.changePassword(person.actor(), TestCompany.PASSWORD, TestCompany.PASSWORD)))
                .isEqualTo(new Problem.Invalid("newPassword", Rule.NOT_A_CHOICE));
    }

    @Test
    void a_change_of_the_password_is_audited_without_it() {
        signIn.changePassword(person.actor(), TestCompany.PASSWORD, "another-1");
        var lines = server.jdbc()
                .queryForList(
                        "select actor_id, before, after from audit where tenant_id = ? and kind = 'staff' and record_id = ?"
                                + " and action = 'password'",
                        company.tenantId(),
                        person.staff().id());
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.get("actor_id")).isEqualTo(person.staff().id());
            assertThat(line.get("before")).isNull();
            assertThat(line.get("after")).isNull();
        });
    }

    @Test
    void settings_of_the_tenant_hold_from_the_next_request_on() {
        Tenant was = company.tenant();
        Tenant wanted = new Tenant(
                was.id(),
                "新名字",
                ZoneId.of("Europe/Berlin"),
                Period.ofDays(10),
                7,
                Period.ofDays(2),
                Period.ofDays(1),
                50,
                DataScope.OWN_AND_SUBORDINATES,
                DataScope.ALL,
                was.fieldsVersion());
        server.bean(TenantRegister.class).change(company.admin().actor(), wanted);
        assertThat(tokens.actor(person.token()).tenant()).isEqualTo(wanted);
        assertThat(server.bean(TenantRegister.class).get(was.id())).isEqualTo(wanted);
        server.bean(TenantRegister.class).change(company.admin().actor(), wanted);
        assertThat(server.jdbc()
                        .queryForList(
                                "select before ->> 'claims_per_day' || '>' || (after ->> 'claims_per_day') from audit"
                                        + " where tenant_id = ? and kind = 'tenant'",
                                String.class,
                                was.id()))
                .containsExactly("5>7");
    }

    @Test
    void settings_are_for_admins_and_for_their_own_tenant() {
        Tenant was = company.tenant();
        assertThat(Refusal.of(() -> server.bean(TenantRegister.class)
                        .change(company.eastManager().actor(), was)))
                .isInstanceOf(Problem.RoleRequired.class);
        TestCompany other = TestCompany.create();
        Tenant foreign = new Tenant(
                was.id(),
                "他人",
                was.zone(),
                was.protection(),
                99,
                was.expiringWindow(),
                was.coolDown(),
                null,
                DataScope.OWN,
                DataScope.TEAM,
                1);
        server.bean(TenantRegister.class).change(other.admin().actor(), foreign);
        assertThat(server.bean(TenantRegister.class).get(was.id())).isEqualTo(was);
    }

    @Test
    void sessions_are_forgotten_long_after_they_expired() {
        long session = person.actor().sessionId();
        server.clock().advance(Duration.ofDays(1));
        SessionStore store = server.bean(SessionStore.class);
        store.prune(server.clock().instant().minus(Duration.ofDays(30)));
        assertThat(count(session)).isOne();
        server.jdbc()
                .update(
                        "update session set expires_at = now() - interval '31 days' where tenant_id = ? and id = ?",
                        company.tenantId(),
                        session);
        server.clock().reset();
        store.prune(server.clock().instant().minus(Duration.ofDays(30)));
        assertThat(count(session)).isZero();
    }

    private int count(long session) {
        return server.jdbc()
                .queryForList("select 1 from session where tenant_id = ? and id = ?", company.tenantId(), session)
                .size();
    }

    @Test
    void no_session_is_resumed_that_never_was() {
        assertThat(Refusal.of(() -> signIn.resume(company.tenantId(), -1))).isEqualTo(new BadCredential());
        assertThat(Refusal.of(() -> signIn.resume(
                        TestCompany.create().tenantId(), person.actor().sessionId())))
                .isEqualTo(new BadCredential());
        assertThat(UUID.fromString(person.actor().uuid().toString()).version()).isEqualTo(7);
    }
}
