package io.haina.kind;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.opportunity.Opportunities;
import io.haina.record.Restored;
import io.haina.record.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opportunities as one kind among the others; their product lines are asked for where they are. */
@Component
final class OpportunityKeeper implements Keeper {

    private final Opportunities opportunities;

    OpportunityKeeper(Opportunities opportunities) {
        this.opportunities = opportunities;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.OPPORTUNITY;
    }

    @Override
    public UseCase addition() {
        return UseCase.OPPORTUNITY_ADD;
    }

    @Override
    public UseCase listing() {
        return UseCase.OPPORTUNITY_LIST;
    }

    @Override
    public UseCase changing() {
        return UseCase.OPPORTUNITY_CHANGE;
    }

    @Override
    public UseCase deletion() {
        return UseCase.OPPORTUNITY_DELETE;
    }

    @Override
    public UseCase transfer() {
        return UseCase.OPPORTUNITY_TRANSFER;
    }

    @Override
    public Row get(Actor actor, long id) {
        return opportunities.get(actor, id);
    }

    @Override
    public long add(Actor actor, Map<String, ? extends @Nullable Object> values) {
        return opportunities.add(actor, values, List.of());
    }

    @Override
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values) {
        opportunities.change(actor, id, values, null);
    }

    @Override
    public void delete(Actor actor, Collection<Long> ids) {
        opportunities.delete(actor, ids);
    }

    @Override
    public void moveTo(Actor actor, Collection<Long> ids, long staff) {
        opportunities.moveTo(actor, ids, staff, null);
    }

    @Override
    public Restored restore(Actor actor, long id) {
        return opportunities.restore(actor, id);
    }
}
