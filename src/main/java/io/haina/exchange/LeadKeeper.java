package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.record.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads, as an import needs them. */
@Component
class LeadKeeper implements Keeper {

    private final Leads leads;

    LeadKeeper(Leads leads) {
        this.leads = leads;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.LEAD;
    }

    @Override
    public Row get(Actor actor, long id) {
        return leads.get(actor, id);
    }

    @Override
    public long add(Actor actor, long owner, Map<String, ? extends @Nullable Object> values) {
        long id = leads.add(actor, values);
        if (owner != actor.staffId()) {
            leads.moveTo(actor, List.of(id), owner);
        }
        return id;
    }

    @Override
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values) {
        leads.change(actor, id, values);
    }

    @Override
    public void delete(Actor actor, long id) {
        leads.delete(actor, List.of(id));
    }
}
