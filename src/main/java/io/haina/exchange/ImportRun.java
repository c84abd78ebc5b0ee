package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.exchange.RowStore.Result;
import io.haina.field.Field;
import io.haina.problem.Refused;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.Sheets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run through the file of an import. Rows are dealt with many at a time; what became of them, and how far the job is, are
 * written in the same transaction, so that a run that breaks off leaves nothing half done and the next goes on behind it.
 */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    /** Rows of one transaction. */
    static final int BATCH = 200;

    /** Title and header. */
    private static final int ABOVE = 2;

    /** Rows passed over between two signs of life. */
    private static final int STRIDE = 20_000;

    private static final int TRIES = 3;

    private final TransactionTemplate transaction;
    private final RunStore runs;
    private final RowStore rows;
    private final Lease lease;
    private final ImportTarget target;
    private final ImportOrder order;
    private final Actor actor;
    private final Path file;
    private final List<SheetRow> batch = new ArrayList<>(BATCH);
    private final @Nullable Rehearsal rehearsal;
    private Columns columns;
    private long passed;
    private long batches;
    private long look = 2;

    ImportRun(
            TransactionTemplate transaction,
            RunStore runs,
            RowStore rows,
            Lease lease,
            ImportTarget target,
            ImportOrder order,
            Actor actor,
            Path file) {
        this.transaction = transaction;
        this.runs = runs;
        this.rows = rows;
        this.lease = lease;
        this.target = target;
        this.order = order;
        this.actor = actor;
        this.file = file;
        this.columns = new Columns(target.columns(actor), order.mapping());
        this.rehearsal = order.dryRun() ? new Rehearsal(transaction, target, actor, order) : null;
    }

    /**
     * Looks at the whole file before a row of it is taken.
     *
     * @return data rows; the header is empty if there is none
     * @throws Refused if it is no harmless spreadsheet within the limits
     */
    static Contents look(Path file, List<Field> fields, ImportOrder order) {
        Columns columns = new Columns(fields, order.mapping());
        long[] count = {0};
        Sheets.read(file, limits(order), (number, cells) -> {
            if (columns.isData(number, cells)) {
                count[0]++;
            }
        });
        return new Contents(count[0], columns.header());
    }

    /** How much of a file is read. */
    static SheetLimits limits(ImportOrder order) {
        return SheetLimits.ofRows(order.maximumRows() + ABOVE);
    }

    /**
     * What a file holds.
     *
     * @param rows of data
     * @param header empty if there is none
     */
    record Contents(long rows, List<String> header) {}

    /**
     * @throws Refused if the file cannot be imported
     * @throws Lease.Lost, Lease.Stopped and Lease.HandedBack to break off
     */
    void run() {
        if (rehearsal != null) {
            lease.restart();
        }
        if (lease.job().job().total() == null) {
            Contents contents = look(file, target.columns(actor), order);
            runs.counted(lease.job(), contents.rows(), contents.header());
            lease.renew();
        }
        columns = new Columns(target.columns(actor), order.mapping());
        Sheets.read(file, limits(order), this::take);
        flush();
    }

    private void take(int number, List<String> cells) {
        if (!columns.isData(number, cells)) {
            return;
        }
        if (passed < lease.done() && batch.isEmpty()) {
            passed++;
            if (passed % STRIDE == 0) {
                lease.renew();
            }
            return;
        }
        batch.add(new SheetRow(number, cells));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        boolean stop;
        try {
            stop = together();
        } catch (Spoilt | DataAccessException | TransactionException e) {
            stop = oneByOne();
        }
        passed += batch.size();
        batch.clear();
        lookAnew();
        if (stop) {
            throw new Lease.Stopped();
        }
    }

    /** Into tables that were nearly empty, rows come faster than the database would notice that its plans no longer fit. */
    private void lookAnew() {
        if (rehearsal == null && ++batches == look) {
            look *= 5;
            rows.analyze(lease.job());
        }
    }

    private boolean together() {
        boolean stop = inTransaction(batch.size(), () -> {
            List<Result> results = new ArrayList<>(batch.size());
            for (SheetRow row : batch) {
                results.add(new Result(row, outcome(row)));
            }
            return results;
        });
        return stop;
    }

    private boolean inTransaction(int count, Work work) {
        Boolean stop = transaction.execute(status -> {
            boolean wanted = lease.advance(count);
            List<Result> results = work.run();
            if (status.isRollbackOnly()) {
                throw new Spoilt();
            }
            rows.add(lease.job(), results);
            return wanted;
        });
        lease.committed(count);
        return Boolean.TRUE.equals(stop);
    }

    private RowOutcome outcome(SheetRow row) {
        try {
            return write(row);
        } catch (Refused e) {
            return new RowOutcome.Refused(RowProblem.of(e.problem()));
        }
    }

    private RowOutcome write(SheetRow row) {
        if (columns.outdated()) {
            return new RowOutcome.Refused(RowProblem.of(RowReason.OUTDATED_TEMPLATE));
        }
        var values = columns.values(row.cells());
        return rehearsal == null ? target.write(actor, order, values) : rehearsal.write(values);
    }

    /** Each row in a transaction of its own: one that cannot be written spoils no other. */
    private boolean oneByOne() {
        boolean stop = false;
        for (SheetRow row : batch) {
            stop |= alone(row);
        }
        return stop;
    }

    private boolean alone(SheetRow row) {
        for (int left = TRIES; ; left--) {
            try {
                return inTransaction(1, () -> List.of(new Result(row, write(row))));
            } catch (Refused e) {
                return refused(row, RowProblem.of(e.problem()));
            } catch (TransientDataAccessException e) {
                if (left == 1) {
                    return failed(row, e);
                }
            } catch (DataAccessException | TransactionException e) {
                return failed(row, e);
            }
        }
    }

    private boolean failed(SheetRow row, RuntimeException e) {
        LOG.warn(
                "Row {} of job {} could not be written",
                row.number(),
                lease.job().id(),
                e);
        return refused(row, RowProblem.of(RowReason.FAILED));
    }

    private boolean refused(SheetRow row, RowProblem problem) {
        return inTransaction(1, () -> List.of(new Result(row, new RowOutcome.Refused(problem))));
    }

    @FunctionalInterface
    private interface Work {
        List<Result> run();
    }

    /** A row's refusal has made the whole transaction useless. */
    private static final class Spoilt extends RuntimeException {
        Spoilt() {
            super("the transaction is spoilt", null, false, false);
        }
    }
}
