package io.haina.kind;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerFields;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Batch;
import io.haina.lead.Leads;
import io.haina.ownership.Transfers;
import io.haina.pool.PoolBatches;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.RecordProblems;
import io.haina.sharing.Stars;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** One order for many records, by the use cases that one record has: their rules, permits and audit are these. */
@Service
public class Bulk {

    private final Keepers keepers;
    private final Catalogs catalogs;
    private final Leads leads;
    private final Transfers transfers;
    private final PoolBatches pools;
    private final Stars stars;
    private final TransactionTemplate transaction;

    Bulk(
            Keepers keepers,
            Catalogs catalogs,
            Leads leads,
            Transfers transfers,
            PoolBatches pools,
            Stars stars,
            TransactionTemplate transaction) {
        this.keepers = keepers;
        this.catalogs = catalogs;
        this.leads = leads;
        this.transfers = transfers;
        this.pools = pools;
        this.stars = stars;
        this.transaction = transaction;
    }

    /**
     * Does it to some records: to all of them, or to none.
     *
     * @return how many
     * @throws Refused with {@link Problem.RecordRefused} if one of them stands in the way, the first by its id; as the use
     *     case of one record if the order itself does
     */
    public int apply(Actor actor, RecordKind kind, BulkOrder order, Collection<Long> ids) {
        check(actor, kind, order);
        Batch batch = Batch.of("ids", ids);
        try {
            transaction.executeWithoutResult(status -> perform(actor, kind, order, batch.ids()));
        } catch (Refused refused) {
            throw new Refused(named(actor, kind, order, batch, refused.problem()));
        }
        return batch.size();
    }

    /** Does it to one record, in the caller's transaction. @throws Refused as the use case does */
    public void apply(Actor actor, RecordKind kind, BulkOrder order, long id) {
        perform(actor, kind, order, List.of(id));
    }

    /**
     * Whether an order makes sense, whatever the records are.
     *
     * @throws Refused if there is no such action for the kind, something that it needs is missing, or it names a field that
     *     the actor does not see
     */
    public void check(Actor actor, RecordKind kind, BulkOrder order) {
        if (!order.action().isFor(kind)) {
            throw Refused.invalid("action", Rule.NOT_A_CHOICE);
        }
        boolean gives = order.action() == BulkAction.TRANSFER || order.action() == BulkAction.DISTRIBUTE;
        if (gives && order.to() == null) {
            throw Refused.invalid("to", Rule.REQUIRED);
        }
        if (order.action() != BulkAction.CHANGE) {
            return;
        }
        if (order.values().isEmpty()) {
            throw Refused.invalid("values", Rule.REQUIRED);
        }
        FieldCatalog catalog = catalogs.of(actor, kind);
        order.values().keySet().forEach(catalog::field);
        if (kind == RecordKind.CUSTOMER && order.values().containsKey(CustomerFields.NAME)) {
            throw Refused.invalid(CustomerFields.NAME, Rule.NOT_A_CHOICE);
        }
    }

    private void perform(Actor actor, RecordKind kind, BulkOrder order, List<Long> ids) {
        Keeper keeper = keepers.of(kind);
        switch (order.action()) {
            case CHANGE -> ids.forEach(id -> keeper.change(actor, id, order.values()));
            case DELETE -> keeper.delete(actor, ids);
            case TRANSFER -> {
                long to = Objects.requireNonNull(order.to());
                if (kind == RecordKind.CUSTOMER) {
                    transfers.transfer(actor, ids, to, order.handover());
                } else {
                    keeper.moveTo(actor, ids, to);
                }
            }
            case LOCK -> transfers.lock(actor, ids);
            case UNLOCK -> transfers.unlock(actor, ids);
            case RELEASE -> pools.put(actor, ids, order.pool(), order.reason());
            case CLAIM -> pools.receive(actor, ids);
            case DISTRIBUTE -> pools.distribute(actor, ids, Objects.requireNonNull(order.to()));
            case CONVERT -> leads.convert(actor, ids);
            case STAR -> ids.forEach(id -> stars.put(actor, kind, id));
            case UNSTAR -> ids.forEach(id -> stars.remove(actor, kind, id));
        }
    }

    /** What was refused for all is tried one by one, and taken back, to find the record that stands in the way. */
    private Problem named(Actor actor, RecordKind kind, BulkOrder order, Batch batch, Problem problem) {
        if (!isOfRecord(kind, problem)) {
            return problem;
        }
        Problem found = transaction.execute(status -> {
            status.setRollbackOnly();
            return first(actor, kind, order, batch);
        });
        return found == null ? problem : found;
    }

    private @Nullable Problem first(Actor actor, RecordKind kind, BulkOrder order, Batch batch) {
        for (long id : batch.ids()) {
            try {
                perform(actor, kind, order, List.of(id));
            } catch (Refused refused) {
                return isOfRecord(kind, refused.problem())
                        ? new Problem.RecordRefused(id, refused.problem())
                        : refused.problem();
            }
        }
        return null;
    }

    private static boolean isOfRecord(RecordKind kind, Problem problem) {
        return switch (problem) {
            case Problem.Invalid _, Problem.RoleRequired _, Problem.FieldReadOnly _, Problem.AppRightRequired _ ->
                false;
            case Problem.NotFound(Problem.Kind missing) -> missing == RecordProblems.kind(kind);
            default -> true;
        };
    }
}
