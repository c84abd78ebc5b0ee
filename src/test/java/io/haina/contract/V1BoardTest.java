package io.haina.contract;

import static io.haina.contract.V1SalesTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Outcome;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The native API's board of opportunities, and the records around a record. */
class V1BoardTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final Opportunities OPPORTUNITIES = HainaServer.get().bean(Opportunities.class);
    private static final TestCompany.Person SALES = COMPANY.sales();
    private static final TestCompany.Person COLLEAGUE = COMPANY.east().get(1);
    private static final String BOARD = "/api/v1/opportunities/board";

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        long customer = ESTATE.customer(SALES.actor());
        long contact = ESTATE.contact(SALES.actor(), customer);
        long opportunity = ESTATE.opportunity(SALES.actor(), customer);
        return V1Calls.of(
                "board",
                Map.of(
                        "$TOKEN",
                        SALES.token(),
                        "$ID",
                        Long.toString(customer),
                        "$OPPORTUNITY",
                        Long.toString(opportunity),
                        "$CONTACT",
                        Long.toString(contact)));
    }

    private static long opportunity(TestCompany.Person owner, long customer, String money) {
        long id = ESTATE.opportunity(owner.actor(), customer);
        OPPORTUNITIES.change(owner.actor(), id, Map.of("money", money), null);
        return id;
    }

    private static long counted(Answer board) {
        return board.at("/columns")
                .valueStream()
                .mapToLong(column -> column.path("count").asLong())
                .sum();
    }

    @Test
    void a_board_counts_adds_up_and_shows_what_is_open_and_within_reach() {
        TestCompany company = TestCompany.create();
        Estate estate = new Estate(company);
        TestCompany.Person sales = company.sales();
        TestCompany.Person colleague = company.east().get(1);
        long customer = estate.customer(sales.actor());
        long other = estate.customer(colleague.actor());
        List<Long> mine = Stream.of("100", "200.50", "1")
                .map(money -> {
                    long id = estate.opportunity(sales.actor(), customer);
                    OPPORTUNITIES.change(sales.actor(), id, Map.of("money", money), null);
                    return id;
                })
                .toList();
        estate.opportunity(colleague.actor(), other);
        OPPORTUNITIES.end(sales.actor(), mine.get(2), Outcome.WON, null);
        Answer board = sales.http().get(BOARD);
        JsonNode first = board.at("/columns/0");
        assertThat(board.at("/pipeline/name").asString()).isNotEmpty();
        assertThat(first.path("count").asLong()).isEqualTo(2);
        assertThat(first.path("sum").decimalValue()).isEqualByComparingTo("300.50");
        assertThat(first.path("exact").asBoolean()).isTrue();
        assertThat(first.path("items").valueStream().map(item -> item.path("id").asLong()))
                .containsExactly(mine.get(1), mine.get(0));
        assertThat(first.at("/items/0/values/customerId/id").asLong()).isEqualTo(customer);
        assertThat(board.at("/columns/1/count").asLong()).isZero();
        assertThat(board.at("/columns/1/items")).isEmpty();
        assertThat(counted(company.eastManager().http().get(BOARD))).isEqualTo(3);
        assertThat(counted(company.southManager().http().get(BOARD))).isZero();
        long second = board.at("/columns/1/stage/id").asLong();
        sales.http().put("/api/v1/opportunities/" + mine.get(0) + "/stage", Map.of("stageId", second));
        Answer moved = sales.http().get(BOARD + "?size=1&fields=name");
        assertThat(moved.at("/columns/1/items/0/id").asLong()).isEqualTo(mine.get(0));
        assertThat(moved.at("/columns/1/items/0/values").propertyNames()).containsExactly("name");
        assertThat(moved.at("/columns/1/sum").decimalValue()).isEqualByComparingTo("100");
        Answer narrowed = sales.http()
                .get(
                        BOARD
                                + "?filter=%7B%22field%22%3A%22money%22%2C%22operator%22%3A%22at-least%22%2C%22values%22%3A%5B150%5D%7D");
        assertThat(narrowed.status()).as(narrowed::toString).isEqualTo(200);
        assertThat(counted(narrowed)).isEqualTo(1);
    }

    @Test
    void a_board_of_no_pipeline_and_wishes_that_are_none_are_refused() {
        Http http = SALES.http();
        for (String none : List.of("999999999", "x", "0")) {
            assertProblem(http.get(BOARD + "?pipeline=" + none), 404, "not-found");
        }
        for (String bad : List.of("size=0", "size=101", "size=x", "filter=%7B", "fields=nonsense", "scene=x")) {
            assertThat(http.get(BOARD + "?" + bad).status()).as(bad).isIn(400, 404);
        }
    }

    @Test
    void whoever_sees_a_customer_sees_its_contacts_and_of_its_opportunities_those_within_reach() {
        long customer = ESTATE.customer(SALES.actor());
        String path = "/api/v1/customers/" + customer;
        long contact = ESTATE.contact(SALES.actor(), customer);
        long opportunity = opportunity(SALES, customer, "5");
        Answer contacts = SALES.http().get(path + "/contacts");
        assertThat(contacts.at("/items")
                        .valueStream()
                        .map(item -> item.path("id").asLong()))
                .contains(contact);
        assertThat(contacts.at("/items/0/values/customerId/id").asLong()).isEqualTo(customer);
        assertThat(SALES.http().get(path + "/opportunities").at("/items/0/id").asLong())
                .isEqualTo(opportunity);
        for (String part : List.of("/contacts", "/opportunities", "/contracts")) {
            assertProblem(COLLEAGUE.http().get(path + part), 404, "not-found");
            assertProblem(TestCompany.create().admin().http().get(path + part), 404, "not-found");
            assertThat(SALES.http().get(path + part + "?page=0").status()).isEqualTo(400);
        }
        SALES.http()
                .put(
                        path + "/members",
                        Map.of("staff", List.of(COLLEAGUE.staff().id()), "power", "read"));
        assertThat(COLLEAGUE.http().get(path + "/contacts").at("/items")).isNotEmpty();
        assertThat(COLLEAGUE.http().get(path + "/opportunities").at("/items")).isEmpty();
    }

    @Test
    void contacts_are_linked_with_an_opportunity_and_unlinked() {
        long customer = ESTATE.customer(SALES.actor());
        long contact = ESTATE.contact(SALES.actor(), customer);
        String path = "/api/v1/opportunities/" + opportunity(SALES, customer, "5") + "/contacts";
        assertThat(SALES.http().get(path).at("/items")).isEmpty();
        assertThat(SALES.http().put(path + "/" + contact, null).status()).isEqualTo(204);
        assertThat(SALES.http().get(path).at("/items/0/id").asLong()).isEqualTo(contact);
        assertProblem(COLLEAGUE.http().get(path), 404, "not-found");
        assertProblem(COLLEAGUE.http().put(path + "/" + contact, null), 404, "not-found");
        assertProblem(COLLEAGUE.http().delete(path + "/" + contact), 404, "not-found");
        assertProblem(SALES.http().put(path + "/999999999", null), 404, "not-found");
        assertThat(SALES.http().delete(path + "/" + contact).status()).isEqualTo(204);
        assertThat(Fresh.number("select count(*) from opportunity_contact where contact_id = ?", contact))
                .isZero();
    }
}
