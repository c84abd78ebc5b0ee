package io.haina.ownership;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.filter.Page;
import io.haina.tenant.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/**
 * Tells an admin what the rules do to the customers that are held now. Settings hold for protections that are given from
 * then on, so wished ones release nobody earlier; what they would have meant stands beside each.
 */
@Service
public class Simulations {

    /** How many days of the tenant's zone are looked ahead. */
    public static final int DAYS = 7;

    private final SimulationStore store;
    private final Clock clock;

    Simulations(SimulationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The customers of the actor's company that {@link ReleaseAtDue} would release by then, if nobody did anything.
     *
     * @param wished settings that were checked, or those that hold
     * @throws io.haina.problem.Refused if the actor is no admin
     */
    public Simulation of(Actor actor, Tenant wished, Page page) {
        Instant until = clock.instant()
                .truncatedTo(ChronoUnit.MICROS)
                .atZone(actor.tenant().zone())
                .plusDays(DAYS)
                .toInstant();
        return new Simulation(store.releases(Access.scoped(actor, UseCase.TENANT_SETTINGS), until, wished, page), DAYS);
    }
}
