package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.problem.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries the rows of an import one by one, each to its end and then back: what a row would meet it meets, and nothing of it
 * stays. What rows of one file would do to each other by values that may occur once is remembered here instead.
 */
final class Rehearsal {

    private final TransactionTemplate savepoint;
    private final ImportTarget target;
    private final Actor actor;
    private final ImportOrder order;
    private final Map<String, Integer> seen = new HashMap<>();
    private int rows;

    Rehearsal(TransactionTemplate transaction, ImportTarget target, Actor actor, ImportOrder order) {
        this.savepoint = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.target = target;
        this.actor = actor;
        this.order = order;
    }

    /** What would become of a row, in the transaction that the caller has begun, which it leaves as it was. */
    RowOutcome write(Map<String, String> cells) {
        RowOutcome alone = alone(cells);
        if (alone instanceof RowOutcome.Refused || alone instanceof RowOutcome.Skipped) {
            return alone;
        }
        List<String> keys = target.keys(actor, cells);
        Set<Integer> before =
                keys.stream().map(seen::get).filter(Objects::nonNull).collect(Collectors.toSet());
        rows++;
        keys.forEach(key -> seen.putIfAbsent(key, rows));
        if (before.isEmpty() || alone instanceof RowOutcome.Changed) {
            return alone;
        }
        if (before.size() > 1) {
            return new RowOutcome.Refused(RowProblem.of(RowReason.SEVERAL_MATCHES));
        }
        return switch (order.repeat()) {
            case SKIP -> new RowOutcome.Skipped(null);
            case OVERWRITE -> new RowOutcome.Changed(0, "{}");
            case REFUSE -> new RowOutcome.Refused(RowProblem.of(RowReason.TAKEN));
        };
    }

    private RowOutcome alone(Map<String, String> cells) {
        try {
            RowOutcome outcome = savepoint.execute(status -> {
                RowOutcome written = target.write(actor, order, cells);
                status.setRollbackOnly();
                return written;
            });
            return outcome;
        } catch (Refused e) {
            return new RowOutcome.Refused(RowProblem.of(e.problem()));
        } catch (DataAccessException e) {
            return new RowOutcome.Refused(RowProblem.of(RowReason.FAILED));
        }
    }
}
