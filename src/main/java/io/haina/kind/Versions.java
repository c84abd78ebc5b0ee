package io.haina.kind;

import io.haina.access.Actor;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes that hold only for a record as somebody has read it. Reading the version and the change are one transaction that sees
 * the database as it was at its beginning: if another changes the record in between, the database refuses the change, and the
 * next try sees the other version. So no lock is taken in another order than the change itself takes them.
 */
@Service
public class Versions {

    private static final int TRIES = 5;

    private final Keepers keepers;
    private final KindStore store;
    private final TransactionTemplate transaction;

    Versions(Keepers keepers, KindStore store, PlatformTransactionManager transactions) {
        this.keepers = keepers;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Changes a record that is still as it was read.
     *
     * @param versions of which the record must have one; null for whatever it has
     * @param change outside of any transaction
     * @throws Refused with {@link Problem.ChangedMeanwhile} if it has another, or as the change
     */
    public void change(Actor actor, RecordKind kind, long id, @Nullable Collection<String> versions, Runnable change) {
        Supplier<String> version = () -> {
            keepers.of(kind).get(actor, id);
            return store.version(actor, kind, id).orElse("");
        };
        change(versions, version, change);
    }

    /** As {@link #change(Actor, RecordKind, long, Collection, Runnable)}, of anything whose version can be asked for. */
    public void change(@Nullable Collection<String> versions, Supplier<String> version, Runnable change) {
        if (versions == null) {
            change.run();
            return;
        }
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (!versions.contains(version.get())) {
                        throw new Refused(new Problem.ChangedMeanwhile());
                    }
                    change.run();
                });
                return;
            } catch (ConcurrencyFailureException e) {
                // Somebody was faster. The next try sees what they made of it.
            }
        }
        throw new Refused(new Problem.ChangedMeanwhile());
    }
}
