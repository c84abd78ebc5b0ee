package io.haina.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.tenant.DataScope;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every reach lists what a plain look at all rows would, whether there is less than is counted or more. */
class JournalListTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOURS = 3000;
    private static final int ENTRIES = 6000;

    private final HainaServer server = HainaServer.get();
    private final Journal journal = server.bean(Journal.class);
    private final JdbcTemplate jdbc = server.jdbc();
    private final TestCompany company = TestCompany.create();
    private final List<TestCompany.Person> holders =
            List.of(company.sales(), company.east().get(1), company.south().getFirst(), company.eastManager());
    private final List<Long> customers = new ArrayList<>();

    JournalListTest() {
        for (int n = 0; n < 12; n++) {
            Actor holder = holders.get(n % 4).actor();
            customers.add(Fresh.customer(holder, "清单" + company.number() + "甲乙丙丁戊己庚辛壬癸子丑".charAt(n) + "厂"));
        }
        jdbc.update(
                """
                insert into activity (tenant_id, uuid, customer_id, staff_id, kind, content, happened_at, happened_on, created_at)
                select ?, gen_random_uuid(), (?::bigint[])[1 + n %% 12], ?, 'visit', 'n' || n, at, at::date, at
                from (select n, ?::timestamptz + interval '1 hour' * (n * 7919 %% %d) as at
                    from generate_series(1, %d) n) rows""".formatted(HOURS, ENTRIES),
                company.tenantId(),
                customers.toArray(Long[]::new),
                company.admin().actor().staffId(),
                BEGINNING.atOffset(java.time.ZoneOffset.UTC));
        jdbc.update("""
                insert into journal_follower (tenant_id, kind, entry_id, staff_id, position, happened_at)
                select tenant_id, 'activity', id, ?, 1, happened_at from activity where tenant_id = ? and id % 5 = 0""", company.sales().actor().staffId(), company.tenantId());
        jdbc.execute("analyze activity");
        jdbc.execute("analyze journal_follower");
    }

    private Set<Long> held(Actor... people) {
        Set<Long> ids = new HashSet<>();
        for (Actor person : people) {
            ids.addAll(jdbc.queryForList(
                    "select id from customer where tenant_id = ? and owner_id = ? and deleted_at is null",
                    Long.class,
                    company.tenantId(),
                    person.staffId()));
        }
        return ids;
    }

    private void agrees(Actor actor, Set<Long> reached) {
        Random random = new Random(7);
        for (int hours : List.of(3, 60, 700, HOURS + 1)) {
            for (Page page : List.of(new Page(1, 20), new Page(3, 7), new Page(40, 20))) {
                Instant from = BEGINNING.plusSeconds(3600L * random.nextInt(HOURS + 1 - Math.min(hours, HOURS)));
                TimeWindow window = new TimeWindow(from, from.plusSeconds(3600L * hours));
                List<Long> all = jdbc.queryForList(
                        """
                        select a.id from activity a join customer c on c.tenant_id = a.tenant_id and c.id = a.customer_id
                        where a.tenant_id = ? and a.deleted_at is null and c.deleted_at is null
                            and a.happened_at >= ? and a.happened_at < ?
                            and (a.customer_id = any (?) or exists (select 1 from journal_follower f
                                where f.tenant_id = a.tenant_id and f.entry_id = a.id and f.staff_id = ?))
                        order by a.happened_at desc, a.id desc""",
                        Long.class,
                        company.tenantId(),
                        window.from().atOffset(java.time.ZoneOffset.UTC),
                        window.until().atOffset(java.time.ZoneOffset.UTC),
                        reached.toArray(Long[]::new),
                        actor.staffId());
                Slice<JournalEntry> found = journal.list(actor, JournalKind.ACTIVITY, window, page);
                assertThat(found.rows())
                        .as("%s hours, page %s", hours, page)
                        .extracting(JournalEntry::id)
                        .containsExactlyElementsOf(all.subList(
                                Math.min(page.offset(), all.size()),
                                Math.min(page.offset() + page.size(), all.size())));
                long bound = Math.max(1000, page.offset() + 10L * page.size());
                assertThat(found.total()).isEqualTo(Math.min(all.size(), bound));
                assertThat(found.exact()).isEqualTo(all.size() <= bound);
            }
        }
    }

    @Test
    void every_reach_lists_what_a_plain_look_would() {
        Actor sales = company.sales().actor();
        Actor colleague = company.east().get(1).actor();
        Actor manager = company.eastManager().actor();
        Actor stranger = company.south().getFirst().actor();
        jdbc.update(
                "update customer set deleted_at = now() where tenant_id = ? and id = ?",
                company.tenantId(),
                customers.get(2));
        Set<Long> all = held(sales, colleague, manager, stranger);
        agrees(company.admin().actor(), all);
        agrees(manager, held(sales, colleague, manager));
        agrees(sales, held(sales));
        agrees(stranger, held(stranger));
        jdbc.update(
                "insert into record_member (tenant_id, kind, record_id, staff_id, power, added_by, added_at)"
                        + " values (?, 'customer', ?, ?, 'read', ?, now())",
                company.tenantId(),
                customers.getFirst(),
                stranger.staffId(),
                sales.staffId());
        Set<Long> shared = held(stranger);
        shared.add(customers.getFirst());
        agrees(stranger, shared);
        Fresh.scopes(company, DataScope.OWN_AND_SUBORDINATES, DataScope.DEPARTMENT_AND_BELOW);
        jdbc.update(
                "update staff set superior_id = ? where tenant_id = ? and id = ?",
                sales.staffId(),
                company.tenantId(),
                colleague.staffId());
        agrees(Fresh.actor(company.sales()), held(sales, colleague));
    }
}
