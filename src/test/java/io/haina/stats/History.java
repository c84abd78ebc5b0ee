package io.haina.stats;

import io.haina.access.Actor;
import io.haina.activity.Activities;
import io.haina.activity.ActivityDraft;
import io.haina.activity.ActivityKind;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.pool.Pool;
import io.haina.problem.Refused;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A company whose people do one random thing after the other, in a past that ends now. */
final class History {

    private static final List<@Nullable String> INDUSTRIES = java.util.Arrays.asList("互联网/软件", "制造业", "金融", null);
    private static final List<@Nullable String> SOURCES = java.util.Arrays.asList("展会", "转介绍", null);
    private static final List<@Nullable String> REGIONS = java.util.Arrays.asList("北京", "上海", null);

    private final HainaServer server = HainaServer.get();
    private final JdbcTemplate jdbc = server.jdbc();
    private final TestCompany company = TestCompany.create();
    private final Random random;
    private final Tenant tenant;
    private int reports;

    History(long seed) {
        this.random = new Random(seed);
        Tenant made = company.tenant();
        this.tenant = new Tenant(
                made.id(),
                made.name(),
                made.zone(),
                java.time.Period.ofYears(10),
                50,
                java.time.Period.ofYears(11),
                made.coolDown(),
                made.maximumHeld(),
                made.salesScope(),
                made.managerScope(),
                made.fieldsVersion());
        company.hire("loner-" + company.number(), Role.SALES_MANAGER, null);
    }

    long tenantId() {
        return tenant.id();
    }

    /** Everybody, as they are now, with protections so long that none ends in the test. */
    List<Actor> actors() {
        return jdbc.query(
                "select * from staff where tenant_id = ? order by id",
                (row, n) -> new Actor(
                        tenant,
                        row.getLong("id"),
                        row.getObject("uuid", UUID.class),
                        row.getString("username"),
                        row.getString("real_name"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("team_id", Long.class),
                        row.getObject("department_id", Long.class),
                        0),
                tenant.id());
    }

    /** Does some things, one after the other, each at a later instant than the one before. */
    void go(int steps, Instant from, Duration pace) {
        Instant at = from;
        for (int n = 0; n < steps; n++) {
            at = at.plusSeconds(random.nextLong(pace.toSeconds() * 2));
            server.clock().moveTo(at);
            List<Actor> actors = actors();
            try {
                step(actors.get(random.nextInt(actors.size())));
            } catch (Refused refused) {
                // What is refused changes nothing, and there is enough that is not.
            }
        }
    }

    private void step(Actor actor) {
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> report(actor);
            case 4, 5 ->
                server.bean(Customers.class)
                        .changeStatus(actor, anyCustomer(), CustomerStatus.values()[random.nextInt(3)]);
            case 6, 7 ->
                server.bean(Activities.class)
                        .add(actor, new ActivityDraft(anyCustomer(), ActivityKind.CALL, "说了说", null));
            case 8 -> server.bean(Pool.class).release(actor, anyCustomer(), "没有计划");
            case 9 -> server.bean(Pool.class).claim(actor, anyCustomer());
            case 10 -> {
                if (random.nextInt(3) == 0) {
                    server.bean(Customers.class).delete(actor, anyCustomer());
                }
            }
            case 11 -> handOver(actor);
            case 12 -> change(actor);
            default -> moveTeam(actor);
        }
    }

    private void report(Actor actor) {
        String name = "第" + reports++ + "号客户" + Long.toString(random.nextLong(1L << 40), 36) + "有限公司";
        server.bean(Customers.class)
                .report(actor, new CustomerDraft(name, any(INDUSTRIES), any(REGIONS), any(SOURCES), null, null, null));
    }

    private void handOver(Actor to) {
        jdbc.update(
                "update customer set owner_id = ?, team_id = ? where tenant_id = ? and uuid = ? and owner_id is not null",
                to.staffId(),
                to.teamId(),
                tenant.id(),
                anyCustomer());
    }

    private void change(Actor actor) {
        switch (random.nextInt(4)) {
            case 0 ->
                jdbc.update(
                        "update customer set industry = ?, source = ?, region = ? where tenant_id = ? and uuid = ?",
                        any(INDUSTRIES),
                        any(SOURCES),
                        any(REGIONS),
                        tenant.id(),
                        anyCustomer());
            case 1 ->
                jdbc.update(
                        "update customer set deleted_at = null where tenant_id = ? and uuid = ?",
                        tenant.id(),
                        anyCustomer());
            case 2 ->
                jdbc.update(
                        "update customer set reported_on = reported_on - ? where tenant_id = ? and uuid = ?",
                        random.nextInt(40),
                        tenant.id(),
                        anyCustomer());
            default ->
                jdbc.update(
                        "update staff set disabled_at = case when disabled_at is null then now() end"
                                + " where tenant_id = ? and id = ?",
                        tenant.id(),
                        actor.staffId());
        }
    }

    private void moveTeam(Actor actor) {
        if (actor.role() != Role.SALES) {
            return;
        }
        Long team = random.nextInt(5) == 0
                ? null
                : jdbc.queryForObject(
                        "select id from team where tenant_id = ? order by random() limit 1", Long.class, tenant.id());
        server.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(tx -> {
                    jdbc.update(
                            "update staff set team_id = ? where tenant_id = ? and id = ?",
                            team,
                            tenant.id(),
                            actor.staffId());
                    jdbc.update(
                            "update customer set team_id = ? where tenant_id = ? and owner_id = ?",
                            team,
                            tenant.id(),
                            actor.staffId());
                });
    }

    private UUID anyCustomer() {
        List<UUID> all =
                jdbc.queryForList("select uuid from customer where tenant_id = ? order by id", UUID.class, tenant.id());
        return all.isEmpty() ? UUID.randomUUID() : all.get(random.nextInt(all.size()));
    }

    private @Nullable String any(List<@Nullable String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
