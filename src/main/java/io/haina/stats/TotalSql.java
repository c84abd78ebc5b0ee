package io.haina.stats;

import io.haina.database.SqlText;
import io.haina.filter.Filter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns a filter whose total the tallies know into a subquery that reads a few of their rows. */
final class TotalSql {

    private static final List<String> HELD = List.of("following", "won", "lost");
    private static final Set<String> FACETS = Set.of("industry", "region", "source");

    private TotalSql() {}

    /** A scalar subquery: how many records pass. Empty where tallies cannot tell. */
    static Optional<SqlText> of(Filter filter) {
        List<Filter> parts = filter instanceof Filter.All(List<Filter> all) ? all : List.of(filter);
        Set<Long> tenants = new HashSet<>();
        Set<Filter> holders = new HashSet<>();
        Set<Filter.Is> statuses = new HashSet<>();
        Set<Filter.Is> facets = new HashSet<>();
        for (Filter part : parts) {
            switch (part) {
                case Filter.InTenant(long id) -> tenants.add(id);
                case Filter.Held held -> holders.add(held);
                case Filter.HeldBy by -> holders.add(by);
                case Filter.HeldByTeam by -> holders.add(by);
                case Filter.HeldByThoseUnder by -> holders.add(by);
                case Filter.HeldInDepartment in -> holders.add(in);
                case Filter.InOpenPool open -> holders.add(open);
                case Filter.InPool pool -> holders.add(pool);
                case Filter.Is is when is.field().equals("status") -> statuses.add(is);
                case Filter.Is is when FACETS.contains(is.field()) -> facets.add(is);
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (holders.stream().noneMatch(TotalSql::pooled) && holders.size() > 1) {
            holders.remove(new Filter.Held());
        } else if (holders.stream().allMatch(TotalSql::pooled) && holders.size() > 1) {
            holders.remove(new Filter.InPool());
        }
        return tenants.size() == 1 && holders.size() == 1 && statuses.size() <= 1 && facets.size() <= 1
                ? of(tenants.iterator().next(), holders.iterator().next(), statuses, facets)
                : Optional.empty();
    }

    private static boolean pooled(Filter holder) {
        return holder instanceof Filter.InPool || holder instanceof Filter.InOpenPool;
    }

    private static Optional<SqlText> of(long tenant, Filter holder, Set<Filter.Is> statuses, Set<Filter.Is> facets) {
        boolean pooled = pooled(holder);
        Scope scope = holder instanceof Filter.InPool
                ? Scope.tenant(tenant)
                : Scope.of(tenant, holder).orElseThrow();
        Set<String> measures = new TreeSet<>(pooled ? List.of("pooled") : HELD);
        for (Filter.Is is : statuses) {
            if (pooled) {
                return Optional.empty();
            }
            measures.removeIf(measure -> !is.values().contains(measure));
        }
        String facet = "";
        String value = "";
        for (Filter.Is is : facets) {
            if (is.values().size() != 1 || !(is.values().iterator().next() instanceof String only) || only.isEmpty()) {
                return Optional.empty();
            }
            facet = is.field();
            value = only;
        }
        return Optional.of(sql(scope, measures, facet, value));
    }

    private static SqlText sql(Scope scope, Set<String> measures, String facet, String value) {
        Object[] wanted = measures.toArray();
        String any = measures.isEmpty() ? "(null)" : "(" + "?, ".repeat(wanted.length - 1) + "?)";
        SqlText sql = new SqlText()
                .add("(select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where ")
                .add(scope.rows("t", facet))
                .add(" and t.span = 'all' and t.start = date '0001-01-01' and t.measure in " + any, wanted)
                .add(" and t.value = ? union all select d.n from tally_delta d where ", value)
                .add(scope.deltas("d"))
                .add(" and d.measure in " + any, wanted);
        if (!facet.isEmpty()) {
            sql.add(" and d." + facet + " = ?", value);
        }
        return sql.add(") tallied)");
    }
}
