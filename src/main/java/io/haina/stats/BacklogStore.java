package io.haina.stats;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;

/** Counts what waits for one person: it costs as much as that person holds, which an index finds. */
@Repository
class BacklogStore {

    private static final int CONTRACT_DAYS = 30;

    private final Sql sql;

    BacklogStore(Sql sql) {
        this.sql = sql;
    }

    /** @param scoped one person's own */
    Backlog backlog(Scoped scoped, Instant now) {
        Scope scope = Scope.of(scoped);
        Tenant tenant = scoped.actor().tenant();
        SqlText statement = new SqlText()
                .add("select l.today as leads, l.untouched as leads_untouched, c.today as customers,"
                        + " c.untouched as customers_untouched, c.expiring, p.today as contacts, o.today as opportunities,"
                        + " k.ending as contracts_ending from")
                .add(" (select ")
                .add(due(tenant, now))
                .add(", count(*) filter (where r.last_activity_at is null) as untouched from lead r where ")
                .add(held(scope))
                .add(" and r.converted_at is null) l,\n(select ")
                .add(due(tenant, now))
                .add(", count(*) filter (where r.last_activity_at is null and r.status = 'following') as untouched")
                .add(
                        ", count(*) filter (where r.status <> 'won' and not r.locked"
                                + " and r.protected_until > ? and r.protected_until <= ?) as expiring from customer r where ",
                        at(now),
                        at(tenant.expiringUntil(now)))
                .add(held(scope))
                .add(") c,\n(select ")
                .add(due(tenant, now))
                .add(" from contact r where ")
                .add(held(scope))
                .add(") p,\n(select ")
                .add(due(tenant, now))
                .add(" from opportunity r where ")
                .add(held(scope))
                .add(" and r.outcome is null) o,\n(select count(*) as ending from contract r where ")
                .add(held(scope))
                .add(
                        " and r.ages_until >= ? and r.ages_until < ?) k",
                        at(now),
                        at(tenant.dayOf(now)
                                .plusDays(CONTRACT_DAYS + 1L)
                                .atStartOfDay(tenant.zone())
                                .toInstant()));
        return sql.row(
                        statement,
                        (row, n) -> new Backlog(
                                row.getLong("leads"),
                                row.getLong("customers"),
                                row.getLong("contacts"),
                                row.getLong("opportunities"),
                                row.getLong("leads_untouched"),
                                row.getLong("customers_untouched"),
                                row.getLong("expiring"),
                                row.getLong("contracts_ending")))
                .orElseThrow();
    }

    private static SqlText due(Tenant tenant, Instant now) {
        LocalDate today = tenant.dayOf(now);
        return new SqlText()
                .add(
                        "count(*) filter (where r.next_contact_at >= ? and r.next_contact_at < ?) as today",
                        at(today.atStartOfDay(tenant.zone()).toInstant()),
                        at(today.plusDays(1).atStartOfDay(tenant.zone()).toInstant()));
    }

    private static SqlText held(Scope scope) {
        return scope.holds("r", "owner_id").add(" and r.owner_id is not null and r.deleted_at is null");
    }
}
