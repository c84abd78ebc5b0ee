package io.haina.kind;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes that hold only for something as somebody has read it. Reading the version and the change are one transaction that sees
 * the database as it was at its beginning: if another changes it in between, the database refuses the change, and the
 * next try sees the other version. So no lock is taken in another order than the change itself takes them.
 */
@Component
public class Unchanged {

    private static final int TRIES = 5;

    private final TransactionTemplate transaction;

    Unchanged(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Changes what still has the version that it was read with.
     *
     * @param versions of which it must have one; null for whatever it has
     * @param version how it is asked for
     * @param change outside of any transaction
     * @throws Refused with {@link Problem.ChangedMeanwhile} if it has another, or as version and change
     */
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
