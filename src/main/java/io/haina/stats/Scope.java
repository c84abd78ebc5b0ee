package io.haina.stats;

import io.haina.access.Scoped;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import java.util.List;
import java.util.Optional;

/** Whose figures a tally row counts: those of a tenant, a team or a person, which is how far an actor's reach can go. */
record Scope(Kind kind, long tenantId, long id) {

    enum Kind {
        TENANT,
        TEAM,
        STAFF;

        /** As the tally names it. */
        String key() {
            return switch (this) {
                case TENANT -> "tenant";
                case TEAM -> "team";
                case STAFF -> "staff";
            };
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
                .add(
                        "%1$s.tenant_id = ? and %1$s.scope = ? and %1$s.scope_id = ? and %1$s.facet = ?".formatted(row),
                        tenantId,
                        kind.key(),
                        id,
                        facet);
    }

    /** The condition for rows of a table, by its alias, that say whose they are: a delta's, a customer's. */
    SqlText holds(String row, String person) {
        SqlText sql = new SqlText().add(row + ".tenant_id = ?", tenantId);
        return switch (kind) {
            case TENANT -> sql;
            case TEAM -> sql.add(" and " + row + ".team_id = ?", id);
            case STAFF -> sql.add(" and " + row + "." + person + " = ?", id);
        };
    }

    /** Selects the ids of the people of this scope. */
    SqlText people() {
        return new SqlText().add("select s.id from staff s where ").add(holds("s", "id"));
    }
}
