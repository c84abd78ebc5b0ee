package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.ownership.ReleaseAtDue;
import io.haina.ownership.Transfers;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The native API's chapter on settings. */
class SettingsApiTest {

    private static final String SETTINGS = "/api/v1/settings";
    private static final HainaServer SERVER = HainaServer.get();

    private final TestCompany company = TestCompany.create();
    private final Http admin = company.admin().http();

    @AfterEach
    void backToRealTime() {
        SERVER.clock().reset();
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "name", "设置公司",
                "zone", "Asia/Shanghai",
                "protection", "P1M",
                "claimsPerDay", 5,
                "expiringWindow", "P3D",
                "coolDown", "P0D",
                "salesScope", "own",
                "managerScope", "team"));
        settings.put("maximumHeld", null);
        return settings;
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> settings = settings();
        settings.put(name, value);
        return settings;
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.at("/type").asString()).as(answer::toString).isEqualTo("urn:haina:problem:" + type);
    }

    @Test
    void a_shorter_protection_holds_at_once_for_new_ones_and_leaves_those_that_were_given() {
        Http sales = company.sales().http();
        long before = Fresh.customer(company.sales().actor(), "先前报备有限公司");
        Instant given = until(sales, before);
        assertThat(admin.put(SETTINGS, with("protection", "P2D")).status()).isEqualTo(200);
        assertThat(until(sales, before)).isEqualTo(given);
        long after = Fresh.customer(Fresh.actor(company.sales()), "其后报备有限公司");
        assertThat(until(sales, after))
                .isBefore(SERVER.clock().instant().plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(admin.get(SETTINGS).at("/protection").asString()).isEqualTo("P2D");
        assertThat(Fresh.number(
                        "select count(*) from audit where tenant_id = ? and kind = 'tenant' and action = 'settings'",
                        company.tenantId()))
                .isEqualTo(1);
        admin.put(SETTINGS, with("protection", "P2D"));
        assertThat(Fresh.number(
                        "select count(*) from audit where tenant_id = ? and kind = 'tenant' and action = 'settings'",
                        company.tenantId()))
                .as("what is the same leaves no trace")
                .isEqualTo(1);
    }

    private static Instant until(Http http, long customer) {
        return Instant.parse(http.get("/api/v1/customers/" + customer + "/protection")
                .at("/until")
                .asString());
    }

    @Test
    void a_scope_and_a_quota_hold_from_the_next_request_on() {
        long id = Fresh.customer(company.east().get(1).actor(), "范围之内有限公司");
        Http sales = company.sales().http();
        assertThat(sales.get("/api/v1/customers/" + id + "/protection").status())
                .isEqualTo(404);
        Map<String, Object> wider = with("salesScope", "team");
        wider.put("claimsPerDay", 0);
        assertThat(admin.put(SETTINGS, wider).status()).isEqualTo(200);
        assertThat(sales.get("/api/v1/customers/" + id + "/protection").status())
                .isEqualTo(200);
        assertProblem(sales.post("/api/v1/customers/" + id + "/release", Map.of("reason", "试")), 403, "not-owner");
        company.east().get(1).http().post("/api/v1/customers/" + id + "/release", Map.of("reason", "试"));
        assertProblem(
                company.south().getFirst().http().post("/api/v1/customers/" + id + "/claim", null),
                409,
                "claim-quota-used");
    }

    @Test
    void settings_are_for_admins_and_each_company_has_its_own() {
        for (TestCompany.Person person : List.of(company.sales(), company.eastManager())) {
            assertProblem(person.http().get(SETTINGS), 403, "role-required");
            assertProblem(person.http().put(SETTINGS, settings()), 403, "role-required");
            assertProblem(person.http().post(SETTINGS + "/simulation", null), 403, "role-required");
        }
        Map<String, String> before = Contents.of(company.tenantId());
        Http stranger = TestCompany.create().admin().http();
        assertThat(stranger.put(SETTINGS, with("protection", "P9D")).status()).isEqualTo(200);
        assertThat(stranger.post(SETTINGS + "/simulation", settings())
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(Contents.of(company.tenantId())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "name,null",
                "name,' '",
                "zone,null",
                "zone,Nowhere/Land",
                "zone,UTC+8",
                "zone,+08:00",
                "protection,null",
                "protection,P0D",
                "protection,PT1H",
                "protection,P-1D",
                "protection,P200Y",
                "protection,P99999999999D",
                "claimsPerDay,-1",
                "claimsPerDay,null",
                "claimsPerDay,99999999999",
                "claimsPerDay,text",
                "expiringWindow,P",
                "coolDown,-P1D",
                "maximumHeld,0",
                "salesScope,OWN",
                "managerScope,null",
                "fieldsVersion,7",
            })
    void what_makes_no_sense_is_refused_by_the_settings_and_by_the_simulation(String name, String text) {
        Object value = text != null && text.matches("-?\\d+") ? (Object) Long.valueOf(text) : text;
        Map<String, String> before = Contents.of(company.tenantId());
        for (Answer answer : List.of(
                admin.put(SETTINGS, with(name, value)), admin.post(SETTINGS + "/simulation", with(name, value)))) {
            assertThat(answer.status()).as(answer::toString).isEqualTo(400);
            assertThat(answer.at("/field").asString()).as(answer::toString).isEqualTo(name);
        }
        assertThat(Contents.of(company.tenantId())).isEqualTo(before);
    }

    private long endingIn(Duration time, String name) {
        long id = Fresh.customer(company.sales().actor(), name);
        endsAt(id, SERVER.clock().instant().plus(time));
        return id;
    }

    private void endsAt(long id, Instant end) {
        SERVER.jdbc()
                .update(
                        "update protection set until_at = ? where tenant_id = ? and customer_id = ? and ended_at is null",
                        end.atOffset(ZoneOffset.UTC),
                        company.tenantId(),
                        id);
        SERVER.jdbc()
                .update(
                        "update customer set protected_until = ? where tenant_id = ? and id = ?",
                        end.atOffset(ZoneOffset.UTC),
                        company.tenantId(),
                        id);
    }

    @Test
    void the_simulation_names_whom_the_clock_releases_and_nobody_else() {
        Actor sales = company.sales().actor();
        endingIn(Duration.ofDays(1), "明日到期有限公司");
        endingIn(Duration.ofDays(7).minusMinutes(1), "七日到期有限公司");
        endingIn(Duration.ofDays(7).plusMinutes(5), "七日之后有限公司");
        long won = endingIn(Duration.ofDays(2), "成交保留制造公司");
        SERVER.bean(Customers.class).changeStatus(sales, Fresh.uuid(won), CustomerStatus.WON);
        long locked = endingIn(Duration.ofDays(2), "锁定保留贸易公司");
        SERVER.bean(Transfers.class).lock(sales, List.of(locked));
        long extended = endingIn(Duration.ofDays(1), "已经延期有限公司");
        Answer filed = company.sales()
                .http()
                .post(
                        "/api/v1/approvals",
                        Map.of("kind", "extension", "customerId", extended, "reason", "延期", "days", 2));
        company.eastManager()
                .http()
                .post("/api/v1/approvals/" + filed.at("/id").asLong() + "/decision", Map.of("approve", true));
        endingIn(Duration.ofDays(30), "很久以后有限公司");

        Map<String, String> before = Contents.of(company.tenantId());
        JsonNode told =
                admin.post(SETTINGS + "/simulation", with("protection", "P10D")).json();
        assertThat(Contents.of(company.tenantId())).isEqualTo(before);
        assertThat(told.at("/days").asInt()).isEqualTo(7);
        Map<Long, Instant> releases = new TreeMap<>();
        told.at("/items")
                .forEach(item -> releases.put(
                        item.at("/customer/id").asLong(),
                        Instant.parse(item.at("/releasedAt").asString())));
        assertThat(releases).hasSize(told.at("/total").asInt());

        SERVER.clock().advance(Duration.ofDays(7));
        SERVER.bean(ReleaseAtDue.class).releaseDue();
        Map<Long, Instant> released = new TreeMap<>();
        SERVER.jdbc()
                .query(
                        "select id, pooled_at from customer where tenant_id = ? and owner_id is null",
                        row -> {
                            released.put(
                                    row.getLong("id"),
                                    row.getTimestamp("pooled_at").toInstant());
                        },
                        company.tenantId());
        assertThat(releases).hasSize(3).isEqualTo(released);
    }

    @Test
    void each_release_says_by_which_protection_and_what_the_wished_settings_would_have_meant() {
        long id = Fresh.customer(company.sales().actor(), "愿望之下有限公司");
        admin.put(SETTINGS, with("protection", "P3D"));
        long soon = Fresh.customer(Fresh.actor(company.sales()), "三日之内有限公司");
        JsonNode told =
                admin.post(SETTINGS + "/simulation", with("protection", "P10D")).json();
        assertThat(told.at("/items").size()).as(told::toString).isEqualTo(1);
        JsonNode release = told.at("/items/0");
        assertThat(release.at("/customer/id").asLong()).isEqualTo(soon).isNotEqualTo(id);
        assertThat(release.at("/owner/name").asString())
                .isEqualTo(company.sales().name());
        assertThat(release.at("/rule").asString()).isEqualTo("report");
        LocalDateTime from =
                LocalDateTime.ofInstant(Instant.parse(release.at("/from").asString()), ZoneId.of("Asia/Shanghai"));
        assertThat(Instant.parse(release.at("/underWish").asString()))
                .isEqualTo(from.plusDays(10)
                        .withNano(0)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant());
        assertThat(admin.post(SETTINGS + "/simulation", null).at("/items/0/underWish"))
                .isEqualTo(release.at("/releasedAt"));
    }
}
