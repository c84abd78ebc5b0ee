package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.stats.Tallies;
import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The native API's funnel. */
class FunnelApiTest {

    private static final String FUNNEL = "/api/v1/stats/funnel";
    private static final HainaServer SERVER = HainaServer.get();

    private final TestCompany company = TestCompany.create();
    private final Estate estate = new Estate(company);
    private final Pipeline pipeline =
            SERVER.bean(Pipelines.class).of(company.admin().actor()).getFirst();

    private long opportunity(Actor owner, int stage, String outcome, String money) {
        long id = estate.opportunity(owner, estate.customer(owner));
        SERVER.jdbc()
                .update(
                        "update opportunity set stage_id = ?, outcome = ?, money = ? where id = ?",
                        pipeline.stages().get(stage).id(),
                        outcome,
                        money == null ? null : new BigDecimal(money),
                        id);
        return id;
    }

    private void history() {
        for (TestCompany.Person owner :
                List.of(company.sales(), company.east().get(1), company.south().getFirst())) {
            opportunity(owner.actor(), 0, null, "100.10");
            opportunity(owner.actor(), 1, null, "9999999999999999.99");
            opportunity(owner.actor(), 1, null, "9999999999999999.99");
            opportunity(owner.actor(), 1, null, null);
            opportunity(owner.actor(), 2, "won", "5");
            opportunity(owner.actor(), 0, "lost", "7");
        }
    }

    private static void assertCountsWhatItLists(Http http, JsonNode part) {
        String filter = URLEncoder.encode(part.at("/filter").toString(), StandardCharsets.UTF_8);
        Answer listed = http.get("/api/v1/opportunities?size=100&filter=" + filter);
        assertThat(listed.at("/total").asLong())
                .as(part + " " + listed)
                .isEqualTo(part.at("/count").asLong());
        BigDecimal sum = listed.at("/items")
                .valueStream()
                .map(item -> item.at("/values/money"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(part.at("/money").decimalValue()).isEqualByComparingTo(sum);
    }

    private void assertCountsWhatItLists() {
        for (TestCompany.Person person :
                List.of(company.sales(), company.eastManager(), company.admin(), company.southManager())) {
            JsonNode funnel = person.http().get(FUNNEL).json();
            assertThat(funnel.at("/stages").size()).isEqualTo(pipeline.stages().size());
            funnel.at("/stages").forEach(stage -> assertCountsWhatItLists(person.http(), stage));
            funnel.at("/outcomes").forEach(outcome -> assertCountsWhatItLists(person.http(), outcome));
        }
    }

    @Test
    void every_stage_and_every_outcome_counts_and_adds_up_what_its_filter_lists_folded_or_not() {
        history();
        assertThat(company.admin().http().get(FUNNEL).at("/stages/1/count").asInt())
                .isEqualTo(9);
        assertCountsWhatItLists();
        SERVER.bean(Tallies.class).fold();
        assertCountsWhatItLists();
        Actor sales = company.sales().actor();
        long moved = opportunity(sales, 0, null, "11");
        SERVER.bean(Tallies.class).fold();
        SERVER.jdbc()
                .update(
                        "update opportunity set stage_id = ?, money = 12 where id = ?",
                        pipeline.stages().get(2).id(),
                        moved);
        assertCountsWhatItLists();
        SERVER.bean(Opportunities.class).delete(sales, List.of(moved));
        assertCountsWhatItLists();
        SERVER.jdbc().update("update funnel set n = n + 3, money = money - 1 where tenant_id = ?", company.tenantId());
        SERVER.bean(Tallies.class).rebuild(company.tenantId());
        assertCountsWhatItLists();
    }

    @Test
    void many_moves_at_once_with_folding_between_lose_none() {
        List<Long> ids = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            ids.add(opportunity(company.sales().actor(), 0, null, "10"));
        }
        Race.of(ids.size() + 1, runner -> () -> {
            for (int round = 1; round <= 9; round++) {
                if (runner == ids.size()) {
                    SERVER.bean(Tallies.class).fold();
                } else {
                    SERVER.jdbc()
                            .update(
                                    "update opportunity set stage_id = ? where id = ?",
                                    pipeline.stages().get(round % 3).id(),
                                    ids.get(runner));
                }
                JsonNode stages = company.admin().http().get(FUNNEL).at("/stages");
                assertThat(stages.valueStream()
                                .mapToLong(each -> each.at("/count").asLong())
                                .sum())
                        .isEqualTo(ids.size());
            }
            return true;
        });
        assertThat(company.admin().http().get(FUNNEL).at("/stages/0/count").asInt())
                .isEqualTo(ids.size());
        assertThat(company.admin().http().get(FUNNEL).at("/stages/0/money").decimalValue())
                .isEqualByComparingTo("60");
    }

    @Test
    void money_that_is_hidden_is_not_added_up() {
        history();
        SERVER.jdbc()
                .update(
                        "insert into field_setting (tenant_id, kind, name, required, is_unique, hidden_from)"
                                + " values (?, 'opportunity', 'money', false, false, array['SALES'])",
                        company.tenantId());
        SERVER.jdbc().update("update tenant set fields_version = fields_version + 1 where id = ?", company.tenantId());
        JsonNode funnel = company.sales().http().get(FUNNEL).json();
        assertThat(funnel.at("/stages/1/count").asInt()).isEqualTo(3);
        assertThat(funnel.at("/stages/1/money").isNull()).as(funnel::toString).isTrue();
        assertThat(funnel.at("/outcomes/0/money").isNull()).isTrue();
        assertThat(company.admin().http().get(FUNNEL).at("/stages/1/money").isNumber())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-1", "99999999999999999999", "%20"})
    void a_pipeline_that_is_none_is_not_found(String id) {
        assertThat(company.admin().http().get(FUNNEL + "?pipeline=" + id).status())
                .isEqualTo(404);
        long others = SERVER.bean(Pipelines.class)
                .of(TestCompany.create().admin().actor())
                .getFirst()
                .id();
        assertThat(company.admin().http().get(FUNNEL + "?pipeline=" + others).status())
                .isEqualTo(404);
        assertThat(Map.of(
                        "pipeline",
                        company.admin()
                                .http()
                                .get(FUNNEL + "?pipeline=" + pipeline.id())
                                .status()))
                .containsValue(200);
        assertThat(Fresh.number("select count(*) from pipeline where tenant_id = ?", company.tenantId()))
                .isEqualTo(1);
    }
}
