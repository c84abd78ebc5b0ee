package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.approval.ApprovalDraft;
import io.haina.approval.Approvals;
import io.haina.customer.CustomerDraft;
import io.haina.customer.Customers;
import io.haina.pool.Pool;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import io.haina.testing.TestCompany.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What nobody should send: each is told what is wrong, in the document's envelope, and changes nothing. */
class RegistrationBadInputTest {

    private static final String LONG = "长".repeat(5_000);
    private static final String NOBODY = "550e8400-e29b-41d4-a716-446655440000";

    private static TestCompany company;
    private static Person sales;
    private static Person manager;
    private static String own;
    private static String pooled;
    private static String others;
    private static String foreign;
    private static String approval;

    private final List<DynamicTest> tests = new ArrayList<>();

    @BeforeAll
    static void fill() {
        company = TestCompany.create();
        sales = company.sales();
        manager = company.eastManager();
        own = report(sales, "自己的客户");
        pooled = report(sales, "公海的客户");
        HainaServer.get().bean(Pool.class).release(sales.actor(), UUID.fromString(pooled), "不需要");
        others = report(company.south().getFirst(), "别人的客户");
        foreign = report(TestCompany.create().sales(), "别家的客户");
        approval = HainaServer.get()
                .bean(Approvals.class)
                .file(sales.actor(), new ApprovalDraft("extension", UUID.fromString(own), "董事会", 5))
                .toString();
    }

    private static String report(Person person, String name) {
        return HainaServer.get()
                .bean(Customers.class)
                .report(person.actor(), new CustomerDraft(name, "制造业", null, null, null, null, null))
                .uuid()
                .toString();
    }

    @TestFactory
    Stream<DynamicTest> bodies() {
        for (String path : List.of(
                "/api/customers",
                "/api/customers/followup",
                "/api/pool/claim",
                "/api/pool/release",
                "/api/approvals",
                "/api/approvals/" + approval + "/process",
                "/api/auth/register",
                "/api/auth/change-password")) {
            for (String body :
                    List.of("", "{", "[]", "null", "5", "\"x\"", "{}", "{}{}", "{\"nonsense\": 1}", "\u0000")) {
                post(400, path, body);
            }
        }
        post(400, "/api/customers", "{'customer_name': 'x'}");
        for (String value : List.of("5", "true", "1.5", "[\"x\"]", "{\"x\": 1}", "null", "\"\"", "\"  \"")) {
            post(400, "/api/customers", "{\"customer_name\": " + value + "}");
        }
        for (String text : List.of("a\\u0000b", "a\\u0007b", "\\ud800", LONG, "x".repeat(201))) {
            post(400, "/api/customers", "{\"customer_name\": \"" + text + "\"}");
        }
        post(400, "/api/customers", "{\"customer_name\": \"新客户\", \"customer_nmae\": \"x\"}");
        post(400, "/api/customers", "{\"customer_name\": \"新客户\", \"customer_name\": \"新客户二\"}");
        for (String field : List.of("industry", "region", "source", "contact_person", "contact_phone")) {
            post(400, "/api/customers", "{\"customer_name\": \"新客户\", \"" + field + "\": \"" + LONG + "\"}");
            post(400, "/api/customers", "{\"customer_name\": \"新客户\", \"" + field + "\": \"a\\u0000\"}");
            post(400, "/api/customers", "{\"customer_name\": \"新客户\", \"" + field + "\": 5}");
        }
        post(400, "/api/customers", "{\"customer_name\": " + "[".repeat(2_000) + "]".repeat(2_000) + "}");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> values() {
        for (String id : List.of("", "x", "1", "1-1-1-1-1", NOBODY + "0", "' or 1=1 --")) {
            post(400, "/api/pool/claim", "{\"customer_id\": \"" + id + "\"}");
        }
        String followup = "{\"customer_id\": \"" + own + "\", \"followup_type\": %s, \"content\": %s}";
        post(400, "/api/customers/followup", followup.formatted("\"dance\"", "\"x\""));
        post(400, "/api/customers/followup", followup.formatted("\"CALL\"", "\"x\""));
        post(400, "/api/customers/followup", followup.formatted("\"signing\"", "\"x\""));
        post(400, "/api/customers/followup", followup.formatted("null", "\"x\""));
        post(400, "/api/customers/followup", followup.formatted("\"call\"", "\" \""));
        post(400, "/api/customers/followup", followup.formatted("\"call\"", "\"" + LONG + "长\""));
        post(400, "/api/pool/release", "{\"customer_id\": \"" + own + "\"}");
        post(400, "/api/pool/release", "{\"customer_id\": \"" + own + "\", \"release_reason\": \" \"}");
        String extension =
                "{\"type\": \"%s\", \"customer_id\": \"" + own + "\", \"reason\": \"x\", \"extension_days\": %s}";
        for (String days : List.of("0", "-1", "100000", "99999999999", "1e400", "1.5", "\"15\"", "true", "null")) {
            post(400, "/api/approvals", extension.formatted("extension", days));
        }
        post(400, "/api/approvals", extension.formatted("gift", "5"));
        post(
                400,
                "/api/approvals",
                "{\"type\": \"extension\", \"customer_id\": \"" + own + "\", \"extension_days\": 5}");
        String process = "/api/approvals/" + approval + "/process";
        for (String status : List.of("\"pending\"", "\"yes\"", "true", "null", "1")) {
            refused(400, manager, "POST", process, "{\"status\": " + status + "}");
        }
        for (String status : List.of("\"pooled\"", "\"WON\"", "\"\"", "null", "1", "[]")) {
            refused(400, sales, "PATCH", "/api/customers/" + own + "/status", "{\"status\": " + status + "}");
        }
        String person =
                "{\"username\": \"%s\", \"password\": \"%s\", \"real_name\": \"x\", \"role\": \"%s\", \"team\": null}";
        Person admin = company.admin();
        refused(400, admin, "POST", "/api/auth/register", person.formatted("neu", "12345", "sales"));
        refused(400, admin, "POST", "/api/auth/register", person.formatted("neu", "123456", "root"));
        refused(400, admin, "POST", "/api/auth/register", person.formatted("", "123456", "sales"));
        refused(400, admin, "POST", "/api/auth/register", person.formatted("a\\u0000b", "123456", "sales"));
        refused(400, admin, "POST", "/api/auth/register", person.formatted(LONG, "123456", "sales"));
        refused(
                409,
                admin,
                "POST",
                "/api/auth/register",
                person.formatted(sales.staff().username(), "123456", "sales"));
        refused(403, manager, "POST", "/api/auth/register", person.formatted("neu", "123456", "sales"));
        post(400, "/api/auth/change-password", "{\"old_password\": \"wrong\", \"new_password\": \"123456\"}");
        post(
                400,
                "/api/auth/change-password",
                "{\"old_password\": \"" + TestCompany.PASSWORD + "\", \"new_password\": \"12345\"}");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> queries() {
        for (String list :
                List.of("/api/customers", "/api/pool/customers", "/api/pool/my-claims", "/api/approvals/my")) {
            for (String number : List.of("0", "-1", "abc", "1.5", "1e3", "2147483648", "9".repeat(40), "%00", "0x1")) {
                get(400, list + "?page=" + number);
                get(400, list + "?limit=" + number);
            }
            get(400, list + "?page=2147483647");
        }
        for (String name : List.of("keyword", "industry", "region", "source", "status")) {
            get(400, "/api/customers?" + name + "=a%00b");
            get(400, "/api/customers?" + name + "=a%0Ab");
            get(400, "/api/customers?" + name + "=" + "x".repeat(5_000));
        }
        get(400, "/api/customers?status=gone");
        get(400, "/api/customers?keyword=%ff%fe");
        get(400, "/api/customers/check-duplicate");
        get(400, "/api/customers/check-duplicate?customer_name=");
        get(400, "/api/customers/check-duplicate?customer_name=%00");
        get(400, "/api/customers/check-duplicate?customer_name=" + "x".repeat(5_000));
        get(400, "/api/customers/x");
        get(400, "/api/customers/1-1-1-1-1");
        for (String date : List.of("2024-02-30", "2024-1-1", "yesterday", "20240101", "99999-01-01", "0000-00-00")) {
            refused(400, manager, "GET", "/api/stats/team?start_date=" + date, null);
            get(400, "/api/stats/source-analysis?end_date=" + date);
        }
        refused(400, manager, "GET", "/api/stats/team?start_date=2024-02-01&end_date=2024-01-01", null);
        refused(400, manager, "GET", "/api/stats/team?period=year", null);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_there_or_not_theirs() {
        for (String id : List.of(NOBODY, others, foreign)) {
            get(404, "/api/customers/" + id);
            get(404, "/api/customers/" + id + "/history");
            get(404, "/api/customers/" + id + "/attachments/" + NOBODY);
            post(404, "/api/customers/followup", followup(id));
            post(404, "/api/pool/release", "{\"customer_id\": \"" + id + "\", \"release_reason\": \"x\"}");
            refused(404, sales, "PATCH", "/api/customers/" + id + "/status", "{\"status\": \"won\"}");
        }
        post(404, "/api/pool/claim", "{\"customer_id\": \"" + NOBODY + "\"}");
        post(404, "/api/pool/claim", "{\"customer_id\": \"" + foreign + "\"}");
        post(409, "/api/pool/claim", "{\"customer_id\": \"" + others + "\"}");
        post(409, "/api/pool/claim", "{\"customer_id\": \"" + own + "\"}");
        post(409, "/api/pool/release", "{\"customer_id\": \"" + pooled + "\", \"release_reason\": \"x\"}");
        post(409, "/api/customers/followup", followup(pooled));
        post(409, "/api/customers", "{\"customer_name\": \"自己的 客户\"}");
        post(409, "/api/customers", "{\"customer_name\": \"公海的客户\"}");
        post(409, "/api/customers", "{\"customer_name\": \"别人的客户\"}");
        String decision = "{\"status\": \"approved\"}";
        refused(404, manager, "POST", "/api/approvals/" + NOBODY + "/process", decision);
        refused(404, company.southManager(), "POST", "/api/approvals/" + approval + "/process", decision);
        refused(404, TestCompany.create().admin(), "POST", "/api/approvals/" + approval + "/process", decision);
        refused(403, sales, "POST", "/api/approvals/" + approval + "/process", decision);
        get(403, "/api/approvals/pending");
        get(403, "/api/stats/team");
        get(404, "/api/nonsense");
        get(404, "/nonsense");
        refused(405, sales, "DELETE", "/api/customers", null);
        refused(405, sales, "TRACE", "/api/customers", null);
        refused(405, sales, "PUT", "/api/pool/claim", "{}");
        return tests.stream();
    }

    private static String followup(String customer) {
        return "{\"customer_id\": \"" + customer + "\", \"followup_type\": \"call\", \"content\": \"x\"}";
    }

    private void get(int status, String path) {
        refused(status, sales, "GET", path, null);
    }

    private void post(int status, String path, String body) {
        refused(status, sales, "POST", path, body);
    }

    private void refused(int status, Person person, String method, String path, String body) {
        String name = method + " " + path + (body == null ? "" : " " + body);
        tests.add(DynamicTest.dynamicTest(name.substring(0, Math.min(120, name.length())), () -> {
            Map<String, String> before = Contents.of(company.tenantId());
            Answer answer = person.http().send(method, path, body, Map.of());
            Refusals.assertRefusal(answer, status);
            assertThat(Contents.of(company.tenantId())).as("changed by " + name).isEqualTo(before);
        }));
    }
}
