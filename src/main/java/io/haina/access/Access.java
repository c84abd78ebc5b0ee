package io.haina.access;

import io.haina.filter.Filter;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.tenant.AppRight;
import io.haina.tenant.Role;
import io.haina.tenant.TokenScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        Set<AppRight> rights = actor.rights();
        if (rights != null) {
            AppPolicy.check(rights, useCase);
        }
        TokenScope scope = actor.scope();
        if (scope != null) {
            TokenPolicy.check(scope, useCase);
        }
        Filter tenant = new Filter.InTenant(actor.tenantId());
        return switch (useCase.breadth()) {
            case TENANT -> tenant;
            case OWN -> Filter.all(tenant, new Filter.HeldBy(actor.staffId()));
            case OWN_OR_ALL ->
                actor.role() == Role.ADMIN ? tenant : Filter.all(tenant, new Filter.HeldBy(actor.staffId()));
            case POOL -> Filter.all(tenant, pool(actor));
            case HELD -> Filter.all(tenant, actor.held());
            case DIRECTED -> Filter.all(tenant, actor.directed());
            case HELD_OR_ALL -> actor.role() == Role.ADMIN ? tenant : Filter.all(tenant, actor.held());
            case HELD_OR_POOL -> Filter.all(tenant, new Filter.Any(List.of(actor.held(), pool(actor))));
            case HELD_OR_MEMBER -> Filter.all(tenant, any(heldOrShared(actor, false)));
            case HELD_OR_WRITING_MEMBER -> Filter.all(tenant, any(heldOrShared(actor, true)));
            case HELD_OR_MEMBER_OR_POOL -> {
                List<Filter> parts = new ArrayList<>(heldOrShared(actor, false));
                parts.add(pool(actor));
                yield Filter.all(tenant, any(parts));
            }
        };
    }

    /** What is shared has an owner, so whoever sees all that is held sees it anyway. */
    private static List<Filter> heldOrShared(Actor actor, boolean writing) {
        Filter held = actor.held();
        return held instanceof Filter.Held
                ? List.of(held)
                : List.of(held, new Filter.SharedWith(actor.staffId(), writing));
    }

    private static Filter any(List<Filter> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Filter.Any(List.copyOf(parts));
    }

    private static Filter pool(Actor actor) {
        return new Filter.InOpenPool(actor.staffId());
    }
}
