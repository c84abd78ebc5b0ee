package io.haina.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.record.Order;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** After any history of leads and contacts, folded or not, the totals of lists are those of a recount. */
class HeldTotalsTest {

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Leads leads = server.bean(Leads.class);
    private final Contacts contacts = server.bean(Contacts.class);
    private final List<Actor> people =
            company.east().stream().map(TestCompany.Person::actor).toList();
    private final Random random = new Random(7);

    @Test
    void totals_are_those_of_a_recount_folded_or_not() throws SQLException {
        try (Folding folding = Folding.heldBack(server)) {
            live(40);
            check("nothing folded");
            folding.some(25);
            live(20);
            check("partly folded");
        }
        Folding.all(server, company.tenantId());
        check("all folded");
        List<String> folded = Recount.rows(server.jdbc(), company.tenantId());
        server.bean(Tallies.class).rebuild(company.tenantId());
        assertThat(Recount.rows(server.jdbc(), company.tenantId())).isEqualTo(folded);
        check("rebuilt");
    }

    private void live(int steps) {
        List<Long> live = new ArrayList<>();
        for (int n = 0; n < steps; n++) {
            Actor actor = people.get(random.nextInt(people.size()));
            String name = "计数" + company.number() + "公司" + Integer.toString(random.nextInt(), 36);
            switch (random.nextInt(4)) {
                case 0 -> {
                    long customer = server.bean(CustomerRecords.class).add(actor, Map.of("name", name));
                    contacts.add(actor, Map.of("name", "甲", "customerId", customer));
                    long gone = contacts.add(actor, Map.of("name", "乙", "customerId", customer));
                    contacts.delete(actor, List.of(gone));
                }
                case 1 -> leads.convert(actor, List.of(leads.add(actor, Map.of("name", name))));
                case 2 -> live.add(leads.add(actor, Map.of("name", name)));
                default -> {
                    if (!live.isEmpty()) {
                        long lead = live.removeFirst();
                        Actor manager = company.eastManager().actor();
                        leads.moveTo(
                                manager,
                                List.of(lead),
                                people.get(random.nextInt(people.size())).staffId());
                        if (random.nextBoolean()) {
                            leads.delete(manager, List.of(lead));
                        }
                    }
                }
            }
        }
    }

    private void check(String when) {
        for (Actor actor : List.of(
                people.get(0),
                people.get(1),
                company.eastManager().actor(),
                company.admin().actor())) {
            String reach =
                    " where tenant_id = " + company.tenantId() + " and deleted_at is null and owner_id is not null"
                            + switch (actor.role()) {
                                case SALES -> " and owner_id = " + actor.staffId();
                                case SALES_MANAGER -> " and team_id = " + actor.teamId();
                                case ADMIN -> "";
                            };
            assertThat(total(actor, Filter.EVERYTHING)).as(when).isEqualTo(count("lead" + reach));
            assertThat(total(actor, Leads.converted(false)))
                    .as(when)
                    .isEqualTo(count("lead" + reach + " and converted_at is null"));
            assertThat(total(actor, Leads.converted(true)))
                    .as(when)
                    .isEqualTo(count("lead" + reach + " and converted_at is not null"));
            assertThat(contacts.list(actor, Filter.EVERYTHING, new Page(1, 1), Order.NEWEST)
                            .total())
                    .as(when)
                    .isEqualTo(count("contact" + reach));
        }
    }

    private long total(Actor actor, Filter wish) {
        Filter asked = Access.scoped(actor, UseCase.LEAD_LIST, wish).filter();
        assertThat(HeldTotalSql.of(RecordKind.LEAD, asked)).isPresent();
        return leads.list(actor, wish, new Page(1, 1), Order.NEWEST).total();
    }

    private long count(String of) {
        Long counted = server.jdbc().queryForObject("select count(*) from " + of, Long.class);
        return counted == null ? -1 : counted;
    }
}
