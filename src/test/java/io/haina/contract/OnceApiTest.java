package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.house.Routes;
import io.haina.pool.Pool;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import io.haina.tenant.Role;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every POST of the native API counts once under a key, but for those that make nothing that is kept. */
class OnceApiTest {

    private static final Set<String> FREE = Set.of(
            "/api/v1/session",
            "/api/v1/settings/simulation",
            "/api/v1/{kind}/imports/preview",
            "/api/v1/outreach/exports");

    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "undone");

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final Http SALES = COMPANY.sales().http();
    private static final Http BOSS = COMPANY.eastManager().http();
    private static final Http ADMIN = COMPANY.admin().http();

    /** A request, and another one to the same address; null where the address says it all. */
    private record Sent(
            Http http, String path, Object body, @Nullable Object other) {}

    private final Map<String, Sent> requests = new TreeMap<>();

    private void put(String route, Http http, String path, Object body, @Nullable Object other) {
        requests.put("/api/v1/" + route, new Sent(http, "/api/v1/" + path, body, other));
    }

    /** A request to a route without variables; the other one differs in one value. */
    private void put(String route, Http http, Map<String, Object> body, String differing, Object other) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(differing, other);
        put(route, http, route, body, changed);
    }

    private void forSalesPeople() {
        Actor owner = COMPANY.sales().actor();
        long customer = ESTATE.customer(owner);
        Map<String, Object> asking = Map.of("kind", "extension", "customerId", customer, "reason", "x", "days", 3);
        put("approvals", SALES, asking, "days", 4);
        Map<String, Object> asked = new HashMap<>(asking);
        asked.put("customerId", ESTATE.customer(owner));
        put(
                "approvals/{id}/decision",
                BOSS,
                made(SALES, "approvals", asked) + "/decision",
                Map.of("approve", true, "comment", "好"),
                Map.of("approve", false, "comment", "好"));
        Map<String, Object> contract = Map.of("name", "合同", "customer", customer, "amount", 5);
        put("contracts", SALES, contract, "amount", 6);
        put(
                "contracts/{id}/payments",
                SALES,
                made(SALES, "contracts", contract) + "/payments",
                Map.of("amount", 2),
                Map.of("amount", 1));
        TestCompany.Person other = COMPANY.east().get(2);
        long pooled = ESTATE.customer(other.actor());
        SERVER.bean(Pool.class).release(other.actor(), Fresh.uuid(pooled), "x");
        put("customers/{id}/claim", SALES, "customers/" + pooled + "/claim", "", null);
        put(
                "customers/{id}/release",
                SALES,
                "customers/" + ESTATE.customer(owner) + "/release",
                Map.of("reason", "一"),
                Map.of("reason", "二"));
        put(
                "customers/{id}/transfer",
                SALES,
                "customers/" + ESTATE.customer(owner) + "/transfer",
                Map.of("to", other.actor().staffId()),
                Map.of("to", owner.staffId()));
        put("demands", SALES, Map.of("customer", customer, "content", "一", "happenedAt", "2026-11-20"), "content", "二");
        put(
                "visits",
                SALES,
                Map.of("customer", customer, "kind", "visit", "content", "一", "happenedAt", "2026-11-20"),
                "content",
                "二");
        put(
                "satisfaction",
                SALES,
                Map.of("contact", ESTATE.contact(owner, customer), "value", 5, "recordedAt", "2026-11-20"),
                "value",
                6);
        put("leads/{id}/convert", SALES, "leads/" + ESTATE.lead(owner) + "/convert", "", null);
        Map<String, Object> outreach =
                Map.of("name", "李工", "contact", "1", "accountId", 3, "workerId", "w", "contactedAt", "2026-11-20");
        put("outreach", SALES, outreach, "contact", "2");
        Map<String, Object> second = new HashMap<>(outreach);
        second.put("contact", "3");
        long record = SALES.post("/api/v1/outreach", second).at("/id").asLong();
        put("outreach/leads", SALES, Map.of("ids", List.of(record)), "ids", List.of(record, record + 1));
        put("tokens", SALES, Map.of("name", "令牌", "scopes", List.of("read")), "name", "二");
    }

    private void forAdmins() {
        long heir = COMPANY.south().getFirst().actor().staffId();
        put("apps", ADMIN, Map.of("name", "程序"), "name", "另");
        String app = made(ADMIN, "apps", Map.of("name", "换"));
        put("apps/{appid}/rotate", ADMIN, app + "/rotate", Map.of("overlap", "PT1H"), Map.of("overlap", "PT2H"));
        put("departments", ADMIN, Map.of("name", "部门"), "name", "另一部门");
        put("teams", ADMIN, Map.of("name", "团队"), "name", "另一团队");
        Map<String, Object> handover = Map.of("leaver", leaver("a"), "to", heir);
        put("handovers", ADMIN, handover, "leaver", heir);
        String undone = made(ADMIN, "handovers", Map.of("leaver", leaver("b"), "to", heir));
        put("handovers/{id}/undo", ADMIN, undone + "/undo", "", null);
        put("menus", ADMIN, Map.of("name", "菜单", "content", "x"), "name", "另");
        put("pools", ADMIN, Map.of("name", "公海二", "position", 3), "name", "公海三");
        put(
                "pipelines",
                ADMIN,
                Map.of("name", "流程", "stages", List.of(Map.of("name", "一", "rate", 1))),
                "name",
                "另一流程");
        put(
                "staff",
                ADMIN,
                Map.of("userName", "once" + COMPANY.number(), "password", "secret-123", "name", "新人", "role", "sales"),
                "password",
                "secret-124");
    }

    private void forKinds() {
        long lead = ESTATE.lead(COMPANY.sales().actor());
        Map<String, Object> one = Map.of("name", "一");
        put("{kind}", SALES, "leads", Map.of("values", one), Map.of("values", Map.of("name", "二")));
        Map<String, Object> bulk = Map.of("action", "change", "ids", List.of(lead), "values", Map.of("remark", "一"));
        put("{kind}/bulk", SALES, "leads/bulk", bulk, Map.of("action", "delete", "ids", List.of(lead)));
        put("{kind}/exports", SALES, "leads/exports", Map.of("q", "一"), Map.of("q", "二"));
        put(
                "{kind}/fields",
                ADMIN,
                "leads/fields",
                Map.of("label", "一", "type", "text"),
                Map.of("label", "二", "type", "text"));
        put(
                "{kind}/scenes",
                SALES,
                "leads/scenes",
                Map.of("name", "一", "conditions", List.of()),
                Map.of("name", "二", "conditions", List.of()));
        put(
                "{kind}/{id}/activities",
                SALES,
                "leads/" + lead + "/activities",
                Map.of("kind", "call", "content", "一"),
                Map.of("kind", "call", "content", "二"));
        long gone = ESTATE.lead(COMPANY.sales().actor());
        assertThat(SALES.delete("/api/v1/leads/" + gone).status()).isEqualTo(204);
        put("deleted/{kind}/{id}/restore", SALES, "deleted/leads/" + gone + "/restore", "", null);
        long changed = ESTATE.lead(COMPANY.sales().actor());
        SALES.patch("/api/v1/leads/" + changed, Map.of("values", Map.of("remark", "一")));
        long line = ADMIN.get("/api/v1/audit").at("/items/0/id").asLong();
        put("audit/{id}/restore", ADMIN, "audit/" + line + "/restore", "", null);
        byte[] text = "纪要".getBytes(StandardCharsets.UTF_8);
        byte[] another = "另一纪要".getBytes(StandardCharsets.UTF_8);
        put("{kind}/{id}/attachments", SALES, "leads/" + lead + "/attachments", text, another);
        put("attachments", SALES, "attachments", text, another);
        put("{kind}/imports", SALES, "leads/imports", sheet("导入一"), sheet("导入二"));
        Answer imported = SALES.upload("/api/v1/leads/imports", "file", "a.xlsx", sheet("导入三"));
        ended(imported);
        String job = imported.header("Location").substring("/api/v1/".length());
        put("jobs/{id}/undo", SALES, job + "/undo", "", null);
        Answer export = SALES.post("/api/v1/leads/exports", Map.of());
        ended(export);
        put("jobs/{id}/cancel", SALES, export.header("Location").substring("/api/v1/".length()) + "/cancel", "", null);
    }

    private static byte[] sheet(String name) {
        try {
            Path file = Files.createTempFile("once", ".xlsx");
            try (SheetWriter writer =
                    Sheets.write(file, SheetFormat.XLSX, new SheetLook("s", null, List.of("name"), false))) {
                writer.row(List.of(name));
                writer.finish();
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long leaver(String name) {
        return COMPANY.hire("once-" + name + COMPANY.number(), Role.SALES, TestCompany.SOUTH)
                .actor()
                .staffId();
    }

    /** Makes something. @return its path behind the API's */
    private static String made(Http http, String path, Object body) {
        Answer made = http.post("/api/v1/" + path, body);
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        return made.header("Location").substring("/api/v1/".length());
    }

    private static void ended(Answer begun) {
        assertThat(begun.status()).as(begun::toString).isEqualTo(202);
        Awaitility.await()
                .until(() -> ENDED.contains(
                        ADMIN.get(begun.header("Location")).at("/state").asString()));
    }

    @TestFactory
    Stream<DynamicTest> every_post_counts_once_under_a_key() {
        forSalesPeople();
        forAdmins();
        forKinds();
        List<String> routes = Routes.ours().stream()
                .filter(route -> route.dialect().equals("v1") && route.method().equals("POST"))
                .map(Routes.Route::path)
                .filter(path -> !FREE.contains(path))
                .toList();
        assertThat(requests.keySet()).containsExactlyInAnyOrderElementsOf(routes);
        return requests.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> countsOnce(each.getValue())));
    }

    private static Answer send(Sent sent, Object body, String key) {
        Map<String, String> header = Map.of("Idempotency-Key", key);
        return body instanceof byte[] file
                ? sent.http().upload(sent.path(), "file", file[0] == 'P' ? "a.xlsx" : "a.txt", file, header)
                : sent.http().send("POST", sent.path(), body.equals("") ? null : body, header);
    }

    private static void countsOnce(Sent sent) {
        String key = "once" + sent.path();
        Answer first = send(sent, sent.body(), key);
        assertThat(first.status()).as(first::toString).isBetween(200, 204);
        if (first.status() == 202) {
            ended(first);
        }
        Map<String, String> after = Contents.of(COMPANY.tenantId());
        Answer again = send(sent, sent.body(), key);
        assertThat(again.status()).as(again::toString).isEqualTo(first.status());
        assertThat(again.headers().allValues("Location"))
                .isEqualTo(first.headers().allValues("Location"));
        if (first.status() != 202) {
            assertThat(again.text()).isEqualTo(first.text());
        }
        if (sent.other() != null) {
            assertProblem(send(sent, sent.other(), key), 409, "key-reused");
        }
        assertProblem(send(sent, sent.body(), "not a key"), 400, "invalid");
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(after);
    }

    @Test
    void of_many_who_send_one_key_at_once_all_are_answered_with_the_one_secret_which_the_database_does_not_tell() {
        Map<String, Object> wish = Map.of("name", "竞争", "scopes", List.of("read"));
        List<String> secrets = Race.of(
                        6, n -> () -> SALES.send("POST", "/api/v1/tokens", wish, Map.of("Idempotency-Key", "race")))
                .stream()
                .map(outcome ->
                        ((Race.Won<Answer>) outcome).result().at("/secret").asString())
                .distinct()
                .toList();
        assertThat(secrets).hasSize(1);
        assertThat(SERVER.jdbc()
                        .queryForList(
                                "select answer from idempotency_key where tenant_id = ? and key = 'race'",
                                String.class,
                                COMPANY.tenantId()))
                .hasSize(1)
                .noneMatch(answer -> answer.contains(secrets.getFirst()) || answer.contains("secret"));
        assertThat(SALES.get("/api/v1/tokens")
                        .at("/items")
                        .valueStream()
                        .filter(each -> each.at("/name").asString().equals("竞争")))
                .hasSize(1);
    }
}
