package io.haina.pool;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The pools that a tenant has, and the rules of each. */
@Service
public class Pools {

    private final PoolRuleStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Pools(PoolRuleStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The pools that the actor sees, in their order. An admin sees all. */
    public List<PublicPool> open(Actor actor) {
        return store.open(Access.scoped(actor, UseCase.POOL_NAMES));
    }

    /**
     * Adds a pool.
     *
     * @return its id
     * @throws Refused if the actor is no admin, a value breaks a rule, a department or team is not there, or another pool is
     *     called so
     */
    public long make(Actor actor, PoolDraft draft) {
        Permit permit = Access.permit(actor, UseCase.POOL_RULES);
        PoolDraft checked = draft.checked();
        return unlessTaken(() ->
                store.insert(permit, checked, now()).orElseThrow(() -> Refused.invalid("openTo", Rule.NOT_A_CHOICE)));
    }

    /**
     * Gives a pool other rules; they hold for claims from then on.
     *
     * @throws Refused as {@link #make}, and if there is no such pool
     */
    public void change(Actor actor, long pool, PoolDraft draft) {
        Permit permit = Access.permit(actor, UseCase.POOL_RULES);
        PoolDraft checked = draft.checked();
        boolean changed = unlessTaken(() -> store.update(permit, pool, checked, now()));
        if (!changed) {
            throw new Refused(
                    store.exists(permit, pool)
                            ? new Problem.Invalid("openTo", Rule.NOT_A_CHOICE)
                            : new Problem.NotFound(Problem.Kind.POOL));
        }
    }

    /**
     * Takes away a pool in which nothing lies.
     *
     * @throws Refused if the actor is no admin, there is no such pool, something lies in it, or it is the default one
     */
    public void delete(Actor actor, long pool) {
        Permit permit = Access.permit(actor, UseCase.POOL_RULES);
        transaction.executeWithoutResult(status -> {
            // Whoever puts customers into it holds a share of this lock until they are there to be seen.
            if (!store.lock(permit, pool)) {
                throw Refused.notFound(Problem.Kind.POOL);
            }
            if (!store.deleteEmpty(permit, pool, now())) {
                throw new Refused(new Problem.RecordInUse(Problem.Kind.POOL));
            }
        });
    }

    /** Keeps a pool as it is until the caller's transaction ends. */
    public void hold(Actor actor, long pool) {
        store.lock(Access.permit(actor, UseCase.POOL_RULES), pool);
    }

    private static <T> T unlessTaken(java.util.function.Supplier<T> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException e) {
            throw new Refused(new Problem.ValueTaken(Problem.Kind.POOL, "name", "公海名称"));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
