package io.haina.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writers, folders and rebuilders at once: a reader never sees a customer twice, or not at all. */
class TallyRaceTest {

    private static final int WRITERS = 3;
    private static final int CUSTOMERS = 12;
    private static final int CHANGES = 150;

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final JdbcTemplate jdbc = server.jdbc();
    private final Customers customers = server.bean(Customers.class);
    private final Stats stats = server.bean(Stats.class);
    private final Tallies tallies = server.bean(Tallies.class);
    private final Actor admin = company.admin().actor();
    private final Actor manager = company.eastManager().actor();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);

    @Test
    void noReaderEverSeesAWrongTotal() {
        List<UUID> held = new ArrayList<>();
        for (int n = 0; n < CUSTOMERS; n++) {
            CustomerDraft draft = new CustomerDraft(name(n), "金融", null, "展会", null, null, null);
            held.add(customers.report(company.sales().actor(), draft).uuid());
        }
        List<Callable<Integer>> runners = List.of(
                writer(held, 1),
                writer(held, 2),
                writer(held, 3),
                whileWriting(tallies::fold),
                whileWriting(tallies::fold),
                whileWriting(() -> tallies.rebuild(company.tenantId())),
                whileWriting(this::readTeam),
                whileWriting(this::readTotals));
        IntFunction<Callable<Integer>> each = runners::get;
        List<Integer> runs = Race.winners(Race.of(runners.size(), each));
        assertThat(runs).hasSize(runners.size()).allMatch(count -> count > 1);
        Recount recount = new Recount(jdbc, server.clock().instant());
        assertThat(stats.team(admin, Range.ALL, Period.DAY)).isEqualTo(recount.team(admin, Range.ALL, Period.DAY));
        Folding.all(server, company.tenantId());
        assertThat(stats.team(admin, Range.ALL, Period.DAY)).isEqualTo(recount.team(admin, Range.ALL, Period.DAY));
        List<String> folded = Recount.rows(jdbc, company.tenantId());
        tallies.rebuild(company.tenantId());
        assertThat(Recount.rows(jdbc, company.tenantId())).isEqualTo(folded);
    }

    private void readTeam() {
        TeamStats team = stats.team(manager, Range.ALL, Period.MONTH);
        assertThat(team.summary().total()).isEqualTo(CUSTOMERS);
        assertThat(team.members().stream()
                        .mapToLong(member -> member.figures().total())
                        .sum())
                .isEqualTo(CUSTOMERS);
        assertThat(team.timeline().stream().mapToLong(Point::count).sum()).isEqualTo(CUSTOMERS);
    }

    private void readTotals() {
        assertThat(stats.dashboard(admin).summary().total()).isEqualTo(CUSTOMERS);
        assertThat(stats.dashboard(admin).monthReports()).isEqualTo(CUSTOMERS);
        assertThat(tallies.total(Access.scoped(admin, UseCase.CUSTOMER_LIST))).hasValue(CUSTOMERS);
        assertThat(stats.bySource(manager, Range.ALL)).hasSize(1).allMatch(share -> share.count() == CUSTOMERS);
    }

    /** Moves customers about within the team, and changes how they stand. */
    private Callable<Integer> writer(List<UUID> held, int seed) {
        Random random = new Random(seed);
        return () -> {
            try {
                for (int n = 0; n < CHANGES; n++) {
                    UUID customer = held.get(random.nextInt(held.size()));
                    if (random.nextBoolean()) {
                        customers.changeStatus(manager, customer, CustomerStatus.values()[random.nextInt(3)]);
                    } else {
                        jdbc.update(
                                "update customer set owner_id = ? where tenant_id = ? and uuid = ?",
                                company.east().get(random.nextInt(3)).actor().staffId(),
                                company.tenantId(),
                                customer);
                    }
                }
                return CHANGES;
            } finally {
                writing.decrementAndGet();
            }
        };
    }

    private Callable<Integer> whileWriting(Runnable task) {
        return () -> {
            int runs = 0;
            while (writing.get() > 0) {
                task.run();
                runs++;
            }
            return runs;
        };
    }

    private String name(int n) {
        return "竞态" + company.number() + "客户" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(n) + "公司";
    }
}
