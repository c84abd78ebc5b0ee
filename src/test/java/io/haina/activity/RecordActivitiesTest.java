package io.haina.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.record.Row;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordActivitiesTest {

    private static final Page FIRST = new Page(1, 100);
    private static final Instant NEXT = Instant.parse("2030-10-16T00:00:00Z");

    private final HainaServer server = HainaServer.get();
    private final RecordActivities activities = server.bean(RecordActivities.class);
    private final CustomerRecords customers = server.bean(CustomerRecords.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor stranger = company.south().getFirst().actor();
    private final long customer = customers.add(sales, Map.of("name", "跟进客户"));
    private final long contact = server.bean(Contacts.class).add(sales, Map.of("name", "甲", "customerId", customer));
    private final long opportunity = opportunity();

    private long opportunity() {
        Pipeline pipeline = server.bean(Pipelines.class).of(sales).getFirst();
        Map<String, Object> draft = Map.of(
                "name",
                "商机",
                "customerId",
                customer,
                "pipelineId",
                pipeline.id(),
                "stageId",
                pipeline.stages().getFirst().id());
        return server.bean(Opportunities.class).add(sales, draft, List.of());
    }

    private static RecordActivityDraft draft(@Nullable String content, List<Long> contacts, List<Long> opportunities) {
        return new RecordActivityDraft(ActivityKind.CALL, "打电话", content, null, NEXT, contacts, opportunities);
    }

    private List<String> contents(RecordKind kind, long id) {
        return activities.of(sales, kind, id, FIRST).rows().stream()
                .map(RecordActivity::content)
                .toList();
    }

    @Test
    void what_was_done_with_a_contact_is_a_follow_up_of_its_customer_too() {
        activities.add(sales, RecordKind.CONTACT, contact, draft("找过联系人", List.of(), List.of()));
        activities.add(sales, RecordKind.OPPORTUNITY, opportunity, draft("谈过商机", List.of(contact), List.of()));
        activities.add(sales, RecordKind.CUSTOMER, customer, draft("访过客户", List.of(), List.of(opportunity)));
        assertThat(contents(RecordKind.CONTACT, contact)).containsExactly("谈过商机", "找过联系人");
        assertThat(contents(RecordKind.OPPORTUNITY, opportunity)).containsExactly("访过客户", "谈过商机");
        assertThat(contents(RecordKind.CUSTOMER, customer)).containsExactly("访过客户", "谈过商机", "找过联系人");
        UUID uuid = customers.get(sales, customer).uuid();
        assertThat(server.bean(Activities.class).of(sales, uuid))
                .extracting(Activity::content)
                .containsExactly("访过客户", "谈过商机", "找过联系人");
        Row row = server.bean(Contacts.class).get(sales, contact);
        assertThat(row.instant("nextContactAt")).isEqualTo(NEXT);
        assertThat(row.instant("lastActivityAt")).isNotNull();
        assertThat(customers.get(sales, customer).text("lastContent")).isEqualTo("访过客户");
        var newest = activities.of(sales, RecordKind.CUSTOMER, customer, new Page(1, 1));
        assertThat(newest.total()).isEqualTo(3);
        assertThat(newest.rows())
                .singleElement()
                .extracting(RecordActivity::category, RecordActivity::opportunities, RecordActivity::nextContactAt)
                .containsExactly("打电话", List.of(opportunity), NEXT);
        assertThat(activities
                        .of(sales, RecordKind.CUSTOMER, customer, new Page(5, 1))
                        .total())
                .isEqualTo(3);
    }

    @Test
    void a_leads_follow_ups_become_the_customers() {
        Leads leads = server.bean(Leads.class);
        long lead = leads.add(sales, Map.of("name", "跟进线索"));
        activities.add(sales, RecordKind.LEAD, lead, draft("跟进线索1", List.of(), List.of()));
        assertThat(leads.get(sales, lead).text("lastContent")).isEqualTo("跟进线索1");
        leads.convert(sales, List.of(lead));
        Long made = leads.get(sales, lead).whole("customerId");
        assertThat(made).isNotNull();
        assertThat(contents(RecordKind.CUSTOMER, made == null ? 0 : made)).containsExactly("跟进线索1");
    }

    @Test
    void nobody_writes_or_reads_at_a_record_out_of_reach_or_names_what_is_out_of_sight() {
        RecordActivityDraft plain = draft("x", List.of(), List.of());
        assertThat(Refusal.of(() -> activities.add(stranger, RecordKind.CONTACT, contact, plain)))
                .isEqualTo(new Problem.NotFound(Kind.CONTACT));
        assertThat(Refusal.of(() -> activities.add(stranger, RecordKind.CUSTOMER, customer, plain)))
                .isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(Refusal.of(() -> activities.of(stranger, RecordKind.OPPORTUNITY, opportunity, FIRST)))
                .isEqualTo(new Problem.NotFound(Kind.OPPORTUNITY));
        long lead = server.bean(Leads.class).add(stranger, Map.of("name", "他的线索"));
        assertThat(Refusal.of(
                        () -> activities.add(stranger, RecordKind.LEAD, lead, draft("x", List.of(contact), List.of()))))
                .isEqualTo(new Problem.NotFound(Kind.CONTACT));
        assertThat(Refusal.of(
                        () -> activities.add(sales, RecordKind.CONTACT, contact, draft(" ", List.of(), List.of()))))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> activities.add(sales, RecordKind.PRODUCT, 1, plain)))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(contents(RecordKind.CUSTOMER, customer)).isEmpty();
    }

    @Test
    void follow_ups_at_a_contact_and_its_customer_at_once_do_not_wait_in_a_circle() {
        for (int round = 0; round < 10; round++) {
            assertThat(Race.winners(Race.of(
                            6,
                            n -> () -> activities.add(
                                    sales,
                                    n % 2 == 0 ? RecordKind.CONTACT : RecordKind.CUSTOMER,
                                    n % 2 == 0 ? contact : customer,
                                    draft("同时" + n, List.of(), List.of())))))
                    .hasSize(6);
        }
        assertThat(activities.of(sales, RecordKind.CUSTOMER, customer, FIRST).total())
                .isEqualTo(60);
    }
}
