package io.haina.handover;

import static io.haina.handover.Possession.CONTACT;
import static io.haina.handover.Possession.CONTRACT;
import static io.haina.handover.Possession.CUSTOMER;
import static io.haina.handover.Possession.LEAD;
import static io.haina.handover.Possession.MEMBERSHIP;
import static io.haina.handover.Possession.OPPORTUNITY;
import static io.haina.handover.Possession.OUTREACH;
import static io.haina.handover.Possession.PRODUCT;
import static io.haina.handover.Possession.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.approval.ApprovalDraft;
import io.haina.approval.Approvals;
import io.haina.contract.Contracts;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.outreach.Outreach;
import io.haina.ownership.Ownership;
import io.haina.ownership.Transfers;
import io.haina.pool.PoolDraft;
import io.haina.pool.Pools;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.sharing.Members;
import io.haina.sharing.Power;
import io.haina.stats.Stats;
import io.haina.tenant.Role;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandoversTest {

    private static final Problem NO_STAFF = new Problem.NotFound(Problem.Kind.STAFF);

    private final HainaServer server = HainaServer.get();
    private final Handovers handovers = server.bean(Handovers.class);
    private final Members members = server.bean(Members.class);
    private final Transfers transfers = server.bean(Transfers.class);
    private final TestCompany company = TestCompany.create();
    private final Estate estate = new Estate(company);
    private final Actor admin = company.admin().actor();
    private final Actor manager = company.eastManager().actor();
    private final Actor leaver = company.sales().actor();
    private final Actor colleague = company.east().get(1).actor();
    private final Actor heir = company.south().getFirst().actor();
    private final long pool = server.bean(Pools.class).open(admin).getFirst().id();

    @AfterEach
    void everythingAgrees() {
        server.clock().reset();
        assertThat(estate.disagreements()).isZero();
        for (Actor actor : List.of(admin, manager, company.southManager().actor(), leaver, heir)) {
            long held = Fresh.number(
                    "select count(*) from customer where tenant_id = ? and owner_id is not null and "
                            + switch (actor.role()) {
                                case ADMIN -> "true";
                                case SALES_MANAGER -> "team_id = " + actor.teamId();
                                case SALES -> "owner_id = " + actor.staffId();
                            },
                    company.tenantId());
            assertThat(server.bean(Stats.class).dashboard(actor).summary().total())
                    .isEqualTo(held);
        }
    }

    private HandedOver toHeir() {
        return handovers.handOver(admin, HandoverDraft.to(leaver.staffId(), heir.staffId()));
    }

    private HandoverDraft intoPool() {
        return new HandoverDraft(leaver.staffId(), null, pool, false);
    }

    @Test
    void all_that_somebody_holds_is_counted_and_goes_to_a_person_in_one_order() {
        long customer = estate.customer(leaver);
        long others = estate.customer(colleague);
        members.add(colleague, RecordKind.CUSTOMER, List.of(others), List.of(leaver.staffId()), Power.WRITE);
        members.add(leaver, RecordKind.CUSTOMER, List.of(customer), List.of(heir.staffId()), Power.READ);
        long contact = estate.contact(leaver, others);
        long opportunity = estate.opportunity(leaver, customer);
        long lead = estate.lead(leaver);
        long product = estate.product(manager, leaver);
        long contract =
                server.bean(Contracts.class).add(leaver, Map.of("name", "年度合同", "customerId", customer), List.of());
        server.bean(Outreach.class).add(leaver, Map.of("name", "张三", "replyStatus", "未回复", "wechatExchanged", false));

        Belongings before = handovers.preview(admin, leaver.staffId());
        assertThat(before.counts())
                .containsEntry(CUSTOMER, 1L)
                .containsEntry(LEAD, 1L)
                .containsEntry(CONTACT, 2L)
                .containsEntry(OPPORTUNITY, 1L)
                .containsEntry(PRODUCT, 1L)
                .containsEntry(CONTRACT, 1L)
                .containsEntry(OUTREACH, 1L)
                .containsEntry(MEMBERSHIP, 1L)
                .containsEntry(REQUEST, 0L);

        HandedOver made = toHeir();
        assertThat(made.moved())
                .containsOnlyKeys(CUSTOMER, LEAD, CONTACT, OPPORTUNITY, PRODUCT, CONTRACT, OUTREACH, MEMBERSHIP)
                .containsEntry(CONTACT, 2L);
        assertThat(List.of(
                        Estate.ownerOf("customer", customer),
                        Estate.ownerOf("contact", contact),
                        Estate.ownerOf("opportunity", opportunity),
                        Estate.ownerOf("lead", lead),
                        Estate.ownerOf("contract", contract),
                        Estate.ownerOf("product", product)))
                .containsOnly(heir.staffId());
        assertThat(members.of(colleague, RecordKind.CUSTOMER, others)).hasSize(1);
        assertThat(server.bean(Ownership.class).history(admin, Fresh.uuid(customer)))
                .extracting(holding -> holding.holderName() + " " + holding.rule() + " " + holding.endReason())
                .containsExactly(leaver.name() + " report transferred", heir.name() + " transfer null");
        assertThat(handovers.preview(admin, leaver.staffId()).counts().values()).containsOnly(0L);
        assertThat(handovers.list(admin, new Page(1, 10)).rows()).containsExactly(made);
        assertThat(Fresh.number(
                        "select count(*) from audit where tenant_id = ? and action = 'handover.make' and actor_id = ?",
                        company.tenantId(),
                        admin.staffId()))
                .isEqualTo(1);
    }

    @Test
    void undoing_gives_back_what_nobody_has_given_on_and_says_what_stayed() {
        long kept = estate.customer(leaver);
        long given = estate.customer(leaver);
        long around = estate.customer(leaver);
        long lead = estate.lead(leaver);
        long lost = estate.lead(leaver);
        long opportunity = estate.opportunity(leaver, kept);
        members.add(leaver, RecordKind.CUSTOMER, List.of(kept), List.of(heir.staffId()), Power.READ);
        long others = estate.customer(colleague);
        members.add(colleague, RecordKind.CUSTOMER, List.of(others), List.of(leaver.staffId()), Power.WRITE);
        long until =
                Fresh.number("select extract(epoch from protected_until)::bigint from customer where id = ?", kept);
        server.clock().advance(Duration.ofDays(2));
        HandedOver made = toHeir();

        transfers.transfer(heir, List.of(given), colleague.staffId(), new io.haina.ownership.Handover(null, Set.of()));
        for (Actor to : List.of(colleague, heir)) {
            transfers.transfer(admin, List.of(around), to.staffId(), new io.haina.ownership.Handover(null, Set.of()));
        }
        server.bean(io.haina.lead.Leads.class).delete(heir, List.of(lost));

        HandedOver.Undone undone = handovers.undo(admin, made.id()).undone();
        assertThat(undone).isNotNull();
        assertThat(undone.returned())
                .containsEntry(CUSTOMER, 1L)
                .containsEntry(LEAD, 1L)
                .containsEntry(OPPORTUNITY, 1L)
                .containsEntry(CONTACT, 1L)
                .containsEntry(MEMBERSHIP, 1L);
        assertThat(undone.left()).containsEntry(CUSTOMER, 2L).containsEntry(LEAD, 1L);
        assertThat(Estate.ownerOf("customer", kept)).isEqualTo(leaver.staffId());
        assertThat(Estate.ownerOf("lead", lead)).isEqualTo(leaver.staffId());
        assertThat(Estate.ownerOf("opportunity", opportunity)).isEqualTo(leaver.staffId());
        assertThat(Estate.ownerOf("customer", given)).isEqualTo(colleague.staffId());
        assertThat(Estate.ownerOf("customer", around)).isEqualTo(heir.staffId());
        assertThat(Fresh.number("select extract(epoch from protected_until)::bigint from customer where id = ?", kept))
                .isEqualTo(until);
        assertThat(members.of(leaver, RecordKind.CUSTOMER, kept)).hasSize(2);
        assertThat(members.of(colleague, RecordKind.CUSTOMER, others)).hasSize(2);
        assertThat(Refusal.of(() -> handovers.undo(admin, made.id()))).isEqualTo(new Problem.AlreadyUndone());
    }

    @Test
    void a_pool_takes_what_is_neither_won_nor_locked_and_the_rest_needs_a_person() {
        long plain = estate.customer(leaver);
        long won = estate.customer(leaver);
        server.bean(Customers.class).changeStatus(leaver, Fresh.uuid(won), CustomerStatus.WON);
        long locked = estate.customer(leaver);
        transfers.lock(leaver, List.of(locked));
        members.add(leaver, RecordKind.CUSTOMER, List.of(plain), List.of(colleague.staffId()), Power.READ);
        long lead = estate.lead(leaver);

        assertThat(handovers.preview(admin, leaver.staffId()).wonOrLocked()).isEqualTo(2);
        assertThat(Refusal.of(() -> handovers.handOver(admin, intoPool())))
                .isEqualTo(new Problem.Invalid("to", Rule.REQUIRED));
        assertThat(Estate.ownerOf("customer", plain)).isEqualTo(leaver.staffId());

        HandedOver made = handovers.handOver(admin, new HandoverDraft(leaver.staffId(), heir.staffId(), pool, false));
        assertThat(made.moved()).containsEntry(CUSTOMER, 3L).containsEntry(CONTACT, 3L);
        assertThat(Estate.ownerOf("customer", plain)).isZero();
        assertThat(Estate.ownerOf("customer", won)).isEqualTo(heir.staffId());
        assertThat(Estate.ownerOf("customer", locked)).isEqualTo(heir.staffId());
        assertThat(Estate.ownerOf("lead", lead)).isEqualTo(heir.staffId());
        assertThat(Fresh.number("select count(*) from record_member where kind = 'customer' and record_id = ?", plain))
                .isZero();

        handovers.undo(admin, made.id());
        assertThat(Estate.ownerOf("customer", plain)).isEqualTo(leaver.staffId());
        assertThat(Estate.ownerOf("customer", locked)).isEqualTo(leaver.staffId());
        assertThat(members.of(leaver, RecordKind.CUSTOMER, plain)).hasSize(2);
        assertThat(Fresh.number(
                        "select count(*) from contact where customer_id = ? and owner_id = ?", plain, leaver.staffId()))
                .isEqualTo(1);
    }

    @Test
    void what_was_claimed_out_of_the_pool_stays_with_its_claimer() {
        long customer = estate.customer(leaver);
        HandedOver made = handovers.handOver(admin, intoPool());
        assertThat(made.to()).isNull();
        server.bean(io.haina.pool.Pool.class).claim(colleague, Fresh.uuid(customer));
        HandedOver.Undone undone = handovers.undo(admin, made.id()).undone();
        assertThat(undone).isNotNull();
        assertThat(undone.left()).containsEntry(CUSTOMER, 1L).containsEntry(CONTACT, 1L);
        assertThat(Estate.ownerOf("customer", customer)).isEqualTo(colleague.staffId());
    }

    @Test
    void requests_follow_the_customers_and_what_can_no_longer_be_granted_is_turned_down() {
        Approvals approvals = server.bean(Approvals.class);
        UUID first = Fresh.uuid(estate.customer(leaver));
        UUID second = Fresh.uuid(estate.customer(leaver));
        UUID asked = approvals.file(colleague, new ApprovalDraft("transfer", first, "我认识他们", null));
        UUID own = approvals.file(leaver, new ApprovalDraft("extension", second, "还差一点", 5));
        UUID heirs = approvals.file(heir, new ApprovalDraft("transfer", second, "我认识他们", null));
        UUID admins = approvals.file(admin, new ApprovalDraft("transfer", second, "我认识他们", null));
        assertThat(handovers.preview(admin, leaver.staffId()).counts()).containsEntry(REQUEST, 4L);

        HandedOver made = toHeir();
        assertThat(made.moved()).containsEntry(REQUEST, 4L);
        for (UUID gone : List.of(own, heirs)) {
            assertThat(Refusal.of(() -> approvals.decide(admin, gone, true, null)))
                    .isEqualTo(new Problem.AlreadyDecided());
        }
        HandedOver.Undone undone = handovers.undo(admin, made.id()).undone();
        assertThat(undone).isNotNull();
        assertThat(undone.returned()).containsEntry(REQUEST, 2L);
        assertThat(Fresh.number("select holder_id from approval where uuid = ?", admins))
                .isEqualTo(leaver.staffId());
        toHeir();
        approvals.decide(manager, asked, true, null);
        assertThat(Estate.ownerOf("customer", Fresh.id(first))).isEqualTo(colleague.staffId());
    }

    @Test
    void the_leaver_can_be_disabled_with_it_and_undoing_does_not_let_them_in_again() {
        long customer = estate.customer(leaver);
        HandedOver made = handovers.handOver(admin, new HandoverDraft(leaver.staffId(), heir.staffId(), null, true));
        assertThat(Refusal.of(() -> Fresh.actor(company.sales()))).isEqualTo(new Problem.BadCredential());
        assertThat(handovers.preview(admin, leaver.staffId()).disabled()).isTrue();
        handovers.undo(admin, made.id());
        assertThat(Estate.ownerOf("customer", customer)).isEqualTo(leaver.staffId());
        assertThat(Refusal.of(() -> Fresh.actor(company.sales()))).isEqualTo(new Problem.BadCredential());
        handovers.handOver(admin, HandoverDraft.to(leaver.staffId(), colleague.staffId()));
        assertThat(Estate.ownerOf("customer", customer)).isEqualTo(colleague.staffId());
        assertThat(Refusal.of(() -> handovers.handOver(admin, HandoverDraft.to(colleague.staffId(), leaver.staffId()))))
                .isEqualTo(NO_STAFF);
    }

    @Test
    void a_customer_whose_protection_has_ended_stays_on_its_way_into_the_pool() {
        long customer = estate.customer(leaver);
        server.clock().advance(Duration.ofDays(40));
        assertThat(handovers.preview(admin, leaver.staffId()).counts()).containsEntry(CUSTOMER, 0L);
        assertThat(handovers.handOver(admin, intoPool()).moved()).isEmpty();
        assertThat(Fresh.number("select coalesce(last_owner_id, owner_id) from customer where id = ?", customer))
                .isEqualTo(leaver.staffId());
    }

    @Test
    void nobody_gets_more_than_a_person_may_hold() {
        estate.customer(leaver);
        estate.customer(leaver);
        estate.customer(heir);
        Fresh.rules(company, 5, 2);
        Actor bound = Fresh.actor(company.admin());
        assertThat(Refusal.of(() -> handovers.handOver(bound, HandoverDraft.to(leaver.staffId(), heir.staffId()))))
                .isEqualTo(new Problem.HoldingLimitReached(2));
        handovers.handOver(bound, HandoverDraft.to(leaver.staffId(), colleague.staffId()));
    }

    @Test
    void only_admins_hand_over_and_only_what_is_their_companys_and_not_their_own() {
        TestCompany other = TestCompany.create();
        Actor stranger = other.admin().actor();
        Problem admins = new Problem.RoleRequired(Set.of(Role.ADMIN));
        HandoverDraft draft = HandoverDraft.to(leaver.staffId(), heir.staffId());
        for (Actor actor : List.of(manager, leaver)) {
            assertThat(Refusal.of(() -> handovers.preview(actor, leaver.staffId())))
                    .isEqualTo(admins);
            assertThat(Refusal.of(() -> handovers.handOver(actor, draft))).isEqualTo(admins);
            assertThat(Refusal.of(() -> handovers.undo(actor, 1))).isEqualTo(admins);
            assertThat(Refusal.of(() -> handovers.list(actor, new Page(1, 10)))).isEqualTo(admins);
        }
        assertThat(Refusal.of(() -> handovers.preview(stranger, leaver.staffId())))
                .isEqualTo(NO_STAFF);
        assertThat(Refusal.of(() -> handovers.handOver(stranger, draft))).isEqualTo(NO_STAFF);
        long theirs = other.sales().staff().id();
        assertThat(Refusal.of(() -> handovers.handOver(admin, HandoverDraft.to(leaver.staffId(), theirs))))
                .isEqualTo(NO_STAFF);
        long theirPool = server.bean(Pools.class).open(stranger).getFirst().id();
        assertThat(Refusal.of(
                        () -> handovers.handOver(admin, new HandoverDraft(leaver.staffId(), null, theirPool, false))))
                .isEqualTo(new Problem.NotFound(Problem.Kind.POOL));
        assertThat(Refusal.of(() -> handovers.handOver(admin, HandoverDraft.to(admin.staffId(), heir.staffId()))))
                .isEqualTo(new Problem.Invalid("leaver", Rule.NOT_A_CHOICE));
        assertThat(Refusal.of(() -> handovers.handOver(admin, HandoverDraft.to(leaver.staffId(), leaver.staffId()))))
                .isEqualTo(new Problem.Invalid("to", Rule.NOT_A_CHOICE));
        assertThat(Refusal.of(() -> handovers.handOver(admin, new HandoverDraft(leaver.staffId(), null, null, false))))
                .isEqualTo(new Problem.Invalid("to", Rule.REQUIRED));
        HandedOver made = toHeir();
        assertThat(Refusal.of(() -> handovers.undo(stranger, made.id())))
                .isEqualTo(new Problem.NotFound(Problem.Kind.HANDOVER));
        assertThat(handovers.list(stranger, new Page(1, 10)).rows()).isEmpty();
    }

    @Test
    void every_kind_of_record_that_somebody_owns_is_handed_over() {
        assertThat(server.jdbc().queryForList("""
                        select table_name from information_schema.columns
                        where table_schema = current_schema and column_name = 'owner_id'""", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(CUSTOMER), HandoverMoveStore.RECORDS.stream())
                                .map(Possession::key)
                                .toList());
    }

    @Test
    void a_named_pool_takes_the_customers_even_if_only_some_see_it() {
        long hidden = server.bean(Pools.class)
                .make(admin, new PoolDraft("内部公海", null, null, null, List.of(), List.of(heir.teamId()), 1));
        long customer = estate.customer(leaver);
        handovers.handOver(admin, new HandoverDraft(leaver.staffId(), null, hidden, false));
        assertThat(Fresh.number("select pool_id from customer where id = ?", customer))
                .isEqualTo(hidden);
    }
}
