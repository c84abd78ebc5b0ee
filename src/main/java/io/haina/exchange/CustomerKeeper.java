package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
import io.haina.record.Row;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers, as an import needs them: each new one is registered, and protected for its owner. */
@Component
class CustomerKeeper implements Keeper {

    private final CustomerRecords records;
    private final Customers customers;

    CustomerKeeper(CustomerRecords records, Customers customers) {
        this.records = records;
        this.customers = customers;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CUSTOMER;
    }

    @Override
    public Row get(Actor actor, long id) {
        return records.get(actor, id);
    }

    @Override
    public long add(Actor actor, long owner, Map<String, ? extends @Nullable Object> values) {
        return records.registerFor(actor, owner, values);
    }

    @Override
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values) {
        records.change(actor, id, values);
    }

    @Override
    public void delete(Actor actor, long id) {
        customers.delete(actor, records.get(actor, id).uuid());
    }
}
