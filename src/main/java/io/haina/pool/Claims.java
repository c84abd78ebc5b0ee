package io.haina.pool;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.ownership.HoldingLimit;
import io.haina.pool.ClaimStore.State;
import io.haina.pool.ClaimStore.Wanted;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Claiming one customer or several, and why a claim is refused. */
@Component
class Claims {

    private final ClaimStore store;
    private final HoldingLimit holdingLimit;
    private final Clock clock;

    Claims(ClaimStore store, HoldingLimit holdingLimit, Clock clock) {
        this.store = store;
        this.holdingLimit = holdingLimit;
        this.clock = clock;
    }

    /** Claims all that are wanted. @throws Refused if one of them cannot be claimed; then none is */
    List<Claimed> claim(Actor actor, Wanted wanted) {
        Permit permit = Access.permit(actor, UseCase.POOL_CLAIM);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Claimed> claimed =
                holdingLimit.within(permit, actor.staffId(), wanted.size(), () -> store.claim(permit, wanted, now));
        if (claimed.isEmpty()) {
            throw new Refused(whyNot(permit, wanted, now));
        }
        return claimed;
    }

    private Problem whyNot(Permit permit, Wanted wanted, Instant now) {
        Actor actor = permit.actor();
        LocalDate today = actor.tenant().dayOf(now);
        List<State> states = store.states(permit, wanted, today);
        if (states.size() < wanted.size()) {
            return new Problem.NotFound(Problem.Kind.CUSTOMER);
        }
        for (State state : states) {
            if (state.ownerId() != null) {
                return state.ownerId() == actor.staffId() ? new Problem.AlreadyOwner() : new Problem.NotInPool();
            }
            Instant freeAgain = state.freeAgainFor(actor);
            if (freeAgain != null && freeAgain.isAfter(now)) {
                return new Problem.CoolingDown(freeAgain);
            }
        }
        return whichQuota(actor, states, store.claimsMade(permit, today));
    }

    /** The quota that is used up; if none is any more, the customer was in somebody's hands for a moment. */
    private static Problem whichQuota(Actor actor, List<State> states, int made) {
        int quota = actor.tenant().claimsPerDay();
        if (made + states.size() > quota) {
            return new Problem.ClaimQuotaUsed(quota);
        }
        Map<Long, Integer> madeOf = new HashMap<>();
        for (State state : states) {
            Long pool = state.poolId();
            Integer limit = state.claimsPerDay();
            if (pool != null && limit != null) {
                int more = madeOf.merge(pool, 1, Integer::sum);
                if (state.claimsMade() + more > limit) {
                    return new Problem.ClaimQuotaUsed(limit);
                }
            }
        }
        return new Problem.NotInPool();
    }
}
