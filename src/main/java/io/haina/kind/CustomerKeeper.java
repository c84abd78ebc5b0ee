package io.haina.kind;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.customer.CustomerBatches;
import io.haina.customer.CustomerRecords;
import io.haina.customer.CustomerRestoring;
import io.haina.field.RecordKind;
import io.haina.ownership.Handover;
import io.haina.ownership.Transfers;
import io.haina.record.Restored;
import io.haina.record.Row;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A new customer is registered, and protected for its owner. */
@Component
final class CustomerKeeper implements Keeper {

    private final CustomerRecords customerRecords;
    private final CustomerBatches batches;
    private final CustomerRestoring restoring;
    private final Transfers transfers;

    CustomerKeeper(
            CustomerRecords customerRecords,
            CustomerBatches batches,
            CustomerRestoring restoring,
            Transfers transfers) {
        this.restoring = restoring;
        this.customerRecords = customerRecords;
        this.batches = batches;
        this.transfers = transfers;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CUSTOMER;
    }

    @Override
    public UseCase addition() {
        return UseCase.CUSTOMER_REPORT;
    }

    @Override
    public UseCase listing() {
        return UseCase.CUSTOMER_BROWSE;
    }

    @Override
    public UseCase changing() {
        return UseCase.CUSTOMER_CHANGE;
    }

    @Override
    public UseCase deletion() {
        return UseCase.CUSTOMER_DELETE;
    }

    @Override
    public UseCase transfer() {
        return UseCase.CUSTOMER_TRANSFER;
    }

    @Override
    public Row get(Actor actor, long id) {
        return customerRecords.get(actor, id);
    }

    @Override
    public long add(Actor actor, Map<String, ? extends @Nullable Object> values) {
        return customerRecords.add(actor, values);
    }

    @Override
    public long addFor(Actor actor, long owner, Map<String, ? extends @Nullable Object> values) {
        return customerRecords.registerFor(actor, owner, values);
    }

    @Override
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values) {
        customerRecords.change(actor, id, values);
    }

    @Override
    public void delete(Actor actor, Collection<Long> ids) {
        batches.delete(actor, ids);
    }

    @Override
    public void moveTo(Actor actor, Collection<Long> ids, long staff) {
        transfers.transfer(actor, ids, staff, new Handover(null, Set.of()));
    }

    @Override
    public Restored restore(Actor actor, long id) {
        return restoring.restore(actor, id);
    }
}
