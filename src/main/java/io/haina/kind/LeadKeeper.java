package io.haina.kind;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.record.Restored;
import io.haina.record.Row;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads as one kind among the others. */
@Component
final class LeadKeeper implements Keeper {

    private final Leads leads;

    LeadKeeper(Leads leads) {
        this.leads = leads;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.LEAD;
    }

    @Override
    public UseCase addition() {
        return UseCase.LEAD_ADD;
    }

    @Override
    public UseCase listing() {
        return UseCase.LEAD_LIST;
    }

    @Override
    public UseCase changing() {
        return UseCase.LEAD_CHANGE;
    }

    @Override
    public UseCase deletion() {
        return UseCase.LEAD_DELETE;
    }

    @Override
    public UseCase transfer() {
        return UseCase.LEAD_TRANSFER;
    }

    @Override
    public Row get(Actor actor, long id) {
        return leads.get(actor, id);
    }

    @Override
    public long add(Actor actor, Map<String, ? extends @Nullable Object> values) {
        return leads.add(actor, values);
    }

    @Override
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values) {
        leads.change(actor, id, values);
    }

    @Override
    public void delete(Actor actor, Collection<Long> ids) {
        leads.delete(actor, ids);
    }

    @Override
    public void moveTo(Actor actor, Collection<Long> ids, long staff) {
        leads.moveTo(actor, ids, staff);
    }

    @Override
    public Restored restore(Actor actor, long id) {
        return leads.restore(actor, id);
    }
}
