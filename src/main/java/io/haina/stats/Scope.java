package io.haina.stats;

import io.haina.access.Scoped;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import java.util.List;
import java.util.Optional;

/**
 * Whose figures are asked for, which can be as much as an actor's reach: those of a tenant, a team, a person, of the people
 * below one or in a department, or of the pools that a person sees. Tallies are kept of the tenant, of each team, person and
 * pool; a scope of many people or pools adds theirs up.
 */
record Scope(Kind kind, long tenantId, long id) {

    enum Kind {
        TENANT("tenant", "team_id", ""),
        TEAM("team", "team_id", ""),
        STAFF("staff", "staff_id", ""),
        UNDER("staff", "staff_id", "staff_under"),
        DEPARTMENT("staff", "staff_id", "staff_in_department"),
        POOLS("pool", "pool_id", "pools_open_to");

        private final String key;
        private final String delta;
        private final String members;

        /**
         * What the tally calls the scope, which column of a delta has its id, and the SQL function that names the ids of a
         * scope of many.
         */
        Kind(String key, String delta, String members) {
            this.key = key;
            this.delta = delta;
            this.members = members;
        }

        /** Whether figures are added up over people. */
        boolean ofPeople() {
            return key.equals("staff");
        }
    }

    static Scope tenant(long tenantId) {
        return new Scope(Kind.TENANT, tenantId, tenantId);
    }

    /** The scope of one part of a filter that says who holds a record; empty for any other part. */
    static Optional<Scope> of(long tenantId, Filter part) {
        return switch (part) {
            case Filter.Held() -> Optional.of(tenant(tenantId));
            case Filter.HeldByTeam(long team) -> Optional.of(new Scope(Kind.TEAM, tenantId, team));
            case Filter.HeldBy(long staff) -> Optional.of(new Scope(Kind.STAFF, tenantId, staff));
            case Filter.HeldByThoseUnder(long staff) -> Optional.of(new Scope(Kind.UNDER, tenantId, staff));
            case Filter.HeldInDepartment(long department) ->
                Optional.of(new Scope(Kind.DEPARTMENT, tenantId, department));
            case Filter.InOpenPool(long staff) -> Optional.of(new Scope(Kind.POOLS, tenantId, staff));
            default -> Optional.empty();
        };
    }

    /** The scope of a query's reach, which must be no more than a tenant and who holds. */
    static Scope of(Scoped scoped) {
        List<Filter> parts = scoped.reach() instanceof Filter.All(List<Filter> all) ? all : List.of();
        List<Scope> scopes = parts.stream()
                .flatMap(part -> of(scoped.actor().tenantId(), part).stream())
                .toList();
        if (scopes.size() != 1 || parts.size() != 2) {
            throw new IllegalArgumentException("no tally counts " + scoped.reach());
        }
        return scopes.getFirst();
    }

    /** The condition for rows of a tally, by its alias, of this scope and of one facet. */
    SqlText rows(String row, String facet) {
        return new SqlText()
                .add("%1$s.tenant_id = ? and %1$s.scope = ?".formatted(row), tenantId, kind.key)
                .add(isMember(row + ".scope_id"))
                .add(" and " + row + ".facet = ?", facet);
    }

    /** The condition for rows of {@code tally_delta}, by its alias. */
    SqlText deltas(String row) {
        SqlText sql = new SqlText().add(row + ".tenant_id = ?", tenantId);
        return kind == Kind.TENANT ? sql : sql.add(isMember(row + "." + kind.delta));
    }

    /** The condition for rows of a table, by its alias, that say in columns {@code team_id} and another whose they are. */
    SqlText holds(String row, String person) {
        SqlText sql = new SqlText().add(row + ".tenant_id = ?", tenantId);
        return kind == Kind.TENANT ? sql : sql.add(isMember(row + "." + (kind == Kind.TEAM ? "team_id" : person)));
    }

    /** A function in a subquery of its own is called once, not for each row. */
    private SqlText isMember(String column) {
        return kind.members.isEmpty()
                ? new SqlText().add(" and " + column + " = ?", id)
                : new SqlText()
                        .add(" and " + column + " = any ((select " + kind.members + "(?, ?))::bigint[])", tenantId, id);
    }

    /** Selects the ids of the people of this scope. */
    SqlText people() {
        return new SqlText().add("select s.id from staff s where ").add(holds("s", "id"));
    }
}
