package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.pool.Pool;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import io.haina.testing.TestCompany.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whose customers a sales person, a manager, an admin and another company see and change over HTTP. */
class RegistrationVisibilityTest {

    private static final Customers CUSTOMERS = HainaServer.get().bean(Customers.class);

    private static TestCompany company;
    private static Person sales;
    private static Person colleague;
    private static Person stranger;
    private static Person manager;
    private static Person otherManager;
    private static Person admin;
    private static Person foreigner;
    private static UUID own;
    private static UUID colleagues;
    private static UUID strangers;
    private static UUID pooled;
    private static UUID foreign;

    @BeforeAll
    static void fill() {
        company = TestCompany.create();
        sales = company.east().get(0);
        colleague = company.east().get(1);
        stranger = company.south().get(0);
        manager = company.eastManager();
        otherManager = company.southManager();
        admin = company.admin();
        TestCompany other = TestCompany.create();
        foreigner = other.admin();
        own = report(sales, "自己的");
        colleagues = report(colleague, "同事的");
        strangers = report(stranger, "他队的");
        pooled = report(sales, "公海的");
        HainaServer.get().bean(Pool.class).release(sales.actor(), pooled, "暂无需求");
        foreign = report(other.sales(), "别家的");
        CUSTOMERS.changeStatus(stranger.actor(), strangers, CustomerStatus.WON);
    }

    private static UUID report(Person person, String name) {
        return CUSTOMERS
                .report(person.actor(), new CustomerDraft(name, "行业" + name, null, "来源" + name, null, null, null))
                .uuid();
    }

    private static Set<String> listed(Person person, String path) {
        Answer answer = person.http().get(path);
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        Set<String> names = answer.at("/data/customers")
                .valueStream()
                .map(row -> row.path("customer_name").asString())
                .collect(Collectors.toSet());
        assertThat(answer.at("/data/pagination/total").asInt()).isEqualTo(names.size());
        return names;
    }

    @Test
    void a_list_shows_what_is_in_reach_and_counts_no_more() {
        assertThat(listed(sales, "/api/customers")).containsExactly("自己的");
        assertThat(listed(colleague, "/api/customers")).containsExactly("同事的");
        assertThat(listed(manager, "/api/customers")).containsExactlyInAnyOrder("自己的", "同事的");
        assertThat(listed(otherManager, "/api/customers")).containsExactly("他队的");
        assertThat(listed(admin, "/api/customers")).containsExactlyInAnyOrder("自己的", "同事的", "他队的");
        assertThat(listed(foreigner, "/api/customers")).containsExactly("别家的");
    }

    @Test
    void a_filter_does_not_widen_the_reach() {
        String words = "/api/customers?keyword=%E7%9A%84";
        assertThat(listed(sales, "/api/customers?status=won")).isEmpty();
        assertThat(listed(sales, "/api/customers?industry=%E8%A1%8C%E4%B8%9A%E4%BB%96%E9%98%9F%E7%9A%84"))
                .isEmpty();
        assertThat(listed(sales, words)).containsExactly("自己的");
        assertThat(listed(admin, words)).containsExactlyInAnyOrder("自己的", "同事的", "他队的");
        assertThat(listed(foreigner, words)).containsExactly("别家的");
    }

    @Test
    void the_pool_is_seen_by_all_of_the_company_and_by_nobody_else() {
        for (Person person : List.of(sales, colleague, stranger, manager, otherManager, admin)) {
            assertThat(listed(person, "/api/pool/customers")).containsExactly("公海的");
            assertThat(read(person, pooled)).isEqualTo(200);
        }
        assertThat(listed(foreigner, "/api/pool/customers")).isEmpty();
        assertThat(read(foreigner, pooled)).isEqualTo(404);
    }

    private static int read(Person person, UUID customer) {
        int status = person.http().get("/api/customers/" + customer).status();
        assertThat(person.http().get("/api/customers/" + customer + "/history").status())
                .isEqualTo(status);
        return status;
    }

    @Test
    void one_customer_is_read_in_reach_only() {
        assertThat(read(sales, own)).isEqualTo(200);
        assertThat(read(colleague, own)).isEqualTo(404);
        assertThat(read(stranger, own)).isEqualTo(404);
        assertThat(read(manager, own)).isEqualTo(200);
        assertThat(read(otherManager, own)).isEqualTo(404);
        assertThat(read(admin, own)).isEqualTo(200);
        assertThat(read(foreigner, own)).isEqualTo(404);
        assertThat(read(admin, foreign)).isEqualTo(404);
    }

    private static List<Integer> write(Person person, UUID customer) {
        String base = "/api/customers/" + customer;
        return List.of(
                person.http()
                        .post(
                                "/api/customers/followup",
                                Map.of("customer_id", customer, "followup_type", "call", "content", "电话"))
                        .status(),
                person.http()
                        .patch(base + "/status", Map.of("status", "following"))
                        .status(),
                person.http()
                        .upload(base + "/attachments", "file", "a.pdf", "%PDF-1.4\n%%EOF\n".getBytes())
                        .status());
    }

    @Test
    void one_customer_is_changed_in_reach_only() {
        assertThat(write(sales, own)).containsOnly(200);
        assertThat(write(colleague, own)).containsOnly(404);
        assertThat(write(stranger, own)).containsOnly(404);
        assertThat(write(manager, own)).containsOnly(200);
        assertThat(write(otherManager, own)).containsOnly(404);
        assertThat(write(admin, own)).containsOnly(200);
        assertThat(write(foreigner, own)).containsOnly(404);
        assertThat(write(admin, foreign)).containsOnly(404);
        String release = "/api/pool/release";
        for (Person person : List.of(colleague, stranger, otherManager, foreigner)) {
            assertThat(person.http()
                            .post(release, Map.of("customer_id", own, "release_reason", "x"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_attachment_is_read_in_reach_only() {
        String base = "/api/customers/" + colleagues + "/attachments";
        Answer made = colleague.http().upload(base, "file", "合同.pdf", "%PDF-1.4\n%%EOF\n".getBytes());
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        String file = made.at("/data/download_url").asString();
        assertThat(file).startsWith(base + "/");
        assertThat(colleague.http().get(file).status()).isEqualTo(200);
        assertThat(manager.http().get(file).status()).isEqualTo(200);
        assertThat(admin.http().get(file).status()).isEqualTo(200);
        assertThat(sales.http().get(file).status()).isEqualTo(404);
        assertThat(otherManager.http().get(file).status()).isEqualTo(404);
        assertThat(foreigner.http().get(file).status()).isEqualTo(404);
        String through = file.replace(colleagues.toString(), own.toString());
        assertThat(sales.http().get(through).status()).isEqualTo(404);
    }

    @Test
    void statistics_count_what_is_in_reach() {
        assertThat(total(sales)).isEqualTo(1);
        assertThat(total(manager)).isEqualTo(2);
        assertThat(total(otherManager)).isEqualTo(1);
        assertThat(total(admin)).isEqualTo(3);
        assertThat(total(foreigner)).isEqualTo(1);
        assertThat(values(sales, "source")).containsExactly("来源自己的");
        assertThat(values(manager, "source")).containsExactlyInAnyOrder("来源自己的", "来源同事的");
        assertThat(values(admin, "industry")).containsExactlyInAnyOrder("行业自己的", "行业同事的", "行业他队的");
        assertThat(values(foreigner, "industry")).containsExactly("行业别家的");
        assertThat(manager.http()
                        .get("/api/stats/team")
                        .at("/data/team_summary/total")
                        .asInt())
                .isEqualTo(2);
        assertThat(admin.http()
                        .get("/api/stats/team")
                        .at("/data/team_summary/total")
                        .asInt())
                .isEqualTo(3);
        assertThat(sales.http().get("/api/stats/team").status()).isEqualTo(403);
        assertThat(members(manager)).doesNotContain(stranger.name()).contains(sales.name(), colleague.name());
        assertThat(members(foreigner)).doesNotContain(sales.name(), stranger.name());
    }

    private static int total(Person person) {
        return person.http()
                .get("/api/stats/dashboard")
                .at("/data/summary/total")
                .asInt();
    }

    private static Set<String> values(Person person, String field) {
        return texts(person.http().get("/api/stats/" + field + "-analysis").at("/data"), field);
    }

    private static Set<String> members(Person person) {
        return texts(person.http().get("/api/stats/team").at("/data/member_stats"), "real_name");
    }

    private static Set<String> texts(JsonNode rows, String key) {
        return rows.valueStream().map(row -> row.path(key).asString()).collect(Collectors.toSet());
    }

    @Test
    void a_look_for_duplicates_tells_of_the_whole_company_and_of_no_other() {
        String path = "/api/customers/check-duplicate?customer_name=";
        Answer taken = sales.http().get(path + "%E4%BB%96%E9%98%9F%E7%9A%84");
        assertThat(taken.at("/conflict_type").asString()).isEqualTo("exact");
        assertThat(taken.at("/data/owner_name").asString()).isEqualTo(stranger.name());
        assertThat(taken.at("/data").propertyNames())
                .containsExactlyInAnyOrder("id", "customer_name", "owner_name", "team", "report_time", "in_pool");
        assertThat(sales.http()
                        .get(path + "%E5%88%AB%E5%AE%B6%E7%9A%84")
                        .at("/has_conflict")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void approvals_are_seen_by_the_team_that_decides_them() {
        Answer filed = colleague
                .http()
                .post(
                        "/api/approvals",
                        Map.of("type", "extension", "customer_id", colleagues, "reason", "x", "extension_days", 5));
        assertThat(filed.status()).as(filed::toString).isEqualTo(200);
        String id = filed.at("/data/id").asString();
        assertThat(pending(manager)).contains(id);
        assertThat(pending(admin)).contains(id);
        assertThat(pending(otherManager)).doesNotContain(id);
        assertThat(pending(foreigner)).doesNotContain(id);
        assertThat(texts(sales.http().get("/api/approvals/my").at("/data/approvals"), "id"))
                .doesNotContain(id);
        assertThat(texts(colleague.http().get("/api/approvals/my").at("/data/approvals"), "id"))
                .contains(id);
        Map<String, String> approved = Map.of("status", "approved");
        String process = "/api/approvals/" + id + "/process";
        assertThat(otherManager.http().post(process, approved).status()).isEqualTo(404);
        assertThat(manager.http().post(process, approved).status()).isEqualTo(200);
        assertThat(manager.http().post(process, approved).at("/message").asString())
                .isEqualTo("该审批已处理");
        assertThat(admin.http().post(process, approved).status()).isEqualTo(409);
    }

    private static Set<String> pending(Person person) {
        return texts(person.http().get("/api/approvals/pending").at("/data/approvals"), "id");
    }
}
