package io.haina.staff;

import io.haina.access.Actor;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import org.springframework.stereotype.Service;

/** Makes the actor for work that somebody started and that goes on without them: with what they may do by then. */
@Service
public class Deputies {

    private final DeputyStore store;

    Deputies(DeputyStore store) {
        this.store = store;
    }

    /** A person as an actor, outside of any session. @throws Refused if there is none who may sign in */
    public Actor of(long tenantId, long staffId) {
        return store.find(tenantId, staffId).orElseThrow(() -> new Refused(new Problem.AccountDisabled()));
    }

    /** Whether who {@link #of} made is the same by now: may sign in, with the same role, place and rules of the company. */
    public boolean isStill(Actor deputy) {
        return store.find(deputy.tenantId(), deputy.staffId())
                .filter(deputy::equals)
                .isPresent();
    }
}
