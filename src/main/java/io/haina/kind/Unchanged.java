package io.haina.kind;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes that hold only for something as somebody has read it. It is held, its version is read and compared, and it is
 * changed, in one transaction: whoever else changes it has done so before it is held, or waits.
 */
@Component
public class Unchanged {

    private final TransactionTemplate transaction;

    Unchanged(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Changes what still has the version that it was read with.
     *
     * @param versions of which it must have one; null for whatever it has
     * @param hold locks what the change locks, in the same order, and refuses nothing that is not there
     * @param version how it is asked for
     * @param change outside of any transaction
     * @throws Refused with {@link Problem.ChangedMeanwhile} if it has another, or as hold, version and change
     */
    public void change(
            @Nullable Collection<String> versions, Runnable hold, Supplier<String> version, Runnable change) {
        if (versions == null) {
            change.run();
            return;
        }
        transaction.executeWithoutResult(status -> {
            hold.run();
            if (!versions.contains(version.get())) {
                throw new Refused(new Problem.ChangedMeanwhile());
            }
            change.run();
        });
    }
}
