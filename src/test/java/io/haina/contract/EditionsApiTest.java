package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.house.Routes;
import io.haina.house.Routes.Route;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Whatever can be read by itself and changed has a version, and a change for another version is refused. */
class EditionsApiTest {

    /** A session is one's own, and the content of a file stays what it is. */
    private static final Set<String> FREE = Set.of("/api/v1/session", "/api/v1/attachments/{id}");

    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final Http SALES = COMPANY.sales().http();
    private static final Http ADMIN = COMPANY.admin().http();

    /** Something that changes. @param body of the n-th change, each another */
    private record Thing(Http http, String path, IntFunction<Object> body) {}

    private final Map<String, Thing> things = new TreeMap<>();

    private void put(String route, Http http, String path, IntFunction<Object> body) {
        things.put("/api/v1/" + route, new Thing(http, path, body));
    }

    private void things() {
        Actor owner = COMPANY.sales().actor();
        long customer = ESTATE.customer(owner);
        put("{kind}/{id}", SALES, "/api/v1/leads/" + ESTATE.lead(owner), n -> values("remark", n));
        put(
                "{kind}/{id}/members",
                SALES,
                "/api/v1/customers/" + customer + "/members",
                n -> Map.of(
                        "staff",
                        List.of(COMPANY.east().get(1).actor().staffId()),
                        "power",
                        n % 2 == 0 ? "read" : "write"));
        long opportunity = ESTATE.opportunity(owner, customer);
        put(
                "opportunities/{id}/lines",
                SALES,
                "/api/v1/opportunities/" + opportunity + "/lines",
                n -> Map.of("items", List.of(), "discountRate", n + 1));
        Map<String, Object> day = Map.of("customer", customer, "content", "一", "happenedAt", "2026-11-20");
        put("visits/{id}", SALES, made(SALES, "visits", with(day, "kind", "visit")), n -> Map.of("content", "第" + n));
        put("demands/{id}", SALES, made(SALES, "demands", day), n -> Map.of("content", "第" + n));
        Map<String, Object> contract = Map.of("name", "合同", "customer", customer, "amount", 500);
        put("contracts/{id}", SALES, made(SALES, "contracts", contract), n -> Map.of("amount", 600 + n));
        Map<String, Object> said =
                Map.of("contact", ESTATE.contact(owner, customer), "value", 5, "recordedAt", "2026-11-20");
        put("satisfaction/{id}", SALES, made(SALES, "satisfaction", said), n -> Map.of("note", "第" + n));
        Map<String, Object> outreach =
                Map.of("name", "李工", "contact", "1", "accountId", 3, "workerId", "w", "contactedAt", "2026-11-20");
        put("outreach/{id}", SALES, made(SALES, "outreach", outreach), n -> Map.of("notes", "第" + n));
        put("apps/{appid}", ADMIN, made(ADMIN, "apps", Map.of("name", "程序")), n -> Map.of("name", "程序" + n));
        put(
                "pools/{id}",
                ADMIN,
                made(ADMIN, "pools", Map.of("name", "公海零", "position", 3)),
                n -> Map.of("name", "公海" + n, "position", 3));
        long staff = COMPANY.east().get(2).actor().staffId();
        put("staff/{id}", ADMIN, "/api/v1/staff/" + staff, n -> Map.of("name", "张" + n));
        String item = made(ADMIN, "menus", Map.of("name", "菜单", "content", "x"));
        long menu = Long.parseLong(item.substring(item.lastIndexOf('/') + 1));
        put(
                "staff/{id}/menus",
                ADMIN,
                "/api/v1/staff/" + staff + "/menus",
                n -> Map.of("items", n % 2 == 0 ? List.of(menu) : List.of()));
        Map<?, ?> settings =
                JsonMapper.shared().readValue(ADMIN.get("/api/v1/settings").bytes(), Map.class);
        put("settings", ADMIN, "/api/v1/settings", n -> {
            Map<Object, Object> changed = new HashMap<>(settings);
            changed.put("claimsPerDay", 20 + n);
            return changed;
        });
    }

    private static Object values(String field, int n) {
        return Map.of("values", Map.of(field, "第" + n));
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> all = new HashMap<>(map);
        all.put(key, value);
        return all;
    }

    private static String made(Http http, String path, Object body) {
        Answer made = http.post("/api/v1/" + path, body);
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        return made.header("Location");
    }

    private static Set<String> methods(String path) {
        return Routes.ours().stream()
                .filter(route -> route.dialect().equals("v1") && route.path().equals(path))
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @TestFactory
    Stream<DynamicTest> what_has_changed_meanwhile_is_neither_changed_nor_deleted() {
        things();
        List<String> paths = Routes.ours().stream()
                .filter(route -> route.dialect().equals("v1") && !FREE.contains(route.path()))
                .map(Route::path)
                .distinct()
                .filter(path -> methods(path).contains("GET"))
                .filter(path -> methods(path).stream().anyMatch(Set.of("PUT", "PATCH", "DELETE")::contains))
                .toList();
        assertThat(things.keySet()).containsExactlyInAnyOrderElementsOf(paths);
        return things.entrySet().stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.getKey(), () -> keeps(each.getValue(), methods(each.getKey()))));
    }

    private static Answer send(Thing thing, String method, int n, String version) {
        Object body = method.equals("DELETE") ? null : thing.body().apply(n);
        return thing.http().send(method, thing.path(), body, Map.of("If-Match", version));
    }

    private static void keeps(Thing thing, Set<String> methods) {
        String change = methods.contains("PATCH") ? "PATCH" : "PUT";
        Answer read = thing.http().get(thing.path());
        String first = read.header("ETag");
        assertThat(first).as(read::toString).matches("\"[!#-~]+\"");
        Answer unchanged = thing.http().send("GET", thing.path(), null, Map.of("If-None-Match", first));
        assertThat(unchanged.status()).isEqualTo(304);
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        assertProblem(send(thing, change, 0, "\"another\""), 412, "changed-meanwhile");
        assertProblem(send(thing, change, 0, "W/" + first), 412, "changed-meanwhile");
        assertProblem(send(thing, change, 0, "nonsense"), 400, "invalid");
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
        Answer changed = send(thing, change, 0, "\"another\", " + first);
        assertThat(changed.status()).as(changed::toString).isEqualTo(200);
        String second = changed.header("ETag");
        assertThat(second)
                .isNotEqualTo(first)
                .isEqualTo(thing.http().get(thing.path()).header("ETag"));
        assertProblem(send(thing, change, 1, first), 412, "changed-meanwhile");
        race(thing, change, second);
        if (methods.contains("DELETE")) {
            assertProblem(send(thing, "DELETE", 0, second), 412, "changed-meanwhile");
            String last = thing.http().get(thing.path()).header("ETag");
            assertThat(send(thing, "DELETE", 0, last).status()).isEqualTo(204);
            assertProblem(send(thing, "DELETE", 0, last), 404, "not-found");
        }
    }

    private static void race(Thing thing, String change, String version) {
        List<Integer> statuses = Race.of(4, n -> () -> send(thing, change, 2 * n + 1, version)).stream()
                .map(outcome -> ((Race.Won<Answer>) outcome).result().status())
                .toList();
        assertThat(statuses).as(statuses::toString).containsOnlyOnce(200);
        assertThat(statuses).allMatch(status -> status == 200 || status == 412);
        assertThat(thing.http().get(thing.path()).header("ETag")).isNotEqualTo(version);
    }
}
