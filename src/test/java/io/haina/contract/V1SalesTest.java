package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The native API's conversion of leads, product lines, stages and pipelines. */
class V1SalesTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final Http SALES = COMPANY.sales().http();
    private static final Http COLLEAGUE = COMPANY.east().get(1).http();
    private static final Http MANAGER = COMPANY.eastManager().http();
    private static final Http ADMIN = COMPANY.admin().http();
    private static final long CUSTOMER = ESTATE.customer(COMPANY.sales().actor());

    private static long opportunity() {
        return ESTATE.opportunity(COMPANY.sales().actor(), CUSTOMER);
    }

    private static String path(long opportunity) {
        return "/api/v1/opportunities/" + opportunity;
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type").asString()).as(answer::toString).isEqualTo("urn:haina:problem:" + type);
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        return V1Calls.of(
                "sales",
                Map.of(
                        "$TOKEN",
                        COMPANY.admin().token(),
                        "$LEAD",
                        Long.toString(ESTATE.lead(COMPANY.sales().actor())),
                        "$OPPORTUNITY",
                        Long.toString(opportunity()),
                        "$PRODUCT",
                        Long.toString(ESTATE.product(
                                COMPANY.eastManager().actor(), COMPANY.sales().actor()))));
    }

    @Test
    void a_lead_becomes_a_customer_once_however_many_ask() {
        long lead = ESTATE.lead(COMPANY.sales().actor());
        List<Answer> answers =
                Race.winners(Race.of(6, n -> () -> SALES.post("/api/v1/leads/" + lead + "/convert", null)));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertProblem(answer, 409, "already-converted"));
        Answer made = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(made.at("/customer/id").asLong())
                .isEqualTo(Fresh.number("select customer_id from lead where id = ?", lead));
        assertProblem(COLLEAGUE.post("/api/v1/leads/" + lead + "/convert", null), 404, "not-found");
    }

    @Test
    void lines_are_kept_in_their_order_and_totals_are_computed() {
        long product =
                ESTATE.product(COMPANY.eastManager().actor(), COMPANY.sales().actor());
        String lines = path(opportunity()) + "/lines";
        Answer empty = SALES.get(lines);
        assertThat(empty.at("/items")).isEmpty();
        assertThat(empty.at("/total").decimalValue()).isZero();
        Answer written = SALES.put(
                lines,
                "{\"items\":[{\"productId\":" + product
                        + ",\"price\":10,\"salesPrice\":9.50,\"quantity\":3,\"discount\":5,"
                        + "\"unit\":\"台\"},{\"productId\":" + product
                        + ",\"salesPrice\":1,\"quantity\":0.5}],\"discountRate\":10}");
        assertThat(written.status()).as(written::toString).isEqualTo(200);
        assertThat(written.at("/items/0/subtotal").decimalValue()).isEqualByComparingTo("28.50");
        assertThat(written.at("/items/0/product/id").asLong()).isEqualTo(product);
        assertThat(written.at("/items/0/product/name").asString()).startsWith("产品");
        assertThat(written.at("/items/1/quantity").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(written.at("/total").decimalValue()).isEqualByComparingTo("26.10");
        assertThat(SALES.get(lines).text()).isEqualTo(written.text());
        SALES.put(lines, "{\"items\":[]}");
        assertThat(SALES.get(lines).at("/items")).isEmpty();
        assertThat(SALES.get(lines).at("/discountRate").decimalValue()).isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"items\":null}",
                "{\"items\":[null]}",
                "{\"items\":[{}]}",
                "{\"items\":[{\"productId\":\"1\"}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":1e999999999}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":-1}]}",
                "{\"items\":[{\"productId\":1,\"price\":0.001}]}",
                "{\"items\":[{\"productId\":1,\"price\":99999999999999999999}]}",
                "{\"items\":[{\"productId\":1,\"unit\":\"a\\u0000b\"}]}",
                "{\"items\":[{\"productId\":1,\"num\":1}]}",
                "{\"items\":[],\"discountRate\":101}",
                "{\"items\":[],\"discountRate\":-1}",
                "{\"items\":[],\"discountRate\":1e-999999999}"
            })
    void lines_that_are_none_are_refused_and_change_nothing(String body) {
        String lines = path(opportunity()) + "/lines";
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        Answer answer = SALES.put(lines, body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(400);
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
    }

    @Test
    void a_line_speaks_of_a_product_that_is_there_and_of_a_quantity() {
        String lines = path(opportunity()) + "/lines";
        assertProblem(SALES.put(lines, "{\"items\":[{\"productId\":999999999}]}"), 404, "not-found");
        Answer answer = SALES.put(lines, "{\"items\":[{\"productId\":1,\"quantity\":-1}]}");
        assertThat(answer.at("/field").asString()).isEqualTo("quantity");
    }

    @Test
    void an_opportunity_moves_within_its_pipeline_ends_once_and_opens_again() {
        JsonNode stages = SALES.get("/api/v1/pipelines").at("/items/0/stages");
        long id = opportunity();
        long second = stages.at("/1/id").asLong();
        assertThat(SALES.put(path(id) + "/stage", Map.of("stageId", second)).status())
                .isEqualTo(204);
        assertThat(Fresh.number("select stage_id from opportunity where id = ?", id))
                .isEqualTo(second);
        assertThat(SALES.put(path(id) + "/outcome", Map.of("outcome", "lost", "remark", "预算取消"))
                        .status())
                .isEqualTo(204);
        assertProblem(SALES.put(path(id) + "/outcome", Map.of("outcome", "won")), 409, "opportunity-ended");
        assertThat(SALES.put(path(id) + "/stage", Map.of("stageId", second)).status())
                .isEqualTo(204);
        assertThat(SALES.put(path(id) + "/outcome", Map.of("outcome", "won")).status())
                .isEqualTo(204);
        for (String body : List.of("{}", "{\"stageId\":null}", "{\"stageId\":999999999}", "{\"stageId\":\"x\"}")) {
            assertThat(SALES.put(path(id) + "/stage", body).status()).as(body).isEqualTo(400);
        }
        for (String body : List.of("{}", "{\"outcome\":\"WON\"}", "{\"outcome\":\"open\"}", "{\"outcome\":7}")) {
            assertThat(SALES.put(path(id) + "/outcome", body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void anothers_opportunity_is_not_found() {
        long id = opportunity();
        Map<String, String> before = Contents.of(COMPANY.tenantId());
        for (Http stranger : List.of(COLLEAGUE, TestCompany.create().admin().http())) {
            assertProblem(stranger.get(path(id) + "/lines"), 404, "not-found");
            assertProblem(stranger.put(path(id) + "/lines", "{\"items\":[]}"), 404, "not-found");
            assertProblem(stranger.put(path(id) + "/stage", "{\"stageId\":1}"), 404, "not-found");
            assertProblem(stranger.put(path(id) + "/outcome", "{\"outcome\":\"won\"}"), 404, "not-found");
        }
        for (String none : List.of("0", "-1", "x", "1.5", "99999999999999999999", "1'")) {
            assertProblem(SALES.get("/api/v1/opportunities/" + none + "/lines"), 404, "not-found");
        }
        assertThat(Contents.of(COMPANY.tenantId())).isEqualTo(before);
        assertThat(MANAGER.get(path(id) + "/lines").status()).isEqualTo(200);
    }

    @Test
    void admins_alone_design_pipelines_and_nothing_goes_from_under_an_opportunity() {
        String draft = "{\"name\":\"项目销售\",\"stages\":[{\"name\":\"立项\",\"rate\":20},{\"name\":\"投标\",\"rate\":60}]}";
        assertProblem(SALES.post("/api/v1/pipelines", draft), 403, "role-required");
        Answer made = ADMIN.post("/api/v1/pipelines", draft);
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        String path = made.header("Location");
        assertProblem(ADMIN.post("/api/v1/pipelines", draft), 409, "value-taken");
        long kept = made.at("/stages/1/id").asLong();
        Answer changed = ADMIN.put(
                path,
                "{\"name\":\"项目\",\"stages\":[{\"id\":" + kept
                        + ",\"name\":\"投标\",\"rate\":70},{\"name\":\"签约\",\"rate\":90}]}");
        assertThat(changed.status()).as(changed::toString).isEqualTo(200);
        assertThat(changed.at("/stages/0/id").asLong()).isEqualTo(kept);
        assertThat(SALES.get("/api/v1/pipelines").text()).contains("签约").doesNotContain("立项");
        assertProblem(SALES.put(path, draft), 403, "role-required");
        assertProblem(SALES.delete(path), 403, "role-required");
        for (String bad : List.of(
                "{}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"stages\":[]}",
                "{\"name\":\"x\",\"stages\":[null]}",
                "{\"name\":\"x\",\"stages\":[{\"name\":\"a\"}]}",
                "{\"name\":\"x\",\"stages\":[{\"name\":\"a\",\"rate\":101}]}",
                "{\"name\":\"x\",\"stages\":[{\"id\":" + kept + ",\"name\":\"a\",\"rate\":1}],\"nonsense\":1}",
                "{\"name\":\"\\u0000\",\"stages\":[{\"name\":\"a\",\"rate\":1}]}",
                "{\"name\":\"" + "长".repeat(5_000) + "\",\"stages\":[{\"name\":\"a\",\"rate\":1}]}",
                "{\"name\":\"x\",\"position\":99999999999,\"stages\":[{\"name\":\"a\",\"rate\":1}]}")) {
            assertThat(ADMIN.post("/api/v1/pipelines", bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(ADMIN.delete(path).status()).isEqualTo(204);
        assertProblem(ADMIN.delete(path), 404, "not-found");
        opportunity();
        String used = "/api/v1/pipelines/"
                + ADMIN.get("/api/v1/pipelines").at("/items/0/id").asString();
        assertProblem(ADMIN.delete(used), 409, "in-use");
        assertProblem(ADMIN.put(used, "{\"name\":\"空\",\"stages\":[{\"name\":\"新\",\"rate\":1}]}"), 409, "in-use");
        assertProblem(TestCompany.create().admin().http().put(used, draft), 404, "not-found");
    }
}
