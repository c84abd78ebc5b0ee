package io.haina.contract;

import static io.haina.contract.SessionTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.tenant.Role;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People, teams, departments, handovers, menus and roles in the native API. */
class StaffAdminTest {

    private static final String STAFF = "/api/v1/staff";
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Http ADMIN = COMPANY.admin().http();

    private static long id(TestCompany.Person person) {
        return person.actor().staffId();
    }

    private static String path(TestCompany.Person person) {
        return STAFF + "/" + id(person);
    }

    private static long unit(String table, String name) {
        return Fresh.number("select id from " + table + " where tenant_id = ? and name = ?", COMPANY.tenantId(), name);
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        TestCompany.Person leaver = COMPANY.south().getFirst();
        Fresh.customer(leaver.actor(), "移交示例" + COMPANY.number());
        Map<String, String> values = Map.of(
                "$TOKEN", COMPANY.admin().token(),
                "$SALES", Long.toString(unit("department", "销售部")),
                "$EAST", Long.toString(unit("team", TestCompany.EAST)),
                "$NAME", "lisi-" + COMPANY.number(),
                "$PHONE", "139" + (10_000_000 + COMPANY.number()),
                "$MANAGER", Long.toString(id(COMPANY.eastManager())),
                "$LEAVER", Long.toString(id(leaver)),
                "$HEIR", Long.toString(id(COMPANY.south().get(1))),
                "$PERSON", Long.toString(id(COMPANY.sales())));
        return Stream.of("teams", "departments", "staff", "handovers", "menus", "roles")
                .flatMap(chapter -> V1Calls.of(chapter, values));
    }

    @Test
    void only_admins_change_people_and_what_they_belong_to() {
        Http sales = COMPANY.sales().http();
        String other = path(COMPANY.east().get(1));
        for (Answer answer : List.of(
                sales.post(STAFF, Map.of("userName", "xx", "password", "secret-1", "name", "x", "role", "sales")),
                sales.patch(other, Map.of("name", "x")),
                sales.put(other + "/disabled", Map.of("disabled", true)),
                sales.put(other + "/password", Map.of("newPassword", "secret-9")),
                sales.put(other + "/menus", Map.of("items", List.of())),
                sales.get(other + "/belongings"),
                sales.get("/api/v1/handovers"),
                sales.get("/api/v1/roles"),
                sales.post("/api/v1/teams", Map.of("name", "x")),
                sales.delete("/api/v1/departments/1"),
                sales.post("/api/v1/menus", Map.of("name", "x")))) {
            assertProblem(answer, 403, "role-required");
        }
        assertThat(sales.get(other).at("/name").asString())
                .isEqualTo(COMPANY.east().get(1).name());
        assertThat(sales.get("/api/v1/teams").status()).isEqualTo(200);
    }

    @Test
    void another_company_has_none_of_these_people_and_teams() {
        TestCompany elsewhere = TestCompany.create();
        Http admin = elsewhere.admin().http();
        assertProblem(admin.get(path(COMPANY.sales())), 404, "not-found");
        assertProblem(admin.patch(path(COMPANY.sales()), Map.of("name", "x")), 404, "not-found");
        assertProblem(admin.put(path(COMPANY.sales()) + "/disabled", Map.of("disabled", true)), 404, "not-found");
        assertProblem(
                admin.put(path(COMPANY.sales()) + "/password", Map.of("newPassword", "123456")), 404, "not-found");
        long team = unit("team", TestCompany.EAST);
        assertProblem(admin.patch("/api/v1/teams/" + team, Map.of("name", "x")), 404, "not-found");
        assertProblem(admin.delete("/api/v1/teams/" + team), 404, "not-found");
        Answer taken = admin.patch(path(elsewhere.sales()), Map.of("team", team));
        assertProblem(taken, 400, "invalid");
        assertThat(taken.at("/field").asString()).isEqualTo("team");
        assertThat(admin.get(STAFF + "?q=" + COMPANY.sales().staff().username())
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void a_person_is_changed_as_a_whole_or_not_at_all() {
        TestCompany.Person person = COMPANY.hire("whole-" + COMPANY.number(), Role.SALES, TestCompany.EAST);
        Answer answer =
                ADMIN.patch(path(person), Map.of("name", "新名", "role", "sales-manager", "superior", id(person)));
        assertProblem(answer, 400, "invalid");
        assertThat(answer.at("/field").asString()).isEqualTo("superior");
        assertThat(ADMIN.get(path(person)).at("/name").asString()).isEqualTo(person.name());
        assertThat(ADMIN.get(path(person)).at("/role").asString()).isEqualTo("sales");
        Answer changed = ADMIN.patch(
                path(person),
                Map.of("role", "sales-manager", "team", unit("team", TestCompany.SOUTH), "jobNumber", "N-1"));
        assertThat(changed.status()).as(changed::toString).isEqualTo(200);
        assertThat(changed.at("/team/name").asString()).isEqualTo(TestCompany.SOUTH);
        assertThat(person.http().get("/api/v1/session").at("/role").asString()).isEqualTo("sales-manager");
        Answer emptied = ADMIN.patch(path(person), "{\"team\": null, \"jobNumber\": null}");
        assertThat(emptied.at("/team").isNull() && emptied.at("/jobNumber").isNull())
                .isTrue();
    }

    @Test
    void what_a_person_holds_goes_along_to_another_team() {
        TestCompany.Person person = COMPANY.hire("moved-" + COMPANY.number(), Role.SALES, TestCompany.EAST);
        long customer = Fresh.customer(person.actor(), "随人而动" + COMPANY.number());
        ADMIN.patch(path(person), Map.of("team", unit("team", TestCompany.SOUTH)));
        assertThat(Fresh.number("select team_id from customer where id = ?", customer))
                .isEqualTo(unit("team", TestCompany.SOUTH));
    }

    @Test
    void nobody_changes_their_own_role_or_disables_themselves() {
        String me = path(COMPANY.admin());
        assertProblem(ADMIN.patch(me, Map.of("role", "sales")), 400, "invalid");
        assertProblem(ADMIN.put(me + "/disabled", Map.of("disabled", true)), 400, "invalid");
        assertThat(ADMIN.patch(me, Map.of("role", "admin")).status()).isEqualTo(200);
    }

    @Test
    void of_two_admins_who_demote_each_other_one_remains() {
        for (int round = 0; round < 5; round++) {
            TestCompany company = TestCompany.create();
            TestCompany.Person second = company.hire("second-" + company.number(), Role.ADMIN, null);
            List<TestCompany.Person> admins = List.of(company.admin(), second);
            List<Answer> answers = Race.winners(Race.of(
                    2, n -> () -> admins.get(n).http().patch(path(admins.get(1 - n)), Map.of("role", "sales"))));
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(Fresh.number(
                            "select count(*) from staff where tenant_id = ? and role = 'ADMIN'", company.tenantId()))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_disabled_person_is_out_at_once_and_may_come_back() {
        TestCompany.Person person = COMPANY.hire("leaver-" + COMPANY.number(), Role.SALES, null);
        assertThat(ADMIN.put(path(person) + "/disabled", Map.of("disabled", true))
                        .at("/disabled")
                        .asBoolean())
                .isTrue();
        assertProblem(person.http().get("/api/v1/session"), 401, "bad-token");
        assertProblem(new Browser().signIn(person.staff().username(), TestCompany.PASSWORD), 403, "account-disabled");
        ADMIN.put(path(person) + "/disabled", Map.of("disabled", false));
        assertThat(new Browser()
                        .signIn(person.staff().username(), TestCompany.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_reset_password_has_to_be_changed() {
        TestCompany.Person person = COMPANY.hire("reset-" + COMPANY.number(), Role.SALES, null);
        assertThat(ADMIN.put(path(person) + "/password", Map.of("newPassword", "given-123"))
                        .status())
                .isEqualTo(204);
        Browser browser = new Browser();
        assertThat(browser.signIn(person.staff().username(), "given-123")
                        .at("/mustChangePassword")
                        .asBoolean())
                .isTrue();
        browser.send("PUT", "/api/v1/session/password", Map.of("oldPassword", "given-123", "newPassword", "chosen-1"));
        assertThat(browser.get("/api/v1/session").at("/mustChangePassword").asBoolean())
                .isFalse();
    }

    @Test
    void a_new_person_has_to_change_the_password_that_the_admin_chose() {
        String name = "fresh-" + COMPANY.number();
        ADMIN.post(STAFF, Map.of("userName", name, "password", "given-123", "name", "新人", "role", "sales"));
        assertThat(new Browser()
                        .signIn(name, "given-123")
                        .at("/mustChangePassword")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_registration_counts_once_under_one_key() {
        Map<String, String> wish =
                Map.of("userName", "once-" + COMPANY.number(), "password", "secret-1", "name", "一次", "role", "sales");
        Map<String, String> key = Map.of("Idempotency-Key", "register-" + COMPANY.number());
        Answer first = ADMIN.send("POST", STAFF, wish, key);
        Answer again = ADMIN.send("POST", STAFF, wish, key);
        assertThat(first.status()).as(first::toString).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertProblem(ADMIN.post(STAFF, wish), 409, "sign-in-name-taken");
        assertThat(ADMIN.post(STAFF, wish).at("/field").asString()).isEqualTo("userName");
    }

    @Test
    void names_of_teams_and_departments_occur_once_and_what_is_in_use_stays() {
        for (String kind : List.of("teams", "departments")) {
            String path = "/api/v1/" + kind;
            Answer made = ADMIN.post(path, Map.of("name", "只此一家" + kind));
            assertThat(made.status()).as(made::toString).isEqualTo(201);
            assertProblem(ADMIN.post(path, Map.of("name", "只此一家" + kind)), 409, "value-taken");
            String used =
                    path + "/" + (kind.equals("teams") ? unit("team", TestCompany.EAST) : unit("department", "销售部"));
            assertProblem(ADMIN.delete(used), 409, "in-use");
            assertProblem(ADMIN.patch(used, Map.of("name", "只此一家" + kind)), 409, "value-taken");
            assertThat(ADMIN.delete(path + "/" + made.at("/id").asLong()).status())
                    .isEqualTo(204);
            assertProblem(ADMIN.delete(path + "/" + made.at("/id").asLong()), 404, "not-found");
        }
    }

    @Test
    void departments_do_not_lie_in_a_circle() {
        long above = ADMIN.post("/api/v1/departments", Map.of("name", "上级" + COMPANY.number()))
                .at("/id")
                .asLong();
        Answer below = ADMIN.post("/api/v1/departments", Map.of("name", "下级" + COMPANY.number(), "parent", above));
        assertThat(below.at("/parent/id").asLong()).isEqualTo(above);
        Answer circle = ADMIN.patch(
                "/api/v1/departments/" + above, Map.of("parent", below.at("/id").asLong()));
        assertProblem(circle, 400, "invalid");
        assertThat(circle.at("/field").asString()).isEqualTo("parent");
        assertProblem(ADMIN.delete("/api/v1/departments/" + above), 409, "in-use");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST  | /api/v1/staff             | {}                                       | 400 | role
                    POST  | /api/v1/staff             | {"userName":"a b","password":"secret-1","name":"x","role":"sales"} | 400 | userName
                    POST  | /api/v1/staff             | {"userName":"ab","password":"1","name":"x","role":"sales"}         | 400 | password
                    POST  | /api/v1/staff             | {"userName":"ab","password":"secret-1","name":"x","role":"king"}   | 400 | role
                    POST  | /api/v1/staff             | {"userName":"ab","password":"secret-1","role":"sales"}             | 400 | name
                    POST  | /api/v1/staff             | {"userName":"ab","password":"secret-1","name":"x","role":"sales","team":"east"} | 400 | team
                    POST  | /api/v1/staff             | {"userName":"ab","password":"secret-1","name":"x","role":"sales","team":99999999999999999999} | 400 | team
                    POST  | /api/v1/staff             | {"shoe":1}                               | 400 | shoe
                    PATCH | /api/v1/staff/$ID         | {"name":null}                            | 400 | name
                    PATCH | /api/v1/staff/$ID         | {"name":5}                               | 400 | name
                    PATCH | /api/v1/staff/$ID         | {"name":"a\\u0000b"}                     | 400 | name
                    PATCH | /api/v1/staff/$ID         | {"role":null}                            | 400 | role
                    PATCH | /api/v1/staff/$ID         | {"birthday":"yesterday"}                 | 400 | birthday
                    PATCH | /api/v1/staff/$ID         | {"sex":"maybe"}                          | 400 | sex
                    PATCH | /api/v1/staff/$ID         | {"superior":{"name":"x"}}                | 400 | superior
                    PATCH | /api/v1/staff/$ID         | {"department":987654321}                 | 400 | department
                    PATCH | /api/v1/staff/zero        | {}                                       | 400 | id
                    PATCH | /api/v1/staff/0           | {}                                       | 404 |
                    PUT   | /api/v1/staff/$ID/disabled | {}                                      | 400 | disabled
                    PUT   | /api/v1/staff/$ID/disabled | {"disabled":"yes"}                      | 400 | disabled
                    PUT   | /api/v1/staff/$ID/password | {}                                      | 400 | newPassword
                    PUT   | /api/v1/staff/$ID/menus   | {"items":[null]}                         | 400 | items
                    PUT   | /api/v1/staff/$ID/menus   | {"items":[9876543]}                      | 404 |
                    POST  | /api/v1/teams             | {}                                       | 400 | name
                    POST  | /api/v1/departments       | {"name":"x","parent":true}               | 400 | parent
                    POST  | /api/v1/handovers         | {}                                       | 400 | leaver
                    POST  | /api/v1/handovers         | {"leaver":1}                             | 400 | to
                    GET   | /api/v1/staff?page=0      |                                          | 400 | page
                    GET   | /api/v1/staff?disabled=x  |                                          | 400 | disabled
                    """)
    void what_makes_no_sense_is_refused_with_what_is_wrong(
            String method, String path, String body, int status, String field) {
        String target = path.replace("$ID", Long.toString(id(COMPANY.sales())));
        Answer answer = ADMIN.send(method, target, body, Map.of());
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/field").asString(null)).as(answer::toString).isEqualTo(field);
    }
}
