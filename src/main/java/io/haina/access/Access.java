package io.haina.access;

import io.haina.filter.Filter;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.List;

/** Turns the policy of {@link UseCase} into permits and scoped queries; the only place where either is made. */
public final class Access {

    private Access() {}

    /** The right to write for a use case. @throws Refused if the actor's role has no part in it */
    public static Permit permit(Actor actor, UseCase useCase) {
        return new Permit(actor, useCase, reach(actor, useCase));
    }

    /** A query for what the actor may see. @throws Refused if the actor's role has no part in the use case */
    public static Scoped scoped(Actor actor, UseCase useCase, Filter wish) {
        return new Scoped(actor, reach(actor, useCase), wish);
    }

    /** A query for all that the actor may see in a use case. */
    public static Scoped scoped(Actor actor, UseCase useCase) {
        return scoped(actor, useCase, Filter.EVERYTHING);
    }

    private static Filter reach(Actor actor, UseCase useCase) {
        if (!useCase.roles().contains(actor.role())) {
            throw new Refused(new Problem.RoleRequired(useCase.roles()));
        }
        Filter tenant = new Filter.InTenant(actor.tenantId());
        return switch (useCase.breadth()) {
            case TENANT -> tenant;
            case OWN -> Filter.all(tenant, new Filter.HeldBy(actor.staffId()));
            case POOL -> Filter.all(tenant, new Filter.InPool());
            case HELD -> Filter.all(tenant, held(actor));
            case HELD_OR_POOL -> Filter.all(tenant, new Filter.Any(List.of(held(actor), new Filter.InPool())));
        };
    }

    private static Filter held(Actor actor) {
        Long team = actor.teamId();
        return switch (actor.role()) {
            case ADMIN -> new Filter.Held();
            case SALES_MANAGER -> team == null ? new Filter.HeldBy(actor.staffId()) : new Filter.HeldByTeam(team);
            case SALES -> new Filter.HeldBy(actor.staffId());
        };
    }
}
