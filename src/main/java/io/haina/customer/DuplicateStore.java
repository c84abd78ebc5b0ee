package io.haina.customer;

import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Finds customers of the same name and of a near one, each by an index. */
@Repository
class DuplicateStore {

    private static final FilterSql FILTERS = new FilterSql(CustomerLayout.LAYOUT);

    private static final String COLUMNS = """
            select c.uuid, c.name, c.reported_at, c.owner_id is null as pooled, o.real_name as owner_name,
                t.name as team_name""";

    private static final String JOINS = """
            \nleft join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
            left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
            where\s""";

    /** Candidates looked at for each of one and two edits; at a million names there are rarely more, and any is an answer. */
    private static final int CANDIDATES = 40;

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

    private record Candidate(Duplicate duplicate, String core) {}

    /** The nearest customer of a near name, if there is one. */
    Optional<Duplicate> similar(Scoped scoped, String name) {
        long tenant = scoped.actor().tenantId();
        String core = CustomerNames.core(name);
        SqlText statement = new SqlText()
                .add(
                        COLUMNS + """
                                , s.core_name from (
                                (select tenant_id, customer_id, core_name from customer_search
                                    where tenant_id = ? and core_name = ? limit 2)
                                union all (select tenant_id, customer_id, core_name from customer_search
                                    where tenant_id = ? and near && ? limit ?)
                                union all (select tenant_id, customer_id, core_name from customer_search
                                    where tenant_id = ? and near && ? limit ?)) s
                                join customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id""" + JOINS,
                        tenant,
                        core,
                        tenant,
                        SearchKeys.near(tenant, core, 1),
                        CANDIDATES,
                        tenant,
                        SearchKeys.near(tenant, core),
                        CANDIDATES)
                .add(FILTERS.where(scoped.filter()))
                .add(" and c.deleted_at is null and c.name_key <> ?", CustomerNames.key(name));
        List<Candidate> candidates =
                sql.rows(statement, (row, n) -> new Candidate(duplicate(row, false), row.getString("core_name")));
        return candidates.stream()
                .filter(candidate -> CustomerNames.near(core, candidate.core()))
                .min(Comparator.comparingInt(candidate -> CustomerNames.distance(core, candidate.core())))
                .map(Candidate::duplicate);
    }

    private static Duplicate duplicate(java.sql.ResultSet row, boolean exact) throws java.sql.SQLException {
        return new Duplicate(
                exact,
                Rows.uuid(row, "uuid"),
                row.getString("name"),
                row.getString("owner_name"),
                row.getString("team_name"),
                Rows.instant(row, "reported_at"),
                row.getBoolean("pooled"));
    }
}
