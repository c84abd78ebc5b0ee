package io.haina.exchange;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.exchange.RowStore.Result;
import io.haina.field.RecordKind;
import io.haina.kind.Bulk;
import io.haina.kind.Keepers;
import io.haina.problem.Refused;
import io.haina.record.Records;
import io.haina.record.Row;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one thing to many records, in the order of their ids and some at a time. What became of each is written in the same
 * transaction, so that a run that breaks off leaves nothing half done and the next goes on behind the last record.
 */
@Component
class BulkRuns {

    private static final int STEP = 100;

    private final Bulk bulk;
    private final Keepers keepers;
    private final Records records;
    private final RowStore rows;
    private final RunStore runs;
    private final TransactionTemplate transaction;
    private final TransactionTemplate each;

    BulkRuns(
            Bulk bulk,
            Keepers keepers,
            Records records,
            RowStore rows,
            RunStore runs,
            TransactionTemplate transaction,
            PlatformTransactionManager manager) {
        this.bulk = bulk;
        this.keepers = keepers;
        this.records = records;
        this.rows = rows;
        this.runs = runs;
        this.transaction = transaction;
        this.each = new TransactionTemplate(manager);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Runs a job.
     *
     * @throws Refused if the order can no longer be done
     * @throws Lease.Lost, Lease.Stopped and Lease.HandedBack to break off
     */
    void run(Lease lease, Actor actor, BulkWish wish) {
        RecordKind kind = lease.job().job().recordKind();
        bulk.check(actor, kind, wish.order());
        Scoped scoped = Access.scoped(
                actor,
                wish.order().action().isOfPool()
                        ? UseCase.POOL_LIST
                        : keepers.of(kind).listing(),
                wish.wish());
        long last = rows.lastRecord(lease.job());
        List<Row> next = records.after(scoped, kind, last, STEP);
        while (!next.isEmpty()) {
            step(lease, actor, kind, wish, next);
            next = records.after(scoped, kind, next.getLast().id(), STEP);
        }
        runs.counted(lease.job(), lease.done());
    }

    private void step(Lease lease, Actor actor, RecordKind kind, BulkWish wish, List<Row> next) {
        Boolean stop = transaction.execute(status -> {
            boolean wanted = lease.advance(next.size());
            List<Result> results = new ArrayList<>(next.size());
            int number = (int) lease.done();
            for (Row row : next) {
                number++;
                String name = row.values().get("name") instanceof String text ? text : "";
                SheetRow told = new SheetRow(number, List.of(Long.toString(row.id()), name));
                results.add(new Result(told, outcome(actor, kind, wish, row.id())));
            }
            rows.add(lease.job(), results);
            return wanted;
        });
        lease.committed(next.size());
        if (Boolean.TRUE.equals(stop)) {
            throw new Lease.Stopped();
        }
    }

    private RowOutcome outcome(Actor actor, RecordKind kind, BulkWish wish, long id) {
        try {
            each.executeWithoutResult(status -> bulk.apply(actor, kind, wish.order(), id));
            return new RowOutcome.Changed(id, "{}");
        } catch (Refused refused) {
            return new RowOutcome.Refused(RowProblem.of(refused.problem()));
        } catch (DataAccessException failed) {
            return new RowOutcome.Refused(RowProblem.of(RowReason.FAILED));
        }
    }
}
