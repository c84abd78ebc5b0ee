package io.haina.contract;

import static io.haina.contract.V1SalesTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.exchange.Exchange;
import io.haina.exchange.Job;
import io.haina.exchange.JobState;
import io.haina.exchange.RefusedRow;
import io.haina.exchange.RowReason;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One order for many records at the native API's door. */
class V1BulkTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final TestCompany.Person SALES = COMPANY.sales();
    private static final TestCompany.Person COLLEAGUE = COMPANY.east().get(1);
    private static final Http HTTP = SALES.http();

    private static List<Long> leads(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> ESTATE.lead(SALES.actor()))
                .toList();
    }

    private static List<Long> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> ESTATE.customer(SALES.actor()))
                .toList();
    }

    private static Answer bulk(Http http, String kind, Map<String, ?> order) {
        return http.post("/api/v1/" + kind + "/bulk", order);
    }

    private static void assertDone(Answer answer, int count) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.at("/done").asInt()).isEqualTo(count);
    }

    private static Job ended(TestCompany.Person person, Answer started) {
        assertThat(started.status()).as(started::toString).isEqualTo(202);
        long id = started.at("/id").asLong();
        assertThat(started.header("Location")).isEqualTo("/api/v1/jobs/" + id);
        Exchange exchange = SERVER.bean(Exchange.class);
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!exchange.get(person.actor(), id).state().isFinal() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return exchange.get(person.actor(), id);
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        List<Long> ids = leads(2);
        return V1Calls.of(
                "bulk",
                new HashMap<>(Map.of(
                        "$TOKEN",
                        SALES.token(),
                        "$KIND",
                        "leads",
                        "$FIRST",
                        Long.toString(ids.get(0)),
                        "$SECOND",
                        Long.toString(ids.get(1)))));
    }

    @Test
    void records_of_every_kind_are_changed_given_away_marked_and_deleted_together() {
        List<Long> ids = leads(3);
        assertDone(bulk(HTTP, "leads", Map.of("action", "change", "ids", ids, "values", Map.of("remark", "一起"))), 3);
        assertThat(Fresh.number("select count(*) from lead where tenant_id = ? and remark = '一起'", COMPANY.tenantId()))
                .isEqualTo(3);
        assertDone(bulk(HTTP, "leads", Map.of("action", "star", "ids", ids)), 3);
        List<Long> twice = List.of(ids.get(0), ids.get(0));
        assertDone(bulk(HTTP, "leads", Map.of("action", "star", "ids", twice)), 1);
        for (Object none : List.of(
                List.of(),
                Arrays.asList(ids.get(0), null),
                LongStream.range(1, 1002).toArray())) {
            assertThat(bulk(HTTP, "leads", Map.of("action", "star", "ids", none))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(HTTP.get("/api/v1/leads/" + ids.get(2)).at("/starred").asBoolean())
                .isTrue();
        assertDone(bulk(HTTP, "leads", Map.of("action", "unstar", "ids", ids)), 3);
        assertDone(
                bulk(
                        HTTP,
                        "leads",
                        Map.of(
                                "action",
                                "transfer",
                                "ids",
                                ids,
                                "to",
                                COLLEAGUE.staff().id())),
                3);
        assertThat(Estate.ownerOf("lead", ids.get(1)))
                .isEqualTo(COLLEAGUE.staff().id());
        assertDone(bulk(COLLEAGUE.http(), "leads", Map.of("action", "delete", "ids", ids)), 3);
        assertProblem(COLLEAGUE.http().get("/api/v1/leads/" + ids.get(0)), 404, "not-found");
    }

    @Test
    void customers_are_locked_released_claimed_and_distributed_together() {
        List<Long> ids = customers(2);
        assertDone(bulk(HTTP, "customers", Map.of("action", "lock", "ids", ids)), 2);
        Answer locked = bulk(HTTP, "customers", Map.of("action", "release", "ids", ids, "reason", "无意向"));
        assertProblem(locked, 409, "locked");
        assertThat(locked.at("/record").asLong()).isEqualTo(ids.get(0));
        assertDone(bulk(HTTP, "customers", Map.of("action", "unlock", "ids", ids)), 2);
        assertDone(bulk(HTTP, "customers", Map.of("action", "release", "ids", ids, "reason", "无意向")), 2);
        assertThat(Estate.ownerOf("customer", ids.get(0))).isZero();
        assertDone(bulk(COLLEAGUE.http(), "customers", Map.of("action", "claim", "ids", ids)), 2);
        assertThat(Estate.ownerOf("customer", ids.get(1)))
                .isEqualTo(COLLEAGUE.staff().id());
        assertDone(bulk(COLLEAGUE.http(), "customers", Map.of("action", "release", "ids", ids, "reason", "让给别人")), 2);
        assertDone(
                bulk(
                        COMPANY.eastManager().http(),
                        "customers",
                        Map.of(
                                "action",
                                "distribute",
                                "ids",
                                ids,
                                "to",
                                SALES.staff().id())),
                2);
        assertThat(Estate.ownerOf("customer", ids.get(1)))
                .isEqualTo(SALES.staff().id());
        assertThat(ESTATE.disagreements()).isZero();
    }

    @Test
    void one_that_stands_in_the_way_is_named_and_nothing_is_done_to_the_others() {
        List<Long> ids = leads(3);
        assertThat(HTTP.post("/api/v1/leads/" + ids.get(1) + "/convert", null).status())
                .isEqualTo(200);
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        Answer answer = bulk(HTTP, "leads", Map.of("action", "convert", "ids", ids));
        assertProblem(answer, 409, "already-converted");
        assertThat(answer.at("/record").asLong()).isEqualTo(ids.get(1));
        long others = ESTATE.lead(COLLEAGUE.actor());
        Map<String, String> since = Contents.of(COMPANY.tenantId());
        for (Map<String, ?> order : List.of(
                Map.of("action", "delete"),
                Map.of("action", "change", "values", Map.of("remark", "x")),
                Map.of("action", "transfer", "to", COLLEAGUE.staff().id()),
                Map.of("action", "star"))) {
            Map<String, Object> named = new HashMap<>(order);
            named.put("ids", List.of(ids.get(0), others, 999_999_999));
            Answer refused = bulk(HTTP, "leads", named);
            assertProblem(refused, 404, "not-found");
            assertThat(refused.at("/record").asLong()).as(refused::toString).isEqualTo(others);
        }
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(since).isNotEqualTo(before);
        Answer nobody = bulk(HTTP, "leads", Map.of("action", "transfer", "ids", ids, "to", 999_999_999));
        assertProblem(nobody, 404, "not-found");
        assertThat(nobody.at("/title").asString()).as(nobody::toString).contains("staff");
        assertThat(nobody.json().has("record")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"delete\"}",
                "{\"action\":\"delete\",\"ids\":[]}",
                "{\"action\":\"delete\",\"ids\":[null]}",
                "{\"action\":\"delete\",\"ids\":[\"1\"]}",
                "{\"action\":\"delete\",\"filter\":null}",
                "{\"action\":\"delete\",\"q\":\" \"}",
                "{\"action\":\"delete\",\"ids\":[1],\"filter\":{}}",
                "{\"action\":\"delete\",\"filter\":[]}",
                "{\"action\":\"delete\",\"filter\":{\"field\":\"nonsense\",\"operator\":\"is\",\"values\":[1]}}",
                "{\"action\":\"lock\",\"ids\":[1]}",
                "{\"action\":\"claim\",\"filter\":{}}",
                "{\"action\":\"DELETE\",\"ids\":[1]}",
                "{\"action\":\"change\",\"ids\":[1]}",
                "{\"action\":\"change\",\"ids\":[1],\"values\":{}}",
                "{\"action\":\"change\",\"ids\":[1],\"values\":{\"nonsense\":1}}",
                "{\"action\":\"change\",\"filter\":{},\"values\":{\"remark\":7}}",
                "{\"action\":\"transfer\",\"ids\":[1]}",
                "{\"action\":\"transfer\",\"filter\":{}}",
                "{\"action\":\"delete\",\"ids\":[1],\"nonsense\":1}"
            })
    void an_order_that_makes_no_sense_is_refused_and_changes_nothing(String body) {
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        Answer answer = HTTP.post("/api/v1/leads/bulk", body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void all_that_a_filter_finds_within_reach_is_changed_by_a_job_and_what_refuses_is_reported() {
        TestCompany company = TestCompany.create();
        Estate estate = new Estate(company);
        TestCompany.Person sales = company.sales();
        List<Long> ids = IntStream.range(0, 250)
                .mapToObj(n -> estate.lead(sales.actor()))
                .toList();
        long others = estate.lead(company.south().getFirst().actor());
        sales.http().post("/api/v1/leads/" + ids.get(7) + "/convert", null);
        Job changed = ended(
                sales,
                sales.http()
                        .post(
                                "/api/v1/leads/bulk",
                                "{\"action\":\"change\",\"filter\":{},\"values\":{\"remark\":\"批量\",\"nextContactAt\":null}}"));
        assertThat(changed.state()).isEqualTo(JobState.DONE);
        assertThat(changed.done()).isEqualTo(250);
        assertThat(changed.errors()).isZero();
        assertThat(Fresh.number("select count(*) from lead where tenant_id = ? and remark = '批量'", company.tenantId()))
                .isEqualTo(250);
        assertThat(Fresh.number("select count(*) from lead where id = ? and remark is null", others))
                .isEqualTo(1);
        Job converted = ended(sales, sales.http().post("/api/v1/leads/bulk", "{\"action\":\"convert\",\"filter\":{}}"));
        assertThat(converted.errors()).isEqualTo(1);
        assertThat(converted.done()).isEqualTo(250);
        List<RefusedRow> refused = SERVER.bean(Exchange.class).refused(sales.actor(), converted.id(), 0);
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().problem().reason()).isEqualTo(RowReason.CONVERTED);
        assertThat(refused.getFirst().cells().getFirst()).isEqualTo(Long.toString(ids.get(7)));
        assertThat(Fresh.number("select count(*) from customer where tenant_id = ?", company.tenantId()))
                .isEqualTo(250);
    }

    @Test
    void a_job_goes_on_behind_the_last_record_that_another_runner_dealt_with() {
        TestCompany company = TestCompany.create();
        Estate estate = new Estate(company);
        TestCompany.Person sales = company.sales();
        List<Long> ids =
                IntStream.range(0, 3).mapToObj(n -> estate.lead(sales.actor())).toList();
        SERVER.jdbc()
                .update(
                        """
                        with made as (
                            insert into job (tenant_id, uuid, kind, record_kind, staff_id, state, options, file_name, done,
                                created_at, started_at, lease_until, runner)
                            values (?, gen_random_uuid(), 'bulk', 'lead', ?, 'running', ?::jsonb, 'change', 1,
                                '2020-01-01Z', '2020-01-01Z', '2020-01-01Z', gen_random_uuid()) returning tenant_id, id)
                        insert into job_row (tenant_id, job_id, row_number, outcome, record_id, stamp, before)
                        select tenant_id, id, 1, 'changed', ?, '2020-01-01Z', '{}' from made""",
                        company.tenantId(),
                        sales.staff().id(),
                        "{\"action\":\"CHANGE\",\"values\":{\"remark\":\"续\"},\"to\":null,\"pool\":null,\"reason\":null,"
                                + "\"formerStays\":null,\"along\":[],\"contracts\":false,\"wish\":{\"all\":[]}}",
                        ids.getFirst());
        long job = Fresh.number("select id from job where tenant_id = ?", company.tenantId());
        Exchange exchange = SERVER.bean(Exchange.class);
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!exchange.get(sales.actor(), job).state().isFinal() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(exchange.get(sales.actor(), job).done()).isEqualTo(3);
        assertThat(Fresh.number(
                        "select count(*) from lead where tenant_id = ? and remark = '续' and id > ?",
                        company.tenantId(),
                        ids.getFirst()))
                .isEqualTo(2);
        assertThat(Fresh.number("select count(*) from lead where id = ? and remark is null", ids.getFirst()))
                .isEqualTo(1);
    }
}
