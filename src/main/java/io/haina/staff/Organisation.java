package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is whose superior, who is in which team, and which department lies in which: the lines along which data reaches. A change holds from the
 * next request on. Neither line ever runs in a circle.
 */
@Service
public class Organisation {

    private final OrganisationStore store;
    private final HeldTeamStore held;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Organisation(OrganisationStore store, HeldTeamStore held, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.held = held;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Puts a person below another.
     *
     * @param superior null for nobody
     * @throws Refused if the actor is no admin, there is no such person in the tenant, or the superior is the person or
     *     somebody below
     */
    public void setSuperior(Actor actor, long staff, @Nullable Long superior) {
        change(actor, OrganisationStore.Line.SUPERIOR, staff, superior);
    }

    /**
     * Puts a person into a department.
     *
     * @param department null for none
     * @throws Refused if the actor is no admin, or there is no such person or department in the tenant
     */
    public void setDepartment(Actor actor, long staff, @Nullable Long department) {
        change(actor, OrganisationStore.Line.MEMBER, staff, department);
    }

    /**
     * Puts a person into a team, with all that the person holds and the requests that nobody has decided. What was done
     * before, follow-ups and claims, stays with the team in which it was done. What was written at that very moment by a
     * request or a step of a job that had seen the person in the former team follows right afterwards; so it does when the
     * order is repeated.
     *
     * @param team null for none
     * @throws Refused if the actor is no admin, or there is no such person or team in the tenant
     */
    public void setTeam(Actor actor, long staff, @Nullable Long team) {
        transaction.executeWithoutResult(status -> moveToTeam(actor, staff, team));
        catchUp(actor, staff);
    }

    /** As {@link #setTeam}, in the caller's transaction; {@link #catchUp} belongs behind it. */
    void moveToTeam(Actor actor, long staff, @Nullable Long team) {
        Permit permit = Access.permit(actor, UseCase.STAFF_ORGANISE);
        held.lockRequests(actor.tenantId(), staff);
        change(permit, OrganisationStore.Line.TEAM, staff, team);
        held.follow(actor.tenantId(), staff);
    }

    /** Gives the person's team what was written meanwhile by who had seen the person in the former one. */
    void catchUp(Actor actor, long staff) {
        transaction.executeWithoutResult(status -> held.letStepsEnd(actor.tenantId()));
        transaction.executeWithoutResult(status -> held.follow(actor.tenantId(), staff));
    }

    /**
     * Puts a department into another.
     *
     * @param parent null for none
     * @throws Refused if the actor is no admin, there is no such department in the tenant, or the parent is the department
     *     or one below
     */
    public void setParent(Actor actor, long department, @Nullable Long parent) {
        change(actor, OrganisationStore.Line.PARENT, department, parent);
    }

    private void change(Actor actor, OrganisationStore.Line line, long id, @Nullable Long other) {
        Permit permit = Access.permit(actor, UseCase.STAFF_ORGANISE);
        transaction.executeWithoutResult(status -> change(permit, line, id, other));
    }

    private void change(Permit permit, OrganisationStore.Line line, long id, @Nullable Long other) {
        store.takeTurns(permit);
        if (!store.change(permit, line, id, other, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            Long end = line == OrganisationStore.Line.TEAM ? null : other;
            throw new Refused(
                    store.exist(permit, line, id, end)
                            ? new Problem.Invalid(line.field(), Rule.NOT_A_CHOICE)
                            : new Problem.NotFound(line.kind()));
        }
    }
}
