package io.haina.handover;

import io.haina.access.Actor;
import io.haina.pool.Pools;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures handing over what one person holds, on a server of its own. Not a test: run it by its main method, with the
 * number of customers, and anything more to leave the database without a look at the tables; each customer comes with a
 * contact and an opportunity, and there are as many leads.
 */
public final class HandoverMeasure {

    private final JdbcTemplate jdbc = HainaServer.get().jdbc();
    private final TestCompany company = TestCompany.create();
    private final Actor leaver = company.sales().actor();

    private HandoverMeasure() {}

    public static void main(String[] args) {
        new HandoverMeasure().run(Integer.parseInt(args[0]), args.length == 1);
        System.exit(0);
    }

    private void run(int customers, boolean known) {
        fill(customers);
        if (known) {
            analyze();
        }
        Handovers handovers = HainaServer.get().bean(Handovers.class);
        Actor admin = company.admin().actor();
        Actor heir = company.south().getFirst().actor();
        long pool = HainaServer.get().bean(Pools.class).open(admin).getFirst().id();
        timed("preview", () -> handovers.preview(admin, leaver.staffId()).counts());
        HandoverDraft person = HandoverDraft.to(leaver.staffId(), heir.staffId());
        HandedOver first = timed("to a person", () -> handovers.handOver(admin, person));
        timed("undone", () -> handovers.undo(admin, first.id()).undone());
        HandoverDraft both = new HandoverDraft(leaver.staffId(), heir.staffId(), pool, false);
        HandedOver second = timed("into a pool, the rest to a person", () -> handovers.handOver(admin, both));
        timed("undone", () -> handovers.undo(admin, second.id()).undone());
    }

    private static <T> T timed(String what, Supplier<T> doing) {
        long start = System.nanoTime();
        T result = doing.get();
        System.out.printf("%-36s %,8d ms  %s%n", what, (System.nanoTime() - start) / 1_000_000, result);
        return result;
    }

    private void fill(int customers) {
        Object[] values = {company.tenantId(), leaver.staffId(), leaver.teamId(), customers};
        String person =
                "from (values (?::bigint, ?::bigint, ?::bigint)) p (tenant, staff, team), generate_series(1, ?) n";
        jdbc.update("""
                insert into customer (tenant_id, uuid, name, name_key, owner_id, team_id, protected_until, reported_by,
                    reported_at, reported_on, updated_at)
                select tenant, gen_random_uuid(), 'c' || n, 'c' || n, staff, team, now() + interval '20 days', staff,
                    now(), current_date, now()\s""" + person, values);
        jdbc.update(
                "insert into protection (tenant_id, customer_id, holder_id, rule, from_at, until_at)"
                        + " select tenant_id, id, owner_id, 'report', reported_at, protected_until from customer where tenant_id = ?",
                company.tenantId());
        jdbc.update("""
                insert into contact (tenant_id, uuid, customer_id, name, is_primary, owner_id, team_id, created_by,
                    created_at, updated_at)
                select tenant_id, gen_random_uuid(), id, 'p', true, owner_id, team_id, owner_id, now(), now()
                from customer where tenant_id = ?""", company.tenantId());
        jdbc.update("""
                insert into opportunity (tenant_id, uuid, name, customer_id, pipeline_id, stage_id, owner_id, team_id,
                    created_by, created_at, updated_at)
                select c.tenant_id, gen_random_uuid(), 'o', c.id, s.pipeline_id, s.id, c.owner_id, c.team_id, c.owner_id,
                    now(), now()
                from customer c join stage s on s.tenant_id = c.tenant_id and s.position = 1 where c.tenant_id = ?""", company.tenantId());
        jdbc.update("""
                insert into lead (tenant_id, uuid, name, owner_id, team_id, created_by, created_at, updated_at)
                select tenant, gen_random_uuid(), 'l' || n, staff, team, staff, now(), now()\s""" + person, values);
    }

    private void analyze() {
        List.of("customer", "protection", "contact", "opportunity", "lead")
                .forEach(table -> jdbc.execute("vacuum analyze " + table));
    }
}
