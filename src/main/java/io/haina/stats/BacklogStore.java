package io.haina.stats;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;

/** Counts what waits for one person: it costs as much as waits, which indexes find. */
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
                .add("select ")
                .add(due("lead", scope, tenant, now))
                .add(" and r.converted_at is null) as leads,\n")
                .add(due("customer", scope, tenant, now))
                .add(") as customers,\n")
                .add(due("contact", scope, tenant, now))
                .add(") as contacts,\n")
                .add(due("opportunity", scope, tenant, now))
                .add(" and r.outcome is null) as opportunities,\n")
                .add(held("lead", scope))
                .add(" and r.last_activity_at is null and r.converted_at is null) as leads_untouched,\n")
                .add(held("customer", scope))
                .add(" and r.last_activity_at is null and r.status = 'following') as customers_untouched,\n")
                .add(held("customer", scope))
                .add(
                        " and r.status <> 'won' and not r.locked and r.protected_until > ?"
                                + " and r.protected_until <= ?) as expiring,\n",
                        at(now),
                        at(tenant.expiringUntil(now)))
                .add(held("contract", scope))
                .add(
                        " and r.ages_until >= ? and r.ages_until < ?) as contracts_ending",
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

    /** Counts what is held and due on this day; its bracket is still open. */
    private static SqlText due(String table, Scope scope, Tenant tenant, Instant now) {
        LocalDate today = tenant.dayOf(now);
        return held(table, scope)
                .add(
                        " and r.next_contact_at >= ? and r.next_contact_at < ?",
                        at(today.atStartOfDay(tenant.zone()).toInstant()),
                        at(today.plusDays(1).atStartOfDay(tenant.zone()).toInstant()));
    }

    /** Counts what is held; its bracket is still open. Each count has an index of its own. */
    private static SqlText held(String table, Scope scope) {
        return new SqlText()
                .add("(select count(*) from " + table + " r where ")
                .add(scope.holds("r", "owner_id"))
                .add(" and r.owner_id is not null and r.deleted_at is null");
    }
}
