package io.haina.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.activity.Activities;
import io.haina.approval.Approvals;
import io.haina.customer.Customer;
import io.haina.customer.Customers;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.ownership.Ownership;
import io.haina.pool.Pool;
import io.haina.stats.Dashboard;
import io.haina.stats.Figures;
import io.haina.stats.Period;
import io.haina.stats.Range;
import io.haina.stats.Stats;
import io.haina.stats.TeamStats;
import io.haina.tenant.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoConsistencyTest {

    private static final DemoSize SMALL = new DemoSize(300, 2, 12);
    private static final DemoSize LARGER = new DemoSize(5_000, 3, 30);
    private static final Page PAGE = new Page(1, 20);
    private static final Range EVER = new Range(null, null);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);

    @Test
    void everybody_finds_something_in_every_list_and_statistic() {
        DemoWorld.visit(clock, world -> {
            world.load(SMALL, false);
            check(world, world.admin());
            check(world, world.signedIn("manager1"));
            check(world, world.signedIn("manager2"));
            for (int i = 1; i <= 10; i++) {
                check(world, world.signedIn("sales" + i));
            }
        });
    }

    private static void check(DemoWorld world, Actor actor) {
        List<Customer> customers =
                world.bean(Customers.class).list(actor, Filter.EVERYTHING, PAGE).rows();
        assertThat(customers).as(actor.username()).hasSizeGreaterThan(3);
        assertThat(world.bean(Pool.class).list(actor, Filter.EVERYTHING, PAGE).rows())
                .hasSizeGreaterThan(5);
        assertThat(world.bean(Pool.class).myClaims(actor, PAGE).rows()).isNotEmpty();
        assertThat(world.bean(Approvals.class).mine(actor, PAGE).rows()).isNotEmpty();
        assertThat(world.bean(Ownership.class)
                        .history(actor, customers.getFirst().uuid()))
                .isNotEmpty();
        assertThat(world.bean(Activities.class).of(actor, customers.getLast().uuid()))
                .isNotEmpty();
        Stats stats = world.bean(Stats.class);
        Dashboard dashboard = stats.dashboard(actor);
        assertThat(dashboard.summary().following()).isPositive();
        assertThat(dashboard.summary().won()).isPositive();
        assertThat(dashboard.expiring()).as(actor.username()).isNotEmpty();
        assertThat(stats.bySource(actor, EVER)).isNotEmpty();
        assertThat(stats.byIndustry(actor, EVER)).isNotEmpty();
        assertThat(stats.pool(actor).top()).isNotEmpty();
        assertThat(stats.pool(actor).monthClaims()).isNotNegative();
        if (actor.role() != Role.SALES) {
            assertThat(world.bean(Approvals.class).pending(actor, PAGE).rows())
                    .as(actor.username())
                    .isNotEmpty();
            for (Period period : Period.values()) {
                TeamStats team = stats.team(actor, EVER, period);
                assertThat(team.members()).hasSizeGreaterThan(5).anyMatch(member -> member.activeDays() > 0);
                assertThat(team.timeline()).isNotEmpty();
            }
        }
    }

    @Test
    void five_thousand_customers_could_have_happened() {
        DemoWorld.visit(clock, world -> {
            world.load(LARGER, true);
            assertThat(world.count("select from customer where tenant_id = ?")).isEqualTo(5_000);
            assertThat(world.count("select from activity where tenant_id = ?")).isBetween(14_000L, 16_000L);
            NEVER.forEach(never -> assertThat(world.count(never)).as(never).isZero());
            assertThat(share(world, "owner_id is null")).isBetween(0.06, 0.10);
            assertThat(share(world, "status = 'won'")).isBetween(0.16, 0.23);
            assertThat(share(world, "status = 'lost'")).isBetween(0.11, 0.17);
            assertThat(world.count("select from customer where tenant_id = ? and reported_at > '" + now + "'"))
                    .isZero();
        });
    }

    /** What no company that Haina serves can have. */
    private static final List<String> NEVER = List.of(
            "select from customer where tenant_id = ? and owner_id is not null and status <> 'won' and protected_until <= now()",
            """
            select from customer c where c.tenant_id = ? and exists (select from field_setting f
                where f.tenant_id = c.tenant_id and f.kind = 'customer'
                    and (f.name = 'industry' and c.industry <> all (f.options)
                        or f.name = 'source' and c.source <> all (f.options)))""",
            """
            select from customer c left join protection p
                on p.tenant_id = c.tenant_id and p.customer_id = c.id and p.ended_at is null
            where c.tenant_id = ? and (c.owner_id, c.protected_until) is distinct from (p.holder_id, p.until_at)""",
            """
            select from (select from_at, ended_at, lag(ended_at) over w as before, lag(1) over w as has_before
                from protection where tenant_id = ? window w as (partition by customer_id order by from_at, id)) p
            where ended_at < from_at or has_before = 1 and (before is null or before > from_at)""",
            "select from protection where tenant_id = ? and (ended_at > until_at or until_at <= from_at)",
            """
            select from protection p
            where p.tenant_id = ? and p.until_at - (select coalesce(sum(days), 0) * interval '1 day'
                from protection_extension e where e.tenant_id = p.tenant_id and e.protection_id = p.id)
                <> (date_trunc('second', p.from_at) at time zone 'Asia/Shanghai' + interval '1 month') at time zone 'Asia/Shanghai'""",
            """
            select from customer c where c.tenant_id = ? and c.claim_count <>
                (select count(*) from claim k where k.tenant_id = c.tenant_id and k.customer_id = c.id)""",
            """
            select from claim k left join protection p on p.tenant_id = k.tenant_id and p.customer_id = k.customer_id
                and p.holder_id = k.staff_id and p.from_at = k.claimed_at and p.rule = 'claim'
            where k.tenant_id = ? and p.id is null""",
            """
            select from release r left join protection p on p.tenant_id = r.tenant_id and p.customer_id = r.customer_id
                and p.holder_id = r.former_owner_id and p.ended_at = r.released_at
            where r.tenant_id = ? and p.id is null""",
            """
            select from claim_day d where d.tenant_id = ? and (d.made > 5 or d.made <> (select count(*) from claim k
                where k.tenant_id = d.tenant_id and k.staff_id = d.staff_id and k.claimed_on = d.day))""",
            "select from claim where tenant_id = ? and claimed_on <> (claimed_at at time zone 'Asia/Shanghai')::date",
            "select from customer where tenant_id = ? and reported_on <> (reported_at at time zone 'Asia/Shanghai')::date",
            "select from activity where tenant_id = ? and happened_on <> (happened_at at time zone 'Asia/Shanghai')::date",
            """
            select from customer c where c.tenant_id = ? and c.last_activity_at is distinct from
                (select max(happened_at) from activity a where a.tenant_id = c.tenant_id and a.customer_id = c.id)""",
            """
            select from activity a where a.tenant_id = ? and not exists (select from protection p
                where p.tenant_id = a.tenant_id and p.customer_id = a.customer_id and p.holder_id = a.staff_id
                and a.happened_at between p.from_at and coalesce(p.ended_at, now()))""",
            """
            select from approval a left join staff d on d.tenant_id = a.tenant_id and d.id = a.decided_by
            where a.tenant_id = ? and a.status <> 'pending' and (a.decided_at < a.created_at
                or d.role = 'SALES' or d.role = 'SALES_MANAGER' and d.team_id is distinct from a.applicant_team_id)""",
            """
            select from approval a left join protection_extension e on e.tenant_id = a.tenant_id and e.approval_id = a.id
            where a.tenant_id = ? and (a.kind = 'extension' and a.status = 'approved') <> (e.id is not null)""",
            """
            select from customer c where c.tenant_id = ? and c.owner_id is not null and c.team_id is distinct from
                (select s.team_id from staff s where s.tenant_id = c.tenant_id and s.id = c.owner_id)""",
            """
            select from customer c where c.tenant_id = ? and not exists (select from contact x
                where x.tenant_id = c.tenant_id and x.customer_id = c.id and x.is_primary)""");

    private static double share(DemoWorld world, String condition) {
        return world.count("select from customer where tenant_id = ? and " + condition) / 5_000.0;
    }

    @Test
    void the_statistics_are_what_counting_gives() {
        DemoWorld.visit(clock, world -> {
            world.load(SMALL, false);
            for (Actor actor : List.of(world.admin(), world.signedIn("manager1"), world.signedIn("sales1"))) {
                String reach = switch (actor.role()) {
                    case ADMIN -> "owner_id is not null";
                    case SALES_MANAGER -> "team_id = " + actor.teamId();
                    case SALES -> "owner_id = " + actor.staffId();
                };
                Figures figures = world.bean(Stats.class).dashboard(actor).summary();
                assertThat(figures)
                        .isEqualTo(new Figures(
                                count(world, reach),
                                count(world, reach + " and status = 'following'"),
                                count(world, reach + " and status = 'won'"),
                                count(world, reach + " and status = 'lost'")));
                assertThat(world.bean(Customers.class)
                                .list(actor, Filter.EVERYTHING, PAGE)
                                .total())
                        .isEqualTo(figures.total());
            }
            assertThat(world.bean(Stats.class).pool(world.admin()).total()).isEqualTo(count(world, "owner_id is null"));
        });
    }

    private static long count(DemoWorld world, String condition) {
        return world.count("select from customer where tenant_id = ? and " + condition);
    }
}
