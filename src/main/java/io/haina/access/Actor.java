package io.haina.access;

import io.haina.filter.Filter;
import io.haina.tenant.AppRight;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import io.haina.tenant.TokenScope;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: every use case asks for one first. Made by a doorkeeper from a credential alone, never from what a request
 * claims about its sender.
 *
 * @param sessionId the sign-in that this request belongs to
 * @param teamId the team whose member, and for a sales manager whose head, the actor is; null outside of teams
 * @param departmentId the department that the actor belongs to; null outside of departments
 * @param rights what an app may do; null for a person, who may do what the role allows
 * @param scope how much of that a token of the person's is for; null for a sign-in
 */
public record Actor(
        Tenant tenant,
        long staffId,
        UUID uuid,
        String username,
        String name,
        Role role,
        @Nullable Long teamId,
        @Nullable Long departmentId,
        long sessionId,
        @Nullable Set<AppRight> rights,
        @Nullable TokenScope scope) {

    /** A person, or an app with its rights. */
    public Actor(
            Tenant tenant,
            long staffId,
            UUID uuid,
            String username,
            String name,
            Role role,
            @Nullable Long teamId,
            @Nullable Long departmentId,
            long sessionId,
            @Nullable Set<AppRight> rights) {
        this(tenant, staffId, uuid, username, name, role, teamId, departmentId, sessionId, rights, null);
    }

    /** A person. */
    public Actor(
            Tenant tenant,
            long staffId,
            UUID uuid,
            String username,
            String name,
            Role role,
            @Nullable Long teamId,
            @Nullable Long departmentId,
            long sessionId) {
        this(tenant, staffId, uuid, username, name, role, teamId, departmentId, sessionId, null);
    }

    /** Whether a program acts, through the account that was made for it. */
    public boolean isApp() {
        return rights != null;
    }

    /** Whether a use case is open to the actor, however far it reaches then. */
    public boolean may(UseCase useCase) {
        return useCase.roles().contains(role)
                && (rights == null || AppPolicy.allows(rights, useCase))
                && (scope == null || TokenPolicy.allows(scope, useCase));
    }

    /** What those hold whom the company's data scope of the role names; a filter like any other, which opens nothing. */
    public Filter held() {
        Filter own = new Filter.HeldBy(staffId);
        return switch (tenant.scopeOf(role)) {
            case OWN -> own;
            case OWN_AND_SUBORDINATES -> new Filter.HeldByThoseUnder(staffId);
            case TEAM -> teamId == null ? own : new Filter.HeldByTeam(teamId);
            case DEPARTMENT_AND_BELOW -> departmentId == null ? own : new Filter.HeldInDepartment(departmentId);
            case ALL -> new Filter.Held();
        };
    }

    /**
     * What of {@link #held} the actor decides over. A data scope shows sales people what colleagues hold, and lets them work on
     * it; it makes nobody a superior.
     */
    public Filter directed() {
        return switch (tenant.scopeOf(role)) {
            case OWN, OWN_AND_SUBORDINATES -> held();
            case TEAM, DEPARTMENT_AND_BELOW, ALL ->
                role == Role.SALES ? Filter.all(held(), new Filter.HeldByThoseUnder(staffId)) : held();
        };
    }

    public long tenantId() {
        return tenant.id();
    }
}
