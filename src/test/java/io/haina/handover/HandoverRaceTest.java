package io.haina.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.approval.ApprovalDraft;
import io.haina.approval.Approvals;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.ownership.Handover;
import io.haina.ownership.Transfers;
import io.haina.pool.Pool;
import io.haina.pool.Pools;
import io.haina.problem.Problem;
import io.haina.sharing.Members;
import io.haina.sharing.Power;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Handovers beside everything else that moves what somebody holds: one after the other, and nobody waits in a circle. */
class HandoverRaceTest {

    private static final int ROUNDS = 12;

    private final HainaServer server = HainaServer.get();
    private final Handovers handovers = server.bean(Handovers.class);
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
        assertThat(estate.disagreements()).isZero();
    }

    @Test
    void of_two_handovers_of_one_person_one_finds_everything() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> customers = List.of(estate.customer(leaver), estate.customer(leaver), estate.customer(leaver));
            estate.lead(leaver);
            List<HandoverDraft> drafts = List.of(
                    HandoverDraft.to(leaver.staffId(), heir.staffId()),
                    HandoverDraft.to(leaver.staffId(), colleague.staffId()),
                    new HandoverDraft(leaver.staffId(), heir.staffId(), pool, false));
            var outcomes = Race.of(3, n -> () -> handovers.handOver(admin, drafts.get(n)));
            assertThat(Race.problems(outcomes)).isEmpty();
            List<HandedOver> all = Race.winners(outcomes).stream()
                    .filter(made -> !made.moved().isEmpty())
                    .toList();
            assertThat(all).hasSize(1);
            assertThat(all.getFirst().moved()).containsEntry(Possession.CUSTOMER, 3L);
            assertThat(customers.stream()
                            .map(id -> Estate.ownerOf("customer", id))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void of_two_undoings_one_gives_back() {
        for (int round = 0; round < ROUNDS; round++) {
            long customer = estate.customer(leaver);
            HandedOver made = handovers.handOver(admin, HandoverDraft.to(leaver.staffId(), heir.staffId()));
            var outcomes = Race.of(3, n -> () -> handovers.undo(admin, made.id()));
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).containsOnly(new Problem.AlreadyUndone());
            assertThat(Estate.ownerOf("customer", customer)).isEqualTo(leaver.staffId());
        }
    }

    @Test
    void two_people_handed_over_to_each_other_do_not_wait_in_a_circle() {
        for (int round = 0; round < ROUNDS; round++) {
            estate.customer(leaver);
            estate.customer(heir);
            var outcomes = Race.of(
                    2,
                    n -> () -> handovers.handOver(
                            admin,
                            n == 0
                                    ? HandoverDraft.to(leaver.staffId(), heir.staffId())
                                    : HandoverDraft.to(heir.staffId(), leaver.staffId())));
            assertThat(Race.problems(outcomes)).isEmpty();
        }
    }

    @Test
    void whatever_else_moves_the_same_things_comes_before_or_after() {
        Transfers transfers = server.bean(Transfers.class);
        Members members = server.bean(Members.class);
        Approvals approvals = server.bean(Approvals.class);
        List<Problem> seen = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long given = estate.customer(leaver);
            long released = estate.customer(leaver);
            long shared = estate.customer(leaver);
            long asked = estate.customer(leaver);
            long lead = estate.lead(leaver);
            long pooled = estate.customer(colleague);
            server.bean(Pool.class).release(colleague, Fresh.uuid(pooled), "试一试");
            UUID request = approvals.file(heir, new ApprovalDraft("transfer", Fresh.uuid(asked), "我认识他们", null));
            List<Callable<Object>> doings = List.of(
                    () -> handovers.handOver(admin, HandoverDraft.to(leaver.staffId(), heir.staffId())),
                    done(() -> transfers.transfer(
                            manager,
                            List.of(given),
                            colleague.staffId(),
                            new Handover(Power.READ, Set.of(RecordKind.CONTACT)))),
                    done(() -> server.bean(Pool.class).release(leaver, Fresh.uuid(released), "不再跟进")),
                    done(() -> server.bean(Leads.class).convert(leaver, List.of(lead))),
                    done(() -> members.add(
                            leaver, RecordKind.CUSTOMER, List.of(shared), List.of(colleague.staffId()), Power.READ)),
                    () -> approvals.decide(manager, request, true, null),
                    () -> server.bean(Pool.class).claim(leaver, Fresh.uuid(pooled)));
            var outcomes = Race.of(doings.size(), doings::get);
            assertThat(outcomes.getFirst()).isInstanceOf(Race.Won.class);
            seen.addAll(Race.problems(outcomes));
            assertThat(Estate.ownerOf("customer", given)).isIn(colleague.staffId(), heir.staffId());
            assertThat(Estate.ownerOf("customer", asked)).isEqualTo(heir.staffId());
            assertThat(estate.disagreements()).isZero();
            handovers.handOver(admin, HandoverDraft.to(leaver.staffId(), heir.staffId()));
        }
        assertThat(seen).noneMatch(Problem.Failure.class::isInstance);
    }

    private static Callable<Object> done(Runnable doing) {
        return () -> {
            doing.run();
            return true;
        };
    }
}
