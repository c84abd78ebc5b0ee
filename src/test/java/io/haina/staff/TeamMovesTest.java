package io.haina.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.activity.ActivityKind;
import io.haina.activity.RecordActivities;
import io.haina.activity.RecordActivityDraft;
import io.haina.approval.ApprovalDraft;
import io.haina.approval.Approvals;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.ownership.Handover;
import io.haina.ownership.Transfers;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.stats.Stats;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** People who go to another team take along what they hold. */
class TeamMovesTest {

    private static final Page PAGE = new Page(1, 10);

    private final HainaServer server = HainaServer.get();
    private final Organisation organisation = server.bean(Organisation.class);
    private final TestCompany company = TestCompany.create();
    private final Estate estate = new Estate(company);
    private final Actor admin = company.admin().actor();
    private final Actor mover = company.sales().actor();
    private final Actor east = company.eastManager().actor();
    private final Actor south = company.southManager().actor();
    private final long southTeam = teamOf(south);

    private static long teamOf(Actor actor) {
        Long team = actor.teamId();
        return team == null ? 0 : team;
    }

    private long seenBy(Actor manager) {
        long total = server.bean(Stats.class).dashboard(manager).summary().total();
        assertThat(server.bean(Customers.class)
                        .list(manager, Filter.EVERYTHING, PAGE)
                        .total())
                .isEqualTo(total);
        return total;
    }

    @Test
    void what_somebody_holds_and_has_asked_for_goes_along() {
        long customer = estate.customer(mover);
        estate.contact(mover, customer);
        estate.opportunity(mover, customer);
        estate.lead(mover);
        estate.product(admin, mover);
        Approvals approvals = server.bean(Approvals.class);
        var request = approvals.file(mover, new ApprovalDraft("extension", Fresh.uuid(customer), "还差一点", 5));
        assertThat(List.of(seenBy(east), seenBy(south))).containsExactly(1L, 0L);

        organisation.setTeam(admin, mover.staffId(), southTeam);
        assertThat(estate.disagreements()).isZero();
        assertThat(List.of(seenBy(east), seenBy(south))).containsExactly(0L, 1L);
        assertThat(approvals.pending(east, PAGE).rows()).isEmpty();
        assertThat(approvals.decide(south, request, true, null)).isNotNull();
        assertThat(Fresh.actor(company.sales()).teamId()).isEqualTo(southTeam);

        organisation.setTeam(admin, mover.staffId(), null);
        assertThat(estate.disagreements()).isZero();
        assertThat(List.of(seenBy(east), seenBy(south))).containsExactly(0L, 0L);
    }

    @Test
    void what_was_written_for_the_former_team_follows_when_the_order_is_repeated() {
        organisation.setTeam(admin, mover.staffId(), southTeam);
        estate.customer(mover);
        organisation.setTeam(admin, mover.staffId(), southTeam);
        assertThat(estate.disagreements()).isZero();
        assertThat(seenBy(south)).isEqualTo(1);
    }

    @Test
    void moving_a_person_and_what_the_person_holds_at_once_is_one_after_the_other() {
        Actor colleague = company.east().get(1).actor();
        Transfers transfers = server.bean(Transfers.class);
        for (int round = 0; round < 10; round++) {
            long given = estate.customer(mover);
            long asked = estate.customer(mover);
            var request = server.bean(Approvals.class)
                    .file(colleague, new ApprovalDraft("transfer", Fresh.uuid(asked), "我认识他们", null));
            Long team = round % 2 == 0 ? Long.valueOf(southTeam) : mover.teamId();
            List<Callable<Object>> doings = List.of(
                    () -> {
                        organisation.setTeam(admin, mover.staffId(), team);
                        return true;
                    },
                    () -> {
                        transfers.transfer(admin, List.of(given), colleague.staffId(), new Handover(null, Set.of()));
                        return true;
                    },
                    () -> server.bean(Approvals.class).decide(admin, request, true, null));
            assertThat(Race.problems(Race.of(doings.size(), doings::get))).isEmpty();
            assertThat(estate.disagreements()).isZero();
            assertThat(Estate.ownerOf("customer", given)).isEqualTo(colleague.staffId());
        }
    }

    @Test
    void a_person_s_file_and_team_change_while_the_person_follows_up() {
        List<Long> held = List.of(estate.customer(mover), estate.customer(mover));
        List<Long> contacts =
                held.stream().map(customer -> estate.contact(mover, customer)).toList();
        RecordActivities activities = server.bean(RecordActivities.class);
        var told = new RecordActivityDraft(ActivityKind.CALL, null, "说了说", null, null, List.of(), List.of());
        for (int round = 0; round < 60; round++) {
            Map<String, Object> file =
                    Map.of("nickname", "昵称" + round, "team", round % 2 == 0 ? southTeam : teamOf(mover));
            List<Callable<Object>> doings = new ArrayList<>();
            doings.add(() -> {
                StaffDesk desk = server.bean(StaffDesk.class);
                desk.change(admin, mover.staffId(), file);
                desk.catchUp(admin, mover.staffId(), file);
                return true;
            });
            held.forEach(id -> doings.add(() -> activities.add(mover, RecordKind.CUSTOMER, id, told)));
            contacts.forEach(id -> doings.add(() -> activities.add(mover, RecordKind.CONTACT, id, told)));
            assertThat(Race.problems(Race.of(doings.size(), doings::get))).isEmpty();
            assertThat(estate.disagreements()).isZero();
        }
    }

    @Test
    void a_team_of_another_company_is_none_and_only_admins_move_people() {
        long strangers = teamOf(TestCompany.create().southManager().actor());
        for (long unknown : new long[] {strangers, 0, Long.MAX_VALUE}) {
            assertThat(Refusal.of(() -> organisation.setTeam(admin, mover.staffId(), unknown)))
                    .isEqualTo(new Problem.Invalid("team", Rule.NOT_A_CHOICE));
        }
        assertThat(Refusal.of(() -> organisation.setTeam(admin, Long.MAX_VALUE, southTeam)))
                .isEqualTo(new Problem.NotFound(Problem.Kind.STAFF));
        assertThat(Refusal.of(() -> organisation.setTeam(east, mover.staffId(), southTeam)))
                .isInstanceOf(Problem.RoleRequired.class);
    }

    @Test
    void every_table_that_says_a_holders_team_follows() {
        assertThat(server.jdbc().queryForList("""
                        select o.table_name from information_schema.columns o
                        join information_schema.columns t using (table_schema, table_name)
                        where table_schema = current_schema and o.column_name = 'owner_id' and t.column_name = 'team_id'""", String.class))
                .containsExactlyInAnyOrderElementsOf(HeldTeamStore.TABLES);
    }

    @Test
    void a_profile_names_the_person_above() {
        organisation.setSuperior(admin, mover.staffId(), east.staffId());
        Profile profile = server.bean(Profiles.class).mine(mover);
        assertThat(profile.superiorId()).isEqualTo(east.staffId());
        assertThat(profile.superior()).isEqualTo(company.eastManager().name());
        assertThat(server.bean(Profiles.class).mine(admin).superiorId()).isNull();
    }
}
