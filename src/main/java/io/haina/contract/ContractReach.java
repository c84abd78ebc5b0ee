package io.haina.contract;

import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways by which people reach contracts: their own and those of the people they see; those of the customers that these
 * hold; and what they follow. Each way has an index by time, so each is read for itself, and the results are united.
 */
final class ContractReach {

    private static final FilterSql OWNED = filters("k.dated_at", "k.tenant_id", "k.owner_id", "k.team_id");
    private static final FilterSql HELD = filters("k.dated_at", "k.tenant_id", "k.holder_id", "k.holder_team_id");
    private static final FilterSql FOLLOWED = filters("f.dated_at", "f.tenant_id", "f.staff_id", "k.team_id");

    private static final String FOLLOWING =
            "contract_follower f join contract k on k.tenant_id = f.tenant_id and k.id = f.contract_id";

    private ContractReach() {}

    private static FilterSql filters(String datedAt, String tenant, String holder, String team) {
        return new FilterSql(
                new Layout(ContractFields.narrowedBy(datedAt), tenant, holder, team, Layout.TextSearch.none()));
    }

    /**
     * Selects columns of the contracts, named k, of each way, without repeating any.
     *
     * @param scoped what the actor sees of others' and his own
     * @param followed what the actor follows
     * @param each follows the conditions of every way
     */
    static SqlText select(String columns, Scoped scoped, Scoped followed, SqlText each) {
        List<SqlText> ways = new ArrayList<>();
        ways.add(way("contract k", OWNED.where(scoped.filter())));
        if (!seesAll(scoped.filter())) {
            ways.add(way("contract k", HELD.where(scoped.filter())));
            ways.add(way(FOLLOWING, FOLLOWED.where(followed.filter())));
        }
        SqlText sql = new SqlText();
        String union = "";
        for (SqlText way : ways) {
            sql.add(union + "(select " + columns).add(way).add(each).add(")");
            union = "\nunion ";
        }
        return sql;
    }

    private static SqlText way(String from, SqlText condition) {
        return new SqlText().add(" from " + from + " where ").add(condition).add(" and k.deleted_at is null");
    }

    /** A contract always has an owner, so whoever sees all that is held needs no other way. */
    private static boolean seesAll(Filter filter) {
        return switch (filter) {
            case Filter.Held() -> true;
            case Filter.All(List<Filter> parts) -> parts.stream().anyMatch(ContractReach::seesAll);
            default -> false;
        };
    }

    /** The condition that a contract, named k, is one that the permit's holder may change. */
    static SqlText condition(Permit permit) {
        return new SqlText()
                .add("(")
                .add(OWNED.where(permit.reach()))
                .add(" or ")
                .add(HELD.where(permit.reach()))
                .add(") and k.deleted_at is null");
    }
}
