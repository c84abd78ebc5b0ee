package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Customers (people) and organizations of document 001: rules, reach, search, and what is refused. */
class EartipCustomersTest {

    private static final String ORGANIZATION = "/api/customers/organization";
    private static final String CUSTOMERS = "/api/customers/customers";

    private TestCompany company;
    private Eartip sales;
    private Eartip colleague;
    private Eartip manager;

    @BeforeEach
    void open() {
        company = TestCompany.create();
        sales = Eartip.signIn(company.sales());
        colleague = Eartip.signIn(company.east().get(1));
        manager = Eartip.signIn(company.eastManager());
    }

    private long organization(Eartip client, String name) {
        return made(client.form(ORGANIZATION, "groupName", name, "groupDetail", name + "的说明"));
    }

    private static long made(Answer answer) {
        assertThat(answer.at("/status").asInt(-1)).as(answer::toString).isZero();
        return answer.at("/data/id").asLong();
    }

    private static void assertRefused(Answer answer, String... parts) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("status", "msg");
        assertThat(answer.at("/msg").asString()).contains(parts);
    }

    private static List<String> names(Answer answer, String key) {
        return answer.at("/data")
                .valueStream()
                .map(row -> row.path(key).asString())
                .toList();
    }

    @Test
    void organizations_are_listed_last_changed_first_with_the_deleted_ones_unless_asked_otherwise() {
        long first = organization(sales, "甲公司");
        organization(sales, "乙公司");
        made(sales.form(ORGANIZATION, "groupName", "丙公司", "type", "3"));
        made(sales.form(ORGANIZATION, "id", "" + first, "groupDetail", ""));
        Answer all = sales.get(ORGANIZATION);
        assertThat(names(all, "groupName")).containsExactly("甲公司", "丙公司", "乙公司");
        assertThat(all.at("/data/0/groupDetail").asString("-")).isEmpty();
        assertThat(all.at("/data/1/type").asInt()).isEqualTo(3);
        assertThat(all.at("/page_info/total").asInt()).isEqualTo(3);
        made(sales.json(ORGANIZATION, Map.of("id", first, "status", 0)));
        assertThat(names(sales.get(ORGANIZATION), "groupName")).containsExactly("甲公司", "丙公司", "乙公司");
        assertThat(sales.get(ORGANIZATION).at("/data/0/status").asInt()).isZero();
        assertThat(names(sales.get(ORGANIZATION, "status", "0"), "groupName")).containsExactly("甲公司");
        assertThat(names(sales.get(ORGANIZATION, "status", "1"), "groupName")).containsExactly("丙公司", "乙公司");
        assertThat(names(sales.get(ORGANIZATION, "page", "2", "count", "2"), "groupName"))
                .containsExactly("乙公司");
        assertThat(names(sales.get(ORGANIZATION, "page", "9", "count", "2"), "groupName"))
                .isEmpty();
        assertThat(sales.get(ORGANIZATION, "page", "9", "count", "2")
                        .at("/page_info/total")
                        .asInt())
                .isEqualTo(3);
        assertThat(names(sales.get(ORGANIZATION, "name", "甲"), "groupName")).containsExactly("甲公司");
        assertThat(names(sales.get(ORGANIZATION, "name", "公司"), "groupName")).hasSize(3);
        assertThat(names(sales.get(ORGANIZATION, "name", "%"), "groupName")).isEmpty();
        assertRefused(sales.form(ORGANIZATION, "id", "" + first, "groupDetail", "x"), "客户单位不存在");
        made(sales.form(ORGANIZATION, "groupName", "甲公司"));
    }

    @Test
    void a_name_is_given_once_whoever_has_it_and_only_the_reach_sees_changes_and_deletes() {
        long id = organization(sales, "唯一公司");
        assertRefused(colleague.form(ORGANIZATION, "groupName", "唯一 公司"), "已存在");
        long other = organization(colleague, "另一公司");
        assertRefused(colleague.form(ORGANIZATION, "id", "" + other, "groupName", "唯一公司"), "已存在");
        assertThat(names(colleague.get(ORGANIZATION), "groupName")).containsExactly("另一公司");
        assertThat(names(manager.get(ORGANIZATION), "groupName")).containsExactly("另一公司", "唯一公司");
        assertThat(names(Eartip.signIn(company.southManager()).get(ORGANIZATION), "groupName"))
                .isEmpty();
        for (String[] wish : new String[][] {{"groupDetail", "x"}, {"status", "0"}, {}, {"status", "1"}}) {
            String[] body =
                    wish.length == 0 ? new String[] {"id", "" + id} : new String[] {"id", "" + id, wish[0], wish[1]};
            assertRefused(colleague.form(ORGANIZATION, body), "客户单位不存在");
        }
        made(manager.form(ORGANIZATION, "id", "" + id, "status", "0"));
        assertThat(names(sales.get(ORGANIZATION, "status", "0"), "groupName")).containsExactly("唯一公司");
        assertThat(names(colleague.get(ORGANIZATION, "status", "0"), "groupName"))
                .isEmpty();
        assertThat(colleague
                        .get(ORGANIZATION, "status", "0")
                        .at("/page_info/total")
                        .asInt())
                .isZero();
    }

    @Test
    void customers_are_found_by_nickname_name_and_organization_and_by_their_number() {
        long organization = organization(sales, "云南耳尖科技");
        long plain = organization(sales, "普通单位");
        long first = made(sales.json(
                CUSTOMERS,
                Map.of(
                        "organization_id",
                        organization,
                        "realName",
                        "赵丽萍",
                        "nickName",
                        "Miss'Z",
                        "phoneNumber",
                        "13987022559",
                        "sex",
                        2)));
        made(sales.form(CUSTOMERS, "organization_id", "" + plain, "nickName", "只有昵称", "avatar", "https://a/b.png"));
        made(sales.form(CUSTOMERS, "organization_id", "" + plain, "realName", "耳东陈", "phoneNumber", "13900000001"));
        Answer all = sales.get(CUSTOMERS);
        assertThat(names(all, "realName")).containsExactly("耳东陈", "只有昵称", "赵丽萍");
        assertThat(all.at("/data/1/nickName").asString()).isEqualTo("只有昵称");
        assertThat(all.at("/data/1/avatar").asString()).isEqualTo("https://a/b.png");
        assertThat(names(sales.get(CUSTOMERS, "name", "耳尖"), "realName")).containsExactly("赵丽萍");
        assertThat(names(sales.get(CUSTOMERS, "name", "耳"), "realName")).containsExactly("耳东陈", "赵丽萍");
        assertThat(names(sales.get(CUSTOMERS, "name", "miss'z"), "realName")).containsExactly("赵丽萍");
        assertThat(names(sales.get(CUSTOMERS, "name", "z"), "realName")).containsExactly("赵丽萍");
        assertThat(names(sales.get(CUSTOMERS, "name", "丽萍"), "realName")).containsExactly("赵丽萍");
        assertThat(names(sales.get(CUSTOMERS, "name", "没有"), "realName")).isEmpty();
        assertThat(names(sales.get(CUSTOMERS, "phoneNumber", "13987022559"), "realName"))
                .containsExactly("赵丽萍");
        assertThat(names(sales.get(CUSTOMERS, "organization_id", "" + plain), "realName"))
                .hasSize(2);
        made(sales.form(CUSTOMERS, "id", "" + first, "job", "主任", "sex", "0", "organization_id", "" + plain));
        JsonNode row = sales.get(CUSTOMERS).at("/data/0");
        assertThat(row.path("id").asLong()).isEqualTo(first);
        assertThat(row.path("job").asString()).isEqualTo("主任");
        assertThat(row.path("sex").asInt(-1)).isZero();
        assertThat(row.path("organization").asString()).isEqualTo("普通单位");
        assertThat(names(colleague.get(CUSTOMERS), "realName")).isEmpty();
        assertThat(names(colleague.get(CUSTOMERS, "name", "耳尖"), "realName")).isEmpty();
        assertThat(names(manager.get(CUSTOMERS, "name", "普通单位"), "realName")).hasSize(3);
        assertRefused(colleague.form(CUSTOMERS, "id", "" + first, "job", "x"), "客户不存在");
        assertRefused(colleague.form(CUSTOMERS, "id", "" + first, "status", "0"), "客户不存在");
        assertRefused(colleague.form(CUSTOMERS, "organization_id", "" + plain, "realName", "x"), "客户单位不存在");
        assertRefused(sales.form(ORGANIZATION, "id", "" + plain, "status", "0"), "请勿删除");
        made(sales.form(CUSTOMERS, "id", "" + first, "status", "0"));
        assertThat(names(sales.get(CUSTOMERS), "realName")).hasSize(2);
    }

    @Test
    void who_has_no_name_is_called_by_the_nickname_when_made_and_when_changed() {
        long organization = organization(sales, "昵称公司");
        String id = ""
                + made(sales.form(CUSTOMERS, "organization_id", "" + organization, "nickName", "老王", "realName", ""));
        made(sales.form(CUSTOMERS, "id", id, "realName", "王五"));
        made(sales.form(CUSTOMERS, "id", id, "realName", "", "job", "经理"));
        assertThat(names(sales.get(CUSTOMERS), "realName")).containsExactly("老王");
        assertThat(names(sales.get(CUSTOMERS), "job")).containsExactly("经理");
        made(sales.form(CUSTOMERS, "id", id, "realName", " ", "nickName", "小王"));
        assertThat(names(sales.get(CUSTOMERS), "realName")).containsExactly("小王");
        assertRefused(sales.form(CUSTOMERS, "id", id, "realName", "", "nickName", ""), "realName");
        assertThat(names(sales.get(CUSTOMERS), "nickName")).containsExactly("小王");
        assertRefused(colleague.form(CUSTOMERS, "id", id, "realName", ""), "客户不存在");
    }

    @Test
    void a_picture_lies_at_an_address_that_a_browser_opens() {
        String organization = "" + organization(sales, "头像公司");
        String[] good = {"organization_id", organization, "realName", "x", "avatar", "https://example.com/a.png"};
        String id = "" + made(sales.form(CUSTOMERS, good));
        for (String wrong : List.of("javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x")) {
            assertRefused(sales.form(CUSTOMERS, "id", id, "avatar", wrong), "avatar");
            assertRefused(
                    sales.form(CUSTOMERS, "organization_id", organization, "realName", "y", "avatar", wrong), "avatar");
        }
        made(sales.form(CUSTOMERS, "id", id, "avatar", ""));
        assertRefused(
                Eartip.signIn(company.admin())
                        .form(
                                "/api/user/user",
                                "id",
                                "" + company.sales().actor().staffId(),
                                "headImageUrl",
                                "javascript:alert(1)"),
                "headImageUrl");
    }

    @Test
    void a_control_character_is_not_taken_for_nothing() {
        long organization = organization(sales, "唯一的公司");
        for (String nul : List.of("\\u0000", "\\u0000" + organization, "\\u0001")) {
            assertRefused(sales.json(ORGANIZATION, "{\"id\":\"" + nul + "\",\"groupName\":\"又一个公司\"}"), "id");
        }
        assertThat(names(sales.get(ORGANIZATION), "groupName")).containsExactly("唯一的公司");
        assertThat(sales.get(CUSTOMERS + "?page=%00").at("/msg").asString()).isEqualTo("page包含非法字符");
        assertThat(sales.get(CUSTOMERS + "?name=a&name=b").at("/msg").asString())
                .isEqualTo("name类型错误");
    }

    @Test
    void what_is_no_such_value_is_refused_and_changes_nothing_and_every_text_is_kept_as_it_is() {
        long organization = organization(sales, "坏输入公司");
        String id = "" + organization;
        String[][] wrong = {
            {"groupName", " "},
            {"groupName", "a\0b"},
            {"groupName", "长".repeat(5000)},
            {"groupDetail", "长".repeat(5001)},
            {"type", "1.5"},
            {"type", "99999999999999999999"},
            {"type", "x"},
            {"status", "7"},
            {"id", "x"},
            {"id", "1.5"}
        };
        for (String[] pair : wrong) {
            String[] body =
                    pair[0].equals("id") ? pair : new String[] {"id", id, pair[0], pair[1], "groupDetail", "改了"};
            if (pair[0].equals("groupDetail")) {
                body = new String[] {"id", id, pair[0], pair[1]};
            }
            assertRefused(sales.form(ORGANIZATION, body), pair[0]);
        }
        for (Object bad : List.of(
                Map.of("groupName", List.of(1)), Map.of("groupName", Map.of("a", 1)), Map.of("id", true), List.of())) {
            assertThat(sales.json(ORGANIZATION, bad).at("/status").asInt()).isEqualTo(1);
        }
        assertThat(sales.get(ORGANIZATION).at("/data/0/groupDetail").asString()).isEqualTo("坏输入公司的说明");
        assertRefused(sales.form(ORGANIZATION, "groupDetail", "x"), "groupName");
        assertRefused(sales.form(ORGANIZATION, "status", "0"), "id");
        assertRefused(sales.form(CUSTOMERS, "realName", "x"), "organization_id");
        assertRefused(sales.form(CUSTOMERS, "organization_id", id), "realName");
        assertRefused(sales.form(CUSTOMERS, "organization_id", id, "realName", "x", "sex", "5"), "sex");
        assertRefused(sales.form(CUSTOMERS, "organization_id", "999999999", "realName", "x"), "客户单位不存在");
        for (String[] pair : new String[][] {
            {"page", "0"},
            {"count", "0"},
            {"page", "1.5"},
            {"organization_id", "x"},
            {"name", "a\0"},
            {"name", "长".repeat(500)}
        }) {
            assertRefused(sales.get(CUSTOMERS, pair), pair[0]);
        }
        assertRefused(sales.get(ORGANIZATION, "status", "3"), "status");
        String markup = "<script>alert('😀')</script>";
        made(sales.form(ORGANIZATION, "id", id, "groupDetail", markup));
        assertThat(sales.get(ORGANIZATION).at("/data/0/groupDetail").asString()).isEqualTo(markup);
    }
}
