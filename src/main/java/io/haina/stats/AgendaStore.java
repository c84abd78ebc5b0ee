package io.haina.stats;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.stats.Agenda.FollowUp;
import io.haina.stats.Agenda.Match;
import io.haina.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what a person had best do: it costs as much as that person holds, and what lies in pools is found by indexes. */
@Repository
class AgendaStore {

    /** So many of each pool are looked at for each likeness. */
    private static final int CANDIDATES = 30;

    private static final List<RecordKind> FOLLOWED =
            List.of(RecordKind.LEAD, RecordKind.CUSTOMER, RecordKind.CONTACT, RecordKind.OPPORTUNITY);

    private final Sql sql;

    AgendaStore(Sql sql) {
        this.sql = sql;
    }

    /** @param own one person's own */
    List<FollowUp> followUps(Scoped own, Instant now) {
        Tenant tenant = own.actor().tenant();
        LocalDate today = tenant.dayOf(now);
        Instant start = today.atStartOfDay(tenant.zone()).toInstant();
        Instant end = today.plusDays(1).atStartOfDay(tenant.zone()).toInstant();
        SqlText statement = new SqlText().add("select x.*, x.next_contact_at < ? as overdue from (", at(start));
        String union = "";
        for (RecordKind kind : FOLLOWED) {
            statement
                    .add(union)
                    .add(followUps(own, kind))
                    .add(" and r.next_contact_at >= ? and r.next_contact_at < ?", at(start), at(end))
                    .add(" order by r.next_contact_at, r.id limit " + Agenda.MOST_FOLLOW_UPS + ")\nunion all ")
                    .add(followUps(own, kind))
                    .add(" and r.next_contact_at < ?", at(start))
                    .add(" order by r.next_contact_at desc, r.id limit " + Agenda.MOST_FOLLOW_UPS + ")");
            union = "\nunion all ";
        }
        statement
                .add(") x order by overdue, abs(extract(epoch from x.next_contact_at - ?)), x.kind, x.id", at(start))
                .add(" limit " + Agenda.MOST_FOLLOW_UPS);
        return sql.rows(
                statement,
                (row, n) -> new FollowUp(
                        RecordKind.valueOf(row.getString("kind")),
                        row.getLong("id"),
                        row.getString("name"),
                        Rows.instant(row, "next_contact_at"),
                        row.getBoolean("overdue")));
    }

    /** Selects what is to be followed up; its bracket is still open. Each part of it is read no further than is shown. */
    private static SqlText followUps(Scoped own, RecordKind kind) {
        return new SqlText()
                .add("(select '" + kind.name() + "' as kind, r.id, coalesce(r.name, '') as name,"
                        + " r.next_contact_at from " + kind.key() + " r where ")
                .add(Scope.of(own).holds("r", "owner_id"))
                .add(" and r.owner_id is not null and r.deleted_at is null")
                .add(" and (r.last_activity_at is null or r.last_activity_at < r.next_contact_at)" + open(kind));
    }

    private static String open(RecordKind kind) {
        return switch (kind) {
            case LEAD -> " and r.converted_at is null";
            case OPPORTUNITY -> " and r.outcome is null";
            case CUSTOMER, CONTACT, PRODUCT -> "";
        };
    }

    /** @param own one person's own */
    List<Expiring> expiring(Scoped own, Instant now) {
        return sql.rows(
                new SqlText()
                        .add(
                                "select c.id, c.uuid, c.name, c.protected_until, c.industry, c.region from customer c where ")
                        .add(Scope.of(own).holds("c", "owner_id"))
                        .add("""
                                 and c.deleted_at is null and c.owner_id is not null and c.status <> 'won'
                                    and not c.locked and c.protected_until > ? and c.protected_until <= ?
                                order by c.protected_until, c.id limit\s""", at(now), at(own.actor().tenant().expiringUntil(now)))
                        .add(String.valueOf(Dashboard.MAXIMUM_EXPIRING)),
                (row, n) -> new Expiring(
                        row.getLong("id"),
                        Rows.uuid(row, "uuid"),
                        row.getString("name"),
                        Rows.instant(row, "protected_until"),
                        row.getString("industry"),
                        row.getString("region")));
    }

    /** The industry and the region that most of the customers have which a person holds; none where they have none. */
    Map<String, String> usual(Scoped own) {
        Scope scope = Scope.of(own);
        SqlText statement = new SqlText().add("select distinct on (facet) facet, value from (");
        String union = "";
        for (String facet : List.of("industry", "region")) {
            statement
                    .add(union + "select t.facet, t.value, t.n from tally t where ")
                    .add(scope.rows("t", facet))
                    .add(
                            " and t.span = 'all' and t.start = date '0001-01-01' and t.measure in ('following', 'won', 'lost')")
                    .add("\nunion all select '" + facet + "', d." + facet + ", d.n from tally_delta d where ")
                    .add(scope.deltas("d"))
                    .add(" and d.measure in ('following', 'won', 'lost')");
            union = "\nunion all ";
        }
        statement.add(
                ") x where value <> '' group by facet, value having sum(n) > 0 order by facet, sum(n) desc, value");
        return sql.rows(statement, (row, n) -> Map.entry(row.getString("facet"), row.getString("value"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Customers of the pools that a query reaches which are of an industry or of a region; null for none. */
    List<Match> matches(Scoped pools, @Nullable String industry, @Nullable String region) {
        if (industry == null && region == null) {
            return List.of();
        }
        SqlText statement = new SqlText()
                .add(
                        "select x.*, coalesce(x.industry = ?, false) as same_industry, coalesce(x.region = ?, false)"
                                + " as same_region from (",
                        industry,
                        region);
        if (industry != null) {
            statement.add(alike(pools.actor(), "industry", industry));
        }
        if (region != null) {
            statement.add(industry == null ? "" : "\nunion ").add(alike(pools.actor(), "region", region));
        }
        // Whoever gave a customer up need not be shown it.
        statement.add(
                ") x where x.last_owner_id is distinct from ? order by coalesce(x.industry = ? and x.region = ?, false) desc,"
                        + " x.pooled_at desc, x.id desc limit " + Agenda.MOST_MATCHES,
                pools.actor().staffId(),
                industry,
                region);
        return sql.rows(
                statement,
                (row, n) -> new Match(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("industry"),
                        row.getString("region"),
                        Rows.instant(row, "pooled_at"),
                        row.getBoolean("same_industry"),
                        row.getBoolean("same_region")));
    }

    private static SqlText alike(Actor actor, String column, String value) {
        return new SqlText()
                .add("""
                        select c.* from unnest((select pools_open_to(?, ?))::bigint[]) as pool (id)
                        cross join lateral (
                            select c.id, c.name, c.industry, c.region, c.pooled_at, c.last_owner_id from customer c
                            where c.tenant_id = ? and c.pool_id = pool.id and c.%s = ? and c.deleted_at is null
                                and c.owner_id is null
                            order by c.pooled_at desc, c.id desc limit %d) c""".formatted(column, CANDIDATES), actor.tenantId(), actor.staffId(), actor.tenantId(), value);
    }
}
