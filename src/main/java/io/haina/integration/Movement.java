package io.haina.integration;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.catalog.CommonFields;
import io.haina.customer.CustomerRecordFields;
import io.haina.field.RecordKind;
import io.haina.integration.DestinationStore.Destination;
import io.haina.ownership.Handover;
import io.haina.ownership.Transfers;
import io.haina.pool.PoolBatches;
import io.haina.record.Row;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a customer to where another system says it belongs, by the rules that hold for everybody. */
@Component
class Movement {

    private static final Handover WITH_CONTACTS = new Handover(null, Set.of(RecordKind.CONTACT));

    private final DestinationStore destinations;
    private final Transfers transfers;
    private final PoolBatches pools;

    Movement(DestinationStore destinations, Transfers transfers, PoolBatches pools) {
        this.destinations = destinations;
        this.transfers = transfers;
        this.pools = pools;
    }

    /** Where a draft wants a customer: with a person, in a pool, or nowhere in particular. */
    record Target(@Nullable Long person, @Nullable Long pool) {}

    /** @throws io.haina.problem.Refused if the draft names neither a person nor a pool that is there */
    Target target(Permit permit, ExternalDraft draft) {
        Long owner = draft.owner();
        if (owner != null) {
            return destinations
                                    .find(permit, owner)
                                    .orElseThrow(() -> ExternalCustomers.noDestination(CommonFields.OWNER_ID))
                            == Destination.PERSON
                    ? new Target(owner, null)
                    : new Target(null, owner);
        }
        Long pool = draft.pool();
        if (pool != null
                && destinations
                        .find(permit, pool)
                        .filter(Destination.POOL::equals)
                        .isEmpty()) {
            throw ExternalCustomers.noDestination(CustomerRecordFields.POOL_ID);
        }
        return new Target(null, pool);
    }

    /**
     * Moves a customer, if it is elsewhere, in the caller's transaction, which has not locked it: people are locked before
     * customers. Whoever holds it may go on doing so, even if nothing could be given to that person any more.
     */
    void move(Permit permit, Row row, ExternalDraft draft) {
        Actor actor = permit.actor();
        Long owner = row.whole(CommonFields.OWNER_ID);
        if (owner != null && owner.equals(draft.owner())) {
            return;
        }
        Target target = target(permit, draft);
        List<Long> one = List.of(row.id());
        if (target.person() != null) {
            if (owner == null) {
                pools.distribute(actor, one, target.person());
            } else {
                transfers.transfer(actor, one, target.person(), WITH_CONTACTS);
            }
        } else if (target.pool() != null) {
            if (owner != null) {
                pools.put(actor, one, target.pool(), draft.reason());
            } else if (!Objects.equals(row.whole(CustomerRecordFields.POOL_ID), target.pool())) {
                pools.move(actor, one, target.pool());
            }
        }
    }
}
