package io.haina.stats;

import io.haina.access.Scoped;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts of customers, follow-ups and claims, kept so that reading them costs a few rows. Every change leaves a delta, in
 * its own transaction; folding moves deltas into tallies; a reader adds up both, and is exact at every moment.
 */
@Service
public class Tallies {

    private static final int AT_ONCE = 10_000;

    private final TallyStore store;
    private final TallyRebuildStore rebuilds;
    private final FunnelStore funnels;
    private final TransactionTemplate transaction;

    Tallies(TallyStore store, TallyRebuildStore rebuilds, FunnelStore funnels, TransactionTemplate transaction) {
        this.store = store;
        this.rebuilds = rebuilds;
        this.funnels = funnels;
        this.transaction = transaction;
    }

    /**
     * How many customers a query finds, exactly; empty where only counting can tell. Known are the customers that somebody
     * of a reach holds, or that lie in the pool, of some statuses and at most one value of one of industry, region, source.
     */
    public OptionalLong total(Scoped query) {
        return totalSql(query).map(total -> OptionalLong.of(store.total(total))).orElseGet(OptionalLong::empty);
    }

    /** The same as a scalar subquery in brackets, so that one statement reads rows and total. */
    public Optional<SqlText> totalSql(Scoped query) {
        return totalSql(query, query.filter());
    }

    /** The same of one part of what a query finds, where its reach is made of several ways. */
    public Optional<SqlText> totalSql(Scoped query, Filter part) {
        return TotalSql.of(part);
    }

    /**
     * As {@link #totalSql(Scoped, Filter)}, for kinds beside customers: known are the leads (converted, not converted, or
     * both), contacts and opportunities that somebody of a reach holds.
     */
    public Optional<SqlText> totalSql(Scoped query, RecordKind kind, Filter part) {
        return HeldTotalSql.of(kind, part);
    }

    /** As {@link #totalSql(Scoped, RecordKind, Filter)}, of what is no kind of the catalogues and has a measure of its own. */
    public Optional<SqlText> totalSql(Scoped query, String measure, Filter part) {
        return HeldTotalSql.of(measure, part);
    }

    /** Folds what deltas there are. One caller on all nodes does it at a time; another returns at once. */
    public void fold() {
        boolean more = true;
        while (more) {
            more = foldSome() == AT_ONCE;
        }
        do {
            more = foldFunnels() == AT_ONCE;
        } while (more);
    }

    private int foldSome() {
        Integer folded = transaction.execute(status -> store.lockIfPending() ? store.fold(AT_ONCE) : 0);
        return folded == null ? 0 : folded;
    }

    private int foldFunnels() {
        Integer folded = transaction.execute(status -> funnels.lockIfPending() ? funnels.fold(AT_ONCE) : 0);
        return folded == null ? 0 : folded;
    }

    /**
     * Recomputes a tenant's tallies and days of activity from the records themselves, after a bulk load or to repair them.
     * Readers and writers go on meanwhile, and see what was there before until all is done.
     */
    public void rebuild(long tenantId) {
        transaction.executeWithoutResult(status -> {
            store.lock();
            rebuilds.rebuild(tenantId);
            funnels.rebuild(tenantId);
        });
    }
}
