package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People and menus of document 001: who may write them, what is shown of them, and what is refused. */
class EartipPeopleTest {

    private static final String USER = "/api/user/user";
    private static final String MENU = "/api/user/menu";
    private static final String USERMENU = "/api/user/usermenu";

    private static TestCompany company;
    private static Eartip admin;
    private static Eartip sales;

    @BeforeAll
    static void open() {
        company = TestCompany.create();
        admin = Eartip.signIn(company.admin());
        sales = Eartip.signIn(company.sales());
    }

    private static String me() {
        return Long.toString(company.sales().staff().id());
    }

    private static long hire(String name) {
        Answer made = admin.form(USER, "phoneNumber", name, "password", "secret-123", "realName", name);
        assertDone(made);
        return made.at("/data/id").asLong();
    }

    private static JsonNode person(long id) {
        return admin.get(USER, "count", "100")
                .at("/data")
                .valueStream()
                .filter(row -> row.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.at("/status").asInt(-1)).as(answer::toString).isZero();
    }

    private static void assertRefused(Answer answer, String... parts) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("status", "msg");
        assertThat(answer.at("/status").asInt()).as(answer::toString).isEqualTo(1);
        assertThat(answer.at("/msg").asString()).contains(parts);
    }

    @Test
    void an_admin_makes_changes_disables_and_enables_people() {
        String name = "新人-" + company.number();
        long id = hire(name);
        Eartip hired = Eartip.signIn(name, "secret-123");
        assertThat(person(id).path("isLogin").asInt()).isEqualTo(1);
        assertDone(admin.json(
                USER,
                Map.of("id", id, "nickName", "小新", "sex", 2, "birthday", "1990-02-28", "title", 7, "number", "A-1")));
        assertThat(person(id).path("nickName").asString()).isEqualTo("小新");
        assertThat(person(id).path("realName").asString()).isEqualTo(name);
        assertThat(person(id).path("birthday").asString()).isEqualTo("1990-02-28 00:00:00");
        assertThat(person(id).path("sex").asInt()).isEqualTo(2);
        assertDone(admin.form(USER, "id", "" + id, "nickName", "", "birthday", ""));
        assertThat(person(id).path("nickName").asString()).isEqualTo(name);
        assertThat(person(id).path("birthday").isNull()).isTrue();
        assertDone(admin.form(USER, "id", "" + id, "status", "0"));
        assertThat(hired.get(MENU).status()).isEqualTo(401);
        assertThat(person(id).path("status").asInt()).isZero();
        assertThat(person(id).path("isLogin").asInt()).isZero();
        assertThat(admin.get(USER, "status", "0").at("/page_info/total").asInt())
                .isEqualTo(1);
        assertRefused(new Eartip(null).form("/api/user/login", "phoneNumber", name, "password", "secret-123"), "账号被禁用");
        assertDone(admin.form(USER, "id", "" + id, "status", "1"));
        assertDone(Eartip.signIn(name, "secret-123").get(MENU));
        assertThat(HainaServer.get()
                        .jdbc()
                        .queryForList(
                                "select action from audit where tenant_id = ? and kind = 'staff' and record_id = ? order by id",
                                String.class,
                                company.tenantId(),
                                id))
                .containsSubsequence("register", "change", "change", "disable", "enable");
    }

    @Test
    void a_new_phone_number_is_the_one_to_sign_in_by_and_a_new_password_ends_sessions() {
        String phone = "+86 199-" + (10_000_000 + company.number());
        long id = hire("手机-" + company.number());
        assertDone(admin.form(USER, "id", "" + id, "phoneNumber", phone));
        Eartip hired = Eartip.signIn(phone.replaceAll("[ -]", ""), "secret-123");
        assertDone(hired.get(MENU));
        assertDone(admin.json(USER, person(id)));
        assertDone(hired.get(MENU));
        assertDone(admin.form(USER, "id", "" + id, "password", "another-1"));
        assertThat(hired.get(MENU).status()).isEqualTo(401);
        assertDone(Eartip.signIn(phone, "another-1").get(MENU));
        long other = hire("别人-" + company.number());
        assertRefused(admin.form(USER, "id", "" + other, "phoneNumber", phone), "手机号已存在");
        assertRefused(admin.form(USER, "id", "" + other, "phoneNumber", "abc"), "phoneNumber");
        assertRefused(admin.form(USER, "id", "" + company.admin().staff().id(), "password", "another-1"), "password");
    }

    @Test
    void only_admins_write_people_and_menus() {
        for (Eartip client : List.of(sales, Eartip.signIn(company.eastManager()))) {
            assertRefused(
                    client.form(USER, "phoneNumber", "nobody", "password", "secret-123", "realName", "x"), "没有权限");
            assertRefused(client.form(USER, "id", me(), "nickName", "x"), "没有权限");
            assertRefused(client.form(USER, "id", me(), "status", "0"), "没有权限");
            assertRefused(client.form(MENU, "name", "x"), "没有权限");
            assertRefused(client.form(MENU, "menu_id", "1"), "没有权限");
            assertRefused(client.form(USERMENU, "user_id", me(), "menu", "[]"), "没有权限");
        }
        assertRefused(admin.form(USER, "id", "" + company.admin().staff().id(), "status", "0"), "status");
        TestCompany other = TestCompany.create();
        assertRefused(admin.form(USER, "id", "" + other.sales().staff().id(), "nickName", "x"), "员工不存在");
        assertRefused(admin.form(USERMENU, "user_id", "" + other.sales().staff().id(), "menu", "[]"), "员工不存在");
    }

    @Test
    void a_job_number_occurs_once_and_values_that_are_none_change_nothing() {
        long id = hire("规则-" + company.number());
        assertDone(admin.form(USER, "id", "" + id, "number", "10086"));
        long other = hire("规则二-" + company.number());
        assertRefused(admin.form(USER, "id", "" + other, "number", "10086"), "工号已存在");
        String[][] wrong = {
            {"sex", "3"},
            {"sex", "1.5"},
            {"title", "99999999999"},
            {"rankId", "x"},
            {"birthday", "2020-02-30"},
            {"entryTime", "0001-01-01"},
            {"status", "2"},
            {"nickName", "a\0b"},
            {"school", "学".repeat(5000)},
            {"phoneNumber", "1"},
            {"realName", " "},
            {"email", "x"},
            {"password", "1"}
        };
        for (String[] pair : wrong) {
            assertRefused(admin.form(USER, "id", "" + other, pair[0], pair[1], "address", "改了"), pair[0]);
        }
        assertRefused(
                admin.form(USER, "id", "" + other, "entryTime", "2020-02-02", "resignTime", "2020-02-01"),
                "resignTime");
        assertRefused(admin.form(USER, "id", "999999999999999999999"), "id");
        assertRefused(admin.form(USER, "id", "1.5"), "id");
        assertRefused(admin.form(USER, "phoneNumber", "x-y", "realName", "x"), "password");
        assertRefused(
                admin.form(USER, "phoneNumber", "x-y", "realName", "x", "password", "secret-123", "role", "root"),
                "role");
        assertThat(person(other).path("address").asString()).isEmpty();
        for (String[] pair :
                new String[][] {{"status", "x"}, {"page", "0"}, {"page", "1.5"}, {"count", "-1"}, {"count", "x"}}) {
            assertRefused(admin.get(USER, pair), pair[0]);
        }
        assertThat(admin.get(USER, "count", "1000").at("/page_info/count").asInt())
                .isEqualTo(100);
    }

    @Test
    void menus_are_given_in_order_in_every_spelling_and_cleared() {
        List<Long> items = admin.get(MENU)
                .at("/data")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
        assertThat(items).hasSizeGreaterThanOrEqualTo(7);
        String first = "" + items.get(0);
        String second = "" + items.get(1);
        for (Answer answer : List.of(
                admin.json(
                        USERMENU,
                        Map.of("user_id", company.sales().staff().id(), "menu", List.of(items.get(1), items.get(0)))),
                admin.form(USERMENU, "user_id", me(), "menu", "[" + second + "," + first + "]"),
                admin.json(USERMENU, Map.of("user_id", me(), "menu", "[" + second + "," + first + "]")),
                admin.form(USERMENU, "user_id", me(), "menu", second, "menu", first))) {
            assertThat(answer.text()).isEqualTo("{\"status\":0,\"msg\":\"修改成功\"}");
            assertThat(menu(sales.get(USERMENU))).containsExactly(items.get(1), items.get(0));
        }
        assertThat(sales.get(USERMENU).at("/page_info/total").asInt()).isEqualTo(1);
        assertRefused(
                sales.get(USERMENU, "user_id", "" + company.admin().staff().id()), "员工不存在");
        assertThat(admin.get(USERMENU).at("/page_info/total").asInt()).isGreaterThan(8);
        assertRefused(admin.form(USERMENU, "user_id", me(), "menu", "[" + first + ",999999999]"), "菜单项不存在");
        assertRefused(admin.form(USERMENU, "user_id", me(), "menu", "[1,a]"), "menu");
        assertRefused(admin.form(USERMENU, "user_id", me()), "menu");
        for (String nothing : List.of("[null]", "\"\"", "[\"\"]", "\",\"", "null")) {
            assertRefused(admin.json(USERMENU, "{\"user_id\": " + me() + ", \"menu\": " + nothing + "}"), "menu");
        }
        assertThat(menu(sales.get(USERMENU))).containsExactly(items.get(1), items.get(0));
        assertDone(admin.json(USERMENU, Map.of("user_id", me(), "menu", List.of())));
        assertThat(menu(sales.get(USERMENU))).isEmpty();
    }

    private static List<Long> menu(Answer answer) {
        return answer.at("/data/0/menu")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    @Test
    void a_line_of_the_menu_is_made_changed_and_deleted_out_of_every_menu() {
        String markup = "<b>😀</b>' or 1=1 --";
        assertDone(admin.json(MENU, Map.of("name", markup, "content", markup)));
        JsonNode made = admin.get(MENU, "count", "100")
                .at("/data")
                .valueStream()
                .toList()
                .getLast();
        assertThat(made.path("name").asString()).isEqualTo(markup);
        String id = made.path("id").asString();
        assertDone(admin.form(MENU, "menu_id", id, "name", "新名", "note", "备注"));
        assertDone(admin.form(
                USERMENU, "user_id", "" + company.east().get(2).staff().id(), "menu", "[" + id + "]"));
        Eartip third = Eartip.signIn(company.east().get(2));
        JsonNode shown = third.get(USERMENU).at("/data/0/menu/0");
        assertThat(shown.path("name").asString()).isEqualTo("新名");
        assertThat(shown.path("content").asString()).isEqualTo(markup);
        assertDone(admin.form(MENU, "menu_id", id));
        assertThat(menu(third.get(USERMENU))).isEmpty();
        assertRefused(admin.form(MENU, "menu_id", id), "菜单项不存在");
        assertRefused(admin.form(MENU, "menu_id", id, "name", "x"), "菜单项不存在");
        assertRefused(admin.form(MENU, "name", "学".repeat(5000)), "name");
        assertRefused(admin.form(MENU, "content", "x"), "name");
        TestCompany other = TestCompany.create();
        assertRefused(
                Eartip.signIn(other.admin())
                        .form(MENU, "menu_id", admin.get(MENU).at("/data/0/id").asString(), "name", "x"),
                "菜单项不存在");
    }
}
