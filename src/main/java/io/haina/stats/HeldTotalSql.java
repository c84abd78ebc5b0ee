package io.haina.stats;

import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** As {@link TotalSql}, of the kinds of which is counted alone how many are held: leads, contacts and opportunities. */
final class HeldTotalSql {

    /** What says of a lead whether it has become a customer. */
    private static final String CONVERTED = "converted";

    private HeldTotalSql() {}

    /** A scalar subquery: how many records pass. Empty where tallies cannot tell. */
    static Optional<SqlText> of(RecordKind kind, Filter filter) {
        return of(measures(kind), kind == RecordKind.LEAD, filter);
    }

    /** The same of what is no kind of the catalogues and is counted under a measure of its own. */
    static Optional<SqlText> of(String measure, Filter filter) {
        return of(new TreeSet<>(Set.of(measure)), false, filter);
    }

    private static Optional<SqlText> of(Set<String> measures, boolean leads, Filter filter) {
        List<Filter> parts = filter instanceof Filter.All(List<Filter> all) ? all : List.of(filter);
        OptionalLong tenant = OptionalLong.empty();
        Set<Filter> holders = new HashSet<>();
        for (Filter part : parts) {
            switch (part) {
                case Filter.InTenant(long id) -> tenant = OptionalLong.of(id);
                case Filter.Is is
                when leads && is.field().equals(CONVERTED) ->
                    measures.removeIf(measure -> !is.values().contains(measure.equals("converted_lead")));
                default -> holders.add(part);
            }
        }
        if (holders.size() > 1) {
            holders.remove(new Filter.Held());
        }
        if (tenant.isEmpty() || holders.size() != 1 || measures.isEmpty()) {
            return Optional.empty();
        }
        return Scope.of(tenant.getAsLong(), holders.iterator().next()).map(scope -> sql(scope, measures));
    }

    private static Set<String> measures(RecordKind kind) {
        return new TreeSet<>(
                switch (kind) {
                    case LEAD -> List.of("lead", "converted_lead");
                    case CONTACT -> List.of("contact");
                    case OPPORTUNITY -> List.of("opportunity");
                    case CUSTOMER, PRODUCT -> List.of();
                });
    }

    private static SqlText sql(Scope scope, Set<String> measures) {
        List<String> wanted = new ArrayList<>(measures);
        String any = "(" + "?, ".repeat(wanted.size() - 1) + "?)";
        return new SqlText()
                .add("(select coalesce(sum(tallied.n), 0)::bigint from (select t.n from tally t where ")
                .add(scope.rows("t", ""))
                .add(
                        " and t.span = 'all' and t.start = date '0001-01-01' and t.value = '' and t.measure in " + any,
                        wanted.toArray())
                .add(" union all select d.n from tally_delta d where ")
                .add(scope.deltas("d"))
                .add(" and d.measure in " + any + ") tallied)", wanted.toArray());
    }
}
