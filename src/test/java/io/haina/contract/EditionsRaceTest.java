package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A change for one version waits for whoever is faster, and then sees all that they did, as any other change does. */
class EditionsRaceTest {

    private static final int ROUNDS = 40;

    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final Http SALES = COMPANY.sales().http();
    private static final Http ADMIN = COMPANY.admin().http();

    @Test
    void no_contract_is_signed_with_a_customer_that_is_deleted() {
        for (int round = 0; round < ROUNDS; round++) {
            long customer = ESTATE.customer(COMPANY.sales().actor());
            Callable<Answer> deletion = asRead(SALES, "DELETE", "/api/v1/customers/" + customer, null);
            List<Integer> statuses = both(
                    deletion,
                    () -> SALES.post("/api/v1/contracts", Map.of("name", "合同", "customer", customer, "amount", 5)));
            assertThat(statuses).isIn(List.of(204, 404), List.of(409, 201));
        }
    }

    @Test
    void nobody_becomes_their_own_superior() {
        String x = person(0);
        String y = person(1);
        Object v = id(person(2));
        assertThat(ADMIN.patch("/api/v1/staff/" + v, Map.of("superior", id(x))).status())
                .isEqualTo(200);
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("superior", null);
        for (int round = 0; round < ROUNDS; round++) {
            ADMIN.patch(x, nobody);
            ADMIN.patch(y, nobody);
            Callable<Answer> first = asRead(ADMIN, "PATCH", x, Map.of("superior", id(y)));
            Callable<Answer> second = asRead(ADMIN, "PATCH", y, Map.of("superior", v));
            assertThat(both(first, second)).isIn(List.of(200, 400), List.of(400, 200));
        }
    }

    @Test
    void what_was_paid_in_all_counts_what_was_paid_at_the_same_moment() {
        long customer = ESTATE.customer(COMPANY.sales().actor());
        for (int round = 0; round < ROUNDS; round++) {
            String contract = made("contracts", Map.of("name", "合同", "customer", customer, "amount", 500));
            Callable<Answer> all = asRead(SALES, "PATCH", contract, Map.of("paid", 100));
            List<Integer> statuses = both(all, () -> SALES.post(contract + "/payments", Map.of("amount", 30)));
            assertThat(statuses).isIn(List.of(200, 201), List.of(412, 201));
            assertThat(SALES.get(contract).at("/payments").size()).isEqualTo(statuses.getFirst() == 200 ? 2 : 1);
            assertThat(SALES.get(contract).at("/paid").asDouble()).isEqualTo(statuses.getFirst() == 200 ? 130 : 30);
        }
    }

    @Test
    void a_day_stays_active_as_long_as_there_is_a_visit() {
        long one = ESTATE.customer(COMPANY.sales().actor());
        long other = ESTATE.customer(COMPANY.sales().actor());
        LocalDate day = LocalDate.of(2019, 1, 1);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> visit = Map.of(
                    "kind",
                    "visit",
                    "content",
                    "一",
                    "happenedAt",
                    day.plusDays(round).toString());
            Callable<Answer> deletion = asRead(SALES, "DELETE", made("visits", on(one, visit)), null);
            assertThat(both(deletion, () -> SALES.post("/api/v1/visits", on(other, visit))))
                    .containsExactly(204, 201);
        }
        assertThat(Fresh.number(
                        "select sum(bit_count(days::bit(32))) from active_month where staff_id = ? and month < '2020-01-01'",
                        COMPANY.sales().actor().staffId()))
                .isEqualTo(ROUNDS);
    }

    private static Callable<Answer> asRead(Http http, String method, String path, @Nullable Object body) {
        String version = http.get(path).header("ETag");
        assertThat(version).isNotEmpty();
        return () -> http.send(method, path, body, Map.of("If-Match", version));
    }

    private static List<Integer> both(Callable<Answer> first, Callable<Answer> second) {
        return Race.winners(Race.of(2, n -> n == 0 ? first : second)).stream()
                .map(Answer::status)
                .toList();
    }

    private static Map<String, Object> on(long customer, Map<String, Object> visit) {
        Map<String, Object> whole = new HashMap<>(visit);
        whole.put("customer", customer);
        return whole;
    }

    private static String made(String path, Map<String, Object> body) {
        Answer made = SALES.post("/api/v1/" + path, body);
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        return made.header("Location");
    }

    private static String person(int n) {
        return "/api/v1/staff/" + COMPANY.south().get(n).actor().staffId();
    }

    private static Object id(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }
}
