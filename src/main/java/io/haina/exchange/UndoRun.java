package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.exchange.RowStore.Written;
import io.haina.problem.Refused;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back what an import wrote, the last row first: rows whose record somebody has changed since stay, and are counted. */
final class UndoRun {

    private static final int BATCH = 200;

    private final TransactionTemplate transaction;
    private final RowStore rows;
    private final Lease lease;
    private final ImportTarget target;
    private final Actor actor;
    private final long importId;

    UndoRun(
            TransactionTemplate transaction,
            RowStore rows,
            Lease lease,
            ImportTarget target,
            Actor actor,
            long importId) {
        this.transaction = transaction;
        this.rows = rows;
        this.lease = lease;
        this.target = target;
        this.actor = actor;
        this.importId = importId;
    }

    /** @throws Lease.Lost, Lease.Stopped and Lease.HandedBack to break off */
    void run() {
        List<Written> next = rows.nextToUndo(lease.job().tenantId(), importId, BATCH);
        while (!next.isEmpty()) {
            for (Written row : next) {
                undo(row);
            }
            next = rows.nextToUndo(lease.job().tenantId(), importId, BATCH);
        }
    }

    private void undo(Written row) {
        boolean stop;
        try {
            stop = note(row, true);
        } catch (Refused | Changed e) {
            stop = note(row, false);
        }
        if (stop) {
            throw new Lease.Stopped();
        }
    }

    private boolean note(Written row, boolean undo) {
        Boolean stop = transaction.execute(status -> {
            boolean wanted = lease.advance(1);
            if (undo && !target.undo(actor, row.outcome(), stamp(row))) {
                throw new Changed();
            }
            rows.undone(lease.job(), importId, row.number(), undo, lease.now());
            return wanted;
        });
        lease.committed(1);
        return Boolean.TRUE.equals(stop);
    }

    private Instant stamp(Written row) {
        return rows.stamp(lease.job().tenantId(), importId, row.number());
    }

    private static final class Changed extends RuntimeException {
        Changed() {
            super("changed since", null, false, false);
        }
    }
}
