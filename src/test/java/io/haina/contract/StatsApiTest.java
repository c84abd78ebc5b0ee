package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.sharing.Power;
import io.haina.stats.Tallies;
import io.haina.tenant.DataScope;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The native API's figures, and what one had best do today. */
class StatsApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final Customers CUSTOMERS = SERVER.bean(Customers.class);
    private static final TestCompany COMPANY = TestCompany.create();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static int made;

    /** Two teams' customers of every kind, some of long ago, some soon to end, one shared across teams. */
    @BeforeAll
    static void history() {
        for (TestCompany.Person owner :
                Stream.concat(COMPANY.east().stream(), COMPANY.south().stream()).toList()) {
            for (int n = 0; n < 4; n++) {
                long id = reported(owner.actor(), n < 2 ? "制造业" : n == 2 ? "金融" : null, "华东", n % 2 == 0 ? "展会" : null);
                if (n > 1) {
                    CUSTOMERS.changeStatus(
                            owner.actor(), Fresh.uuid(id), n == 2 ? CustomerStatus.WON : CustomerStatus.LOST);
                }
                if (n == 1) {
                    endsAt(id, SERVER.clock().instant().plus(Duration.ofDays(1)));
                }
                if (n == 0) {
                    LocalDate day = LocalDate.now(ZONE).minusMonths(2);
                    SERVER.jdbc()
                            .update(
                                    "update customer set reported_at = ?, reported_on = ? where id = ?",
                                    day.atTime(12, 0).atZone(ZONE).toOffsetDateTime(),
                                    day,
                                    id);
                }
            }
        }
        long shared = reported(COMPANY.south().getFirst().actor(), "制造业", null, "展会");
        SERVER.bean(io.haina.sharing.Members.class)
                .add(
                        COMPANY.south().getFirst().actor(),
                        io.haina.field.RecordKind.CUSTOMER,
                        List.of(shared),
                        Set.of(
                                COMPANY.sales().staff().id(),
                                COMPANY.eastManager().staff().id()),
                        Power.READ);
        SERVER.bean(Tallies.class).fold();
    }

    private static long reported(
            Actor owner, @Nullable String industry, @Nullable String region, @Nullable String source) {
        made++;
        return Fresh.id(CUSTOMERS
                .report(
                        owner,
                        new CustomerDraft(made + "号统计" + made + "公司", industry, region, source, null, null, null))
                .uuid());
    }

    private static void endsAt(long id, Instant end) {
        SERVER.jdbc()
                .update(
                        "update protection set until_at = ? where customer_id = ? and ended_at is null",
                        end.atOffset(ZoneOffset.UTC),
                        id);
        SERVER.jdbc().update("update customer set protected_until = ? where id = ?", end.atOffset(ZoneOffset.UTC), id);
    }

    private static long listed(Http http, JsonNode filter, String... statuses) {
        String text = statuses.length == 0
                ? filter.toString()
                : "{\"all\":[" + filter + ",{\"field\":\"status\",\"operator\":\"is\",\"values\":[\"" + statuses[0]
                        + "\"]}]}";
        Answer answer = http.get("/api/v1/customers?size=1&filter=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(text + answer).isEqualTo(200);
        assertThat(answer.at("/totalExact").asBoolean()).isTrue();
        return answer.at("/total").asLong();
    }

    private static Stream<TestCompany.Person> everybody() {
        return Stream.of(
                COMPANY.sales(),
                COMPANY.eastManager(),
                COMPANY.admin(),
                COMPANY.south().getFirst());
    }

    @Test
    void every_figure_of_the_dashboard_counts_what_its_filter_lists() {
        everybody().forEach(person -> {
            Http http = person.http();
            JsonNode dashboard = http.get("/api/v1/stats/dashboard").json();
            for (String figure : List.of("total", "following", "won", "lost")) {
                assertThat(listed(http, dashboard.at("/filters/" + figure)))
                        .as(person.name() + " " + figure)
                        .isPositive()
                        .isEqualTo(dashboard.at("/summary/" + figure).asLong());
            }
            assertThat(listed(http, dashboard.at("/filters/monthReports")))
                    .isPositive()
                    .isEqualTo(dashboard.at("/monthReports").asLong());
            assertThat(listed(http, dashboard.at("/filters/expiring")))
                    .isPositive()
                    .isEqualTo(dashboard.at("/expiring").size());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?from=$MONTH", "?to=$MONTH", "?from=$DAY&to=$DAY"})
    void every_share_counts_what_its_filter_lists(String range) {
        LocalDate today = LocalDate.now(ZONE);
        String query =
                range.replace("$MONTH", today.withDayOfMonth(1).toString()).replace("$DAY", today.toString());
        everybody().forEach(person -> {
            for (String of : List.of("sources", "industries")) {
                JsonNode items =
                        person.http().get("/api/v1/stats/" + of + query).at("/items");
                for (JsonNode share : items) {
                    JsonNode filter = share.at("/filter");
                    assertThat(listed(person.http(), filter))
                            .as(person.name() + " " + share)
                            .isEqualTo(share.at("/count").asLong());
                    assertThat(listed(person.http(), filter, "won"))
                            .isEqualTo(share.at("/won").asLong());
                    assertThat(listed(person.http(), filter, "lost"))
                            .isEqualTo(share.at("/lost").asLong());
                }
                if (range.isEmpty()) {
                    assertThat(items.valueStream().map(each -> each.at("/value").isNull()))
                            .contains(true, false);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"period=day", "period=week", "period=month", "period=month&from=$FROM&to=$TO"})
    void every_member_and_every_step_counts_what_its_filter_lists(String query) {
        LocalDate today = LocalDate.now(ZONE);
        String filled = query.replace("$FROM", today.minusDays(3).toString()).replace("$TO", today.toString());
        for (TestCompany.Person person : List.of(COMPANY.eastManager(), COMPANY.admin())) {
            JsonNode team = person.http().get("/api/v1/stats/team?" + filled).json();
            assertThat(listed(person.http(), team.at("/filter")))
                    .isPositive()
                    .isEqualTo(team.at("/summary/total").asLong());
            for (JsonNode member : team.at("/members")) {
                assertThat(listed(person.http(), member.at("/filter")))
                        .as(member::toString)
                        .isEqualTo(member.at("/customers/total").asLong());
                assertThat(listed(person.http(), member.at("/filter"), "won"))
                        .isEqualTo(member.at("/customers/won").asLong());
            }
            for (JsonNode step : team.at("/timeline")) {
                assertThat(listed(person.http(), step.at("/filter")))
                        .as(step::toString)
                        .isPositive()
                        .isEqualTo(step.at("/count").asLong());
            }
        }
        assertThat(COMPANY.sales().http().get("/api/v1/stats/team").status()).isEqualTo(403);
    }

    @Test
    void figures_agree_with_those_of_document_000() {
        JsonNode ours =
                COMPANY.eastManager().http().get("/api/v1/stats/dashboard").json();
        JsonNode theirs =
                COMPANY.eastManager().http().get("/api/stats/dashboard").at("/data");
        assertThat(ours.at("/weekFollowups").asLong())
                .isEqualTo(theirs.at("/summary/week_followups").asLong());
        assertThat(ours.at("/summary/total").asLong())
                .isEqualTo(theirs.at("/summary/total").asLong());
    }

    @Test
    void what_lies_in_the_pools_is_what_their_list_shows() {
        TestCompany own = TestCompany.create();
        for (int n = 0; n < 3; n++) {
            pooled(own, "制造业", "华东");
        }
        for (TestCompany.Person person : List.of(own.sales(), own.admin())) {
            long listed = person.http()
                    .get("/api/v1/customers?pool=true&size=1")
                    .at("/total")
                    .asLong();
            assertThat(listed).isEqualTo(3);
            assertThat(person.http().get("/api/v1/stats/pool").at("/total").asLong())
                    .isEqualTo(listed);
            assertThat(person.http()
                            .get("/api/v1/pool")
                            .at("/pools/0/customers")
                            .asLong())
                    .isEqualTo(listed);
        }
    }

    @Test
    void filters_follow_the_scope_that_the_company_gives_a_role() {
        TestCompany own = TestCompany.create();
        Fresh.customer(own.sales().actor(), "范围一号统计公司");
        Fresh.customer(own.east().get(1).actor(), "范围二号统计公司");
        Fresh.customer(own.south().getFirst().actor(), "范围三号统计公司");
        for (DataScope scope : DataScope.values()) {
            Fresh.scopes(own, scope, DataScope.ALL);
            Http http = own.sales().http();
            JsonNode dashboard = http.get("/api/v1/stats/dashboard").json();
            assertThat(listed(http, dashboard.at("/filters/total")))
                    .as(scope.name())
                    .isPositive()
                    .isEqualTo(dashboard.at("/summary/total").asLong());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team?from=2026-13-01",
                "team?from=2026-02-01&to=2026-01-01",
                "team?period=DAY",
                "team?period=a%00b",
                "sources?from=yesterday",
                "industries?to=99999-01-01",
            })
    void a_range_that_is_none_is_refused(String query) {
        Answer answer = COMPANY.admin().http().get("/api/v1/stats/" + query);
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(answer.at("/type").asString()).isEqualTo("urn:haina:problem:invalid");
    }

    @Test
    void today_shows_what_is_due_what_ends_and_what_fits_and_nothing_of_others() {
        TestCompany own = TestCompany.create();
        Actor sales = own.sales().actor();
        Instant noon = LocalDate.now(ZONE).atTime(12, 0).atZone(ZONE).toInstant();
        long due = reported(sales, "制造业", "华东", null);
        long late = reported(sales, "制造业", "华东", null);
        long done = reported(sales, "制造业", "华东", null);
        long later = reported(sales, "制造业", "华东", null);
        next(due, noon);
        next(late, noon.minus(Duration.ofDays(3)));
        next(done, noon.minus(Duration.ofDays(2)));
        SERVER.jdbc().update("update customer set last_activity_at = now() where id = ?", done);
        next(later, noon.plus(Duration.ofDays(1)));
        long others = reported(own.east().get(1).actor(), "制造业", "华东", null);
        next(others, noon);
        endsAt(due, SERVER.clock().instant().plus(Duration.ofHours(30)));
        long both = pooled(own, "制造业", "华东");
        long one = pooled(own, "制造业", "华北");
        long region = pooled(own, "金融", "华东");
        pooled(own, "金融", "华北");
        long mine = reported(sales, "制造业", "华东", null);
        own.sales().http().post("/api/v1/customers/" + mine + "/release", Map.of("reason", "给别人"));
        JsonNode today = own.sales().http().get("/api/v1/today").json();
        assertThat(ids(today.at("/followUps"))).containsExactly(due, late);
        assertThat(today.at("/followUps/0/overdue").asBoolean()).isFalse();
        assertThat(today.at("/followUps/1/overdue").asBoolean()).isTrue();
        assertThat(today.at("/followUps/0/kind").asString()).isEqualTo("customers");
        assertThat(ids(today.at("/expiring"))).containsExactly(due);
        assertThat(ids(today.at("/poolMatches"))).containsExactly(both, region, one);
        assertThat(today.at("/poolMatches/0/alike").toString()).isEqualTo("[\"industry\",\"region\"]");
        assertThat(today.at("/counts/customersToday").asInt()).isEqualTo(1);
        assertThat(today.at("/counts/expiring").asInt()).isEqualTo(1);
        JsonNode colleague = own.south().getFirst().http().get("/api/v1/today").json();
        assertThat(colleague.at("/followUps").size()
                        + colleague.at("/expiring").size()
                        + colleague.at("/poolMatches").size())
                .isZero();
    }

    private static List<Long> ids(JsonNode items) {
        return items.valueStream().map(each -> each.at("/id").asLong()).toList();
    }

    private static void next(long customer, Instant when) {
        SERVER.jdbc()
                .update(
                        "update customer set next_contact_at = ? where id = ?",
                        when.atOffset(ZoneOffset.UTC),
                        customer);
    }

    private static long pooled(TestCompany own, String industry, String region) {
        TestCompany.Person former = own.east().get(2);
        long id = reported(former.actor(), industry, region, null);
        former.http().post("/api/v1/customers/" + id + "/release", Map.of("reason", "放弃"));
        return id;
    }

    @Test
    void today_shows_a_manager_what_waits_for_a_decision() {
        TestCompany own = TestCompany.create();
        for (int n = 0; n < 6; n++) {
            long id = Fresh.customer(own.sales().actor(), "等待" + n + "决定" + n + "公司");
            own.sales()
                    .http()
                    .post(
                            "/api/v1/approvals",
                            Map.of("kind", "extension", "customerId", id, "reason", "延期", "days", 2));
        }
        JsonNode waiting = own.eastManager().http().get("/api/v1/today").at("/approvals");
        assertThat(waiting.at("/waiting").asInt()).isEqualTo(6);
        assertThat(waiting.at("/items").size()).isEqualTo(5);
        for (TestCompany.Person person : List.of(own.sales(), own.southManager())) {
            assertThat(person.http()
                            .get("/api/v1/today")
                            .at("/approvals/waiting")
                            .asInt())
                    .isZero();
        }
    }
}
