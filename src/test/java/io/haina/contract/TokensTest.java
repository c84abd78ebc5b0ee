package io.haina.contract;

import static io.haina.contract.SessionTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tokens that people make for programs. */
class TokensTest {

    private static final String TOKENS = "/api/v1/tokens";

    private final TestCompany company = TestCompany.create();
    private final TestCompany.Person person = company.sales();

    private static Answer make(TestCompany.Person person, String... scopes) {
        Answer made = person.http().post(TOKENS, Map.of("name", "程序", "scopes", List.of(scopes)));
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        return made;
    }

    private static Http with(Answer made) {
        return HainaServer.get().http(made.at("/secret").asString());
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        return V1Calls.of("tokens", Map.of("$TOKEN", person.token()));
    }

    @Test
    void a_token_for_reading_reads_what_its_person_sees_and_changes_nothing() {
        Fresh.customer(person.actor(), "令牌可读" + company.number());
        Http program = with(make(person, "read"));
        assertThat(program.get("/api/v1/session").at("/id").asLong())
                .isEqualTo(person.actor().staffId());
        assertThat(program.get("/api/v1/customers").at("/total").asInt()).isEqualTo(1);
        assertProblem(program.post("/api/v1/leads", Map.of("values", Map.of("name", "x"))), 403, "scope-required");
        assertProblem(program.send("DELETE", "/api/v1/leads/1", null, Map.of()), 403, "scope-required");
    }

    @Test
    void a_token_for_writing_does_what_its_person_does_but_not_what_admins_alone_do() {
        Http program = with(make(company.admin(), "write"));
        Answer lead = program.post("/api/v1/leads", Map.of("values", Map.of("name", "令牌线索")));
        assertThat(lead.status()).as(lead::toString).isEqualTo(201);
        assertThat(program.get("/api/v1/customers").status()).isEqualTo(200);
        assertProblem(program.get("/api/v1/audit"), 403, "scope-required");
        assertProblem(program.post("/api/v1/teams", Map.of("name", "x")), 403, "scope-required");
        Http admin = with(make(company.admin(), "admin"));
        assertThat(admin.get("/api/v1/audit").status()).isEqualTo(200);
        assertThat(admin.post("/api/v1/teams", Map.of("name", "令牌团队")).status()).isEqualTo(201);
    }

    @Test
    void no_scope_makes_more_of_a_person_than_the_role_does() {
        assertProblem(with(make(person, "admin")).get("/api/v1/audit"), 403, "role-required");
    }

    @Test
    void a_token_makes_no_tokens_and_no_password() {
        Http program = with(make(company.admin(), "read", "write", "admin"));
        assertProblem(program.get(TOKENS), 403, "scope-required");
        assertProblem(program.post(TOKENS, Map.of("name", "x", "scopes", List.of("read"))), 403, "scope-required");
        assertProblem(
                program.put(
                        "/api/v1/session/password",
                        Map.of("oldPassword", TestCompany.PASSWORD, "newPassword", "another-1")),
                403,
                "scope-required");
        assertProblem(program.delete("/api/v1/session"), 403, "scope-required");
        assertThat(program.get("/api/v1/session").at("/can").toString()).doesNotContain("token-make");
    }

    @Test
    void a_token_ends_when_it_is_deleted_and_nobody_elses_is() {
        Answer made = make(person, "read");
        String path = TOKENS + "/" + made.at("/id").asLong();
        assertProblem(company.east().get(1).http().delete(path), 404, "not-found");
        assertThat(with(made).get("/api/v1/session").status()).isEqualTo(200);
        assertThat(person.http().delete(path).status()).isEqualTo(204);
        assertProblem(with(made).get("/api/v1/session"), 401, "bad-token");
        assertProblem(person.http().delete(path), 404, "not-found");
    }

    @Test
    void a_new_password_and_disabling_end_all_tokens_for_good() {
        Answer mine = make(person, "read");
        TestCompany.Person again = company.again(person);
        again.http()
                .put(
                        "/api/v1/session/password",
                        Map.of("oldPassword", TestCompany.PASSWORD, "newPassword", "another-1"));
        assertProblem(with(mine).get("/api/v1/session"), 401, "bad-token");
        TestCompany.Person other = company.east().get(1);
        Answer others = make(other, "read");
        String disabled = "/api/v1/staff/" + other.actor().staffId() + "/disabled";
        company.admin().http().put(disabled, Map.of("disabled", true));
        company.admin().http().put(disabled, Map.of("disabled", false));
        assertProblem(with(others).get("/api/v1/session"), 401, "bad-token");
    }

    @Test
    void a_token_expires_and_says_when_it_was_used() {
        Instant end = HainaServer.get().clock().instant().plus(Duration.ofHours(1));
        Answer made = person.http()
                .post(TOKENS, Map.of("name", "一小时", "scopes", List.of("read"), "expiresAt", end.toString()));
        assertThat(person.http().get(TOKENS).at("/items/0/lastUsedAt").isNull()).isTrue();
        assertThat(with(made).get("/api/v1/session").status()).isEqualTo(200);
        assertThat(person.http().get(TOKENS).at("/items/0/lastUsedAt").isNull()).isFalse();
        try {
            HainaServer.get().clock().advance(Duration.ofMinutes(61));
            assertProblem(with(made).get("/api/v1/session"), 401, "bad-token");
            assertThat(person.http().get(TOKENS).at("/items")).isEmpty();
        } finally {
            HainaServer.get().clock().reset();
        }
    }

    @Test
    void only_its_hash_is_kept_and_other_doors_do_not_take_it() {
        Answer made = make(person, "read");
        String secret = made.at("/secret").asString();
        assertThat(secret).startsWith("haina_pat_" + company.tenantId() + "_");
        assertThat(person.http().get(TOKENS).text()).doesNotContain(secret, "secret");
        assertThat(Fresh.number(
                        "select count(*) from access_token where token_hash = sha256(?::bytea)", secret.getBytes()))
                .isEqualTo(1);
        assertThat(with(made).get("/api/customers").status()).isEqualTo(401);
        assertProblem(HainaServer.get().http(secret + "x").get("/api/v1/session"), 401, "bad-token");
        assertProblem(
                HainaServer.get()
                        .http(secret.replace("_" + company.tenantId() + "_", "_1_"))
                        .get("/api/v1/session"),
                401,
                "bad-token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"scopes":["read"]}                                             | name
                    {"name":"","scopes":["read"]}                                   | name
                    {"name":"x"}                                                    | scopes
                    {"name":"x","scopes":[]}                                        | scopes
                    {"name":"x","scopes":["all"]}                                   | scopes
                    {"name":"x","scopes":[null]}                                    | scopes
                    {"name":"x","scopes":["read"],"expiresAt":"2001-01-01"}         | expiresAt
                    {"name":"x","scopes":["read"],"expiresAt":"soon"}               | expiresAt
                    {"name":"x","scopes":["read"],"forever":true}                   | forever
                    """)
    void a_token_that_makes_no_sense_is_not_made(String body, String field) {
        Answer answer = person.http().post(TOKENS, body);
        assertProblem(answer, 400, "invalid");
        assertThat(answer.at("/field").asString()).isEqualTo(field);
    }
}
