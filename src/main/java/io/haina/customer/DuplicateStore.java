package io.haina.customer;

import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Finds customers of the same name and of a near one, each by an index. */
@Repository
class DuplicateStore {

    private static final FilterSql FILTERS = new FilterSql(CustomerLayout.LAYOUT);

    private static final String COLUMNS = """
            select c.id, c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
                t.name as team_name""";

    private static final String JOINS = """
            \nleft join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
            left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
            where\s""";

    /**
     * Candidates looked at: enough of the nearer ones need no others. Measured on a million names, for 200 of them with one,
     * two and three characters replaced: 40 and 40 of them found a near name once more for two characters.
     */
    private static final int OF_ONE_EDIT = 16;

    private static final int OF_TWO_EDITS = 24;

    private final Sql sql;

    DuplicateStore(Sql sql) {
        this.sql = sql;
    }

    /** The customer of the same name. */
    Optional<Duplicate> same(Scoped scoped, String name) {
        SqlText statement = new SqlText()
                .add(COLUMNS + " from customer c" + JOINS)
                .add(FILTERS.where(scoped.filter()))
                .add(" and c.deleted_at is null and c.name_key = ?", CustomerNames.key(name));
        return sql.row(statement, (row, n) -> duplicate(row, true));
    }

    private record Candidate(long customer, String core) {}

    /** The nearest customer of a near name, if there is one. */
    Optional<Duplicate> similar(Scoped scoped, String name) {
        long tenant = scoped.actor().tenantId();
        String core = CustomerNames.core(name);
        // Materialised, so that the planner takes the index for all matches and does not bet on meeting the few that
        // are wanted early in the table. Nothing is nearer than the same core, and after it than one of which a
        // character was replaced, inserted or left out: it is looked for no further.
        SqlText statement = new SqlText()
                .add(
                        """
                        with same as materialized (select customer_id, core_name from customer_search
                                where tenant_id = ? and core_name = ? limit 2),
                            one as materialized (select customer_id, core_name from customer_search
                                where tenant_id = ? and near && ?),
                            two as materialized (select customer_id, core_name from customer_search
                                where tenant_id = ? and near && ?),
                            nearer as materialized (select * from one where not exists (select from same) limit %1$d),
                            nearest as materialized (select from nearer n
                                cross join (select ?::text as core) wanted
                                cross join lateral generate_series(1, least(length(n.core_name), length(core)) + 1) i
                                where greatest(length(n.core_name), length(core)) > 2
                                    and left(n.core_name, i - 1) = left(core, i - 1)
                                    and (substr(n.core_name, i + 1) = substr(core, i + 1)
                                        or substr(n.core_name, i + 1) = substr(core, i)
                                        or substr(n.core_name, i) = substr(core, i + 1)) limit 1)
                        select * from same
                        union all select * from nearer
                        union all (select * from two where not exists (select from same) and not exists (select from nearest)
                            and (select count(*) from nearer) < %1$d limit %2$d)""".formatted(OF_ONE_EDIT, OF_TWO_EDITS),
                        tenant,
                        core,
                        tenant,
                        NearKeys.of(tenant, core, 1),
                        tenant,
                        NearKeys.ofTwo(tenant, core),
                        core);
        List<Candidate> candidates =
                sql.rows(statement, (row, n) -> new Candidate(row.getLong("customer_id"), row.getString("core_name")));
        return candidates.stream()
                .filter(candidate -> CustomerNames.near(core, candidate.core()))
                .min(Comparator.comparingInt(candidate -> CustomerNames.distance(core, candidate.core())))
                .flatMap(nearest -> near(scoped, nearest.customer(), name));
    }

    private Optional<Duplicate> near(Scoped scoped, long customer, String name) {
        SqlText statement = new SqlText()
                .add(COLUMNS + " from customer c" + JOINS)
                .add(FILTERS.where(scoped.filter()))
                .add(" and c.deleted_at is null and c.id = ? and c.name_key <> ?", customer, CustomerNames.key(name));
        return sql.row(statement, (row, n) -> duplicate(row, false));
    }

    private static Duplicate duplicate(ResultSet row, boolean exact) throws SQLException {
        return new Duplicate(
                exact,
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("name"),
                row.getString("owner_name"),
                row.getString("team_name"),
                Rows.instant(row, "reported_at"),
                row.getBoolean("pooled"));
    }
}
