package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerBatches;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.filter.Page;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.ownership.Handover;
import io.haina.ownership.Transfers;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.sharing.Power;
import io.haina.tenant.DataScope;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The core's contracts, which have nothing to do with the documents that the other tests of this package are about. */
class ContractsTest {

    private static final Page FIRST = new Page(1, 100);
    private static final Instant EVER = Instant.parse("1950-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2950-01-01T00:00:00Z");
    private static final Problem MISSING = new Problem.NotFound(Kind.CONTRACT);

    private final HainaServer server = HainaServer.get();
    private final Contracts contracts = server.bean(Contracts.class);
    private final Opportunities opportunities = server.bean(Opportunities.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor colleague = company.east().get(1).actor();
    private final Actor manager = company.eastManager().actor();
    private final Actor admin = company.admin().actor();
    private final Actor stranger = company.south().getFirst().actor();
    private final Actor otherManager = company.southManager().actor();
    private final long customer = Fresh.customer(sales, "签约客户");

    private static Map<String, @Nullable Object> draft(@Nullable Object... pairs) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            draft.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return draft;
    }

    private Map<String, @Nullable Object> made(@Nullable Object... more) {
        Map<String, @Nullable Object> draft = draft("name", "天下第一合同", "customerId", customer);
        draft.putAll(draft(more));
        return draft;
    }

    private long add(@Nullable Object... more) {
        return contracts.add(sales, made(more), List.of());
    }

    private List<Long> seenBy(Actor actor) {
        List<Long> seen = contracts.list(actor, Set.of(), EVER, NEVER, FIRST).rows().stream()
                .map(Contract::id)
                .toList();
        BigDecimal amounts = contracts.list(actor, Set.of(), EVER, NEVER, FIRST).rows().stream()
                .filter(each -> each.signedAt() != null && each.amount() != null)
                .map(Contract::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal signed = contracts.signings(actor, Set.of(), EVER, NEVER, FIRST).rows().stream()
                .map(Signings::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(signed).as("figures agree with the records").isEqualByComparingTo(amounts);
        return seen;
    }

    @Test
    void a_contract_is_seen_by_owner_holder_their_managers_and_followers_and_by_nobody_else() {
        long id = contracts.add(
                sales,
                made("amount", "1200000.00", "signedAt", "2021-08-01 00:00:00"),
                List.of(stranger.staffId(), sales.staffId()));
        for (Actor each : List.of(sales, manager, admin, stranger)) {
            assertThat(seenBy(each)).containsExactly(id);
            assertThat(contracts.get(each, id).followers()).containsExactly(stranger.staffId(), sales.staffId());
        }
        for (Actor each : List.of(colleague, otherManager)) {
            assertThat(seenBy(each)).isEmpty();
            assertThat(Refusal.of(() -> contracts.get(each, id))).isEqualTo(MISSING);
            assertThat(Refusal.of(() -> contracts.change(each, id, draft("note", "x"), null)))
                    .isEqualTo(MISSING);
            assertThat(Refusal.of(() -> contracts.delete(each, id))).isEqualTo(MISSING);
        }
        assertThat(Refusal.of(() -> contracts.change(stranger, id, draft("note", "x"), null)))
                .as("whoever only follows")
                .isEqualTo(new Problem.NotOwner());
        assertThat(Refusal.of(() -> contracts.delete(stranger, id))).isEqualTo(new Problem.NotOwner());
        contracts.change(manager, id, draft("note", "经理改过"), null);
        Contract changed = contracts.get(sales, id);
        assertThat(changed.note()).isEqualTo("经理改过");
        assertThat(changed.creator()).isEqualTo(sales.staffId());
        assertThat(changed.editor()).isEqualTo(manager.staffId());
        contracts.change(sales, id, draft(), List.of());
        assertThat(seenBy(stranger)).isEmpty();
        contracts.delete(manager, id);
        assertThat(seenBy(admin)).isEmpty();
        assertThat(Fresh.number(
                        "select count(*) from audit where tenant_id = ? and kind = 'contract' and record_id = ?",
                        company.tenantId(),
                        id))
                .isEqualTo(6);
    }

    @Test
    void a_tenant_sees_nothing_of_another_and_names_nobody_of_it() {
        TestCompany other = TestCompany.create();
        long id = add("signedAt", "2021-08-01");
        assertThat(Refusal.of(() -> contracts.get(other.admin().actor(), id))).isEqualTo(MISSING);
        assertThat(seenBy(other.admin().actor())).isEmpty();
        long others = other.sales().actor().staffId();
        assertThat(Refusal.of(() -> contracts.change(sales, id, draft(), List.of(others))))
                .isEqualTo(new Problem.NotFound(Kind.STAFF));
        assertThat(Refusal.of(() -> contracts.add(sales, made(), List.of(sales.staffId(), 987654321L))))
                .isEqualTo(new Problem.NotFound(Kind.STAFF));
        assertThat(seenBy(sales)).containsExactly(id);
    }

    @Test
    void who_holds_the_customer_sees_its_contracts_wherever_it_goes() {
        long id = add("amount", "1.10", "signedAt", "2021-08-01");
        server.bean(Transfers.class)
                .transfer(sales, List.of(customer), stranger.staffId(), new Handover(null, Set.of()));
        assertThat(seenBy(stranger)).containsExactly(id);
        assertThat(seenBy(otherManager)).containsExactly(id);
        assertThat(seenBy(sales)).as("still the owner of the contract").containsExactly(id);
        contracts.change(stranger, id, draft("note", "新负责人"), null);
        server.bean(Transfers.class)
                .transfer(stranger, List.of(customer), sales.staffId(), new Handover(null, Set.of()));
        server.bean(Transfers.class)
                .transfer(sales, List.of(customer), stranger.staffId(), new Handover(null, Set.of(), true));
        assertThat(seenBy(stranger)).containsExactly(id);
        assertThat(seenBy(sales)).as("went along").isEmpty();
        assertThat(seenBy(manager)).isEmpty();
        server.bean(Transfers.class)
                .transfer(stranger, List.of(customer), sales.staffId(), new Handover(Power.READ, Set.of(), true));
        assertThat(seenBy(stranger)).as("stays as a follower").containsExactly(id);
        assertThat(Refusal.of(() -> contracts.delete(stranger, id))).isEqualTo(new Problem.NotOwner());
        server.bean(Pool.class).release(sales, Fresh.uuid(customer), "放弃");
        assertThat(seenBy(sales)).as("of a pooled customer").containsExactly(id);
        assertThat(seenBy(colleague)).isEmpty();
        server.bean(Pool.class).claim(colleague, Fresh.uuid(customer));
        assertThat(seenBy(colleague)).containsExactly(id);
    }

    @Test
    void a_wider_scope_reaches_contracts_too() {
        long id = add("amount", 5, "signedAt", "2021-08-01");
        Fresh.scopes(company, DataScope.OWN_AND_SUBORDINATES, DataScope.DEPARTMENT_AND_BELOW);
        assertThat(seenBy(Fresh.actor(company.sales()))).containsExactly(id);
        assertThat(seenBy(Fresh.actor(company.southManager()))).containsExactly(id);
        assertThat(seenBy(Fresh.actor(company.south().getFirst()))).isEmpty();
        Fresh.scopes(company, DataScope.ALL, DataScope.ALL);
        assertThat(seenBy(Fresh.actor(company.south().getFirst()))).containsExactly(id);
    }

    @Test
    void payments_are_records_and_what_is_paid_in_all_is_their_sum() {
        long id = add("amount", "12", "paid", "1000", "paidAt", "2021-08-01 00:00:00");
        Contract contract = contracts.get(sales, id);
        assertThat(contract.paid()).isEqualTo(new BigDecimal("1000.00"));
        assertThat(contract.paidAt()).isEqualTo(Instant.parse("2021-07-31T16:00:00Z"));
        contracts.change(manager, id, draft("paid", "99999999999.99"), null);
        contracts.change(sales, id, draft("paid", new BigDecimal("0.01"), "paidAt", "2021-07-01"), null);
        Contract corrected = contracts.get(sales, id);
        assertThat(corrected.payments())
                .extracting(each -> each.amount().toPlainString())
                .containsExactly("1000.00", "99999998999.99", "-99999999999.98");
        assertThat(corrected.payments())
                .extracting(Payment::recordedBy)
                .containsExactly(sales.staffId(), manager.staffId(), sales.staffId());
        assertThat(corrected.paid()).isEqualTo(new BigDecimal("0.01"));
        assertThat(corrected.paidAt()).as("of the one recorded last").isEqualTo(Instant.parse("2021-06-30T16:00:00Z"));
        contracts.change(sales, id, draft("paidAt", "2021-07-02"), null);
        contracts.change(sales, id, draft("paid", "0.01", "paidAt", "2021-07-03"), null);
        contracts.change(sales, id, draft("note", "no word of money", "paid", "", "paidAt", null), null);
        assertThat(contracts.get(sales, id).payments()).hasSize(3);
        assertThat(contracts.get(sales, id).paidAt()).isEqualTo(Instant.parse("2021-07-02T16:00:00Z"));
        assertThat(Refusal.of(() -> contracts.change(sales, id, draft("paid", "-0.01"), null)))
                .isEqualTo(new Problem.Invalid("paid", Rule.OUT_OF_RANGE));
        contracts.change(sales, id, draft("paid", 0), null);
        assertThat(contracts.get(sales, id).paid()).isEqualTo(new BigDecimal("0.00"));
        assertThat(Refusal.of(() -> add("paidAt", "2021-07-03"))).isEqualTo(new Problem.Invalid("paid", Rule.REQUIRED));
        assertThat(contracts.get(sales, add("paid", 0, "paidAt", "2021-07-03")).paidAt())
                .isNull();
    }

    @Test
    void two_who_say_the_same_sum_at_once_record_one_payment() {
        for (int round = 0; round < 10; round++) {
            long id = add("amount", "5000");
            Race.of(4, n -> () -> {
                contracts.change(n % 2 == 0 ? sales : manager, id, draft("paid", "1234.56"), null);
                return n;
            });
            assertThat(contracts.get(sales, id).payments()).hasSize(1);
            assertThat(contracts.get(sales, id).paid()).isEqualTo(new BigDecimal("1234.56"));
        }
    }

    @Test
    void what_was_signed_is_summed_exactly_for_each_customer_in_the_time_and_by_the_time_of_signing() {
        long second = Fresh.customer(sales, "第二家客户");
        add("amount", "99999999999.99", "signedAt", "2021-08-01 00:00:00");
        add("amount", "0.01", "signedAt", "2021-08-02 00:00:00");
        add("signedAt", "2021-08-03 00:00:00");
        add("amount", "77", "signedAt", "2022-08-03 00:00:00");
        long unsigned = add("amount", "55");
        contracts.add(
                sales, draft("name", "x", "customerId", second, "amount", 3, "signedAt", "2021-08-02"), List.of());
        Instant from = Instant.parse("2021-07-31T16:00:00Z");
        Instant until = Instant.parse("2021-08-31T16:00:00Z");
        assertThat(contracts.signings(sales, Set.of(), from, until, FIRST).rows())
                .containsExactly(
                        new Signings(second, new BigDecimal("3.00"), 1, Instant.parse("2021-08-01T16:00:00Z")),
                        new Signings(customer, new BigDecimal("100000000000.00"), 3, from));
        assertThat(contracts
                        .signings(sales, Set.of(second, 5L), from, until, FIRST)
                        .total())
                .isEqualTo(1);
        assertThat(contracts
                        .signings(sales, Set.of(), from, until, new Page(2, 1))
                        .rows())
                .extracting(Signings::customer)
                .containsExactly(customer);
        assertThat(contracts
                        .signings(sales, Set.of(), from, until, new Page(9, 1))
                        .total())
                .isEqualTo(2);
        assertThat(contracts.list(sales, Set.of(customer), from, until, FIRST).total())
                .isEqualTo(3);
        Instant now = server.clock().instant();
        assertThat(contracts
                        .list(sales, Set.of(), now.minus(1, ChronoUnit.HOURS), now.plusSeconds(60), FIRST)
                        .rows())
                .extracting(Contract::id)
                .containsExactly(unsigned);
        assertThat(contracts
                        .signings(sales, Set.of(), now.minus(1, ChronoUnit.HOURS), now, FIRST)
                        .rows())
                .isEmpty();
        assertThat(Refusal.of(() -> contracts.list(sales, Set.of(), until, from, FIRST)))
                .isEqualTo(new Problem.Invalid("until", Rule.OUT_OF_RANGE));
        contracts.change(sales, unsigned, draft("signedAt", "2021-08-01 00:00:00"), List.of(stranger.staffId()));
        assertThat(contracts.signings(stranger, Set.of(), from, until, FIRST).rows())
                .as("a follower's are found by the new time")
                .extracting(Signings::amount)
                .containsExactly(new BigDecimal("55.00"));
    }

    @Test
    void values_that_break_a_rule_and_customers_out_of_reach_are_refused() {
        long others = Fresh.customer(stranger, "他人客户");
        assertThat(Refusal.of(() -> add("customerId", others))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(Refusal.of(() -> add("amount", "-0.01")))
                .isEqualTo(new Problem.Invalid("amount", Rule.OUT_OF_RANGE));
        assertThat(Refusal.of(() -> add("amount", "1.001"))).isEqualTo(new Problem.Invalid("amount", Rule.MALFORMED));
        for (Object wrong : List.of("NaN", "1e9", "十二", true, List.of(1))) {
            assertThat(Refusal.of(() -> add("amount", wrong)))
                    .isEqualTo(new Problem.Invalid("amount", Rule.WRONG_TYPE));
        }
        assertThat(Refusal.of(() -> add("name", " "))).isEqualTo(new Problem.Invalid("name", Rule.REQUIRED));
        assertThat(Refusal.of(() -> add("signedAt", "2021-02-30"))).isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> add("agesFrom", "2021-02-02", "agesUntil", "2021-02-01")))
                .isEqualTo(new Problem.Invalid("agesUntil", Rule.OUT_OF_RANGE));
        long id = add("agesFrom", "2021-02-01", "agesUntil", "2021-02-01");
        assertThat(Refusal.of(() -> contracts.change(sales, id, draft("agesUntil", "2021-01-01"), null)))
                .isEqualTo(new Problem.Invalid("agesUntil", Rule.OUT_OF_RANGE));
        assertThat(Refusal.of(() -> contracts.change(sales, id, draft("customerId", others), null)))
                .isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(Refusal.of(() -> contracts.change(sales, id, draft("customerId", ""), null)))
                .isEqualTo(new Problem.Invalid("customerId", Rule.REQUIRED));
        assertThat(seenBy(sales)).containsExactly(id);
    }

    @Test
    void a_customer_and_an_opportunity_that_ended_in_a_contract_are_not_deleted() {
        Pipeline pipeline = server.bean(Pipelines.class).of(sales).getFirst();
        Map<String, Object> sale = Map.of(
                "name",
                "商机",
                "customerId",
                customer,
                "pipelineId",
                pipeline.id(),
                "stageId",
                pipeline.stages().getFirst().id());
        long opportunity = opportunities.add(sales, sale, List.of());
        long second = server.bean(CustomerRecords.class).add(sales, Map.of("name", "第二家"));
        assertThat(Refusal.of(() -> add("customerId", second, "opportunityId", opportunity)))
                .isEqualTo(new Problem.NotFound(Kind.OPPORTUNITY));
        long id = add("opportunityId", opportunity);
        assertThat(contracts.get(sales, id).opportunity()).isEqualTo(opportunity);
        assertThat(Refusal.of(() -> opportunities.delete(sales, List.of(opportunity))))
                .isEqualTo(new Problem.RecordInUse(Kind.OPPORTUNITY));
        contracts.change(sales, id, draft("customerId", second), null);
        assertThat(contracts.get(sales, id).opportunity())
                .as("of another customer")
                .isNull();
        opportunities.delete(sales, List.of(opportunity));
        Customers customers = server.bean(Customers.class);
        CustomerBatches batches = server.bean(CustomerBatches.class);
        var inUse = new Problem.RecordInUse(Kind.CUSTOMER);
        assertThat(Refusal.of(() -> customers.delete(sales, Fresh.uuid(second))))
                .isEqualTo(inUse);
        assertThat(Refusal.of(() -> batches.delete(sales, List.of(second)))).isEqualTo(inUse);
        contracts.delete(sales, id);
        customers.delete(sales, Fresh.uuid(second));
        batches.delete(sales, List.of(customer));
    }

    @Test
    void a_customer_is_deleted_or_signed_but_never_both() {
        Customers customers = server.bean(Customers.class);
        for (int round = 0; round < 10; round++) {
            long each = Fresh.customer(sales, "竞态客户" + round);
            var uuid = Fresh.uuid(each);
            Race.of(4, n -> () -> {
                if (n % 2 == 0) {
                    customers.delete(sales, uuid);
                } else {
                    contracts.add(sales, draft("name", "x", "customerId", each), List.of());
                }
                return n;
            });
            assertThat(Fresh.number("""
                            select count(*) from contract k join customer c on c.tenant_id = k.tenant_id
                                and c.id = k.customer_id where c.id = ? and c.deleted_at is not null""", each)).isZero();
        }
    }
}
