package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import io.haina.testing.TestCompany.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the list of document 003 finds, for whom, and in which order. */
class OutreachListTest {

    private static TestCompany company;
    private static Person sales;

    @BeforeAll
    static void fill() {
        company = TestCompany.create();
        sales = company.sales();
        add(sales, "张三", "产品经理", "13800138000", "已回复", true, "2024-01-31T23:59:59");
        add(sales, "张三丰", "前端工程师", "wechat:zsf", "未回复", false, "2024-02-01T00:00:00");
        add(sales, "李四", "产品助理", "100%_\\a", "已回复", false, "2024-02-29T12:00:00");
        add(sales, "王五", "经理", "Zoe@Example.com", "拒绝", true, "2024-03-01T00:00:00");
        add(company.east().get(1), "张同事", "产品经理", "1", "已回复", true, "2024-02-10T00:00:00");
        add(company.south().getFirst(), "张他队", "产品经理", "2", "已回复", true, "2024-02-10T00:00:00");
        HainaServer.get()
                .jdbc()
                .update("update outreach set created_at = contacted_at where tenant_id = ?", company.tenantId());
    }

    private static void add(
            Person person, String name, String position, String contact, String reply, boolean wechat, String at) {
        Answer made = person.http()
                .post(
                        "/api/contacts",
                        java.util.Map.of(
                                "name", name,
                                "position", position,
                                "contact", contact,
                                "reply_status", reply,
                                "wechat_exchanged", wechat,
                                "contacted_at", at));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
    }

    private static String query(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(n -> pairs[2 * n] + "=" + URLEncoder.encode(pairs[2 * n + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/api/contacts?", ""));
    }

    private static List<String> names(Http http, String path) {
        Answer answer = http.get(path);
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        List<String> names = new ArrayList<>();
        answer.at("/data/results").forEach(row -> names.add(row.path("name").asString()));
        assertThat(answer.at("/data/total").asInt()).isEqualTo(names.size());
        assertThat(answer.at("/data/total_exact").isMissingNode()).isTrue();
        return names;
    }

    private static List<String> found(String... pairs) {
        return names(sales.http(), query(pairs));
    }

    @Test
    void each_filter_finds_exactly_its_own_the_newest_first() {
        assertThat(names(sales.http(), "/api/contacts")).containsExactly("王五", "李四", "张三丰", "张三");
        assertThat(found("search", "张三")).containsExactly("张三丰", "张三");
        assertThat(found("search", "产品")).containsExactly("李四", "张三");
        assertThat(found("search", "经理")).containsExactly("王五", "张三");
        assertThat(found("search", "1380013")).containsExactly("张三");
        assertThat(found("search", "zoe@EXAMPLE")).containsExactly("王五");
        assertThat(found("search", "张")).containsExactly("张三丰", "张三");
        assertThat(found("reply_status", "已回复")).containsExactly("李四", "张三");
        assertThat(found("reply_status", "回复")).isEmpty();
        for (String yes : List.of("true", "1", "TRUE")) {
            assertThat(found("wechat_exchanged", yes)).containsExactly("王五", "张三");
        }
        for (String no : List.of("false", "0", "False")) {
            assertThat(found("wechat_exchanged", no)).containsExactly("李四", "张三丰");
        }
        assertThat(found("start_date", "2024-02-01")).containsExactly("王五", "李四", "张三丰");
        assertThat(found("end_date", "2024-02-29")).containsExactly("李四", "张三丰", "张三");
    }

    @Test
    void the_days_are_whole_days_of_the_tenants_zone() {
        assertThat(found("start_date", "2024-01-31", "end_date", "2024-01-31")).containsExactly("张三");
        assertThat(found("start_date", "2024-02-01", "end_date", "2024-02-29")).containsExactly("李四", "张三丰");
        assertThat(found("start_date", "2024-03-01", "end_date", "2024-03-01")).containsExactly("王五");
    }

    @Test
    void filters_together_find_what_each_of_them_finds() {
        assertThat(found("search", "产品", "reply_status", "已回复")).containsExactly("李四", "张三");
        assertThat(found("search", "产品", "wechat_exchanged", "true")).containsExactly("张三");
        assertThat(found("reply_status", "已回复", "wechat_exchanged", "false")).containsExactly("李四");
        assertThat(found("search", "张", "start_date", "2024-02-01")).containsExactly("张三丰");
        assertThat(found("reply_status", "拒绝", "end_date", "2024-02-29")).isEmpty();
        assertThat(found(
                        "search",
                        "产品经理",
                        "reply_status",
                        "已回复",
                        "wechat_exchanged",
                        "true",
                        "start_date",
                        "2024-01-01",
                        "end_date",
                        "2024-12-31"))
                .containsExactly("张三");
    }

    @Test
    void every_character_of_a_search_stands_for_itself_and_nothing_narrows_nothing() {
        for (String words : List.of("100%", "%_", "_\\", "\\a", "%")) {
            assertThat(found("search", words)).as(words).containsExactly("李四");
        }
        assertThat(found("search", "张%")).isEmpty();
        assertThat(found("search", "' or 1=1 --")).isEmpty();
        assertThat(found(
                        "search",
                        "",
                        "reply_status",
                        "",
                        "wechat_exchanged",
                        "",
                        "start_date",
                        "",
                        "end_date",
                        "",
                        "page",
                        ""))
                .hasSize(4);
        assertThat(found("search", "  ", "unknown", "x")).hasSize(4);
    }

    @Test
    void a_page_is_a_part_of_the_list_and_counts_all() {
        Answer second = sales.http().get("/api/contacts?page=2&page_size=3");
        assertThat(second.at("/data/total").asInt()).isEqualTo(4);
        assertThat(second.at("/data/page").asInt()).isEqualTo(2);
        assertThat(second.at("/data/page_size").asInt()).isEqualTo(3);
        assertThat(second.at("/data/results")).hasSize(1);
        assertThat(second.at("/data/results/0/name").asString()).isEqualTo("张三");
        assertThat(sales.http()
                        .get("/api/contacts?page_size=5000")
                        .at("/data/page_size")
                        .asInt())
                .isEqualTo(100);
        Answer beyond = sales.http().get("/api/contacts?page=9&page_size=3&search=" + "%E5%BC%A0");
        assertThat(beyond.at("/data/results")).isEmpty();
        assertThat(beyond.at("/data/total").asInt()).isEqualTo(2);
    }

    @Test
    void people_see_what_is_in_their_reach() {
        String all = "/api/contacts";
        assertThat(names(company.east().get(1).http(), all)).containsExactly("张同事");
        assertThat(names(company.eastManager().http(), all)).hasSize(5).doesNotContain("张他队");
        assertThat(names(company.southManager().http(), all)).containsExactly("张他队");
        assertThat(names(company.admin().http(), all)).hasSize(6);
        assertThat(names(TestCompany.create().admin().http(), all)).isEmpty();
        String words = query("search", "产品经理", "reply_status", "已回复");
        assertThat(names(company.east().get(1).http(), words)).containsExactly("张同事");
        assertThat(names(company.eastManager().http(), words)).containsExactlyInAnyOrder("张三", "张同事");
        assertThat(names(company.admin().http(), words)).hasSize(3);
        assertThat(names(TestCompany.create().admin().http(), words)).isEmpty();
    }
}
