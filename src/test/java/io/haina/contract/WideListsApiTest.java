package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static io.haina.contract.V1.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.record.Order;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of more records than are sorted for anybody. */
class WideListsApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final TestCompany.Person SALES = COMPANY.again(COMPANY.sales());
    private static final Http HTTP = SALES.http();

    static {
        SERVER.jdbc()
                .update(
                        """
                        insert into lead (tenant_id, uuid, name, mobile, owner_id, team_id, created_by, created_at, updated_at)
                        select ?, gen_random_uuid(), 'L' || n, '139' || n, ?, ?, ?, now(), now() + n * interval '1 second'
                        from generate_series(1, ?) n""",
                        COMPANY.tenantId(),
                        SALES.actor().staffId(),
                        SALES.actor().teamId(),
                        SALES.actor().staffId(),
                        Order.MOST_SORTED + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "createdAt", "updatedAt"})
    void what_an_index_orders_is_sorted_at_any_size(String sort) {
        assertThat(HTTP.get("/api/v1/leads?size=3&sort=" + sort).at("/items")).hasSize(3);
        assertThat(HTTP.get("/api/v1/leads?size=3&cursor=&sort=" + sort).at("/items"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=mobile", "sort=-mobile", "sort=mobile&cursor=", "sort=-nextContactAt&page=2"})
    void another_order_of_too_many_is_refused(String wish) {
        assertProblem(HTTP.get("/api/v1/leads?" + wish), 400, "too-broad");
    }

    @Test
    void a_list_that_is_narrow_enough_is_sorted_by_anything() {
        String narrow = encoded("{\"field\": \"name\", \"operator\": \"starts-with\", \"values\": [\"L77\"]}");
        Answer page = HTTP.get("/api/v1/leads?size=2&sort=-mobile&filter=" + narrow);
        assertThat(page.at("/items/0/values/mobile").asString()).isEqualTo("1397799");
        assertThat(page.at("/total").asInt()).isEqualTo(111);
        Answer cursor = HTTP.get("/api/v1/leads?size=2&sort=-mobile&cursor=&filter=" + narrow);
        assertThat(cursor.at("/items")).isEqualTo(page.at("/items"));
        Answer behind = HTTP.get("/api/v1/leads?size=1&sort=-mobile&filter=" + narrow + "&cursor="
                + HTTP.get("/api/v1/leads?size=1&sort=-mobile&cursor=&filter=" + narrow)
                        .at("/next")
                        .asString());
        assertThat(behind.at("/items/0")).isEqualTo(page.at("/items/1"));
    }

    @Test
    void fields_say_how_many_can_be_sorted_by_them() {
        for (var field : HTTP.get("/api/v1/leads/fields").at("/items")) {
            switch (field.path("name").asString()) {
                case "name", "createdAt", "updatedAt" ->
                    assertThat(field.path("sortLimit").isNull()).isTrue();
                case "mobile" -> assertThat(field.path("sortLimit").asInt()).isEqualTo(Order.MOST_SORTED);
                default -> {}
            }
        }
    }
}
